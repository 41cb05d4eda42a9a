/** Paragraphs that are split, or joined with those that follow, at every kind of place. */
import {
  add,
  addBefore,
  afterTable,
  alter,
  beforeTable,
  type Case,
  cells,
  change,
  join,
  last,
  paragraph,
  split,
} from "./line-edits";

const parts = [
  "Atelier des techniciens ruraux;",
  "visite du site voisin par tous;",
  "bilan de la journée en commun;",
  "clôture officielle par le maire.",
];
const parted = parts.map(paragraph);
const whole = paragraph(parts.join(" "));
const first = parts[0]!;
/** The whole into its parts, and back. */
const splitAll = parts.slice(1).map((part, index) => split(parts[index]!, part));
const joinAll = parts.slice(1).map(() => join(first));
const inCell = (...paragraphs: string[]) => [cells((rows) => (rows[2]![1] = paragraphs.join("¶")))];

/** The cases. */
export const splitJoinCases: readonly Case[] = [
  ["split: item", [split("que les réseaux", "desservent", "b)")]],
  ["split: before a table", [split(beforeTable, "guide")]],
  ["split: last paragraph", [split(last, "leurs")]],
  ["split: first half shorter", [split("que les réseaux", "ruraux", "b)")]],
  ["split: in three", [split(last, "leurs"), split("leurs", "au secrétariat")]],
  ["split: with a word changed", [split(last, "leurs"), change("leurs", "leurs", "toutes leurs")]],
  ["split: beside an addition", [split(last, "leurs"), add(last, paragraph("Une remarque nouvelle."))]],
  ["split: sub-item", [split("un manuel sur les mâts", "et pylônes", "ii)")]],
  [
    "split: in a cell",
    [cells((rows) => (rows[2]![1] = "Atelier des techniciens¶et visite du site voisin"))],
    [cells((rows) => (rows[2]![1] = "Atelier des techniciens et visite du site voisin"))],
  ],
  [
    "join: in a cell",
    [cells((rows) => (rows[2]![1] = "Atelier des techniciens et visite du site voisin"))],
    [cells((rows) => (rows[2]![1] = "Atelier des techniciens¶et visite du site voisin"))],
  ],
  ["join: three items", [join("que les réseaux"), join("que les réseaux")]],
  ["join: before a table", [join("ANNEXE")], [alter("ANNEXE", { type: "paragraph" })]],
  ["join: items", [join("que les réseaux")]],
  ["join: last two paragraphs", [join(afterTable)]],
  ["split: in four", splitAll, [addBefore(last, whole)]],
  ["split: in four at the end of the document", splitAll, [add(last, whole)]],
  ["split: in four at the beginning", splitAll, [addBefore("RÉSOLUTION", whole)]],
  ["split: in four before a table", splitAll, [add(beforeTable, whole)]],
  ["split: in four in a cell", inCell(...parts), inCell(parts.join(" "))],
  [
    "split: item in three, relabelled after",
    [
      split("que les réseaux", "desservent", "b)"),
      split("desservent", "des villages", "c)"),
      alter("que la formation", { label: "d)" }),
      alter("que l'UIT", { label: "e)" }),
    ],
  ],
  ["join: two items, relabelled after", [join("que les réseaux"), alter("que l'UIT", { label: "b)" })]],
  ["join: four", joinAll, [addBefore(last, ...parted)]],
  ["join: four at the end of the document", joinAll, [add(last, ...parted)]],
  ["join: four at the beginning", joinAll, [addBefore("RÉSOLUTION", ...parted)]],
  ["join: four before a table", joinAll, [add(beforeTable, ...parted)]],
  ["join: four in a cell", inCell(parts.join(" ")), inCell(...parts)],
  [
    "join: three, the last the longest",
    [join("Bref"), join("Bref")],
    [addBefore(last, paragraph("Bref avis."), paragraph("Suite à donner."))],
  ],
  ["join: four with a word changed", [...joinAll, change(first, "visite", "tour")], [addBefore(last, ...parted)]],
];
