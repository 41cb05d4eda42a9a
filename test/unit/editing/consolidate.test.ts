/** A meeting's decisions to a text: take, combine, brackets, reserve, come back; and the steps that bring it into an editor. */
import fc from "fast-check";
import type { Node } from "prosemirror-model";
import { EditorState } from "prosemirror-state";
import { expect, test } from "vitest";
import { consolidatedText } from "../../../shared/editing/consolidate";
import { transformTo } from "../../../shared/editing/transform-to";
import { compile } from "../../../shared/redline/compile";
import {
  type Choice,
  type Decision,
  readDecisions,
  rowName,
  rowsToDecide,
  standings,
  wordsAbout,
  writeDecisions,
} from "../../../shared/redline/decisions";
import { layBeside } from "../../../shared/redline/lay-beside";
import { blocksOf, blockText } from "../../../shared/schema/blocks";
import { bracketsOf } from "../../../shared/schema/brackets";
import { draftsOfOneBase, pairs } from "../../support/random-pairs";
import { resolution } from "../../support/resolution-builder";

const textOf = (doc: Node) => blocksOf(doc).map(({ node }) => blockText(node));
const decision = (rows: string[], choice: Choice, ...sources: string[]): Decision => ({
  rows,
  choice,
  sources,
  by: "Chair",
  at: "2030-01-01T00:00:00Z",
});
const compiled = (base: Node, drafts: readonly Node[]) =>
  compile(
    base,
    drafts.map((current, index) => layBeside(base, `P${index + 1}`, current, `p${index + 1}`)),
  );

test("whoever is taken everywhere, the text is theirs", () => {
  fc.assert(
    fc.property(draftsOfOneBase, ([base, drafts]) => {
      const compilation = compiled(base, drafts);
      for (const [index, current] of drafts.entries()) {
        const source = `P${index + 1}`;
        const theirs = compilation.rows.filter(({ options }) => options.some((each) => each.sources.includes(source)));
        const made = consolidatedText({ compilation, policy: "renumber" }, [
          decision(theirs.map(rowName), "take", source),
        ]);
        expect(textOf(made)).toEqual(textOf(current));
      }
    }),
    { numRuns: 30 },
  );
});

test("the steps from one text to another lead to it, and back", () => {
  fc.assert(
    fc.property(pairs, ([one, other]) => {
      const laid = layBeside(one, "P", other, "p").current;
      const tr = EditorState.create({ doc: one }).tr;
      transformTo(tr, laid);
      expect(tr.doc.eq(laid)).toBe(true);
      for (let at = tr.steps.length - 1; at >= 0; at--) tr.step(tr.steps[at]!.invert(tr.docs[at]!));
      expect(tr.doc.eq(one)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

const items = [
  "que les réseaux partagent une capacité nocturne",
  "que chaque bibliothèque décide seule",
  "que les lecteurs attendent",
];
const draft = (one = items[0], two = items[1], three = items[2], more = "") =>
  resolution(`La Conférence,\nconsidérant\na)\t${one}\nb)\t${two}\nc)\t${three}\n${more}`);
const base = draft();
const without = resolution(`La Conférence,\nconsidérant\na)\t${items[0]}\nb)\t${items[2]}`);
const drafts = [
  draft(
    items[0]?.replace("nocturne", "diurne"),
    items[1]?.replace("seule", "vite"),
    items[2],
    "d)\tqu'un inventaire manque",
  ),
  draft(
    items[0]?.replace("nocturne", "horaire"),
    items[1]?.replace("chaque", "toute"),
    items[2],
    "d)\tqu'un rapport annuel suffit",
  ),
  without,
];
const compilation = compiled(base, drafts);
const after = (...decisions: Decision[]) => textOf(consolidatedText({ compilation, policy: "renumber" }, decisions));

test("nothing is decided: the text is the base, and what needs no decision is not asked about", () => {
  expect(after()).toEqual(textOf(base));
  // c) only becomes b) in the third draft because b) goes.
  expect(rowsToDecide(compilation).map(({ key }) => key)).toEqual(["b3", "b4", "g5-1", "g5-2"]);
});

test("taking one, keeping the base, and coming back", () => {
  expect(after(decision(["b3"], "take", "P2"))[2]).toBe("a)\tque les réseaux partagent une capacité horaire");
  expect(after(decision(["b3"], "take", "P2"), decision(["b3"], "take", "P1"))[2]).toContain("diurne");
  expect(after(decision(["b3"], "take", "P2"), decision(["b3"], "base"))).toEqual(textOf(base));
  expect(after(decision(["b3"], "take", "P2"), decision(["b3"], "open"))).toEqual(textOf(base));
});

test("what goes together is combined, and labels follow what came and went", () => {
  expect(after(decision(["b4"], "take", "P1", "P2"))[3]).toBe("b)\tque toute bibliothèque décide vite");
  const additions = compilation.rows.filter((row) => row.base === null).map(rowName);
  expect(after(decision(additions, "all")).slice(2)).toEqual([
    `a)\t${items[0]}`,
    `b)\t${items[1]}`,
    `c)\t${items[2]}`,
    "d)\tqu'un inventaire manque",
    "e)\tqu'un rapport annuel suffit",
  ]);
  expect(after(decision(["b4"], "take", "P3")).slice(2)).toEqual([`a)\t${items[0]}`, `b)\t${items[2]}`]);
});

test("alternatives stand in brackets with who proposes them", () => {
  expect(after(decision(["b3"], "brackets"))[2]).toBe("a)\tque les réseaux partagent une capacité [diurne / horaire]");
  expect(after(decision(["b4"], "brackets"))[3]).toBe(
    "b)\t[que chaque bibliothèque décide vite / que toute bibliothèque décide seule / SUP]",
  );
  const made = consolidatedText({ compilation, policy: "renumber" }, [decision(["b3"], "brackets")]);
  expect(bracketsOf(made).pairs[0]?.alternatives.map(({ text, holders }) => `${holders}: ${text}`)).toEqual([
    "P1: diurne",
    "P2: horaire",
  ]);
  const [addition] = compilation.rows.filter((row) => row.base === null).map(rowName);
  expect(after(decision([addition as string], "brackets")).at(-1)).toBe("d)\t[qu'un inventaire manque]");
});

test("what is reserved keeps its text and is not forgotten", () => {
  const decisions = [decision(["b3"], "take", "P1"), decision(["b3"], "reserve")];
  expect(after(...decisions)[2]).toContain("diurne");
  const row = compilation.rows.find(({ key }) => key === "b3")!;
  expect(standings(compilation, decisions).get(row)).toMatchObject({ reserved: true, decision: { choice: "take" } });
});

test("every word about a provision is kept, those that a later one overrules as well", () => {
  const decisions = [
    decision(["b3"], "take", "P1"),
    decision(["b3", "b4"], "brackets"),
    decision(["b3"], "open"),
    decision(["b3"], "base"),
  ];
  const words = wordsAbout(compilation, readDecisions(writeDecisions(decisions)));
  const of = (key: string) => words.get(compilation.rows.find((row) => row.key === key)!)?.map(({ choice }) => choice);
  expect(of("b3")).toEqual(["take", "brackets", "open", "base"]);
  expect(of("b4")).toEqual(["brackets"]);
});

test("a decision on an addition is found again when another draft is laid beside", () => {
  const [row] = compilation.rows.filter((each) => each.base === null);
  const name = rowName(row!);
  const late = compile(base, [
    layBeside(base, "A late one", draft(items[0], items[1], items[2], "d)\tque tout est dit"), "late"),
    ...compilation.drafts,
  ]);
  const text = textOf(consolidatedText({ compilation: late, policy: "renumber" }, [decision([name], "take", "P1")]));
  expect(text.at(-1)).toBe("d)\tqu'un inventaire manque");
});

test("decisions are written and read, and what is none is left out", () => {
  const decisions = [decision(["b3"], "take", "P1")];
  expect(readDecisions(writeDecisions(decisions))).toEqual(decisions);
  expect(readDecisions("")).toEqual([]);
  expect(readDecisions("{")).toEqual([]);
  expect(readDecisions('[{"rows":"b3"},null,1]')).toEqual([]);
});
