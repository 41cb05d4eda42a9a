/**
 * Plain text to a source document: one line is one paragraph, notes and tables are taken out of the
 * conventions that Word-to-text converters leave. White space at line ends and empty lines carry no text
 * and go; an empty line is remembered as space before the paragraph behind it. What the lines mean is
 * decided elsewhere (`resolution/`).
 */
import type { SourceDocument } from "../model/source";
import { failure, type Message, type Result, success } from "../result";
import { criticToTexts } from "./critic-markup";
import { decodeText } from "./decode";
import { extractNotes } from "./notes";
import { groupTables } from "./tables";

/** Some six thousand pages; beyond it a file is a table of data or a trap, and reading it would take minutes. */
const mostLines = 200_000;
/** Four hundred pages without a break. */
const longestLine = 1_000_000;

/** Reads a text file; the name only serves the sentence when it cannot be read. */
export function readText(bytes: Uint8Array, fileName: string): Result<SourceDocument> {
  return readAs(bytes, fileName, sourceFromText);
}

/** Reads a file in CriticMarkup: the text before its changes and the text with them. */
export function readMarkedText(bytes: Uint8Array, fileName: string): Result<MarkedSource> {
  return readAs(bytes, fileName, (markup) => {
    const sides = criticToTexts(markup);
    if (!sides.ok) return sides;
    const [base, current] = [sourceFromText(sides.value.base), sourceFromText(sides.value.current)];
    // Of a text that is new as a whole, or goes as a whole, one side has nothing in it.
    const isEmpty = (side: typeof base) => !side.ok && side.error.code === "text.empty";
    if (!base.ok && (!isEmpty(base) || !current.ok)) return base;
    if (!current.ok && !isEmpty(current)) return current;
    const sources = { base: base.ok ? base.value : nothing, current: current.ok ? current.value : nothing };
    return success({ ...sources, changes: sides.value.changes }, [...base.messages, ...current.messages]);
  });
}

/** Both sides of a text in CriticMarkup, and how many changes lie between them. */
export interface MarkedSource {
  base: SourceDocument;
  current: SourceDocument;
  changes: number;
}

const nothing: SourceDocument = { origin: "text", blocks: [], notes: [] };

function readAs<T>(bytes: Uint8Array, file: string, build: (text: string) => Result<T>): Result<T> {
  const decoded = decodeText(bytes);
  const built = decoded.ok ? build(decoded.value.text) : decoded;
  const named = (message: Message): Message => ({ ...message, values: { file, ...message.values } });
  if (!built.ok) return { ...built, error: named(built.error) };
  return success(built.value, [...decoded.messages, ...built.messages].map(named));
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
