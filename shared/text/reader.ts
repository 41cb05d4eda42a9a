/**
 * Plain text to a source document: one line is one paragraph, notes and tables are taken out of the
 * conventions that Word-to-text converters leave. White space at line ends and empty lines carry no text
 * and go; an empty line is remembered as space before the paragraph behind it. What the lines mean is
 * decided elsewhere (`resolution/`).
 */
import type { SourceDocument } from "../model/source";
import { failure, type Result, success } from "../result";
import { decodeText } from "./decode";
import { extractNotes } from "./notes";
import { groupTables } from "./tables";

/** Some six thousand pages; beyond it a file is a table of data or a trap, and reading it would take minutes. */
const mostLines = 200_000;
/** Four hundred pages without a break. */
const longestLine = 1_000_000;

/** Reads a text file; the name only serves the sentence when it cannot be read. */
export function readText(bytes: Uint8Array, fileName: string): Result<SourceDocument> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) {
    return failure(decoded.error.code, { file: fileName, ...decoded.error.values }, decoded.error.where);
  }
  const source = sourceFromText(decoded.value.text);
  if (!source.ok) return failure(source.error.code, { file: fileName, ...source.error.values });
  const messages = [...decoded.messages, ...source.messages].map((message) => ({
    ...message,
    values: { file: fileName, ...message.values },
  }));
  return success(source.value, messages);
}

/** Builds the source document of a text that is already characters, such as pasted or typed text. */
export function sourceFromText(text: string): Result<SourceDocument> {
  const { count, longest } = measureLines(text);
  if (count > mostLines) return failure("text.too-many-lines", { limit: mostLines });
  if (longest > longestLine) return failure("text.line-too-long", { limit: longestLine });
  // Vertical tab and form feed are Word's line and page breaks; U+001A ended files under DOS.
  const lines = text.replace(/\u001A+$/u, "").split(/\r\n|[\n\r\v\f\u2028\u2029]/u);
  const { lines: withoutNotes, notes, messages } = extractNotes(lines);
  const blocks = groupTables(withoutNotes);
  if (blocks.length === 0) return failure("text.empty");
  return success({ origin: "text", blocks, notes }, messages);
}

/** Measured without cutting, for a trap would be cut into millions. */
function measureLines(text: string): { count: number; longest: number } {
  let count = 1;
  let longest = 0;
  let begin = 0;
  for (const { index } of text.matchAll(/[\n-\r\u2028\u2029]/gu)) {
    longest = Math.max(longest, index - begin);
    begin = index + 1;
    if (++count > mostLines) break;
  }
  return { count, longest: Math.max(longest, text.length - begin) };
}
