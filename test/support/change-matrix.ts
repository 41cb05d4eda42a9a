/**
 * Every kind of change at every kind of place, as pairs of documents: what a writer of marked files must
 * get right wherever a paragraph stands. Written from one plain list of lines, so that a case is its name
 * and the lines it touches.
 */
import type { Node } from "prosemirror-model";
import { schema } from "../../shared/schema/schema";
import {
  add,
  addBefore,
  afterTable,
  alter,
  at,
  beforeTable,
  type Case,
  cells,
  change,
  item,
  last,
  line,
  move,
  notes,
  plain,
  remove,
} from "./line-edits";
import { documentOf, type Line, type Lines } from "./lined-documents";
import { mergedCellCases } from "./merged-cell-cases";
import { counted, noteCases } from "./note-cases";
import { splitJoinCases } from "./split-join-cases";
import { tableCases } from "./table-cases";

export interface ChangeCase {
  name: string;
  base: Node;
  current: Node;
}

const fresh = item("b)", "que les pylônes anciens exigent un contrôle annuel;");
const another = item("c)", "que les donateurs attendent des résultats mesurables;");
const cases: readonly Case[] = [
  ["nothing", []],
  ...splitJoinCases,
  ...tableCases,
  ...mergedCellCases,
  ...noteCases,
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
  ["everything: suppressed but a word", [(lines) => lines.splice(1, lines.length - 1)]],
];

const furtherNotes = [
  line("footnote", "Les réunions peuvent se tenir à distance.", "2"),
  line("footnote", "Une plaque indique l'année de la pose.", "3"),
  line("footnote", "Chaque manuel existe en six langues.", "4"),
];

/** The matrix. */
export function changeMatrix(): ChangeCase[] {
  const matrix = cases.map(([name, edits, preparation = []]): ChangeCase => {
    const base = plain.slice();
    for (const prepare of preparation) prepare(base);
    const current = base.slice();
    for (const edit of edits) edit(current);
    const all = [...notes, ...furtherNotes];
    return { name, base: documentOf(base, all), current: documentOf(current, all) };
  });
  return [...matrix, ...noteText(), ...countedNotes(matrix), ...formatting(), ...arabic()];
}

function noteText(): ChangeCase[] {
  const edited = [{ ...(notes[0] as Line), text: "Voir aussi le guide des opérateurs mobiles." }];
  return [{ name: "note: text", base: documentOf(plain, notes), current: documentOf(plain, edited) }];
}

function countedNotes(matrix: readonly ChangeCase[]): ChangeCase[] {
  return [...matrix.filter(({ name }) => name.startsWith("note: ")), ...noteText()].map(({ name, base, current }) => ({
    name: `counted ${name}`,
    base: counted(base),
    current: counted(current),
  }));
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
