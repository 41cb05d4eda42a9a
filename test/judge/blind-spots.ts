/**
 * Where LibreOffice 7.4 is known to read a tracked Word file otherwise than Word does. A blind spot is told as what
 * LibreOffice leaves out or does instead: the file is changed accordingly and read again by our reader, and only if
 * both then agree line by line is the disagreement explained. Nothing is skipped: a blind spot that a
 * file has explains its own effect and no other.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { asText, type BlindSpot, withoutChanges } from "./blind-spot";
import { markBlindSpots } from "./mark-blind-spots";

const day =
  /\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b\p{Lu}\p{L}+, \p{Lu}\p{L}+ \d{1,2}, \d{4}\b|\b\d{1,2}:\d{2}(:\d{2})?( [AP]M)?\b|\b(\p{Lu}\p{L}+ )?20\d\d\b/gu;
const wholeChange = /<w:(ins|del)\b[^>]*[^/]>(?:(?!<\/?w:\1\b)[\s\S])*<\/w:\1>/g;
const tracked = /<w:(ins|del)\b[^>]*(\/>|>\s*<\/w:\1>)/g;

const deletedAfterMove = /<w:moveTo\b(?:(?!<\/w:moveTo>)[\s\S])*<w:del\b/;

const linkInRun =
  /(<w:r(?: [^>]*)?>(?:<w:rPr>(?:(?!<\/w:rPr>)[\s\S])*<\/w:rPr>)?)<w:hyperlink\b[\s\S]*?<\/w:hyperlink>/;

const blindSpots: readonly BlindSpot[] = [
  ...markBlindSpots,
  {
    reason: "It ignores inserted and deleted cells (w:cellIns, w:cellDel): their text stays on both sides.",
    sign: /<w:cell(Ins|Del)\b/,
    rewrite: (xml) => xml.replace(/<w:cell(Ins|Del)\b[^>]*(\/>|>\s*<\/w:cell\1>)/g, ""),
  },
  {
    reason: "It takes a tracked row for its tracked text: text of the row that is not tracked itself stays.",
    sign: /<w:trPr>(?:(?!<\/w:trPr>)[\s\S])*<w:(ins|del)\b/,
    rewrite: (xml) => xml.replace(/<w:trPr>[\s\S]*?<\/w:trPr>/g, (properties) => properties.replace(tracked, "")),
  },
  {
    reason: "It computes date and time fields anew: it shows the day of the test, the file that of its last saving.",
    field: /DATE|TIME/i,
    level: (lines) => lines.map((line) => line.replace(day, "(date)")),
  },
  {
    reason: "It shows an error in the place of a macro button without words.",
    field: /MACROBUTTON/,
    level: (lines) => lines.map((line) => line.replaceAll("!!br0ken!!", "")).filter(Boolean),
  },
  {
    reason: "It counts references and captions anew: the file shows the numbers of its last saving, or a lost one.",
    field: /\b(?:REF|SEQ)\b/,
    level: (lines) =>
      lines
        .map((line) =>
          line
            .replace(/Error! Reference source not found\.|Error: Reference source not found/g, "0")
            .replace(/\d+(?:\.\d+)*/g, ""),
        )
        .filter((line) => line.trim() !== ""),
  },
  {
    reason: "It takes the result of a field for one piece: what was changed inside stays on both sides.",
    sign: /<w:fldChar\b/,
    rewrite: withoutChangesInResults,
  },
  {
    reason: "It draws equations as embedded objects, which have no text.",
    sign: /<m:oMath\b/,
    rewrite: (xml) => xml.replace(/<m:oMath\b[\s\S]*?<\/m:oMath>/g, ""),
  },
  {
    reason: "It keeps symbols as places of an old font; our reader names the character that is drawn.",
    sign: /<w:sym\b/,
    rewrite: (xml) => xml.replace(/<w:sym\b[^>]*\/>/g, ""),
  },
  {
    reason: "It forgets the move around text that was inserted before it was moved away: the text stays when accepted.",
    sign: /<w:moveFrom\b[^>]*>\s*<w:ins\b/,
    rewrite: (xml) =>
      xml.replace(/<w:moveFrom\b[^>]*[^/]>((?:(?!<\/w:moveFrom>)[\s\S])*)<\/w:moveFrom>/g, (move, content) =>
        /<w:ins\b/.test(content) ? content : move,
      ),
  },
  {
    reason: "It keeps a note that was inserted and deleted again, once its reference moved.",
    sign: /<w:moveFrom\b(?:(?!<\/w:moveFrom>)[\s\S])*<w:(?:foot|end)noteReference\b/,
    rewrite: (xml) =>
      /<w:(?:foot|end)notes\b/.test(xml)
        ? xml.replace(/<w:ins\b[^>]*>(\s*<w:del\b[^>]*>(?:(?!<\/w:ins>)[\s\S])*)<\/w:ins>/g, (_, deleted) =>
            withoutChanges(deleted),
          )
        : xml,
  },
  {
    reason: "It keeps the text of a deleted row that was moved there.",
    sign: deletedAfterMove,
    rewrite: (xml) => xml.replace(/<w:tr[ >](?:(?!<\/w:tr>)[\s\S])*<\/w:tr>/g, asMovedText),
  },
  {
    reason: "It takes text that was moved here and deleted for old text.",
    sign: deletedAfterMove,
    rewrite: asMovedText,
  },
  {
    reason:
      "It makes one field of a plain-text content control (w:text): changes inside it cannot be accepted or rejected.",
    sign: /<w:text(?:\s[^>]*)?\/>/,
    rewrite: withoutChangesInControls,
  },
  {
    reason:
      "Of a content control around whole paragraphs it may make one field as well, and their ends may go into it.",
    sign: /<w:sdtContent>\s*<w:p[ >]/,
    rewrite: (xml) => inControls(xml, /^/, withoutChanges),
    anyEnds: true,
  },
  {
    reason: "Of a paragraph in a content control that holds further controls it loses words, or repeats them.",
    sign: /<w:sdtContent>\s*<w:p[ >](?:(?!<\/w:sdt>)[\s\S])*<w:sdt>/,
    rewrite: (xml) =>
      xml.replace(/<w:p[ >](?:(?!<\/w:p>)[\s\S])*<\/w:p>/g, (paragraph) =>
        /<w:sdt>/.test(paragraph) ? paragraph.replace(/<w:(t|delText)\b[^>]*>[^<]*/g, "<w:$1>") : paragraph,
      ),
    loose: true,
  },
  {
    reason: "It leaves out a link inside a run, which no schema allows; an edited paragraph is written without such.",
    sign: linkInRun,
    rewrite: (xml) => xml.replace(new RegExp(linkInRun, "g"), "$1"),
  },
  {
    reason:
      "A paragraph mark that was inserted and deleted again it takes for deleted alone: an empty paragraph is left.",
    sign: /<w:rPr>\s*<w:ins\b[^>]*\/>\s*<w:del\b/,
    rewrite: (xml) => xml.replace(/(<w:rPr>\s*)<w:ins\b[^>]*\/>(?=\s*<w:del\b)/g, "$1"),
    level: (lines) => lines.filter((line) => line !== ""),
  },
  {
    reason: "It puts the text of text boxes into shapes, which are not part of the text.",
    sign: /<w:txbxContent\b/,
    rewrite: withoutTextBoxes,
  },
  {
    reason: "It puts the text of text boxes into shapes and frames.",
    sign: /<w:txbxContent\b/,
    rewrite: withoutTextBoxes,
    theirs: (paragraphs) => paragraphs.filter(({ where }) => !where.startsWith("frame")),
  },
  {
    reason: "It makes frames of paragraphs with a place of their own (w:framePr): changes inside cannot be rejected.",
    sign: /<w:framePr\b/,
    rewrite: (xml) =>
      xml.replace(/<w:p[ >](?:(?!<\/w:p>)[\s\S])*<\/w:p>/g, (paragraph) =>
        /<w:framePr\b/.test(paragraph) ? withoutChanges(paragraph) : paragraph,
      ),
  },
  {
    reason: "It puts tables and paragraphs with a place of their own (w:tblpPr, w:framePr) in another order.",
    sign: /<w:(tblpPr|framePr)\b/,
    level: (lines) => [...lines].sort(),
  },
];

/** The blind spots that a file shows, by its XML. */
export function blindSpotsIn(source: string): BlindSpot[] {
  const pieces = [...source.matchAll(/<w:(?:delI|i)nstrText[^>]*>([^<]*)|<w:fldSimple [^>]*w:instr="([^"]*)"/g)];
  const instructions = pieces.map((piece) => piece[1] ?? piece[2]).join("");
  return blindSpots.filter(({ sign, field }) => sign?.test(source) || field?.test(instructions));
}

function withoutTextBoxes(xml: string): string {
  return xml.replace(/<w:txbxContent\b[\s\S]*?<\/w:txbxContent>/g, "<w:txbxContent/>");
}

/** Plain-text content controls with all their text, whatever was changed in it; controls of other kinds as they are. */
function withoutChangesInControls(xml: string): string {
  return inControls(xml, /<w:text(?:\s[^>]*)?\/>/, withoutChanges);
}

/** Complex fields whose result is not tracked, their own ends and codes as they are. */
function withoutChangesInResults(xml: string): string {
  const parts = xml.split(/(<w:fldChar\b[^>]*w:fldCharType="\w+"[^>]*>)/);
  let separated = 0;
  return parts
    .map((part) => {
      const end = /^<w:fldChar\b.*w:fldCharType="(\w+)"/.exec(part)?.[1];
      if (end === "separate") separated++;
      if (end === "end") separated = Math.max(0, separated - 1);
      return separated > 0 ? part.replace(wholeChange, (change) => withoutChanges(change)) : part;
    })
    .join("");
}

/** Content controls whose properties show a sign, changed; all else as it is. */
function inControls(xml: string, sign: RegExp, change: (content: string) => string): string {
  const parts = xml.split(/(<w:sdt>|<\/w:sdt>)/);
  let depth = 0;
  let outermost = 0;
  return parts
    .map((part, index) => {
      if (part === "<w:sdt>") {
        depth++;
        const properties = parts[index + 1]?.split("</w:sdtPr>")[0] ?? "";
        if (outermost === 0 && sign.test(properties)) outermost = depth;
      } else if (part === "</w:sdt>") {
        if (outermost === depth) outermost = 0;
        depth--;
      }
      return outermost > 0 ? change(part) : part;
    })
    .join("");
}

/** What was moved and then deleted as words that nobody changed. */
function asMovedText(xml: string): string {
  return xml.replace(/(<w:moveTo\b[^>]*[^/]>)((?:(?!<\/w:moveTo>)[\s\S])*)<\/w:moveTo>/g, (move, start, content) =>
    move.replace(content, () =>
      content.replace(
        /<w:del\b[^>]*[^/]>((?:(?!<\/w:del>)[\s\S])*)<\/w:del>/g,
        (_: string, deleted: string) => `</w:moveTo>${asText(deleted)}${start}`,
      ),
    ),
  );
}

/** A file as LibreOffice takes it. */
export function rewritten(bytes: Uint8Array, spots: readonly BlindSpot[]): Uint8Array {
  if (spots.every(({ rewrite }) => !rewrite)) return bytes;
  const rewrite = (xml: string) => spots.reduce((done, spot) => spot.rewrite?.(done) ?? done, xml);
  return changed(bytes, /^word\/(document|footnotes|endnotes)\d*\.xml$/, rewrite);
}

/** A file with the text of some parts changed. */
export function changed(bytes: Uint8Array, names: RegExp, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [name, text] of Object.entries(partsOf(bytes, names))) parts[name] = strToU8(change(text));
  return zipSync(parts, { level: 0 });
}

/** The text of some parts. */
export function partsOf(bytes: Uint8Array, names: RegExp): Record<string, string> {
  const parts = unzipSync(bytes, { filter: ({ name }) => names.test(name) && name.startsWith("word/") });
  return Object.fromEntries(Object.entries(parts).map(([name, content]) => [name, strFromU8(content)]));
}
