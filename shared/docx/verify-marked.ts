/**
 * Tells whether a marked Word file, whoever made it, says what changed between two texts: rejecting all
 * its changes must give the one, accepting them the other. Frame that the texts do not have (the line of
 * marker and identifier, reasons, front matter) is passed over. Proposals to add, suppress or keep a text
 * show no changes: an ADD must give the revised text, of a SUP or NOC the heading is compared.
 */
import type { Node } from "prosemirror-model";
import { readMarkerLine } from "../resolution/marker";
import { recognise } from "../resolution/recognise";
import { failure, type Message, type Result, success } from "../result";
import { modelToDoc } from "../schema/model-to-doc";
import { readDocx } from "./document-reader";
import { matchLines } from "./line-match";
import { nameOf, type Proof } from "./proof";
import { headingTypes, proposalsOf } from "./settled-proposals";
import { linesOfDocument, linesOfSource, type TextLine } from "./text-lines";
import { type WordFile, wordToSource } from "./word-file";

/** Verifies a marked file against the text it starts from and the text it ends with. */
export function verifyMarked(marked: Uint8Array, base: Node, revised: Node): Result<Proof> {
  const file = readDocx(marked);
  if (!file.ok) return file;
  const messages: Message[] = [];
  const marker = markerOf(file.value);
  const unmarked = file.value.sides.accept.attributions.length + file.value.sides.reject.attributions.length === 0;
  const isNew = unmarked && /ADD/.test(marker);
  const isHeading = unmarked && /SUP|NOC/.test(marker);
  if (isNew) messages.push({ severity: "information", code: "verify.new-text", values: { marker } });
  if (isHeading) messages.push({ severity: "information", code: "verify.heading-only", values: { marker } });

  const counts: number[] = [];
  for (const side of ["reject", "accept"] as const) {
    if (isNew && side === "reject") {
      counts.push(0);
      continue;
    }
    const doc = isHeading || side === "reject" ? base : revised;
    const source = wordToSource(file.value, side);
    const frame = frameOf(file.value, side);
    if (!frame.ok) return frame;
    const all = linesOfDocument(doc);
    const expected = isHeading ? all.filter(({ block }) => block && headingTypes.has(block.node.type.name)) : all;
    // A heading may be followed by the text that need not be there.
    const beside = isHeading ? [...frame.value, ...all] : frame.value;
    const mismatch = matchLines(linesOfSource(source), expected, beside);
    if (mismatch) {
      const code = side === "reject" ? "verify.base-differs" : "verify.revised-differs";
      const found = mismatch.found ? shortened(mismatch.found.text) : "∅";
      const provision = nameOf(mismatch);
      return failure(code, { provision, found }, { provision }, messages);
    }
    counts.push(expected.length);
  }
  return success({ base: counts[0]!, current: counts[1]! }, messages);
}

/** The first marker in a file, empty when it has none. */
function markerOf(file: WordFile): string {
  for (const line of linesOfSource(wordToSource(file, "accept"))) {
    const read = readMarkerLine(line.text);
    if (read?.marker) return read.marker;
  }
  return "";
}

/** The lines of a side that a text without frame does not have: marker lines, reasons, front matter. */
function frameOf(file: WordFile, side: "accept" | "reject"): Result<TextLine[]> {
  const source = wordToSource(file, side);
  const recognised = recognise(source);
  if (!recognised.ok) return recognised;
  const doc = modelToDoc(recognised.value);
  const hasProposal = proposalsOf(doc).length > 0;
  const inFrame = new Set(
    linesOfDocument(doc)
      .filter(({ block }) => block && (block.containers.includes("reasons") || (hasProposal && block.proposal < 0)))
      .map(({ text }) => text),
  );
  return success(linesOfSource(source).filter(({ text }) => inFrame.has(text) || readMarkerLine(text) !== null));
}

function shortened(text: string): string {
  const letters = [...text];
  return letters.length > 80 ? `${letters.slice(0, 80).join("")}…` : text;
}
