/** Two drafts on the same texts, in orders and under names of their own, stand on one base. */
import fc from "fast-check";
import { Fragment, type Node } from "prosemirror-model";
import { expect, test } from "vitest";
import { comparedBase } from "../../../shared/redline/compared-base";
import { haveSameText } from "../../../shared/redline/proposals";
import { redline } from "../../../shared/redline/redline";
import { inOrderOf } from "../../../shared/redline/same-texts";
import { renameTexts, withoutNames } from "../../../shared/redline/text-names";
import { blocksOf, blockText } from "../../../shared/schema/blocks";
import { contributions } from "../../support/random-contributions";
import { resolution } from "../../support/resolution-builder";

const textOf = (doc: Node) => blocksOf(doc).map(({ node }) => blockText(node));
const told = (base: Node, current: Node) =>
  redline(base, current)
    .provisions.filter(({ status }) => status !== "unchanged")
    .map(({ status, before, after }) =>
      [status, before && blockText(before.node), after && blockText(after.node)].join(" | "),
    );
const roads = resolution("On roads\ndecides\n1\tto lay cables beside roads\n2\tto report each year").child(0);
const roadsNow = resolution("On roads\ndecides\n1\tto lay cables under roads\n2\tto report each year").child(0);
const seas = resolution("On seas\ndecides\n1\tto lay cables across seas\n2\tto report each year").child(0);
const seasNow = resolution("On seas\ndecides\n1\tto lay cables across all seas\n2\tto report each year").child(0);
const fresh = resolution("On skies\ndecides\n1\tto watch satellites").child(0);
const doc = (...proposals: Node[]) => roads.type.schema.node("doc", { language: "en" }, proposals);
const named = (node: Node, baseId: string) => node.type.create({ ...node.attrs, baseId }, node.content);

test("the same texts in another order and under other names are one base, and nothing moved", () => {
  const base = doc(named(roads, "t1"), named(seas, "t2"));
  const own = doc(named(seas, "t1"), named(roads, "t4"));
  const current = doc(named(seasNow, "t1"), fresh, named(roadsNow, "t4"));
  expect(haveSameText(own, base)).toBe(false);
  const now = inOrderOf(base, { base: own, current });
  expect(haveSameText(now.base, base)).toBe(true);
  expect(now.base.children.map(({ attrs }) => attrs.baseId)).toEqual(["t1", "t2"]);
  // What is new stays behind the text that it follows.
  expect(now.current.children.map(({ attrs }) => attrs.baseId)).toEqual(["t1", "t2", ""]);
  expect(redline(base, now.current).counts).toMatchObject({ modified: 2, moved: 0, suppressed: 0, added: 3 });
});

test("a file without names takes those of the base, by what its texts became", () => {
  const base = doc(named(roads, "t1"), named(seas, "t2"));
  const now = inOrderOf(base, { base: doc(seas, roads), current: doc(seasNow, roadsNow) });
  expect(now.current.children.map(({ attrs }) => attrs.baseId)).toEqual(["t1", "t2"]);
  expect(redline(base, now.current).counts).toMatchObject({ modified: 2, moved: 0, suppressed: 0, added: 0 });
});

test("other texts are left as they are", () => {
  const draft = { base: doc(roads), current: doc(roadsNow) };
  expect(inOrderOf(doc(roads, seas), draft)).toBe(draft);
});

test("of any contribution, turned round under other names, the same is told as before", () => {
  fc.assert(
    fc.property(contributions, ([shelf, proposed]) => {
      const base = comparedBase(shelf, proposed);
      const proposals = base.children.filter(({ type }) => type.name === "proposal");
      const texts = proposals.map((node) => textOf(doc(node)).join("\n"));
      // Of two texts that say the same nobody knows which one is meant.
      fc.pre(new Set(texts).size === texts.length && base.firstChild?.attrs.baseId !== "");
      const turned = (text: Node) => {
        const last = text.lastChild?.type.name === "footnotes" ? text.lastChild : null;
        const others = text.children.filter((node) => node !== last).reverse();
        const other = text.copy(Fragment.from([...others, ...(last ? [last] : [])]));
        return renameTexts(other, ({ baseId }) => (baseId === "" ? "" : `other ${baseId}`));
      };
      const now = inOrderOf(base, { base: comparedBase(turned(base), turned(proposed)), current: turned(proposed) });
      expect(textOf(now.base)).toEqual(textOf(base));
      expect(told(base, now.current).sort()).toEqual(told(base, proposed).sort());
      expect(textOf(withoutNames(now.current))).toEqual(textOf(now.current));
    }),
    { numRuns: 100 },
  );
});
