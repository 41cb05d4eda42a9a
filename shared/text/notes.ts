/**
 * Footnotes of a flattened text. Converters leave `[footnoteRef:1]1` where the reference stood and put the
 * note itself, `[1: 1<TAB>body]`, at the end of the same paragraph, wherever that is: an item, a title, a cell.
 * Lines with notes come out as lines without, each reference as an inline; a reference whose note is missing
 * stays as the text it was and is reported. Bookmarks are positions, not text, and go.
 */
import type { Inline, SourceNote } from "../model/source";
import type { Message } from "../result";

export interface TextLine {
  /** 1-based line in the file. */
  line: number;
  inlines: Inline[];
  /** Text before the first visible character: spaces and tabs. */
  indent: string;
  /** True when a note's body stood at the end: converters put an empty line after it that means nothing. */
  endsWithNote: boolean;
}

const bookmark = /\[bookmark: [^\]]*\]/gu;
const reference = /\[footnoteRef:(?<id>\d+)\]/gu;
const typedMark = /^(?<mark>\d{1,3}|\*{1,3}|[a-z])[ \u00A0]*\t|^(?<spaced>\d{1,3}|\*{1,3})[ \u00A0]+/u;
/** A note that spans more lines than this is a bracket somebody forgot. */
const longestNote = 100;

/** Takes bookmarks and notes out of the lines of a text. */
export function extractNotes(source: readonly string[]): {
  lines: TextLine[];
  notes: SourceNote[];
  messages: Message[];
} {
  const known = new Set<string>();
  for (const text of source) {
    if (!text.includes("[")) continue;
    for (const match of text.matchAll(reference)) known.add(match.groups?.id ?? "");
  }
  const bodies = new Map<string, SourceNote>();
  const messages: Message[] = [];
  const stripped: { line: number; text: string; endsWithNote: boolean }[] = [];
  for (let index = 0; index < source.length; index++) {
    const line = index + 1;
    let text = (source[index] ?? "").replace(bookmark, "");
    const kept: string[] = [];
    let rest = 0;
    while (text.includes("[", rest)) {
      const start = noteStart(text, rest, known, bodies);
      if (!start) break;
      let end = closingBracket(text, start.index);
      for (let more = 1; end < 0 && more <= longestNote && index + 1 < source.length; more++) {
        text += `\n${(source[++index] ?? "").replace(bookmark, "")}`;
        end = closingBracket(text, start.index);
      }
      if (end < 0) break;
      bodies.set(start.id, sourceNote(start.id, text.slice(start.index + start.length, end), line));
      kept.push(text.slice(rest, start.index));
      rest = end + 1;
    }
    const last = text.slice(rest);
    stripped.push({
      line,
      text: kept.length === 0 ? text : withoutGaps([...kept, last]),
      endsWithNote: kept.length > 0 && last.trim() === "",
    });
  }
  const numbers = new Map<SourceNote, number>();
  const lines = stripped.flatMap(({ line, text, endsWithNote }) =>
    text.split("\n").map((part, offset) => textLine(line + offset, part, endsWithNote, bodies, numbers, messages)),
  );
  return { lines, notes: [...numbers.keys()], messages };
}

function noteStart(
  text: string,
  from: number,
  known: ReadonlySet<string>,
  found: ReadonlyMap<string, SourceNote>,
): { index: number; length: number; id: string } | null {
  const opening = /\[(?<id>\d+): /gu;
  opening.lastIndex = from;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const id = match.groups?.id ?? "";
    if (known.has(id) && !found.has(id)) return { index: match.index, length: match[0].length, id };
  }
  return null;
}

/** The pieces of a line between its notes, one space where a note was; the indent of the line stays. */
function withoutGaps([first = "", ...others]: readonly string[]): string {
  return [first.trimEnd(), ...others.map((piece) => piece.trim())].filter((piece) => piece !== "").join(" ");
}

function closingBracket(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === "[") depth++;
    if (text[at] === "]" && --depth === 0) return at;
  }
  return -1;
}

function sourceNote(id: string, body: string, line: number): SourceNote {
  const groups = typedMark.exec(body)?.groups;
  const blocks = body
    .split("\n")
    .map((part) => part.replace(/^[ \t]+|[ \t\u00A0]+$/gu, ""))
    .filter((part) => part !== "")
    .map((text, offset) => ({
      kind: "paragraph" as const,
      inlines: [{ kind: "text" as const, text }],
      line: line + offset,
    }));
  return { id, kind: "footnote", mark: groups?.mark ?? groups?.spaced ?? "", blocks };
}

function textLine(
  line: number,
  text: string,
  endsWithNote: boolean,
  bodies: ReadonlyMap<string, SourceNote>,
  numbers: Map<SourceNote, number>,
  messages: Message[],
): TextLine {
  const visible = text.trim();
  const indent = text.slice(0, text.length - text.trimStart().length);
  const inlines: Inline[] = [];
  let at = 0;
  for (const match of visible.matchAll(reference)) {
    const note = bodies.get(match.groups?.id ?? "");
    if (!note) {
      messages.push({
        severity: "warning",
        code: "text.note-missing",
        values: { note: match.groups?.id ?? "", line },
        where: { line },
      });
      continue;
    }
    if (match.index > at) inlines.push({ kind: "text", text: visible.slice(at, match.index) });
    at = match.index + match[0].length;
    const number = numbers.get(note) ?? numbers.size + 1;
    numbers.set(note, number);
    const typed = note.mark !== "" && visible.startsWith(note.mark, at);
    if (typed) at += note.mark.length;
    const mark = typed ? note.mark : String(number);
    inlines.push({ kind: "noteReference", note: note.id, mark, automatic: !typed });
  }
  if (at < visible.length) inlines.push({ kind: "text", text: visible.slice(at) });
  return { line, inlines, indent, endsWithNote };
}
