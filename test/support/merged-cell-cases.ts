/** Tables with a head of two rows, wide and tall cells, and tables in cells: what comes, goes and changes in them. */
import { add, addBefore, afterTable, type Case, cells, dropTable, type Edit, last, remove } from "./line-edits";
import type { TableLines } from "./lined-documents";

const merged: TableLines = {
  type: "table",
  heads: 2,
  rows: [
    ["Année↓2", "Action→2", "Coût↓2"],
    ["Nature", "Lieu"],
    ["2021↓2", "Inventaire des stations", "Bureau régional", "1 200"],
    ["Relevé des mâts anciens", "Groupe d'experts", "340"],
    ["2022", "Atelier des techniciens locaux→2", "75"],
  ],
};
const nested: TableLines = {
  type: "table",
  rows: [
    ["Poste", "Détail"],
    ["Réseaux du nord", "⊞Mâts,1 200/Câbles de terre,340"],
    ["Réseaux du sud", "Rien n'est prévu cette année"],
  ],
};

const instead =
  (table: TableLines): Edit =>
  (lines) => {
    lines[lines.findIndex(({ type }) => type === "table")] = table;
  };
const inMerged: Edit[] = [instead(merged)];
const inNested: Edit[] = [instead(nested)];

/** The cases. */
export const mergedCellCases: readonly Case[] = [
  ["merged: wide cell, text", [cells((rows) => (rows[4]![1] = "Atelier des élus locaux→2"))], inMerged],
  ["merged: tall cell, text", [cells((rows) => (rows[2]![0] = "2021 et 2023↓2"))], inMerged],
  ["merged: beside a tall cell, text", [cells((rows) => (rows[3]![0] = "Relevé des pylônes anciens"))], inMerged],
  ["merged: head, wide cell", [cells((rows) => (rows[0]![1] = "Mesure→2"))], inMerged],
  ["merged: second row of the head", [cells((rows) => (rows[1]![1] = "Région"))], inMerged],
  [
    "merged: row added under the head",
    [cells((rows) => rows.splice(2, 0, ["2020", "Étude", "Bureau", "90"]))],
    inMerged,
  ],
  ["merged: row added last", [cells((rows) => rows.push(["2024", "Bilan de tout→2", "60"]))], inMerged],
  [
    "merged: row added within a tall cell",
    [
      cells((rows) => {
        rows[2]![0] = "2021↓3";
        rows.splice(3, 0, ["Mesures de portée", "Institut", "15"]);
      }),
    ],
    inMerged,
  ],
  ["merged: row suppressed last", [cells((rows) => rows.pop())], inMerged],
  ["merged: rows of a tall cell suppressed", [cells((rows) => rows.splice(2, 2))], inMerged],
  [
    "merged: row within a tall cell suppressed",
    [
      cells((rows) => {
        rows[2]![0] = "2021";
        rows.splice(3, 1);
      }),
    ],
    inMerged,
  ],
  [
    "merged: wide cell parted",
    [cells((rows) => rows[4]!.splice(1, 1, "Atelier des techniciens locaux", "Centre"))],
    inMerged,
  ],
  ["merged: cells joined", [cells((rows) => rows[3]!.splice(0, 2, "Relevé des mâts anciens→2"))], inMerged],
  [
    "merged: column suppressed",
    [
      cells((rows) => {
        for (const row of rows) if (row.length > 2) row.pop();
      }),
    ],
    inMerged,
  ],
  ["merged: table added", [add(last, merged)]],
  ["merged: table suppressed", [dropTable], inMerged],
  ["merged: table suppressed last", [dropTable], [...inMerged, remove(afterTable, last)]],
  ["nested: text in it", [cells((rows) => (rows[1]![1] = "⊞Mâts,1 500/Câbles de terre,340"))], inNested],
  ["nested: text beside it", [cells((rows) => (rows[1]![0] = "Réseaux du grand nord"))], inNested],
  [
    "nested: row added",
    [cells((rows) => (rows[1]![1] = "⊞Mâts,1 200/Piles solaires,80/Câbles de terre,340"))],
    inNested,
  ],
  ["nested: row suppressed", [cells((rows) => (rows[1]![1] = "⊞Mâts,1 200"))], inNested],
  ["nested: outer row suppressed", [cells((rows) => rows.splice(1, 1))], inNested],
  ["nested: outer row added", [cells((rows) => rows.push(["Réseaux de l'ouest", "⊞Antennes,70/Abris,12"]))], inNested],
  ["nested: table suppressed", [dropTable], inNested],
  ["nested: table added", [addBefore(afterTable, nested)], [dropTable]],
];
