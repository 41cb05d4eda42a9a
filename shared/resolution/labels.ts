/**
 * Labels of provisions as values: `a)`, `b)bis`, `aa)`, `ii)`, `2`, `1bis.1.1`, `–`, `د )`. A label is
 * typed text, so parsing never alters it and forming one follows the alphabet and bracket of the
 * language. A letter such as `i)` has two readings; its neighbours decide (see `list-levels`), which is why
 * a parsed label carries both.
 */
import type { Language } from "../model/document";
import { latinInsertionWords } from "./languages/language-data";
import { languageData } from "./languages/languages";
import { inNumerals, inPlainDigits, type Numerals, numeralsOf, plainNumerals } from "./numerals";
import { fromRoman, toRoman } from "./roman";

export type LabelKind = "letter" | "roman" | "number" | "decimal" | "dash" | "bullet" | "word" | "none";

export interface LabelPart {
  /** 1 for `a`, `1`, `i`, `أ`. */
  ordinal: number;
  /** 0 for an agreed label, 1 for bis, 2 for ter … */
  insertion: number;
}

export interface ParsedLabel {
  text: string;
  /** The likelier reading: `i)` alone is a letter, `ii)` is Roman. */
  kind: LabelKind;
  /** One part, or one per number of a decimal label. */
  parts: LabelPart[];
  /** Value as a letter, where it may be one. */
  letter: number | null;
  /** Value as a Roman numeral, where it may be one. */
  roman: number | null;
  /** What stands before and after the ordinal: bracket, full stop, space. */
  opening: string;
  closing: string;
  upperCase: boolean;
  script: "latin" | "cyrillic" | "arabic";
  numerals: Numerals;
}

const dashes = new Set(["–", "—", "-", "−", "‑", "‐", "－"]);
const bullets = new Set(["•", "●", "▪", "◦", "·", "○", "■", "\uF0B7"]);
/** Cyrillic letters that typists take for Latin ones. */
const lookAlikes: Record<string, string> = { а: "a", с: "c", е: "e", о: "o", р: "p", х: "x", у: "y", і: "i" };
const cyrillicLetters = [..."абвгдежзиклмнопрстуфхцчшщэюя"];
const arabicLetters = languageData("ar").labels.letters;

/** Vowel signs are typed or not, before the letter or behind it. */
const withoutSigns = (text: string) => text.replace(/\u064B/gu, "");
const arabicInsertionWords = languageData("ar").labels.insertionWords.map((word) => withoutSigns(word).trim());
const words = [...arabicInsertionWords, ...latinInsertionWords].sort((a, b) => b.length - a.length);
/** One adverb of an inserted provision, as it is typed in a label: `bis`, `مكرراً`. */
export const insertionPattern = words
  .map((word) => word.replace(/\u0627(?= |$)/gu, "\\u064B?\u0627\\u064B?"))
  .join("|");
const insertion = `(?:\\s?(?:${insertionPattern}))*`;
/** Marks of direction, which a typist of a right-to-left text leaves anywhere in a label. */
export const directionMarks = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
const lettered = new RegExp(
  `^(?<opening>[\\s(（[]*)(?<token>\\p{L}+?)\\u200D?(?<inside>${insertion})(?<closing>\\s*(?:[)）]\\]?|[-–]|[.．]))(?<after>${insertion})$`,
  "u",
);
const numbered = new RegExp(
  `^(?<opening>[\\s(（['‘’]*)(?<token>\\d{1,3}(?<suffix>[A-Z])?(?:${insertion}))(?<closing>\\s*(?:[)）]?\\]|[)）.．、'‘’°º–-])?)(?<after>${insertion})$`,
  "u",
);
const decimal = new RegExp(
  `^(?<opening>\\s*)(?<token>\\d{1,3}${insertion}(?:\\.\\d{1,3}${insertion})+)(?<closing>\\.?)$`,
  "u",
);
/** In annexes and appendices a letter or Roman numeral stands in front: `A1.2`, `A.1`, `II.3.1`. */
const prefixed = new RegExp(
  `^(?<opening>\\s*(?:\\p{Lu}(?=\\d{1,2}\\.)|\\p{Lu}{1,4}\\.))(?<token>\\d{1,2}${insertion}(?:\\.\\d{1,2}${insertion})*)(?<closing>\\.?)$`,
  "u",
);
const upperRoman = /^(?<token>[IVXLC]+)(?<closing>[).]?)$/u;

/** Reads a label; what is no known form comes back as kind `word`, an empty label as `none`. */
export function parseLabel(label: string, language: Language): ParsedLabel {
  const bare = label.replace(directionMarks, "");
  const trimmed = bare.trim();
  const blank: ParsedLabel = {
    text: label,
    kind: trimmed === "" ? "none" : "word",
    parts: [],
    letter: null,
    roman: null,
    opening: "",
    closing: "",
    upperCase: false,
    script: "latin",
    numerals: numeralsOf(label),
  };
  if (dashes.has(trimmed)) return { ...blank, kind: "dash" };
  if (bullets.has(trimmed)) return { ...blank, kind: "bullet" };
  const counted = inPlainDigits(bare);
  return parseDecimal(counted, blank) ?? parseNumber(counted, blank) ?? parseLetter(bare, blank, language) ?? blank;
}

/** Forms the label with a given ordinal, in the bracket and case of `like` when that is of the same kind. */
export function formLabel(kind: LabelKind, ordinal: number, language: Language, like?: ParsedLabel): string {
  const forms = languageData(language).labels;
  const model = like && readsAs(like, kind) ? like : null;
  const opening = model ? model.opening.trimStart() : "";
  switch (kind) {
    case "dash":
    case "bullet":
      return model ? model.text : forms[kind];
    case "number":
      return opening + inNumerals(String(ordinal), model?.numerals ?? plainNumerals) + (model?.closing ?? "");
    case "decimal":
      return inNumerals(decimalText(model, ordinal), model?.numerals ?? plainNumerals) + (model?.closing ?? "");
    case "roman": {
      const roman = toRoman(ordinal);
      return opening + (model?.upperCase ? roman.toUpperCase() : roman) + (model?.closing ?? ")");
    }
    case "letter": {
      const alphabet = model ? alphabetOf(model, forms.letters) : forms.letters;
      const letters = lettersAt(ordinal, alphabet);
      const spaced =
        alphabet === arabicLetters && languageData("ar").labels.spacedLetters.includes(letters.at(-1) ?? "");
      // The space before an Arabic bracket belongs to the letter, not to the list.
      const closing = alphabet === arabicLetters ? (spaced ? " )" : ")") : (model?.closing ?? ")");
      return opening + (model?.upperCase ? letters.toUpperCase() : letters) + closing;
    }
    default:
      return model?.text ?? "";
  }
}

/** The label that follows `previous` in a list of this kind; with `null`, the first one. */
export function nextLabel(previous: string | null, kind: LabelKind, language: Language): string {
  if (previous === null) return formLabel(kind, 1, language);
  const parsed = parseLabel(previous, language);
  if (!readsAs(parsed, kind)) return formLabel(kind, 1, language);
  return formLabel(kind, ordinalAs(parsed, kind) + 1, language, parsed);
}

/** The label of the nth provision inserted after the agreed label `after`: `b)bis`, `bbis)`, `3ter`, `1.2bis`. */
export function bisLabel(after: string, n: number, language: Language): string {
  const parsed = parseLabel(after, language);
  const last = parsed.parts.at(-1);
  if (!last) return after;
  const word = insertionWord(last.insertion + n, language);
  const agreed = stripInsertion(after);
  const bracket = /\s*[)）.]\s*$/u.exec(agreed);
  if (!bracket || languageData(language).labels.insertion === "afterBracket") return agreed + word;
  return agreed.slice(0, bracket.index) + word + bracket[0];
}

/** The label of a place in a numbered body, `1.2bis.1`, closed and in the digits of `like`. */
export function decimalLabel(path: readonly LabelPart[], like: string, language: Language): string {
  const model = parseLabel(like, language);
  const numbers = path.map(({ ordinal, insertion: rank }) => {
    const number = inNumerals(String(ordinal), model.numerals);
    return rank === 0 ? number : bisLabel(number, rank, language);
  });
  return model.opening + numbers.join(".") + model.closing;
}

/** A label in lower case with Latin letters where a typist took the Cyrillic ones that look the same. */
export function withoutLookAlikes(label: string): string {
  return [...label].map((letter) => lookAlikes[letter] ?? letter).join("");
}

/** What two labels of one list share beside their kind: brackets or stop, and the signs of the number. */
export function labelForm({ opening, closing, numerals }: ParsedLabel): string {
  return `${opening}#${closing}${numerals}`.normalize("NFKC").replace(/\s/gu, "");
}

/** True when a label may be read as this kind. */
export function readsAs(label: ParsedLabel, kind: LabelKind): boolean {
  if (kind === "letter") return label.letter !== null;
  if (kind === "roman") return label.roman !== null;
  return label.kind === kind;
}

/** The last ordinal of a label under a reading; 0 for labels that do not count. */
export function ordinalAs(label: ParsedLabel, kind: LabelKind): number {
  if (kind === "letter") return label.letter ?? 0;
  if (kind === "roman") return label.roman ?? 0;
  return label.parts.at(-1)?.ordinal ?? 0;
}

function parseDecimal(label: string, blank: ParsedLabel): ParsedLabel | null {
  const groups = (decimal.exec(label) ?? prefixed.exec(label))?.groups;
  if (!groups) return null;
  const parts = (groups.token ?? "").split(".").map((part) => ({
    ordinal: Number.parseInt(part, 10),
    insertion: insertionRank(part.replace(/^\d+/u, "")),
  }));
  return { ...blank, kind: "decimal", parts, opening: groups.opening ?? "", closing: groups.closing ?? "" };
}

function parseNumber(label: string, blank: ParsedLabel): ParsedLabel | null {
  const groups = numbered.exec(label)?.groups;
  if (!groups) return null;
  const token = groups.token ?? "";
  const suffix = groups.suffix ?? "";
  // Convention numbers take a letter, `137A`; it inserts exactly as bis does.
  const rank = suffix ? suffix.charCodeAt(0) - 64 : insertionRank(token.replace(/^\d+/u, "") + (groups.after ?? ""));
  const parts = [{ ordinal: Number.parseInt(token, 10), insertion: rank }];
  return { ...blank, kind: "number", parts, opening: groups.opening ?? "", closing: groups.closing ?? "" };
}

function parseLetter(label: string, blank: ParsedLabel, language: Language): ParsedLabel | null {
  const groups = lettered.exec(label)?.groups ?? upperRoman.exec(label.trim())?.groups;
  if (!groups) return null;
  const token = (groups.token ?? "").normalize("NFKC");
  const lower = token.toLowerCase();
  const latin = withoutLookAlikes(lower);
  const script = /\p{Script=Arabic}/u.test(token) ? "arabic" : /^[a-z]+$/u.test(latin) ? "latin" : "cyrillic";
  const alphabet = { arabic: arabicLetters, latin: languageData(language).labels.letters, cyrillic: cyrillicLetters }[
    script
  ];
  const letters = script === "latin" && alphabet === arabicLetters ? languageData("en").labels.letters : alphabet;
  const letter =
    groups.inside === undefined && groups.opening === undefined
      ? null
      : letterValue(script === "latin" ? latin : lower, letters);
  const roman = script === "latin" ? fromRoman(latin) : null;
  if (letter === null && roman === null) return null;
  const kind = letter === null || (roman !== null && latin.length > 1) ? "roman" : "letter";
  const rank = insertionRank((groups.inside ?? "") + (groups.after ?? ""));
  return {
    ...blank,
    kind,
    parts: [{ ordinal: (kind === "roman" ? roman : letter) ?? 0, insertion: rank }],
    letter,
    roman,
    opening: groups.opening ?? "",
    closing: groups.closing ?? "",
    upperCase: token !== lower,
    script,
  };
}

/** `a` = 1 … `z` = 26, `aa` = 27; null when a letter is none of the alphabet's or there are more than two. */
function letterValue(text: string, alphabet: readonly string[]): number | null {
  // The fifth letter is typed with a stroke or a sign behind it that keeps the form it has before another.
  const characters = [...text.replaceAll("\u0640", "")].map((letter) => (letter === "ھ" ? "ه" : letter));
  if (characters.length === 0 || characters.length > 2) return null;
  let value = 0;
  for (const character of characters) {
    const place = alphabet.indexOf(character === "ا" || character === "آ" ? "أ" : character);
    if (place < 0) return null;
    value = value * alphabet.length + place + 1;
  }
  return value;
}

function lettersAt(ordinal: number, alphabet: readonly string[]): string {
  const size = alphabet.length;
  const last = alphabet[(ordinal - 1) % size] ?? "";
  return ordinal > size ? lettersAt(Math.floor((ordinal - 1) / size), alphabet) + last : last;
}

function alphabetOf(like: ParsedLabel, own: readonly string[]): readonly string[] {
  if (like.script === "arabic") return arabicLetters;
  if (like.script === "cyrillic") return cyrillicLetters;
  return own === arabicLetters ? languageData("en").labels.letters : own;
}

function decimalText(like: ParsedLabel | null, ordinal: number): string {
  if (!like) return `1.${ordinal}`;
  const numbers = like.text.trim().replace(/\.$/u, "").split(".");
  return [...numbers.slice(0, -1), String(ordinal)].join(".");
}

function insertionWord(rank: number, language: Language): string {
  const own = languageData(language).labels.insertionWords;
  const whole = Math.floor((rank - 1) / own.length);
  return (own.at(-1) ?? "").repeat(whole) + (own[(rank - 1) % own.length] ?? "");
}

function insertionRank(text: string): number {
  let rest = withoutSigns(text).trim();
  let rank = 0;
  while (rest !== "") {
    const word = words.find((candidate) => rest.startsWith(candidate));
    if (!word) return rank;
    rank += Math.max(latinInsertionWords.indexOf(word), arabicInsertionWords.indexOf(word)) + 1;
    rest = rest.slice(word.length).trimStart();
  }
  return rank;
}

function stripInsertion(label: string): string {
  const ending = new RegExp(`(?<=[\\p{Nd})）])${insertion}$`, "u");
  const inside = new RegExp(`(?<=\\p{L}|\\p{Nd})(?:\\s?(?:${insertionPattern}))+(?=\\s*[)）.]$)`, "u");
  return label.replace(ending, "").replace(inside, "");
}
