/**
 * Every kind of change at every kind of place, as pairs of documents: what a writer of marked files must
 * get right wherever a paragraph stands. Written from one plain list of lines, so that a case is its name
 * and the lines it touches.
 */
import type { Node } from "prosemirror-model";
import { schema } from "../../shared/schema/schema";
import { documentOf, type Line, type Lines, type TableLines } from "./lined-documents";

export interface ChangeCase {
  name: string;
  base: Node;
  current: Node;
}

const line = (type: string, text: string, label = "", level = 0): Line => ({ type, text, label, level });
const item = (label: string, text: string): Line => line("item", text, label, 1);
const sub = (label: string, text: string): Line => line("item", text, label, 2);

const table = (...rows: string[]): TableLines => ({ type: "table", rows: rows.map((row) => row.split("|")) });

const plain: Lines = [
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
const notes = [line("footnote", "Voir aussi le manuel des opérateurs.", "1")];

/** The index of the line whose text or label begins so. */
function at(lines: Lines, beginning: string): number {
  const index = lines.findIndex(
    (entry) =>
      entry.type !== "table" && ((entry as Line).text.startsWith(beginning) || (entry as Line).label === beginning),
  );
  if (index < 0) throw new Error(`no line ${beginning}`);
  return index;
}

type Edit = (lines: Lines) => void;

const change =
  (beginning: string, from: string, to: string): Edit =>
  (lines) => {
    const entry = lines[at(lines, beginning)] as Line;
    if (!entry.text.includes(from)) throw new Error(`${beginning} does not hold ${from}`);
    lines[at(lines, beginning)] = { ...entry, text: entry.text.replace(from, to) };
  };
const alter =
  (beginning: string, values: Partial<Line>): Edit =>
  (lines) => {
    const index = at(lines, beginning);
    lines[index] = { ...(lines[index] as Line), ...values };
  };
const remove =
  (...beginnings: string[]): Edit =>
  (lines) => {
    for (const beginning of beginnings) lines.splice(at(lines, beginning), 1);
  };
const add =
  (after: string, ...entries: (Line | TableLines)[]): Edit =>
  (lines) => {
    lines.splice(at(lines, after) + 1, 0, ...entries);
  };
const addBefore =
  (before: string, ...entries: (Line | TableLines)[]): Edit =>
  (lines) => {
    lines.splice(at(lines, before), 0, ...entries);
  };
const move =
  (beginning: string, count: number, before: string): Edit =>
  (lines) => {
    const moved = lines.splice(at(lines, beginning), count);
    lines.splice(at(lines, before), 0, ...moved);
  };
const split =
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
const join =
  (beginning: string): Edit =>
  (lines) => {
    const index = at(lines, beginning);
    const [first, second] = lines.slice(index, index + 2) as [Line, Line];
    lines.splice(index, 2, { ...first, text: `${first.text} ${second.text}` });
  };
const cells =
  (edit: (rows: string[][]) => void): Edit =>
  (lines) => {
    const index = lines.findIndex((entry) => entry.type === "table");
    const rows = (lines[index] as TableLines).rows.map((row) => [...row]);
    edit(rows);
    lines[index] = { type: "table", rows };
  };
const dropTable: Edit = (lines) => {
  lines.splice(
    lines.findIndex((entry) => entry.type === "table"),
    1,
  );
};

const fresh = item("b)", "que les pylônes anciens exigent un contrôle annuel;");
const another = item("c)", "que les donateurs attendent des résultats mesurables;");
const schedule = table("Poste|Montant", "Mâts|1 200", "Câbles|340");
const last = "Les équipes transmettent";
const beforeTable = "Le calendrier suivant";
const afterTable = "Le calendrier est revu";

/** Name and edits; where a case needs another base, the edits that make it. */
const cases: [name: string, edit: Edit[], base?: Edit[]][] = [
  ["nothing", []],
  ["text: number line", [change("RÉSOLUTION", "2020", "2024")]],
  ["text: title after a line break", [change("Création", "ruraux", "insulaires")]],
  ["text: call", [change("décide", "décide", "décide en outre")]],
  ["text: first item", [change("que les réseaux", "majorité", "totalité")]],
  ["text: beside a note", [change("que la formation", "insuffisante", "très insuffisante")]],
  ["text: beside a no-break hyphen", [change("que l'UIT", "UIT\u2011T", "UIT\u2011D")]],
  ["text: sub-item", [change("un manuel sur les mâts", "mâts", "haubans")]],
  ["text: before a table", [change(beforeTable, "suivant", "ci-après")]],
  ["text: after a table", [change(afterTable, "deux", "trois")]],
  ["text: last paragraph", [change(last, "secrétariat", "bureau")]],
  ["text: whole paragraph", [alter(last, { text: "Rien de commun avec ce qui précède ici." })]],
  ["text: emptied paragraph", [alter(afterTable, { text: "" })]],
  ["text: filled paragraph", [alter("", { text: "Un paragraphe rempli." })], [add(afterTable, line("paragraph", ""))]],
  ["split: item", [split("que les réseaux", "desservent", "b)")]],
  ["split: before a table", [split(beforeTable, "guide")]],
  ["split: last paragraph", [split(last, "leurs")]],
  ["split: first half shorter", [split("que les réseaux", "ruraux", "b)")]],
  ["split: in three", [split(last, "leurs"), split("leurs", "au secrétariat")]],
  ["split: with a word changed", [split(last, "leurs"), change("leurs", "leurs", "toutes leurs")]],
  ["split: beside an addition", [split(last, "leurs"), add(last, line("paragraph", "Une remarque nouvelle."))]],
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
  ["add: first of the document", [addBefore("RÉSOLUTION", line("paragraph", "Texte liminaire sans précédent."))]],
  ["add: first item", [add("considérant", { ...fresh, label: "a)" })]],
  ["add: inner item, relabelled after", [add("a)", fresh), alter("que la formation", { label: "c)" })]],
  ["add: two adjacent", [add("que les réseaux", fresh, another)]],
  ["add: last of a section", [add("ii)", item("d)", "que l'entretien coûte plus que l'installation,"))]],
  ["add: before a table", [add(beforeTable, line("paragraph", "Une remarque entièrement nouvelle."))]],
  ["add: after a table", [addBefore(afterTable, line("paragraph", "Une remarque entièrement nouvelle."))]],
  ["add: last of the document", [add(last, line("paragraph", "Une conclusion entièrement nouvelle."))]],
  [
    "add: last two of the document",
    [add(last, line("paragraph", "Une conclusion nouvelle."), line("paragraph", "Puis un mot final."))],
  ],
  ["suppress: first of the document", [remove("RÉSOLUTION")]],
  ["suppress: first item", [remove("a)")]],
  ["suppress: inner item, relabelled after", [remove("que la formation"), alter("que l'UIT", { label: "b)" })]],
  ["suppress: two adjacent", [remove("i)", "ii)")]],
  ["suppress: before a table", [remove(beforeTable)]],
  ["suppress: after a table", [remove(afterTable)]],
  ["suppress: last of the document", [remove(last)]],
  ["suppress: last two of the document", [remove(afterTable, last)]],
  ["suppress: section", [remove("décide", "1", "2")]],
  ["suppress: all between table and number", [remove("ANNEXE", beforeTable)]],
  [
    "add: section",
    [
      addBefore(
        "décide",
        line("call", "reconnaissant"),
        item("a)", "que les villages isolés attendent encore un accès;"),
      ),
    ],
  ],
  ["add: last section", [addBefore("ANNEXE", line("call", "invite"), item("1", "les donateurs à contribuer."))]],
  ["suppress: first section", [remove("considérant", "a)", "b)", "c)", "i)", "ii)")]],
  ["suppress: annex", [(lines) => lines.splice(at(lines, "ANNEXE"))]],
  ["replace: last of the document", [remove(last), add(afterTable, line("heading", "Dispositions finales", "", 1))]],
  ["replace: before a table", [remove(beforeTable), add("ANNEXE", line("heading", "Programme", "", 1))]],
  ["move: item up", [move("2", 1, "1"), alter("de publier", { label: "1" }), alter("de réunir", { label: "2" })]],
  ["move: item across sections", [move("que les réseaux", 1, "1")]],
  ["move: section", [move("décide", 3, "considérant")]],
  ["move: last paragraph to the front", [move(last, 1, afterTable)]],
  ["move: first of the document", [move("RÉSOLUTION", 1, last)]],
  ["move: first item of a section to its end", [move("a)", 1, "décide")]],
  ["move: to the end of the document", [move("que les réseaux", 1, last), move(last, 1, "que les réseaux")]],
  ["move: from before a table", [move(beforeTable, 1, last)]],
  [
    "move: to before a table",
    [addBefore(beforeTable, line("paragraph", "Un premier mot d'explication.")), move(last, 1, beforeTable)],
  ],
  ["move: to behind a table", [move(beforeTable, 1, afterTable)]],
  ["move: two adjacent", [move("i)", 2, "1")]],
  ["move: several at once", [move("que les réseaux", 1, "2"), move("i)", 1, "1"), move(afterTable, 1, beforeTable)]],
  ["move: with a word changed", [move("de réunir", 1, "décide"), change("de réunir", "équipes", "commissions")]],
  [
    "move: with words added at both ends and a label",
    [
      move("que les réseaux", 1, "1"),
      alter("que les réseaux", {
        label: "3",
        text: "note que les réseaux ruraux desservent la majorité des villages isolés;",
      }),
    ],
  ],
  ["move: item with a note", [move("que la formation", 1, "1")]],
  [
    "move: item with a note, edited",
    [move("que la formation", 1, "1"), change("que la formation", "locaux", "ruraux")],
  ],
  ["move: item whose note is suppressed", [move("que la formation", 1, "1"), change("que la formation", "[^1]", "")]],
  [
    "move: beside an addition",
    [move("de réunir", 1, "décide"), addBefore("décide", item("d)", "que tout ceci est entièrement neuf;"))],
  ],
  ["move: beside a suppression", [move("i)", 1, "1"), remove("ii)")]],
  [
    "move: within a cell",
    [cells((rows) => (rows[2]![1] = "Visite du site voisin par tous¶Atelier des techniciens¶Bilan de la journée"))],
    [cells((rows) => (rows[2]![1] = "Atelier des techniciens¶Visite du site voisin par tous¶Bilan de la journée"))],
  ],
  [
    "move: into a cell",
    [
      remove(afterTable),
      cells((rows) => (rows[2]![1] = "Le calendrier est revu tous les deux ans.¶Atelier des techniciens")),
    ],
  ],
  ["label: changed", [alter("de publier", { label: "3" })]],
  ["label: bis", [alter("que la formation", { label: "a)bis" })]],
  ["label: removed", [alter("de réunir", { label: "" })]],
  ["label: given", [alter(last, { label: "–", type: "item", level: 1 })]],
  ["level: deeper", [alter("de publier", { label: "–", level: 2 })]],
  ["style: item to paragraph", [alter("que la formation", { type: "paragraph", label: "", level: 0 })]],
  ["style: last paragraph to heading", [alter(last, { type: "heading", level: 1 })]],
  ["style: sub-item to item", [alter("ii)", { level: 1, label: "d)" })]],
  ["label: in a sub-item", [alter("ii)", { label: "iii)" })]],
  ["style: paragraph to heading", [alter(afterTable, { type: "heading", level: 2 })]],
  ["row: added first", [cells((rows) => rows.splice(1, 0, ["2019", "Étude préalable", "Comité"]))]],
  ["row: added last", [cells((rows) => rows.push(["2023", "Bilan général", "Comité"]))]],
  ["row: two added", [cells((rows) => rows.push(["2023", "Bilan", "Comité"], ["2024", "Clôture", "Bureau"]))]],
  ["row: suppressed first", [cells((rows) => rows.splice(0, 1))]],
  ["row: suppressed last", [cells((rows) => rows.splice(2, 1))]],
  ["row: replaced", [cells((rows) => rows.splice(1, 1, ["2030", "Fermeture du programme", "Conseil"]))]],
  ["column: added", [cells((rows) => rows.forEach((row, index) => row.push(index === 0 ? "Coût" : `${index} 000`)))]],
  ["cell: text", [cells((rows) => (rows[1]![1] = "Inventaire complet des stations"))]],
  ["cell: emptied", [cells((rows) => (rows[1]![1] = ""))]],
  ["cell: whole text", [cells((rows) => (rows[1]![1] = "Tout autre chose ici"))]],
  ["cell: paragraph added last", [cells((rows) => (rows[2]![1] += "¶Réunion de clôture"))]],
  ["cell: paragraph added first", [cells((rows) => (rows[2]![1] = `Réunion d'ouverture¶${rows[2]![1]}`))]],
  [
    "cell: paragraph suppressed last",
    [cells((rows) => (rows[2]![1] = "Atelier des techniciens"))],
    [cells((rows) => (rows[2]![1] += "¶Visite du site voisin"))],
  ],
  ["table: added", [add(afterTable, schedule)]],
  ["table: added last", [add(last, schedule)]],
  ["table: suppressed", [dropTable]],
  ["table: suppressed last", [dropTable], [remove(afterTable, last)]],
  ["table: beside another, text", [cells((rows) => (rows[1]![0] = "2020"))], [addBefore(afterTable, schedule)]],
  ["note: reference added", [change("de réunir", "nationales", "nationales[^2]")]],
  ["note: reference suppressed", [change("que la formation", "[^1]", "")]],
  [
    "note: moved to another item",
    [change("que la formation", "[^1]", ""), change("de réunir", "nationales", "nationales[^1]")],
  ],
  ["note: item with reference suppressed", [remove("que la formation")]],
  ["note: item with reference added", [add("a)", item("b)", "que chaque mât porte une plaque[^2];"))]],
  ["everything: suppressed but a word", [(lines) => lines.splice(1, lines.length - 1)]],
];

const secondNote = line("footnote", "Les réunions peuvent se tenir à distance.", "2");

/** The matrix. */
export function changeMatrix(): ChangeCase[] {
  const matrix = cases.map(([name, edits, preparation = []]): ChangeCase => {
    const base = plain.slice();
    for (const prepare of preparation) prepare(base);
    const current = base.slice();
    for (const edit of edits) edit(current);
    const all = [...notes, secondNote];
    return { name, base: documentOf(base, all), current: documentOf(current, all) };
  });
  return [...matrix, ...noteText(), ...formatting(), ...arabic()];
}

function noteText(): ChangeCase[] {
  const edited = [{ ...(notes[0] as Line), text: "Voir aussi le guide des opérateurs mobiles." }];
  return [{ name: "note: text", base: documentOf(plain, notes), current: documentOf(plain, edited) }];
}

function formatting(): ChangeCase[] {
  const bold = (doc: Node, word: string): Node => {
    const marked = (node: Node): Node => {
      if (!node.isTextblock || !node.textContent.includes(word)) return node.copy(mapContent(node));
      const text = node.textContent;
      const start = text.indexOf(word);
      const parts = [text.slice(0, start), word, text.slice(start + word.length)];
      return node.type.create(
        node.attrs,
        parts.flatMap((part, index) => (part ? [schema.text(part, index === 1 ? [schema.mark("bold")] : [])] : [])),
      );
    };
    const mapContent = (node: Node) => {
      const children: Node[] = [];
      node.forEach((child) => children.push(child.isInline ? child : marked(child)));
      return node.type.create(node.attrs, children).content;
    };
    return doc.copy(mapContent(doc));
  };
  const base = documentOf(plain, notes);
  return [
    { name: "formatting: bold word", base, current: bold(base, "deux ans") },
    { name: "formatting: bold first words", base, current: bold(base, "que les réseaux") },
    { name: "formatting: bold in a cell", base, current: bold(base, "Atelier") },
    { name: "formatting: bold at the end", base, current: bold(base, "au secrétariat.") },
    { name: "formatting: bold in a title", base, current: bold(base, "ruraux") },
    { name: "formatting: bold word removed", base: bold(base, "deux ans"), current: base },
  ];
}

function arabic(): ChangeCase[] {
  const lines: Lines = [
    line("resolutionNumber", "القرار 99 (المراجَع في بوسان، 2014)"),
    line("enacting", "إن مؤتمر المندوبين المفوضين للاتحاد الدولي للاتصالات (بوسان، 2014)،"),
    line("call", "إذ يضع في اعتباره"),
    item(" أ )", "أن الشبكات الريفية تخدم معظم القرى؛"),
    item("ب)", "أن توصية ITU\u2011T X.509 لا تزال سارية؛"),
    line("call", "يقرر"),
    item("1", "أن ينشر تقريراً سنوياً."),
  ];
  const current = lines.slice();
  change("أن الشبكات", "معظم", "جميع")(current);
  change("أن توصية", "X.509", "Y.3000")(current);
  add("ب)", item("ج)", "أن التدريب غير كافٍ؛"))(current);
  return [{ name: "Arabic", base: documentOf(lines, [], "ar"), current: documentOf(current, [], "ar") }];
}
