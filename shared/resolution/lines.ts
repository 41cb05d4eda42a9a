/**
 * A source paragraph seen by the recogniser: its text, its style's role and its label, read once. Lines are
 * what recognition asks questions of; blocks (`blocks.ts`) are what it makes of them.
 */
import type { Language } from "../model/document";
import type { Inline, SourceParagraph } from "../model/source";
import { type LabelReading, readLabel } from "./label-reading";
import { parseLabel } from "./labels";
import { type ParagraphStyle, paragraphStyle } from "./styles";

export interface Line {
  source: SourceParagraph;
  /** Text without note references; breaks are `\n`. */
  text: string;
  /** Nothing to read: a page break, an empty paragraph. */
  empty: boolean;
  style: ParagraphStyle | null;
  label: LabelReading | null;
}

/** Reads a paragraph. */
export function readLine(source: SourceParagraph, language: Language): Line {
  const text = plainText(source.inlines);
  return {
    source,
    text,
    empty: text.trim() === "" && source.inlines.every(isBlank),
    style: paragraphStyle(source),
    label: source.numbering ? numbered(source.numbering, language) : readLabel(leadingText(source.inlines), language),
  };
}

/** Texts and breaks were looked at as text; a page break says nothing either. */
function isBlank(inline: Inline): boolean {
  if (inline.kind === "object") return inline.what === "pageBreak";
  return inline.kind !== "noteReference";
}

/** A dash or bullet of a symbol font reads as the character that it shows. */
function isSymbol(inline: Inline): inline is Inline & { kind: "object" } {
  return inline.kind === "object" && inline.what === "symbol" && inline.text !== "";
}

/** The text of inlines: breaks as `\n`, note references and objects left out. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines.map((inline) => (inline.kind === "text" ? inline.text : inline.kind === "break" ? "\n" : "")).join("");
}

/** The text before the first inline that is neither text nor a symbol. */
function leadingText(inlines: readonly Inline[]): string {
  let text = "";
  for (const inline of inlines) {
    if (inline.kind !== "text" && !isSymbol(inline)) break;
    text += inline.text;
  }
  return text;
}

/** Inlines without their first characters, which must be text or symbols. */
export function withoutStart(inlines: readonly Inline[], characters: number): Inline[] {
  let rest = characters;
  return inlines.flatMap((inline): Inline[] => {
    if (rest === 0 || (inline.kind !== "text" && !isSymbol(inline))) return [inline];
    const cut = Math.min(rest, inline.text.length);
    rest -= cut;
    return cut === inline.text.length ? [] : [{ ...inline, text: inline.text.slice(cut) }];
  });
}

/** A label that Word's numbering computed is typed from here on. */
function numbered({ label, level }: { label: string; level: number }, language: Language): LabelReading | null {
  if (label === "") return null;
  const parsed = parseLabel(label, language);
  const reading: LabelReading = { label, separator: "\t", parsed, loose: false };
  return parsed.kind === "word" ? { ...reading, level: level + 1 } : reading;
}
