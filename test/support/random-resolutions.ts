/** Arbitrary resolutions for property tests: few words, so that texts collide, in several scripts. */
import fc from "fast-check";
import { Fragment, type Node } from "prosemirror-model";
import { schema } from "../../shared/schema/schema";
import { block, freshId } from "./resolution-builder";

const words = [
  "que",
  "de",
  "la",
  "les",
  "l'Union",
  "UIT‑T",
  "2024",
  "1 000",
  "Y.4000",
  "réseau",
  "moteur",
  "moteurs",
  "développement",
  "normes;",
  "(Rév.",
  "Dubaï,",
  "网络",
  "决议",
  "发展",
  "الاتحاد",
  "مؤتمر",
  "e\u0301tude",
  "👩‍💻",
  "🇨🇭",
  "a",
  "{--",
  "++}",
  "\\",
];
const word = fc.constantFrom(...words);
/** A line of text, sometimes empty, sometimes with a break or a note reference. */
export const line = fc
  .tuple(fc.array(word, { maxLength: 12 }), fc.constantFrom("", "", "", "\nsuite", "[^1]", "[^2]"))
  .map(([parts, tail]) => parts.join(" ") + tail);

const label = fc.constantFrom("a)", "b)", "c)", "1", "2", "10", "–", "b)bis", "");
const flow: fc.Arbitrary<Node> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(line, label, fc.integer({ min: 1, max: 3 }))
      .map(([text, name, level]) => block("item", text, name, level)),
  },
  { weight: 1, arbitrary: line.map((text) => block("paragraph", text)) },
  { weight: 1, arbitrary: fc.array(fc.tuple(line, line), { minLength: 1, maxLength: 3 }).map(tableOf) },
);

function tableOf(rows: [string, string][]): Node {
  const cell = (text: string) => schema.node("table_cell", null, [block("paragraph", text)]);
  const row = (texts: [string, string]) => schema.node("table_row", { id: freshId() }, texts.map(cell));
  return schema.node("table", { id: freshId() }, rows.map(row));
}

const section = fc
  .tuple(fc.constantFrom("considérant", "notant", "décide", "charge le Directeur"), fc.array(flow, { maxLength: 6 }))
  .map(([call, body]) => schema.node("section", null, [block("call", call), ...body]));

/** A whole document: front matter, a resolution with sections, reasons, notes. */
export const resolutions: fc.Arbitrary<Node> = fc
  .record({
    front: fc.array(line, { maxLength: 1 }),
    title: line,
    sections: fc.array(section, { maxLength: 4 }),
    reasons: fc.option(line, { nil: null }),
    notes: fc.array(line, { maxLength: 2 }),
    language: fc.constantFrom("fr", "zh", "ar"),
  })
  .map(({ front, title, sections, reasons, notes, language }) => {
    const head = [block("resolutionNumber", "RÉSOLUTION 1"), block("resolutionTitle", title)];
    const proposal = schema.node("proposal", { id: freshId() }, [
      schema.node("resolution", null, [...head, ...sections]),
      ...(reasons === null ? [] : [schema.node("reasons", null, [block("paragraph", reasons)])]),
    ]);
    const bodies = notes.map((text, index) => {
      const note = block("footnote", text, String(index + 1));
      return note.type.create({ ...note.attrs, note: `note ${index + 1}` }, note.content);
    });
    const doc = schema.node("doc", { language }, [
      ...front.map((text) => block("paragraph", text)),
      proposal,
      ...(bodies.length > 0 ? [schema.node("footnotes", null, bodies)] : []),
    ]);
    doc.check();
    return doc;
  });

/** The same text with ids that mean nothing: what a second reading of a file gives. */
export function withForeignIds(doc: Node, prefix: string): Node {
  let serial = 0;
  const rename = (node: Node): Node => {
    if (node.isText || node.isLeaf) return node;
    const attrs = "id" in node.attrs ? { ...node.attrs, id: `${prefix}${++serial}` } : node.attrs;
    return node.type.create(attrs, Fragment.from(node.content.content.map(rename)), node.marks);
  };
  return rename(doc);
}
