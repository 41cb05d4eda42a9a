/**
 * Numbers of parts as values: `2`, `B`, `IV`, `1.2bis`, of an annex, a section, a heading or an item of a numbered
 * body. A number is a path, one step for each number in it, and counting a list of paths is what renumbering is; how a
 * number is typed (digits, letters, Roman, bis form) is kept apart and given back when it is written.
 */
import type { Language } from "../model/document";
import { bisLabel, type LabelPart, parseLabel } from "./labels";
import { fromRoman, toRoman } from "./roman";

export type NumberForm = "digits" | "letters" | "roman";

const alphabet = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

/** Reads the number of an annex or section under a form; null when it is not of that form. */
export function readNumber(text: string, form: NumberForm, language: Language): LabelPart[] | null {
  const [, plain, inserted] = /^(\d+(?:\.\d+)*|[IVXLC]+|[A-Z])(.*)$/su.exec(text.trim()) ?? [];
  if (plain === undefined || inserted === undefined) return null;
  const insertion = inserted === "" ? 0 : (parseLabel(`1${inserted}`, language).parts[0]?.insertion ?? 0);
  if (form === "digits") {
    const parts = /\d/u.test(plain) ? parseLabel(text, language).parts : [];
    return parts.length > 0 ? parts : null;
  }
  const ordinal = form === "roman" ? fromRoman(plain.toLowerCase()) : alphabet.indexOf(plain) + 1;
  return ordinal ? [{ ordinal, insertion }] : null;
}

/** Writes a path in a form. */
export function writeNumber(path: readonly LabelPart[], form: NumberForm, language: Language): string {
  return path
    .map(({ ordinal, insertion }) => {
      const word = insertion === 0 ? "" : bisLabel("1", insertion, language).slice(1);
      if (form === "roman") return toRoman(ordinal).toUpperCase() + word;
      if (form === "letters") return (alphabet[ordinal - 1] ?? String(ordinal)) + word;
      return String(ordinal) + word;
    })
    .join(".");
}

export interface Counted {
  path: LabelPart[];
  /** The path that must stay: typed by hand, or agreed where agreed numbers stay. */
  stays: boolean;
  /** An agreed bis form, which counts on from the number before it. */
  inserted: boolean;
  /** What is put in between takes the bis form, because an agreed number follows. */
  between: boolean;
}

/** The paths of a list that counts without a gap from where `first` begins. */
export function countPaths(parts: readonly Counted[], first: readonly LabelPart[]): LabelPart[][] {
  let last: LabelPart[] = [];
  return parts.map(({ path, stays, inserted, between }, index) => {
    last = stays ? path : next(last, path, index === 0 ? first : null, inserted || between);
    return last;
  });
}

function next(
  last: readonly LabelPart[],
  path: readonly LabelPart[],
  first: readonly LabelPart[] | null,
  insert: boolean,
): LabelPart[] {
  const depth = path.length;
  const above = depth - 1 <= last.length ? last.slice(0, depth - 1) : path.slice(0, depth - 1);
  const before = last[depth - 1];
  if (first && first.length === depth) return [...first];
  if (!before) return [...above, { ordinal: 1, insertion: 0 }];
  if (insert) return [...above, { ordinal: before.ordinal, insertion: before.insertion + 1 }];
  return [...above, { ordinal: before.ordinal + 1, insertion: 0 }];
}

/** True when two paths name the same place. */
export function samePath(a: readonly LabelPart[], b: readonly LabelPart[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ ordinal, insertion }, i) => ordinal === b[i]?.ordinal && insertion === b[i]?.insertion)
  );
}
