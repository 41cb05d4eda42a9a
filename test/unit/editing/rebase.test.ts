/** A draft on a newer base: what goes together is put together, what does not is told, nothing is lost. */
import fc from "fast-check";
import type { Node } from "prosemirror-model";
import { expect, test } from "vitest";
import { attributionOf, startAttribution } from "../../../shared/editing/attribution";
import { rebase } from "../../../shared/editing/rebase";
import { redline } from "../../../shared/redline/redline";
import { blocksOf, blockText, contentText } from "../../../shared/schema/blocks";
import { schema } from "../../../shared/schema/schema";
import { draftsOfOneBase, pairs } from "../../support/random-pairs";
import { block, freshId, resolution } from "../../support/resolution-builder";

const runs = { numRuns: 40 };
const textOf = (doc: Node) => blocksOf(doc).map(({ node }) => blockText(node));
const rebased = (base: Node, current: Node, newBase: Node, yields?: ReadonlySet<string>) =>
  rebase(
    { base, current, newBase, policy: "renumber", attribution: startAttribution(base, current), comments: [] },
    yields,
  );

test("onto the same base a draft stays what it is", () => {
  fc.assert(
    fc.property(pairs, ([base, current]) => {
      const { current: after, base: onto, conflicts } = rebased(base, current, base);
      expect(textOf(after)).toEqual(textOf(current));
      expect(onto).toBe(base);
      expect(conflicts).toEqual([]);
      after.check();
    }),
    runs,
  );
});

test("a draft without changes becomes the new base, and onto one's own text nothing is left to change", () => {
  fc.assert(
    fc.property(pairs, ([base, other]) => {
      const proposals = (doc: Node) => doc.children.filter(({ type }) => type.name === "proposal").length;
      if (proposals(base) === proposals(other)) {
        expect(textOf(rebased(base, base, other).current)).toEqual(textOf(other));
      }
      expect(textOf(rebased(base, other, other).current)).toEqual(textOf(other));
    }),
    runs,
  );
});

test("every provision of the draft stands in the new text, or is told as a conflict", () => {
  fc.assert(
    fc.property(draftsOfOneBase, ([base, [draft, newer]]) => {
      if (!draft || !newer) return;
      const { current, conflicts } = rebased(base, draft, newer);
      current.check();
      const ids = blocksOf(current).map(({ node }) => node.attrs.id);
      expect(new Set(ids).size).toBe(ids.length);
      const there = textOf(current).join("\n");
      for (const { after, status } of redline(base, draft).provisions) {
        if (!after || status !== "added") continue;
        const words = contentText(after.node);
        const told = conflicts.some(({ inDraft }) => inDraft === blockText(after.node));
        expect(there.includes(words) || told).toBe(true);
      }
    }),
    runs,
  );
});

test("the cells that a table of mixed rows lacked have names of their own", () => {
  const cells = (texts: string[]) => texts.map((text) => schema.node("table_cell", null, [block("paragraph", text)]));
  const row = (texts: string[]) => schema.node("table_row", { id: freshId() }, cells(texts));
  const section = (rows: string[][]) =>
    schema.node("section", null, [
      block("call", "considérant"),
      schema.node("table", { id: freshId() }, rows.map(row)),
    ]);
  const table = (...rows: string[][]) => {
    const title = block("resolutionNumber", "RÉSOLUTION 1");
    const text = schema.node("resolution", null, rows.length > 0 ? [title, section(rows)] : [title]);
    return schema.node("doc", { language: "fr" }, [schema.node("proposal", { id: freshId() }, [text])]);
  };
  const { current } = rebased(table(), table(["", ""]), table(["", "que"], ["", ""]));
  const ids = blocksOf(current).map(({ node }) => node.attrs.id);
  expect(new Set(ids).size).toBe(ids.length);
});

test("a draft and a base that leave nothing but a note make an empty proposal with it", () => {
  const paragraph = block("paragraph", "Avant-propos.");
  const [proposal] = resolution("La Conférence,").children as [Node];
  const notes = schema.node("footnotes", null, [block("footnote", "Une note.", "1")]);
  const doc = (...children: Node[]) => schema.node("doc", { language: "fr" }, children);
  const { current } = rebased(doc(paragraph, proposal, notes), doc(paragraph, notes), doc(proposal, notes));
  current.check();
  expect(current.children.map(({ type }) => type.name)).toEqual(["proposal", "footnotes"]);

  // Nor does the proposal go with a note of which no reference is left.
  const referring = block("paragraph", "Avant-propos.[^1]");
  const note = schema.node("footnote", { id: freshId(), note: "note 1", label: "1" }, [schema.text("Une note.")]);
  const own = schema.node("footnotes", null, [note]);
  const [cites] = resolution("La Conférence,\nconsidérant\na)\tcela[^1]").children as [Node];
  const emptied = rebased(doc(referring, cites, own), doc(referring, own), doc(cites, own)).current;
  emptied.check();
  expect(emptied.children.map(({ type }) => type.name)).toEqual(["proposal"]);
});

const base = resolution(
  "La Conférence,\nconsidérant\na)\tque les réseaux partagent une capacité nocturne\nb)\tque chaque bibliothèque décide seule\nc)\tque les lecteurs gardent la priorité",
);
const line = (one: string, two: string, three: string, more = "") =>
  resolution(`La Conférence,\nconsidérant\na)\t${one}\nb)\t${two}\nc)\t${three}\n${more}`);
const [first, second, third] = [
  "que les réseaux partagent une capacité nocturne",
  "que chaque bibliothèque décide seule",
  "que les lecteurs gardent la priorité",
];

test("what both change in different words goes together, the same words are a conflict", () => {
  const draft = line(first.replace("nocturne", "diurne"), second.replace("seule", "librement"), third);
  const newer = line(first.replace("partagent", "offrent"), second.replace("seule", "vite"), third);
  const { current, conflicts } = rebased(base, draft, newer);
  expect(textOf(current)).toContain("a)\tque les réseaux offrent une capacité diurne");
  expect(textOf(current)).toContain("b)\tque chaque bibliothèque décide librement");
  expect(conflicts).toEqual([
    {
      key: "b4",
      path: ["considérant", "b)"],
      before: `b)\t${second}`,
      inNewBase: "b)\tque chaque bibliothèque décide vite",
      inDraft: "b)\tque chaque bibliothèque décide librement",
    },
  ]);
  const yielded = rebased(base, draft, newer, new Set(["b4"])).current;
  expect(textOf(yielded)).toContain("b)\tque chaque bibliothèque décide vite");
});

test("the changes keep their authors, and their blocks the names that the new base has", () => {
  const draft = line(first.replace("nocturne", "diurne"), second, third, "d)\tqu'un inventaire manque encore");
  const newer = line(first, second.replace("seule", "vite"), third);
  const added = blocksOf(draft).find(({ node }) => node.attrs.label === "d)")!;
  const onBase = blocksOf(base).find(({ node }) => node.attrs.label === "b)")!.node.attrs.id as string;
  const range = (block: string) => ({ from: { block, offset: 4 }, to: { block, offset: 9 } });
  const words = {
    id: "1",
    author: "Mara",
    initials: "",
    date: "",
    text: "?",
    parent: null,
    resolved: false,
    quote: "",
  };
  const comment = { ...words, base: range(onBase), current: range("gone") };
  const attribution = startAttribution(base, draft, {
    inserted: [{ from: added.pos + 1, to: added.pos + 5, author: "Mara", date: "2030-01-01T00:00:00Z" }],
  });
  const after = rebase({ base, current: draft, newBase: newer, policy: "renumber", attribution, comments: [comment] });
  const marks = redline(after.base, after.current);
  const state = startAttribution(after.base, after.current, after.attribution);
  const addition = marks.provisions.find(({ status }) => status === "added")!;
  expect(attributionOf(state, addition, addition.segments[0]!)?.author).toBe("Mara");
  const kept = blocksOf(after.current).find(({ node }) => node.attrs.label === "b)")!;
  expect(kept.node.attrs.id).toBe(blocksOf(newer).find(({ node }) => node.attrs.label === "b)")!.node.attrs.id);
  expect(after.comments).toEqual([{ ...comment, base: range(kept.node.attrs.id), current: null }]);
  expect(after).toMatchObject({ carried: 2, adopted: 0 });
});
