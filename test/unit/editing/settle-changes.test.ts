/** Accepting and rejecting: all of them, none of them, and any number at once or one by one. */
import fc from "fast-check";
import { Fragment, type Node } from "prosemirror-model";
import { describe, expect, test } from "vitest";
import { changesOf } from "../../../shared/editing/change-list";
import { acceptChanges, rejectChanges } from "../../../shared/editing/settle-changes";
import { redline } from "../../../shared/redline/redline";
import { blocksOf, blockText } from "../../../shared/schema/blocks";
import { schema } from "../../../shared/schema/schema";
import { pairs, withOrderlyNotes } from "../../support/random-pairs";
import { block, freshId, resolution } from "../../support/resolution-builder";

const runs = { numRuns: 40 };
const drafts = pairs.map(([base, current]): [Node, Node] => [withOrderlyNotes(base), withOrderlyNotes(current)]);
const textOf = (doc: Node) => blocksOf(doc).map(({ node }) => blockText(node));
const proposalsIn = (doc: Node) => doc.children.filter(({ type }) => type.name === "proposal").length;
const settling = (base: Node, current: Node) => ({
  base,
  current,
  redline: redline(base, current),
  policy: "renumber" as const,
});

describe("for any base and draft", () => {
  test("with all changes accepted nothing is left to tell, with all rejected nothing either", () => {
    fc.assert(
      fc.property(drafts, ([base, current]) => {
        // A proposal more brings its own reasons, which no base takes.
        if (proposalsIn(base) !== proposalsIn(current)) return;
        const accepted = acceptChanges(settling(base, current), () => true);
        accepted.check();
        expect(changesOf(redline(accepted, current), null)).toEqual([]);
        const rejected = rejectChanges(settling(base, current), () => true);
        rejected.check();
        expect(changesOf(redline(base, rejected), null)).toEqual([]);
      }),
      runs,
    );
  });

  test("with none accepted or rejected both texts are what they were", () => {
    fc.assert(
      fc.property(drafts, ([base, current]) => {
        expect(acceptChanges(settling(base, current), () => false).toJSON()).toEqual(base.toJSON());
        expect(textOf(rejectChanges(settling(base, current), () => false))).toEqual(textOf(current));
      }),
      runs,
    );
  });
});

const base = resolution(
  "La Conférence,\nconsidérant\na)\tque les réseaux partagent une capacité nocturne\nb)\tque chaque bibliothèque décide seule\nc)\tque les lecteurs gardent la priorité\nd)\tque les horaires varient selon les saisons\ndécide\n1\tde tenir un registre\n2\tde publier un rapport",
);
const current = resolution(
  "La Conférence,\nconsidérant\na)\tque les réseaux offrent une capacité diurne\nb)\tqu'un inventaire complet manque encore partout\nc)\tque les lecteurs gardent toujours la priorité\nd)\tque les horaires varient selon les saisons\ndécide\n1\tde tenir un registre public\n2\tde publier chaque année un rapport",
);

/** Takes up the changes one after the other, in an order, each in the texts as they are by then. */
function oneByOne(how: "accept" | "reject", from: Node, to: Node, wanted: (text: string) => boolean): [Node, Node] {
  let [one, other] = [from, to];
  for (let guard = 0; guard < 50; guard++) {
    const now = settling(one, other);
    const next = changesOf(now.redline, null).find((change) => wanted(`${change.before}→${change.after}`));
    if (!next) return [one, other];
    const isIt = (change: typeof next) =>
      change.provision === next.provision && change.kind === next.kind && change.segment === next.segment;
    if (how === "accept") one = acceptChanges(now, isIt);
    else other = rejectChanges(now, isIt);
  }
  throw new Error("There is always another change.");
}

test.each([
  ["all", () => true],
  ["some words", (text: string) => /diurne|public|toujours/.test(text)],
  ["what came and went", (text: string) => /inventaire|bibliothèque/.test(text)],
] as const)("%s in bulk is the same as one by one", (_name, wanted) => {
  const both = settling(base, current);
  const isWanted = ({ before, after }: { before: string; after: string }) => wanted(`${before}→${after}`);
  expect(textOf(acceptChanges(both, isWanted))).toEqual(textOf(oneByOne("accept", base, current, wanted)[0]));
  expect(textOf(rejectChanges(both, isWanted))).toEqual(textOf(oneByOne("reject", base, current, wanted)[1]));
});

test("what is accepted leaves the redline, and what is not stays in it", () => {
  const accepted = acceptChanges(settling(base, current), ({ after }) => after.includes("diurne"));
  expect(textOf(accepted)).toContain("a)\tque les réseaux partagent une capacité diurne");
  const left = changesOf(redline(accepted, current), null).map(({ after }) => after);
  expect(left).toContain("offrent");
  expect(left).not.toContain("diurne");
});

test("an addition that is accepted takes its label in the base, and the items behind it follow", () => {
  const before = resolution(
    "La Conférence,\nconsidérant\na)\tque les réseaux croissent\nb)\tque les lecteurs attendent",
  );
  const after = resolution(
    "La Conférence,\nconsidérant\na)\tque les réseaux croissent\nb)\tqu'un inventaire manque\nc)\tque les lecteurs attendent",
  );
  const accepted = acceptChanges(settling(before, after), ({ kind }) => kind === "added");
  expect(textOf(accepted)).toEqual(textOf(after));
});

test.each(["accept", "reject"] as const)("%s of a label alone settles it, though the list no longer counts", (how) => {
  const before = resolution(
    "La Conférence,\ndécide\n1\tde tenir un registre\n2\tde publier un rapport\n3\tde conclure",
  );
  const after = resolution(
    "La Conférence,\ndécide\n1\tde tenir un registre\n10\tde publier un rapport\n3\tde conclure",
  );
  const both = settling(before, after);
  const isLabel = ({ kind }: { kind: string }) => kind === "relabelled";
  expect(changesOf(both.redline, null).filter(isLabel)).toHaveLength(1);
  const settled = how === "accept" ? acceptChanges(both, isLabel) : rejectChanges(both, isLabel);
  expect(textOf(settled)).toEqual(textOf(how === "accept" ? after : before));
});

test("a label beside an addition that is not accepted: one that is accepted alone stays as it is called", () => {
  const before = resolution("La Conférence,\ndécide\n1\tde tenir un registre\n2\tde publier un rapport");
  const after = resolution(
    "La Conférence,\ndécide\n1\tde tenir un registre\n2\tde consulter les lecteurs\n3\tde publier un rapport",
  );
  const label = acceptChanges(settling(before, after), ({ kind }) => kind === "relabelled");
  expect(textOf(label)).toContain("3\tde publier un rapport");
  const all = acceptChanges(settling(label, after), () => true);
  expect(textOf(all)).toEqual(textOf(after));
});

test("what is brought back into a section whose call moved brings the call back, and is told no more", () => {
  const before = resolution(
    "La Conférence,\nnotant\na)\tque les réseaux partagent une capacité\nb)\tqu'un\ndécide\n1\tde tenir un registre public des réseaux\n2\tde publier chaque année un rapport complet\n3\tde conclure",
  );
  const moved = resolution(
    "La Conférence,\ndécide\n1\tde tenir un registre public des réseaux\n2\tde publier chaque année un rapport complet\n3\tde conclure\nnotant\na)\tque les réseaux partagent une capacité",
  );
  let current = moved;
  const gone = (change: { kind: string; before: string }) => change.kind === "suppressed" && change.before === "qu'un";
  expect(changesOf(redline(before, current), null).filter(gone)).toHaveLength(1);
  current = rejectChanges(settling(before, current), gone);
  expect(changesOf(redline(before, current), null).filter(gone)).toEqual([]);
  expect(textOf(current).filter((text) => text.endsWith("qu'un"))).toHaveLength(1);
});

test("the first row of one of two new tables is accepted once", () => {
  const cell = (text: string) => schema.node("table_cell", null, [block("paragraph", text)]);
  const table = (...rows: string[][]) =>
    schema.node(
      "table",
      { id: freshId() },
      rows.map((texts) => schema.node("table_row", { id: freshId() }, texts.map(cell))),
    );
  const one = [
    ["la normes; l'Union 网络", ""],
    ["moteur 决议 1 000 الاتحاد la 网络 réseau", "2024 2024 الاتحاد réseau moteurs 1 000 l'Union 决议"],
  ];
  const other = [
    ["développement 发展 (Rév. الاتحاد normes; suite", "les 决议 发展 que 决议"],
    ["développement développement 发展 étude", "الاتحاد 网络 l'Union la les"],
  ];
  const withTables = (...tables: Node[]) => {
    const section = schema.node("section", null, [block("call", "notant"), ...tables]);
    const content = [block("resolutionNumber", "RÉSOLUTION 1"), section];
    return schema.node("doc", { language: "fr" }, [
      schema.node("proposal", { id: freshId() }, [schema.node("resolution", null, content)]),
    ]);
  };
  const both = settling(withTables(), withTables(table(...one), table(...other)));
  const isFirst = ({ kind, after }: { kind: string; after: string }) => kind === "added" && after === one[0]?.[0];
  const told = changesOf(both.redline, null);
  expect(told.filter(isFirst)).toHaveLength(1);
  const accepted = acceptChanges(both, isFirst);
  expect(textOf(accepted)).toContain(one[0]?.[0]);
  expect(changesOf(redline(accepted, both.current), null)).toHaveLength(told.length - 2);
});

test("a proposal that suppresses a text stays one when another is rejected, also where both texts say the same", () => {
  const text = () => resolution("La Conférence,\ndécide\n1\tde tenir un registre").child(0);
  const named = (node: Node, baseId: string) => node.type.create({ ...node.attrs, baseId }, node.content);
  const shelf = base.copy(Fragment.from([named(text(), "t1"), named(text(), "t2")]));
  const proposed = shelf.copy(Fragment.from(shelf.children.map((node) => node.copy(Fragment.empty))));
  const first = (change: { provision: { before: { proposal: number } | null } }) =>
    change.provision.before?.proposal === 0;
  const rejected = rejectChanges(settling(shelf, proposed), first);
  expect(rejected.children.map(({ attrs, childCount }) => [attrs.baseId, childCount])).toEqual([
    ["t1", 1],
    ["t2", 0],
  ]);
});
