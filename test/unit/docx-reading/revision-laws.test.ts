/**
 * Tracked changes of every kind, nested and wrapped at random: what accepting and rejecting must give is told by the
 * same random choices, without the reader's help (ISO/IEC 29500-1 §17.13.5).
 */
import fc from "fast-check";
import { expect, it } from "vitest";
import { readBody } from "../../support/word-package";

type Tracking = "" | "ins" | "del" | "moveFrom" | "moveTo" | "insDel";

interface Atom {
  text: string;
  tracking: Tracking;
  wrapper: number;
  inside: boolean;
}

interface Paragraph {
  atoms: Atom[];
  mark: Tracking;
}

interface Row {
  tracking: "" | "ins" | "del";
  cells: Paragraph[][];
}

type Block = { kind: "paragraph"; paragraph: Paragraph } | { kind: "table"; rows: Row[] };

const by = 'w:id="1" w:author="A" w:date="2030-01-01T00:00:00Z"';
const inserts = (tracking: Tracking) => tracking === "ins" || tracking === "moveTo" || tracking === "insDel";
const deletes = (tracking: Tracking) => tracking === "del" || tracking === "moveFrom" || tracking === "insDel";
const isOn = (side: "accept" | "reject", tracking: Tracking) =>
  side === "accept" ? !deletes(tracking) : !inserts(tracking);

const wrappers: ((xml: string) => string)[] = [
  (xml) => xml,
  (xml) => `<w:hyperlink w:anchor="x">${xml}</w:hyperlink>`,
  (xml) => `<w:sdt><w:sdtPr><w:id w:val="3"/></w:sdtPr><w:sdtContent>${xml}</w:sdtContent></w:sdt>`,
  (xml) => `<w:smartTag w:element="x">${xml}</w:smartTag>`,
  (xml) => `<w:customXml w:element="x">${xml}</w:customXml>`,
  (xml) => `<w:dir w:val="rtl">${xml}</w:dir>`,
  (xml) => `<w:bookmarkStart w:id="7" w:name="b"/>${xml}<w:bookmarkEnd w:id="7"/>`,
];

function wrapTracking(tracking: Tracking, xml: string): string {
  if (tracking === "") return xml;
  if (tracking === "insDel") return `<w:ins ${by}><w:del ${by}>${xml}</w:del></w:ins>`;
  return `<w:${tracking} ${by}>${xml}</w:${tracking}>`;
}

function atomXml({ text, tracking, wrapper, inside }: Atom): string {
  const name = tracking === "del" || tracking === "insDel" ? "w:delText" : "w:t";
  const run = `<w:r><${name} xml:space="preserve">${text}</${name}></w:r>`;
  const wrap = wrappers[wrapper]!;
  return inside ? wrapTracking(tracking, wrap(run)) : wrap(wrapTracking(tracking, run));
}

function paragraphXml({ atoms, mark }: Paragraph): string {
  const marks = mark === "insDel" ? `<w:ins ${by}/><w:del ${by}/>` : mark === "" ? "" : `<w:${mark} ${by}/>`;
  return `<w:p><w:pPr><w:rPr>${marks}</w:rPr></w:pPr>${atoms.map(atomXml).join("")}</w:p>`;
}

function blockXml(block: Block): string {
  if (block.kind === "paragraph") return paragraphXml(block.paragraph);
  const rows = block.rows.map(({ tracking, cells }) => {
    const mark = tracking === "" ? "" : `<w:trPr><w:${tracking} ${by}/></w:trPr>`;
    return `<w:tr>${mark}${cells.map((cell) => `<w:tc>${cell.map(paragraphXml).join("")}</w:tc>`).join("")}</w:tr>`;
  });
  return `<w:tbl>${rows.join("")}</w:tbl>`;
}

/** Paragraphs of a story as a side has them: one without its mark runs on into the next. */
function linesOf(paragraphs: readonly Paragraph[], side: "accept" | "reject"): string[] {
  const lines: string[] = [];
  let open = "";
  for (const { atoms, mark } of paragraphs) {
    open += atoms
      .filter(({ tracking }) => isOn(side, tracking))
      .map(({ text }) => text)
      .join("");
    if (!isOn(side, mark)) continue;
    lines.push(open);
    open = "";
  }
  return open === "" ? lines : [...lines, open];
}

function expected(blocks: readonly Block[], side: "accept" | "reject"): string[] {
  const lines: string[] = [];
  let waiting: Paragraph[] = [];
  const flush = () => {
    lines.push(...linesOf(waiting, side));
    waiting = [];
  };
  for (const block of blocks) {
    if (block.kind === "paragraph") {
      waiting.push(block.paragraph);
      continue;
    }
    const rows = block.rows.filter(({ tracking }) => isOn(side, tracking));
    // A table that is gone does not keep the paragraphs around it apart.
    if (rows.length === 0) continue;
    flush();
    for (const row of rows) {
      for (const cell of row.cells) {
        const inner = linesOf(cell, side);
        lines.push(...(inner.length === 0 ? [""] : inner));
      }
    }
  }
  flush();
  return lines;
}

const words = fc.constantFrom("one", "two ", " three", "d)", "–");
const tracking = fc.constantFrom<Tracking>("", "", "ins", "del", "moveFrom", "moveTo", "insDel");
const atom = fc.record({
  text: words,
  tracking,
  wrapper: fc.nat(wrappers.length - 1),
  inside: fc.boolean(),
});
const paragraph = fc.record({ atoms: fc.array(atom, { maxLength: 4 }), mark: tracking });
const cell = fc.array(paragraph, { minLength: 1, maxLength: 2 });
const row = fc.record({
  tracking: fc.constantFrom<Row["tracking"]>("", "", "ins", "del"),
  cells: fc.array(cell, { minLength: 1, maxLength: 2 }),
});
const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 4, arbitrary: paragraph.map((made) => ({ kind: "paragraph" as const, paragraph: made })) },
  {
    weight: 1,
    arbitrary: fc.array(row, { minLength: 1, maxLength: 3 }).map((rows) => ({ kind: "table" as const, rows })),
  },
);

it("accepting and rejecting give what each change says", () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), (blocks) => {
      // The last paragraph of a story always has its mark.
      const last: Block = { kind: "paragraph", paragraph: { atoms: [], mark: "" } };
      const all = [...blocks, last];
      const { sides } = readBody(all.map(blockXml).join(""));
      for (const side of ["accept", "reject"] as const) {
        const read = sides[side].paragraphs.map(({ inlines }) =>
          inlines.map((inline) => (inline.kind === "text" ? inline.text : `<${inline.kind}>`)).join(""),
        );
        expect(read).toEqual(expected(all, side));
      }
    }),
    { numRuns: 1500 },
  );
});
