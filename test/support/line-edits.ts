/** The lines that the cases of the change matrix begin with, and edits of them: a case is its name and the lines it touches. */
import type { Line, Lines, TableLines } from "./lined-documents";

export const line = (type: string, text: string, label = "", level = 0): Line => ({ type, text, label, level });
export const item = (label: string, text: string): Line => line("item", text, label, 1);
export const sub = (label: string, text: string): Line => line("item", text, label, 2);

export const table = (...rows: string[]): TableLines => ({ type: "table", rows: rows.map((row) => row.split("|")) });

export const plain: Lines = [
  line("resolutionNumber", "RÉSOLUTION 58 (Rév. Genève, 2020)"),
  line("resolutionTitle", "Création d'équipes nationales\npour les réseaux ruraux"),
  line("enacting", "L'Assemblée des réseaux (Genève, 2020),"),
  line("call", "considérant"),
  item("a)", "que les réseaux ruraux desservent la majorité des villages;"),
  item("b)", "que la formation des techniciens locaux demeure insuffisante[^1];"),
  item("c)", "que l'UIT\u2011T a déjà publié plusieurs manuels:"),
  sub("i)", "un manuel sur les mâts et pylônes;"),
  sub("ii)", "un manuel sur les batteries solaires,"),
  line("call", "décide"),
  item("1", "de réunir chaque année les équipes nationales;"),
  item("2", "de publier un rapport sur les coûts d'entretien."),
  line("annexNumber", "ANNEXE"),
  line("paragraph", "Le calendrier suivant guide les travaux."),
  table("Année|Action|Responsable", "2021|Inventaire des stations|Bureau", "2022|Atelier des techniciens|Groupe"),
  line("paragraph", "Le calendrier est revu tous les deux ans."),
  line("paragraph", "Les équipes transmettent leurs observations au secrétariat."),
];
export const notes = [line("footnote", "Voir aussi le manuel des opérateurs.", "1")];

/** The index of the line whose text or label begins so. */
export function at(lines: Lines, beginning: string): number {
  const index = lines.findIndex(
    (entry) =>
      entry.type !== "table" && ((entry as Line).text.startsWith(beginning) || (entry as Line).label === beginning),
  );
  if (index < 0) throw new Error(`no line ${beginning}`);
  return index;
}

export type Edit = (lines: Lines) => void;

export const change =
  (beginning: string, from: string, to: string): Edit =>
  (lines) => {
    const entry = lines[at(lines, beginning)] as Line;
    if (!entry.text.includes(from)) throw new Error(`${beginning} does not hold ${from}`);
    lines[at(lines, beginning)] = { ...entry, text: entry.text.replace(from, to) };
  };
export const alter =
  (beginning: string, values: Partial<Line>): Edit =>
  (lines) => {
    const index = at(lines, beginning);
    lines[index] = { ...(lines[index] as Line), ...values };
  };
export const remove =
  (...beginnings: string[]): Edit =>
  (lines) => {
    for (const beginning of beginnings) lines.splice(at(lines, beginning), 1);
  };
export const add =
  (after: string, ...entries: (Line | TableLines)[]): Edit =>
  (lines) => {
    lines.splice(at(lines, after) + 1, 0, ...entries);
  };
export const addBefore =
  (before: string, ...entries: (Line | TableLines)[]): Edit =>
  (lines) => {
    lines.splice(at(lines, before), 0, ...entries);
  };
export const move =
  (beginning: string, count: number, before: string): Edit =>
  (lines) => {
    const moved = lines.splice(at(lines, beginning), count);
    lines.splice(at(lines, before), 0, ...moved);
  };
export const split =
  (beginning: string, where: string, label = ""): Edit =>
  (lines) => {
    const index = at(lines, beginning);
    const entry = lines[index] as Line;
    const cut = entry.text.indexOf(where);
    lines.splice(
      index,
      1,
      { ...entry, text: entry.text.slice(0, cut) },
      { ...entry, label, text: entry.text.slice(cut) },
    );
  };
export const join =
  (beginning: string): Edit =>
  (lines) => {
    const index = at(lines, beginning);
    const [first, second] = lines.slice(index, index + 2) as [Line, Line];
    lines.splice(index, 2, { ...first, text: `${first.text} ${second.text}` });
  };
export const cells =
  (edit: (rows: string[][]) => void): Edit =>
  (lines) => {
    const index = lines.findIndex((entry) => entry.type === "table");
    const table = lines[index] as TableLines;
    const rows = table.rows.map((row) => [...row]);
    edit(rows);
    lines[index] = { ...table, rows };
  };
export const dropTable: Edit = (lines) => {
  lines.splice(
    lines.findIndex((entry) => entry.type === "table"),
    1,
  );
};

export const schedule = table("Poste|Montant", "Mâts|1 200", "Câbles|340");
export const last = "Les équipes transmettent";
export const beforeTable = "Le calendrier suivant";
export const afterTable = "Le calendrier est revu";

export const paragraph = (text: string): Line => line("paragraph", text);

/** Name and edits; where a case needs another base, the edits that make it. */
export type Case = [name: string, edit: Edit[], base?: Edit[]];
