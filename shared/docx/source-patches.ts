/**
 * The changes of an export as edits to the text of the file that the base came from. A paragraph that
 * did not change is not touched, so it leaves with the bytes it came in with, and so does everything
 * between paragraphs. A changed one is written anew in its place, an added one after what it follows; rows
 * are marked where they stand.
 */

import { withoutHolders } from "../schema/brackets";
import { childElements, element, isElement, type XmlElement } from "../xml/element";
import type { Patch } from "../xml/patch";
import { writeXml } from "../xml/writer";
import type { BodyItem, FrameLine } from "./body-item";
import { writeBody, writeMarked } from "./body-writer";
import type { MergedItem, MergedParagraph, MergedRow, MergedTable } from "./merged-body";
import { type MarkedParagraph, markParagraphs, type RunEnd } from "./paragraph-marks";
import type { Piece } from "./run-writer";
import { writeRows } from "./table-writer";
import { findSlice, type Slice, type WordFile, type WordPart } from "./word-file";
import type { WriterContext } from "./writer-context";

/** Patches by part name. */
export type Patches = Map<string, Patch[]>;

export class SourcePatcher {
  readonly patches: Patches = new Map();

  constructor(
    private readonly file: WordFile,
    private readonly context: WriterContext,
  ) {}

  /** Patches a story of a part; what is added before its first paragraph goes to `start`. */
  story(items: readonly BodyItem[], part: WordPart, start: number, end: RunEnd = "end"): void {
    let cursor = start;
    let run: MergedParagraph[] = [];
    const flush = (runEnd: RunEnd) => {
      if (this.context.showing === "clean") {
        cursor = this.cleanRun(run, part, cursor, runEnd === "end" && run.length === items.length);
        run = [];
        return;
      }
      for (const marked of markParagraphs(run, runEnd)) cursor = this.paragraph(marked, part, cursor);
      run = [];
    };
    for (const item of items) {
      if (item.kind === "paragraph") {
        run.push(item);
        continue;
      }
      if (item.kind === "line") {
        flush("paragraph");
        this.line(item, part, cursor);
        continue;
      }
      flush("table");
      cursor = this.table(item, part, cursor);
    }
    flush(end);
  }

  /** Patches one paragraph and returns where the next one may be added. */
  paragraph(marked: MarkedParagraph, part: WordPart, cursor: number, opening: readonly Piece[] = []): number {
    const slice = this.sliceOf(marked);
    // A block that no paragraph of the file stands for (an empty document has one) is nothing to add.
    if (isUntouched(marked)) return slice?.end ?? cursor;
    const text = writeMarked(marked, this.context, opening)
      .map((each) => writeXml(each, part.document.prefixes))
      .join("");
    if (!slice) {
      this.add(part, { start: cursor, end: cursor, text });
      return cursor;
    }
    this.add(slice.part, { start: slice.start, end: slice.end, text });
    return slice.end;
  }

  /** Writes paragraphs of the current text in the place of those of the base; `only` when nothing else is there. */
  private cleanRun(run: readonly MergedParagraph[], part: WordPart, start: number, only: boolean): number {
    let cursor = start;
    const stays = run.some(({ presence }) => presence !== "base");
    for (const paragraph of run) {
      const marked: MarkedParagraph = {
        parts: [paragraph],
        mark: "kept",
        own: true,
        accepted: paragraph,
        rejected: null,
      };
      if (paragraph.presence !== "base") {
        const kept = paragraph.presence === "both" ? { ...marked, rejected: paragraph } : marked;
        cursor = this.paragraph(isUntouched(kept) ? kept : marked, part, cursor);
        continue;
      }
      const slice = this.sliceOf(marked);
      if (!slice) continue;
      // A cell without a paragraph is no cell.
      const text = only && !stays && paragraph === run.at(-1) ? writeXml(element("w:p"), part.document.prefixes) : "";
      this.add(slice.part, { start: slice.start, end: slice.end, text });
      cursor = slice.end;
    }
    return cursor;
  }

  /** Replaces the line that opens a proposal; it may stand on two. */
  opening(keys: string, line: FrameLine): void {
    keys.split(" ").forEach((key, index) => {
      const slice = findSlice(this.file, key);
      if (!slice) return;
      const written = index === 0 ? writeBody([line], this.context) : [];
      const text = written.map((each) => writeXml(each, slice.part.document.prefixes)).join("");
      this.add(slice.part, { start: slice.start, end: slice.end, text });
    });
  }

  private line(line: FrameLine, part: WordPart, cursor: number): void {
    const text = writeBody([line], this.context).map((each) => writeXml(each, part.document.prefixes));
    this.add(part, { start: cursor, end: cursor, text: text.join("") });
  }

  private table(table: MergedTable, part: WordPart, cursor: number): number {
    const own = table.rows.find(({ before }) => before !== null)?.before?.table;
    const key: string | null = own?.attrs.slice ?? null;
    const slice = key === null ? undefined : findSlice(this.file, key);
    if (!own || !slice) {
      // Two tables that touch would become one.
      const written = writeBody([table as MergedItem], this.context);
      const text = written.map((each) => writeXml(each, part.document.prefixes)).join("");
      this.add(part, { start: cursor, end: cursor, text });
      return cursor;
    }
    if (this.context.showing === "clean" && table.presence === "base") {
      this.add(slice.part, { start: slice.start, end: slice.end, text: "" });
      return slice.end;
    }
    let rowCursor: number | null = null;
    const waiting: MergedRow[] = [];
    const widths = gridWidths(slice.elements[0]!);
    const write = (rows: readonly MergedRow[]): string =>
      writeRows(rows, widths, this.context, writeBody)
        .map((row) => writeXml(row, part.document.prefixes))
        .join("");
    for (const row of table.rows) {
      const place = row.before && findSlice(this.file, row.before.table.child(row.before.index).attrs.slice ?? "");
      if (!place) {
        if (rowCursor === null) waiting.push(row);
        else this.add(part, { start: rowCursor, end: rowCursor, text: write([row]) });
        continue;
      }
      if (waiting.length > 0) {
        this.add(part, { start: place.start, end: place.start, text: write(waiting.splice(0)) });
      }
      this.row(row, place);
      rowCursor = place.end;
    }
    return slice.end;
  }

  private row(row: MergedRow, slice: Slice): void {
    const source = slice.elements[0]!;
    const cells = childElements(source, "w:tc").filter((cell) => !isContinued(cell));
    const alone = row.presence === "base";
    if (alone && this.context.showing === "clean") {
      this.add(slice.part, { start: slice.start, end: slice.end, text: "" });
      return;
    }
    if (alone && this.context.showing === "tracked") this.markRow(source, slice.part);
    row.cells.forEach((cell, index) => {
      // A cell may hide in a content control; then the paragraphs know where they stand.
      const first = cells[index]?.children.filter(isElement).find(({ name }) => name !== "w:tcPr");
      const start = first?.start ?? this.firstPlace(cell.items);
      if (start !== undefined) this.story(cell.items, slice.part, start, alone ? "table" : "end");
    });
  }

  private firstPlace(items: readonly MergedItem[]): number | undefined {
    for (const item of items) {
      const node =
        item.kind === "paragraph" ? item.before?.node : item.rows.find(({ before }) => before)?.before?.table;
      const slice = node && findSlice(this.file, node.attrs.slice ?? "");
      if (slice) return slice.start;
    }
    return undefined;
  }

  private markRow(row: XmlElement, part: WordPart): void {
    const revision = this.context.revisions.revision("deleted", null);
    const { prefixes, source } = part.document;
    const mark = element("w:del", this.context.revisions.attributes(revision));
    const properties = childElements(row, "w:trPr")[0];
    const written = writeXml(mark, prefixes);
    if (properties && properties.children.length > 0) {
      const change = childElements(properties, "w:trPrChange")[0];
      const place = change?.start ?? source.lastIndexOf("</", properties.end - 1);
      this.add(part, { start: place, end: place, text: written });
      return;
    }
    const whole = writeXml(element("w:trPr", {}, [mark]), prefixes);
    const place = properties?.start ?? childElements(row).find(({ name }) => name !== "w:tblPrEx")?.start ?? row.end;
    this.add(part, { start: place, end: properties?.end ?? place, text: whole });
  }

  private sliceOf(marked: MarkedParagraph): Slice | undefined {
    const owner = marked.parts.find((each) => each.before !== null);
    const key: string | null = owner?.before?.node.attrs.slice ?? null;
    return key === null ? undefined : findSlice(this.file, key);
  }

  private add(part: WordPart, patch: Patch): void {
    const known = this.patches.get(part.name);
    if (known) known.push(patch);
    else this.patches.set(part.name, [patch]);
  }
}

/** True for a paragraph that both texts have, alike in text, label, formatting and kind. */
function isUntouched({ parts, mark, accepted, rejected }: MarkedParagraph): boolean {
  const [only] = parts;
  if (parts.length !== 1 || mark !== "kept" || !only?.before || !only.after) return false;
  if (accepted !== only || rejected !== only) return false;
  const [a, b] = [only.before.node, only.after.node];
  const same = (name: string) => a.attrs[name] === b.attrs[name];
  if (a.type !== b.type || !["label", "separator", "level", "role"].every(same)) return false;
  return withoutHolders(a.content).eq(withoutHolders(b.content));
}

function isContinued(cell: XmlElement): boolean {
  const properties = childElements(cell, "w:tcPr")[0];
  const merge = childElements(properties, "w:vMerge")[0];
  return merge !== undefined && merge.attributes["w:val"] !== "restart";
}

function gridWidths(table: XmlElement): number[] {
  const grid = childElements(table, "w:tblGrid")[0];
  return childElements(grid, "w:gridCol").map(({ attributes }) => Number(attributes["w:w"]) || 0);
}
