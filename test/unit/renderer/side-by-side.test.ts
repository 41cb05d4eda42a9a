/** What the side-by-side table shows of a text: folds, filters, and the call above what changed. */
import { expect, test } from "vitest";
import { authorsOf, type RowFilter, sectionsOf, shownRows } from "../../../renderer/session/side-by-side";
import { redline } from "../../../shared/redline/redline";
import { sideRows } from "../../../shared/redline/side-rows";
import { resolution } from "../../support/resolution-builder";

const items = (call: string, more = "") =>
  `${call}\n${["a", "b", "c", "d"].map((label) => `${label})\tque ${call} dit le point ${label}\n`).join("")}${more}`;
const base = resolution(`La Conférence,\n${items("considérant")}${items("notant")}`);
const current = resolution(
  `La Conférence,\n${items("considérant")}${items("notant", "e)\tune phrase toute nouvelle et sans pareille\n")}`,
);
const rows = sideRows(redline(base, current));
const show = (filter: RowFilter, folds: boolean, opened: string[] = []) =>
  shownRows(rows, { filter, folds, opened: new Set(opened) }).map((each) =>
    each.kind === "fold" ? each.count : (each.row.provision.after?.node.textContent ?? ""),
  );

test("everything shows while nothing is folded", () => {
  expect(show("all", false)).toHaveLength(rows.length);
});

test("what did not change becomes one line, the call of a change stays", () => {
  expect(show("all", true)).toEqual([6, "notant", 4, "une phrase toute nouvelle et sans pareille"]);
});

test("a fold that was opened shows its rows, the others stay folded", () => {
  const fold = shownRows(rows, { filter: "all", folds: true, opened: new Set() })[0]?.key as string;
  expect(show("all", true, [fold])).toHaveLength(6 + 3);
});

test("a filter leaves its rows and the calls above them", () => {
  expect(show("added", true)).toEqual(["notant", "une phrase toute nouvelle et sans pareille"]);
  expect(show("suppressed", false)).toEqual([]);
  expect(show("changed", false)).toEqual(show("added", false));
});

test("one section shows with its call, folded or not", () => {
  const [first, second] = sectionsOf(rows);
  expect([first?.words, second?.words]).toEqual(["considérant", "notant"]);
  const within = (section: string | undefined, folds: boolean, filter: RowFilter = "all") =>
    shownRows(rows, { filter, folds, opened: new Set(), section: section ?? null }).map((each) =>
      each.kind === "fold" ? each.count : (each.row.provision.after?.node.textContent ?? ""),
    );
  expect(within(first?.name, false)).toHaveLength(5);
  expect(within(first?.name, true)).toEqual([5]);
  expect(within(first?.name, false, "changed")).toEqual([]);
  expect(within(second?.name, true)).toEqual(["notant", 4, "une phrase toute nouvelle et sans pareille"]);
});

test("only what one author changed, with the call above it", () => {
  const by = (author: string) =>
    shownRows(rows, {
      filter: "all",
      folds: true,
      opened: new Set(),
      isBy: (row) => authorsOf(row, () => "Li").has(author),
    }).map((each) => (each.kind === "fold" ? each.count : (each.row.provision.after?.node.textContent ?? "")));
  expect(by("Li")).toEqual(["notant", "une phrase toute nouvelle et sans pareille"]);
  expect(by("Awa")).toEqual([]);
});
