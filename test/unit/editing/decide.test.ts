/** Deciding in an editor: one undo step with its record, whose the change is, and what was typed meanwhile. */
import { redo, undo } from "prosemirror-history";
import type { EditorState } from "prosemirror-state";
import { expect, test } from "vitest";
import { changesOf } from "../../../shared/editing/change-list";
import { decide, decisionPlugin } from "../../../shared/editing/decide";
import { createDraftState } from "../../../shared/editing/draft-state";
import { exactRedline, redlineKey } from "../../../shared/editing/redline-plugin";
import { compile } from "../../../shared/redline/compile";
import { type Choice, readDecisions } from "../../../shared/redline/decisions";
import { layBeside } from "../../../shared/redline/lay-beside";
import { blocksOf, blockText } from "../../../shared/schema/blocks";
import { resolution } from "../../support/resolution-builder";

const items = ["que les réseaux partagent une capacité nocturne", "que chaque bibliothèque décide seule"];
const draft = (one = items[0], two = items[1], more = "") =>
  resolution(`La Conférence,\nconsidérant\na)\t${one}\nb)\t${two}\n${more}`);
const base = draft();
const compilation = compile(
  base,
  [
    draft(items[0]?.replace("nocturne", "diurne"), items[1]?.replace("seule", "vite"), "c)\tqu'un inventaire manque"),
    draft(items[0]?.replace("partagent", "offrent"), items[1]?.replace("seule", "bien"), "c)\tqu'un inventaire manque"),
  ].map((current, index) => layBeside(base, ["Brésil", "Kenya"][index] as string, current, `p${index}`)),
);
const start = () =>
  createDraftState({
    base,
    current: base,
    author: "Chair",
    labelPolicy: "renumber",
    plugins: [decisionPlugin(compilation)],
  });
const after = (state: EditorState, rows: string[], choice: Choice, ...sources: string[]) => {
  let next = state;
  decide(compilation, { rows, choice, sources, by: "Chair", at: "2030-01-01T00:00:00Z" })(state, (tr) => {
    next = state.apply(tr);
  });
  return next;
};
const run = (state: EditorState, command: typeof undo) => {
  let next = state;
  command(state, (tr) => {
    next = state.apply(tr);
  });
  return next;
};
const textOf = ({ doc }: EditorState) => blocksOf(doc).map(({ node }) => blockText(node));
const signed = (state: EditorState) =>
  changesOf(exactRedline(state)!, redlineKey.getState(state)!.attribution, "?").map(
    ({ before, after: words, author }) => `${author}: ${before} → ${words}`,
  );

test("what is taken carries its source, what goes together each its own, what all propose all of them", () => {
  const one = after(start(), ["b3"], "all");
  expect(textOf(one)[2]).toBe("a)\tque les réseaux offrent une capacité diurne");
  expect(signed(one)).toEqual(["Kenya: partagent → offrent", "Brésil: nocturne → diurne"]);
  const two = after(one, ["b4"], "take", "Kenya");
  expect(signed(two)).toContain("Kenya: seule → bien");
  const added = compilation.rows.find((row) => row.base === null)!;
  const three = after(two, [`+${added.options[0]!.order.get("Brésil")} Brésil`], "all");
  expect(signed(three)).toContain("Brésil, Kenya:  → qu'un inventaire manque");
  expect(readDecisions(three.doc.attrs.decisions).map(({ choice, by }) => [choice, by])).toEqual([
    ["all", "Chair"],
    ["take", "Chair"],
    ["all", "Chair"],
  ]);
});

test("undo takes back the text with its record, redo brings both and the source again", () => {
  const decided = after(start(), ["b4"], "take", "Kenya");
  const undone = run(decided, undo);
  expect(textOf(undone)).toEqual(textOf(start()));
  expect(readDecisions(undone.doc.attrs.decisions)).toEqual([]);
  const redone = run(undone, redo);
  expect(signed(redone)).toEqual(["Kenya: seule → bien"]);
  expect(readDecisions(redone.doc.attrs.decisions)).toHaveLength(1);
});

test("what the chair typed stays, save where the meeting decides", () => {
  const end = (state: EditorState, index: number) => {
    const { pos, node } = blocksOf(state.doc)[index]!;
    return pos + 1 + node.content.size;
  };
  let state = start();
  state = state.apply(state.tr.insertText(" partout", end(state, 2)));
  state = after(state, ["b4"], "take", "Brésil");
  expect(textOf(state).slice(2)).toEqual([`a)\t${items[0]} partout`, "b)\tque chaque bibliothèque décide vite"]);
  expect(signed(state)).toEqual(["Chair:  →  partout", "Brésil: seule → vite"]);
  const back = after(state, ["b4"], "open");
  expect(textOf(back).slice(2)).toEqual([`a)\t${items[0]} partout`, `b)\t${items[1]}`]);
});

test("brackets are one change of all who hold them", () => {
  const state = after(start(), ["b4"], "brackets");
  expect(textOf(state)[3]).toBe("b)\tque chaque bibliothèque décide [vite / bien]");
  expect(new Set(signed(state).map((line) => line.split(":")[0]))).toEqual(new Set(["Brésil, Kenya"]));
});

test("a mind changed at once is two steps of undo", () => {
  const taken = after(start(), ["b3"], "take", "Kenya");
  const changed = after(taken, ["b3"], "take", "Brésil");
  expect(textOf(run(changed, undo))).toEqual(textOf(taken));
});
