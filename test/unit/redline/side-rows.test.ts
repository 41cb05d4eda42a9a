/** Rows of a side-by-side table: both columns read downwards are the two texts, for any two texts. */
import fc from "fast-check";
import type { Node } from "prosemirror-model";
import { expect, test } from "vitest";
import { findProvision } from "../../../shared/redline/find-provision";
import { redline } from "../../../shared/redline/redline";
import { type Column, cellOf, type SideRow, sideRows } from "../../../shared/redline/side-rows";
import { blocksOf, blockText } from "../../../shared/schema/blocks";
import { pairs } from "../../support/random-pairs";
import { resolution } from "../../support/resolution-builder";

function columnText(rows: readonly SideRow[], column: Column): string[] {
  return rows.flatMap((row) => {
    const cell = cellOf(row, column);
    if (!cell) return [];
    const words = (pieces: typeof cell.text) => pieces.map(({ text }) => text).join("");
    return [words(cell.label) + cell.block.node.attrs.separator + words(cell.text)];
  });
}

/** The text of a document's blocks, notes by their marks. */
function textOf(doc: Node): string[] {
  return blocksOf(doc).map(({ node }) => blockText(node).replace(/\[\^([^\]]*)\]/g, "$1"));
}

test("the base column is the base, the clean column the current text", () => {
  fc.assert(
    fc.property(pairs, ([base, current]) => {
      const rows = sideRows(redline(base, current));
      expect(columnText(rows, "base")).toEqual(textOf(base));
      expect(columnText(rows, "clean")).toEqual(textOf(current));
      expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
    }),
  );
});

test("the marked column holds what the other two hold, each change once", () => {
  fc.assert(
    fc.property(pairs, ([base, current]) => {
      for (const row of sideRows(redline(base, current))) {
        if (row.side !== "both") continue;
        const words = (column: Column, without: string) =>
          (cellOf(row, column)?.text ?? [])
            .filter(({ op }) => op !== without)
            .map(({ text }) => text)
            .join("");
        expect(words("marked", "+")).toBe(words("base", ""));
        expect(words("marked", "-")).toBe(words("clean", ""));
      }
    }),
  );
});

const text = (items: string) => resolution(`La Conférence,\nconsidérant\n${items}décide\n1\tde rester ainsi`);

test("an addition has no base cell, a suppression no clean one, what moved two rows that know each other", () => {
  const one = "a)\tque le premier point reste où il est\n";
  const gone = "b)\tque le deuxième point ne sera plus dit\n";
  const far = "c)\tque le troisième point change de place ici\n";
  const rest = "d)\tque rien ne change dans ce quatrième point\n";
  const added = "e)\tune phrase toute nouvelle et sans pareille\n";
  const rows = sideRows(redline(text(one + gone + far + rest), text(far + one + rest + added)));
  const find = (status: string) => rows.filter(({ provision }) => provision.status === status);
  expect(find("added").map((row) => cellOf(row, "base"))).toEqual([null]);
  expect(find("suppressed").map((row) => cellOf(row, "clean"))).toEqual([null]);
  const [first, second] = rows.filter(({ twin }) => twin !== null);
  expect(first?.twin).toBe(second?.key);
  expect(second?.twin).toBe(first?.key);
});

test("a label that changed is struck on the left and new on the right", () => {
  const rows = sideRows(redline(text("a)\tque rien ne change ici\n"), text("b)\tque rien ne change ici\n")));
  const row = rows.find(({ provision }) => provision.relabelled) as SideRow;
  expect(cellOf(row, "base")?.label.map(({ op, text }) => op + text)).toEqual(["-a)"]);
  expect(cellOf(row, "marked")?.label.map(({ op, text }) => op + text)).toEqual(["-a)", "+b)"]);
  expect(cellOf(row, "clean")?.label.map(({ op, text }) => op + text)).toEqual(["+b)"]);
});

test.each([
  ["considérant b", "que deux"],
  ["CONSIDERANT b)", "que deux"],
  ["cons b", "que deux"],
  ["b", "que deux"],
  ["charge dir 2", "d'agir encore"],
  ["charge le directeur 1", "d'agir"],
  ["charge", "charge le Directeur"],
  ["i", "un point plus bas"],
  ["décide 1 i", "un point plus bas"],
  ["agir encore", "d'agir encore"],
  ["charge 1 –2", "vers la mer"],
  ["charge 1 -1", "vers la ville"],
])("%s leads to %s", (cited, found) => {
  const doc = resolution(
    "La Conférence,\nconsidérant\na)\tque un\nb)\tque deux\ndécide\n1\td'avancer\n  i)\tun point plus bas\ncharge le Directeur\n1\td'agir\n  –\tvers la ville\n  –\tvers la mer\n2\td'agir encore",
  );
  const rows = sideRows(redline(doc, doc));
  const row = rows[findProvision(rows, cited)];
  expect(row?.provision.after?.node.textContent).toBe(found);
});

test("what nobody says leads nowhere, and asking again goes on from there", () => {
  const doc = resolution("La Conférence,\nconsidérant\na)\tque un\ndécide\na)\tque deux");
  const rows = sideRows(redline(doc, doc));
  expect(findProvision(rows, "zzz")).toBe(-1);
  expect(findProvision(rows, " ")).toBe(-1);
  const first = findProvision(rows, "a");
  const second = findProvision(rows, "a", first + 1);
  expect(second).toBeGreaterThan(first);
  expect(findProvision(rows, "a", second + 1)).toBe(first);
});
