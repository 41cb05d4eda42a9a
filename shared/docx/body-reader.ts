/**
 * Block-level content (ISO/IEC 29500-1 §17.2.2): paragraphs and tables in order, through content
 * controls, custom XML and alternate content, which add nothing to the text. Ranges of comments that
 * start or end between paragraphs are moved to the nearest one.
 */
import { childElements, descendants, type XmlElement } from "../xml/element";
import { readInlines } from "./inline-reader";
import { isLetterhead } from "./letterhead";
import { readParagraphProperties } from "./paragraph-properties-reader";
import type { PartReader } from "./part-reader";
import type { BlockRecord, ParagraphRecord, Piece, Tracked } from "./records";
import { trackedWithin } from "./revision-marks";
import { readTable } from "./table-reader";
import { transparentContent } from "./transparent";

/** Block-level elements that hold no text: marks, ranges, properties. */
const unread =
  /^(?:w:(?:sectPr|bookmark(?:Start|End)|proofErr|perm(?:Start|End)|move(?:From|To)Range(?:Start|End)|customXml(?:Ins|Del|MoveFrom|MoveTo)Range(?:Start|End)|tcPr|sdtPr|sdtEndPr|customXmlPr)|#comment|#instruction)$/;

/** Reads the blocks of a body, cell, note or text box. */
export function readBlocks(container: XmlElement, reader: PartReader, tracked: Tracked): BlockRecord[] {
  const blocks: BlockRecord[] = [];
  let waiting: Piece[] = [];
  visit(container, tracked);
  if (waiting.length > 0) lastParagraph(blocks)?.pieces.push(...waiting);
  return blocks;

  function visit(parent: XmlElement, state: Tracked): void {
    for (const node of parent.children) {
      if (typeof node !== "string") readBlock(node, state);
    }
  }

  function readBlock(node: XmlElement, state: Tracked): void {
    const { name } = node;
    if (name === "w:p") {
      addParagraph(node, state);
    } else if (name === "w:tbl") {
      if (isLetterhead(node)) readLetterhead(node, state);
      else blocks.push(readTable(node, reader, state));
    } else if (name === "w:ins" || name === "w:del" || name === "w:moveTo" || name === "w:moveFrom") {
      visit(node, trackedWithin(state, node));
    } else if (name === "w:commentRangeStart" || name === "w:commentRangeEnd") {
      waiting.push(...readInlines({ ...node, children: [node] }, reader, state));
    } else if (transparentContent(node)) {
      if (name === "w:sdt") reader.kept.count("contentControl", reader.part);
      visit(transparentContent(node) as XmlElement, state);
    } else if (name === "m:oMathPara" || name === "m:oMath" || name === "w:r") {
      // Word accepts these without a paragraph around them; so does this reader.
      blocks.push(looseParagraph({ ...node, children: [node] }, state));
    } else if (name === "w:altChunk") {
      reader.kept.count("altChunk", reader.part);
    } else if (!unread.test(name)) {
      reader.kept.count("other", reader.part, name);
      if (descendants(node, "w:p").length > 0) visit(node, state);
    }
  }

  /** Its cells hold lines of the body; a column without any has an empty paragraph, which is none. */
  function readLetterhead(table: XmlElement, state: Tracked): void {
    reader.slice("t", table);
    for (const cell of childElements(table, "w:tr").flatMap((row) => childElements(row, "w:tc"))) {
      for (const node of childElements(cell)) {
        const empty = node.name === "w:p" && childElements(node).every(({ name }) => name === "w:pPr");
        if (!empty) readBlock(node, state);
      }
    }
  }

  function addParagraph(node: XmlElement, state: Tracked): void {
    const slice = reader.slice("p", node);
    const pieces = reader.insideParagraph(() => readInlines(node, reader, state));
    blocks.push({
      kind: "paragraph",
      slice,
      ...readParagraphProperties(node, state),
      pieces: waiting.length > 0 ? [...waiting, ...pieces] : pieces,
    });
    waiting = [];
  }

  function looseParagraph(holder: XmlElement, state: Tracked): ParagraphRecord {
    const pieces = reader.insideParagraph(() => readInlines(holder, reader, state));
    return { kind: "paragraph", slice: "", properties: {}, mark: state, pieces };
  }
}

function lastParagraph(blocks: readonly BlockRecord[]): ParagraphRecord | undefined {
  return blocks.filter((block): block is ParagraphRecord => block.kind === "paragraph").at(-1);
}
