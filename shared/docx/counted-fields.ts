/**
 * Fields that count instead of keeping a result: AUTONUM, AUTONUMLGL, AUTONUMOUT and LISTNUM (ECMA-376 Part 1
 * §17.16.5.5–7, §17.16.5.33). Each side counts its own, in reading order, as Word does when it draws them. A field
 * that opens a paragraph is its label; elsewhere the number is the field's text.
 */
import { formatNumber } from "./number-formats";
import { paragraphStyleNames, type Styles } from "./styles-reader";

type CountedKind = "AUTONUM" | "AUTONUMLGL" | "AUTONUMOUT" | "LISTNUM";

interface CountedField {
  kind: CountedKind;
  /** Name of the list; LISTNUM alone has one. */
  list: string;
  /** Level and value that the field asks for. */
  level?: number;
  start?: number;
  format: string;
  separator: string;
  /** False where the separator after the last number is switched off. */
  trailing: boolean;
}

const instruction = /^\s*(AUTONUMLGL|AUTONUMOUT|AUTONUM|LISTNUM)(?![\w])(.*)$/is;
const words = /\\[A-Za-z*]|"[^"]*"|[^\s"\\]+/g;

/** Formats by their names in a field (§17.16.4.3.1); upper and lower case are two formats. */
const formats: Readonly<Record<string, string>> = {
  arabic: "decimal",
  alphabetic: "lowerLetter",
  ALPHABETIC: "upperLetter",
  roman: "lowerRoman",
  ROMAN: "upperRoman",
};

/** Reads the code of a counting field; undefined for any other. */
function countedField(code: string): CountedField | undefined {
  const match = instruction.exec(code);
  if (!match) return undefined;
  const kind = match[1]!.toUpperCase() as CountedKind;
  const field: CountedField = { kind, list: "", format: "decimal", separator: ".", trailing: true };
  const parts = match[2]!.match(words) ?? [];
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at]!;
    const argument = () => (parts[++at] ?? "").replace(/^"|"$/g, "");
    if (part === "\\*") field.format = formatNamed(argument()) ?? field.format;
    else if (part === "\\e") field.trailing = false;
    else if (part === "\\l") field.level = levelOf(argument());
    else if (part === "\\s" && kind === "LISTNUM") field.start = Number.parseInt(argument(), 10) || 0;
    else if (part === "\\s") field.separator = argument().slice(0, 1) || field.separator;
    else if (!part.startsWith("\\") && kind === "LISTNUM" && field.list === "") field.list = part.replace(/"/g, "");
  }
  return field;
}

function formatNamed(name: string): string | undefined {
  if (/^(?:roman|alphabetic)$/i.test(name)) {
    // `Roman` is written by Word for capital numerals: the first letter tells.
    return formats[/^\p{Lu}/u.test(name) ? name.toUpperCase() : name.toLowerCase()];
  }
  return formats[name.toLowerCase()];
}

function levelOf(text: string): number {
  return Math.min(Math.max(Number.parseInt(text, 10) || 1, 1), 9);
}

/** The lists that Word has without a definition: for each level a format and a text around it. */
const lists: Readonly<Record<string, readonly (readonly [format: string, text: string])[]>> = {
  NUMBERDEFAULT: [
    ["decimal", "%)"],
    ["lowerLetter", "%)"],
    ["lowerRoman", "%)"],
    ["decimal", "(%)"],
    ["lowerLetter", "(%)"],
    ["lowerRoman", "(%)"],
    ["decimal", "%."],
    ["lowerLetter", "%."],
    ["lowerRoman", "%."],
  ],
  OUTLINEDEFAULT: [
    ["upperRoman", "%."],
    ["upperLetter", "%."],
    ["decimal", "%."],
    ["lowerLetter", "%)"],
    ["decimal", "(%)"],
    ["lowerLetter", "(%)"],
    ["lowerRoman", "(%)"],
    ["lowerLetter", "(%)"],
    ["lowerRoman", "(%)"],
  ],
};

/** Level of body text, below all headings. */
const body = 10;

export interface FieldNumber {
  label: string;
  /** Counted from 0, as levels of lists are. */
  level: number;
}

/** Counts the fields of one side. */
export class FieldCounter {
  /** Values by list and level; index 0 is level 1. */
  private readonly counts = new Map<string, number[]>();
  private readonly levels = new Map<string, number>();
  /** Fields that were counted, by their first piece: asked again, each shows what it showed. */
  private readonly known = new WeakMap<object, FieldNumber>();
  /** The kinds of fields that were counted in the paragraph: each shows one number there. */
  private readonly inParagraph = new Set<CountedKind>();
  /** Level of headings by the id of their style. */
  private readonly headings = new Map<string | undefined, number | undefined>();
  private heading: number | undefined;

  constructor(private readonly styles: Styles) {}

  /** Goes on to the next paragraph. */
  enter(styleId: string | undefined): void {
    this.inParagraph.clear();
    if (!this.headings.has(styleId)) this.headings.set(styleId, headingLevel(this.styles, styleId));
    this.heading = this.headings.get(styleId);
  }

  /** The number that a field of the paragraph shows; undefined for one that does not count. */
  number(begin: object, code: string): FieldNumber | undefined {
    const field = countedField(code);
    if (!field) return undefined;
    const known = this.known.get(begin);
    if (known) return known;
    const made = field.kind === "LISTNUM" ? this.ofList(field) : this.ofParagraph(field);
    this.known.set(begin, made);
    return made;
  }

  private ofParagraph(field: CountedField): FieldNumber {
    const level = this.heading ?? body;
    const counts = this.countsOf(field.kind);
    if (!this.inParagraph.has(field.kind)) {
      counts[level - 1] = (counts[level - 1] ?? 0) + 1;
      counts.length = level;
      this.inParagraph.add(field.kind);
    }
    return { label: numbered(field, level, counts), level: level === body ? 0 : level - 1 };
  }

  private ofList({ list, level, start }: CountedField): FieldNumber {
    const name = list.toUpperCase() || "NUMBERDEFAULT";
    const own = level ?? this.levels.get(name) ?? 1;
    this.levels.set(name, own);
    const counts = this.countsOf(`LISTNUM ${name}`);
    counts[own - 1] = start ?? (counts[own - 1] ?? 0) + 1;
    counts.length = own;
    if (name === "LEGALDEFAULT") {
      return { label: `${[...counts].map((value) => value ?? 1).join(".")}.`, level: own - 1 };
    }
    const [format, text] = (lists[name] ?? lists.NUMBERDEFAULT)![own - 1]!;
    return { label: text.replace("%", formatNumber(counts[own - 1]!, format)), level: own - 1 };
  }

  private countsOf(name: string): number[] {
    let counts = this.counts.get(name);
    if (!counts) {
      counts = [];
      this.counts.set(name, counts);
    }
    return counts;
  }
}

/** The nine built-in heading styles are known by their names, which no translation of Word changes in the file. */
function headingLevel(styles: Styles, styleId: string | undefined): number | undefined {
  for (const name of paragraphStyleNames(styles, styleId)) {
    const match = /^heading ([1-9])$/i.exec(name);
    if (match) return Number(match[1]);
  }
  return undefined;
}

function numbered(
  { kind, format, separator, trailing }: CountedField,
  level: number,
  counts: readonly number[],
): string {
  const own = counts[level - 1] ?? 1;
  if (kind === "AUTONUMOUT") {
    const [outline, text] = level === body ? (["decimal", "%."] as const) : lists.OUTLINEDEFAULT![level - 1]!;
    return text.replace("%", formatNumber(own, outline));
  }
  const end = trailing ? separator : "";
  if (kind === "AUTONUM") return formatNumber(own, format) + end;
  // A legal number is made of its heading's and its own; body text follows the last heading that has a number.
  const higher = [...counts].slice(0, level - 1).map((value) => value ?? 0);
  if (level === body) while (higher.at(-1) === 0) higher.pop();
  const values = [...higher.map((value) => value || 1), own];
  return values.map((value) => formatNumber(value, format)).join(separator) + end;
}
