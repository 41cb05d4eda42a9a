/**
 * The proof of an export: its own bytes, read back, give the base when every change is rejected and the
 * current text when every change is accepted, paragraph by paragraph, tables and notes included. What is
 * outside the comparison (the line of marker and identifier, reasons) may stand between. The bytes are read by the
 * same readers as any file, but paragraph by paragraph, with both sides at once. An export
 * whose proof fails must not be written.
 */
import type { Packing } from "../opc/packing";
import { failure, type Result, success } from "../result";
import { readFileLines } from "./file-lines";
import { type Mismatch, matchLines } from "./line-match";
import { openingLines, sourceLine } from "./proposal-frame";
import type { ComparedTexts } from "./settled-proposals";
import { isShape, type LineOptions, linesOfDocument, type TextLine } from "./text-lines";

export interface Proof {
  /** How many lines of the base and of the current text the file gives back. */
  base: number;
  current: number;
}

/** Proves the bytes of an export of these texts; the failure names the first provision that would change. */
export function* prove(
  bytes: Uint8Array,
  texts: ComparedTexts,
  showing: "tracked" | "typeset",
): Packing<Result<Proof>> {
  const without = (formatting: "strike" | "underline"): LineOptions =>
    showing === "typeset" ? { without: formatting, flat: true } : {};
  const options = { reject: without("underline"), accept: without("strike") };
  const found = yield* readFileLines(bytes, options);
  if (!found.ok) return failure("export.unreadable", { code: found.error.code });
  const sides = [
    { side: "reject", doc: texts.base, code: "export.base-changed" },
    { side: "accept", doc: texts.current, code: "export.current-changed" },
  ] as const;
  const counts: number[] = [];
  for (const { side, doc, code } of sides) {
    const expected = linesOfDocument(doc, options[side]);
    const mismatch = matchLines(found.value[side], expected, frameLines(texts, side === "reject", options[side]));
    if (mismatch) {
      const provision = nameOf(mismatch);
      return failure(code, { provision }, { provision });
    }
    counts.push(expected.length);
  }
  return success({ base: counts[0]!, current: counts[1]! });
}

/** The lines that may stand in the file beside a text: opening lines, and where the text lacks them, frame blocks. */
function frameLines(
  { current, redline, markers }: ComparedTexts,
  withBlocks: boolean,
  options: LineOptions,
): TextLine[] {
  const framed = new Set(
    redline.provisions.flatMap(({ status, after }) => (status === "frame" && after ? [after.pos] : [])),
  );
  const opening = openingLines(current, markers);
  const lines: TextLine[] = sourceLine(current).map(besideLine);
  if (opening.every((each) => each.length === 0) && !(withBlocks && framed.size > 0)) return lines;
  let opened = -1;
  for (const line of linesOfDocument(current, options)) {
    const { host } = line;
    if (!host) continue;
    while (host.proposal > opened) lines.push(...opening[++opened]!.flatMap(openingForms));
    if (withBlocks && framed.has(host.pos)) lines.push(line);
  }
  return lines;
}

/** The line that opens a proposal as a file may have it: as one, or marker and identifier on two lines in either order. */
function openingForms({ text }: { text: string }): TextLine[] {
  const [marker, identifier] = text.split("\t");
  if (!marker || !identifier) return [besideLine({ text })];
  return [text, identifier, marker, identifier].map((form) => besideLine({ text: form }));
}

function besideLine({ text }: { text: string }): TextLine {
  return { text, block: null, host: null };
}

/** Names the provision at fault as a person would look for it. */
export function nameOf({ expected, found }: Mismatch): string {
  const line = expected ?? found!;
  const path = line.block?.path.join(" › ") ?? "";
  if (path !== "") return path;
  return isShape(line) ? "▦" : [...line.text].slice(0, 60).join("");
}
