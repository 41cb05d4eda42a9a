import { Fragment, type Node } from "prosemirror-model";
import { describe, expect, test } from "vitest";
import { comparedBase } from "../../../shared/redline/compared-base";
import { redline } from "../../../shared/redline/redline";
import { blocksOf, blockText } from "../../../shared/schema/blocks";
import { schema } from "../../../shared/schema/schema";
import { documentFromText } from "../../support/read-document";
import { block } from "../../support/resolution-builder";

function resolution(number: number, subject: string, items: string[]): string {
  const labelled = items.map(
    (text, at) => `${String.fromCharCode(97 + at)})\t${text}${at < items.length - 1 ? ";" : ","}`,
  );
  return `RESOLUTION ${number} (Rev. Kigali, 2022)
On ${subject}
The World Telecommunication Development Conference (Kigali, 2022),
considering
${labelled.join("\n")}
resolves
1	to go on with the work on ${subject};
2	to report about ${subject} each year.`;
}

const shared = "that telecommunications serve the development of all countries";
const roads = resolution(1, "roads and their cables", [
  shared,
  "that roads are dug up for cables",
  "that digging is dear",
]);
const seas = resolution(2, "cables under the sea", [
  shared,
  "that ships cut cables now and then",
  "that islands depend on them",
]);
const skies = resolution(3, "satellites in low orbits", [
  "that satellites multiply quickly",
  shared,
  "that debris is a danger",
]);

/** The proposals of a text, under a name. */
function text(from: string, baseId: string): Node {
  const proposal = documentFromText(from).children.find(({ type }) => type.name === "proposal")!;
  return proposal.type.create({ ...proposal.attrs, baseId }, proposal.content);
}

const doc = (...children: Node[]) => schema.node("doc", { language: "en" }, children);
const shelf = doc(text(roads, "t1"), text(seas, "t2"), text(skies, "t3"));

describe("the base of a contribution", () => {
  test("has the texts that its proposals name, in their order", () => {
    const current = doc(text(skies, "t3"), text(roads, "t1"));
    const base = comparedBase(shelf, current);
    expect(base.children.map(({ attrs }) => attrs.baseId)).toEqual(["t3", "t1"]);
    expect(comparedBase(shelf, doc(text(skies, "t3"), text(roads, "t1")))).toBe(base);
    expect(redline(base, current).marker).toBe("NOC");
  });

  test("is the locked base itself when no text has a name", () => {
    const plain = doc(text(roads, ""));
    expect(comparedBase(plain, doc(text(seas, "t2")))).toBe(plain);
  });

  test("of nothing but new texts is empty, and the front matter is nobody's change", () => {
    const label = schema.node("paragraph", { role: "frontLabel" }, schema.text("Abstract:"));
    const current = doc(label, text(roads, ""));
    const base = comparedBase(shelf, current);
    base.check();
    const statuses = redline(base, current).provisions.map(({ status }) => status);
    expect(statuses[0]).toBe("frame");
    expect(new Set(statuses.slice(1))).toEqual(new Set(["added"]));
    expect(redline(base, doc(label)).provisions.map(({ status }) => status)).toEqual(["frame"]);
  });
});

describe("several proposals", () => {
  test("of a text that was not read as proposals are found in it", () => {
    const current = doc(text(roads, ""), text(seas, ""));
    const lines = blocksOf(current).map(({ node }) => block("paragraph", blockText(node)));
    expect(redline(doc(...lines), current).counts).toMatchObject({ added: 0, suppressed: 0 });
  });

  test("are compared each with its own text, whatever they share", () => {
    // The middle text loses the section that both its neighbours have in the same words.
    const cut = seas.replace(/considering\n(?:\w\)\t.*\n)+/u, "");
    const current = doc(text(roads, "t1"), text(cut, "t2"), text(skies, "t3"));
    const { provisions } = redline(comparedBase(shelf, current), current);
    for (const { before, after } of provisions) if (before && after) expect(after.proposal).toBe(before.proposal);
    const suppressed = provisions.filter(({ status }) => status === "suppressed");
    expect(suppressed.map(({ before }) => before!.proposal)).toEqual([1, 1, 1, 1]);
    expect(new Set(provisions.map(({ status }) => status))).toEqual(new Set(["unchanged", "suppressed"]));
  });

  test("that were written anew are compared with the text in their place, though another one has as short a head", () => {
    const short = (baseId: string, title: string, items: string[] = []) => {
      const body = items.map((each) => block("item", each, "–"));
      const head = [block("resolutionNumber", "RESOLUTION 1"), block("resolutionTitle", title)];
      const sections = items.length > 0 ? [schema.node("section", null, [block("call", "notes"), ...body])] : [];
      return schema.node("proposal", { baseId }, [schema.node("resolution", null, [...head, ...sections])]);
    };
    const written = Array.from({ length: 15 }, (_, at) => `that ship number ${at + 1} lays its cable`);
    const current = doc(short("t4", "Ships of the fleet", written), short("t3", "Debris is a danger"));
    const own = doc(short("t3", "Satellites in low orbits"), short("t4", "On roads and their cables"));
    const pairs = redline(comparedBase(own, current), current).provisions.flatMap(({ before, after }) =>
      before && after ? [[before.proposal, after.proposal]] : [],
    );
    expect(pairs).toEqual([
      [0, 0],
      [0, 0],
      [1, 1],
      [1, 1],
    ]);
  });

  test("do not give each other's paragraphs as moved", () => {
    const without = skies.replace(`b)\t${shared};\n`, "");
    const added = resolution(9, "something else", ["that nothing is known about it", shared, "that it may come"]);
    const current = doc(text(without, "t3"), text(added, ""));
    const { provisions } = redline(comparedBase(shelf, current), current);
    expect(provisions.filter(({ moved }) => moved)).toEqual([]);
  });
});

test("notes follow one another text by text, as in the contribution, and are not told as moved", () => {
  const noted = (of: Node, note: string): Node => {
    let done = false;
    const withReference = (node: Node): Node => {
      if (node.isText || done) return node;
      if (node.type.name !== "item") return node.copy(Fragment.from(node.children.map(withReference)));
      done = true;
      return node.copy(node.content.addToEnd(schema.node("footnoteReference", { note, mark: "1" })));
    };
    return withReference(of);
  };
  const notes = (...names: string[]) =>
    schema.node(
      "footnotes",
      null,
      names.map((note) => schema.node("footnote", { note, id: note, label: "1" }, [schema.text("See there.")])),
    );
  const [one, three] = [noted(text(roads, "t1"), "x"), noted(text(skies, "t3"), "y")];
  const current = doc(three, one, notes("y", "x"));
  const base = comparedBase(doc(one, text(seas, "t2"), three, notes("x", "y")), current);
  expect(base.lastChild?.children.map(({ attrs }) => attrs.note)).toEqual(["y", "x"]);
  expect(redline(base, current).provisions.filter(({ status }) => status !== "unchanged")).toEqual([]);
});
