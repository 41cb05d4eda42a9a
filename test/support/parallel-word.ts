/**
 * The versions of `parallel-versions` as Word files, dressed in the ways that files arrive: with the styles of ITU
 * under names of several templates, with Word's own lists, with direct formatting only, with wrappers around everything.
 */
import type { Language } from "../../shared/model/document";
import { type ParallelLine, type ParallelRole, parallelLines, typedLabel } from "./parallel-versions";
import { type WordParts, wordPackage } from "./word-package";

export interface Dressing {
  /** Style name of a role; the id is made from it. */
  styleOf?: (role: ParallelRole) => string;
  /** Names of styles that only others are based on. */
  ancestors?: Readonly<Record<string, string>>;
  /** Outline levels of styles by name. */
  outlines?: Readonly<Record<string, number>>;
  /** Number format of lettered, Roman and decimal lists, when Word counts them. */
  lists?: { letter: string; roman: string; number: string };
  /** Notes whose mark is typed. */
  typedNotes?: true;
  /** Calls in italics, heads centred. */
  formatted?: boolean;
  /** XML put around each paragraph. */
  around?: (paragraph: string, index: number) => string;
  /** XML put around each run. */
  aroundRun?: (run: string, index: number) => string;
}

/** Makes the Word file of one language; of other lines than those of the resolution when they are given. */
export function parallelWord(
  language: Language,
  dressing: Dressing,
  lines: readonly ParallelLine[] = parallelLines(language),
): Uint8Array {
  const numbering = new Lists(dressing);
  const styles = new Map<string, string>();
  const notes: string[] = [];
  const paragraphs = lines.map(({ role, text, note, rows }, index) => {
    if (rows) return tableOf(rows, language);
    const style = dressing.styleOf?.(role) ?? "";
    if (style !== "") styles.set(idOf(style), style);
    const counted = numbering.of(role);
    const properties = [
      style === "" ? "" : `<w:pStyle w:val="${idOf(style)}"/>`,
      counted,
      language === "ar" ? "<w:bidi/>" : "",
      dressing.formatted && /number|itle|reference/u.test(role) ? '<w:jc w:val="center"/>' : "",
    ].join("");
    const label = counted === "" ? typedLabel(role, language) : "";
    const run = runOf(label === "" ? text : `${label}\t${text}`, role, language, dressing);
    const marked = note === undefined ? run : run + noteReference(notes.push(note), dressing);
    const inner = dressing.aroundRun?.(marked, index) ?? marked;
    const paragraph = `<w:p>${properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`}${inner}</w:p>`;
    return dressing.around?.(paragraph, index) ?? paragraph;
  });
  const parts: WordParts = { styles: stylesOf(styles, dressing) };
  if (dressing.lists) parts.numbering = numbering.xml();
  if (notes.length > 0)
    parts.footnotes = notes.map((note, index) => noteOf(note, index + 1, language, dressing)).join("");
  return wordPackage(paragraphs.join(""), parts);
}

function tableOf(rows: readonly (readonly string[])[], language: Language): string {
  const cell = (text: string) =>
    `<w:tc><w:tcPr><w:tcW w:w="2400" w:type="dxa"/></w:tcPr><w:p>${language === "ar" ? "<w:pPr><w:bidi/></w:pPr>" : ""}${runOf(text, "text", language, {})}</w:p></w:tc>`;
  const grid = `<w:tblGrid>${rows[0]!.map(() => '<w:gridCol w:w="2400"/>').join("")}</w:tblGrid>`;
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>${grid}${rows.map((row) => `<w:tr>${row.map(cell).join("")}</w:tr>`).join("")}</w:tbl>`;
}

const raised = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>';

function noteReference(number: number, { typedNotes }: Dressing): string {
  if (!typedNotes) return `<w:r>${raised}<w:footnoteReference w:id="${number}"/></w:r>`;
  return `<w:r>${raised}<w:footnoteReference w:customMarkFollows="1" w:id="${number}"/><w:t>${number}</w:t></w:r>`;
}

function noteOf(text: string, number: number, language: Language, { typedNotes }: Dressing): string {
  const mark = typedNotes ? `<w:t>${number}</w:t>` : "<w:footnoteRef/>";
  return `<w:footnote w:id="${number}"><w:p>${language === "ar" ? "<w:pPr><w:bidi/></w:pPr>" : ""}<w:r>${raised}${mark}</w:r>${runOf(`\t${text}`, "text", language, {})}</w:p></w:footnote>`;
}

function runOf(text: string, role: ParallelRole, language: Language, { formatted }: Dressing): string {
  const properties =
    (formatted && role === "call" ? "<w:i/><w:iCs/>" : "") +
    (language === "ar" ? '<w:rtl/><w:lang w:bidi="ar-EG"/>' : "");
  const content = text
    .split("\t")
    .map((piece) => (piece === "" ? "" : `<w:t xml:space="preserve">${piece}</w:t>`))
    .join("<w:tab/>");
  return `<w:r>${properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`}${content}</w:r>`;
}

/** Word numbers the styles of a template as it likes; the id says nothing. */
function idOf(name: string): string {
  return `s${[...name].reduce((sum, sign) => (sum * 31 + sign.codePointAt(0)!) % 1_000_003, 7)}`;
}

function stylesOf(styles: ReadonlyMap<string, string>, { ancestors = {}, outlines = {} }: Dressing): string {
  const all = new Map([...styles, ...Object.values(ancestors).map((name) => [idOf(name), name] as const)]);
  const made = [...all].map(([id, name]) => {
    const basedOn = ancestors[name] === undefined ? "" : `<w:basedOn w:val="${idOf(ancestors[name])}"/>`;
    return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name.replace(/&/gu, "&amp;")}"/>${basedOn}${outlineOf(name)}</w:style>`;
  });
  function outlineOf(name: string): string {
    return outlines[name] === undefined ? "" : `<w:pPr><w:outlineLvl w:val="${outlines[name]}"/></w:pPr>`;
  }
  return `<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>${made.join("")}`;
}

/** One list definition of each kind, and a list of its own wherever a count begins again. */
class Lists {
  private readonly numbers: string[] = [];
  private current: Record<string, number> = {};

  constructor(private readonly dressing: Dressing) {}

  of(role: ParallelRole): string {
    if (!this.dressing.lists || !/^(?:[ansi]\d|dash)$/u.test(role)) return "";
    const kind = role === "dash" ? "dash" : role[0]!;
    const before = this.current[kind];
    const id = before === undefined || role.endsWith("1") ? this.begin(kind) : before;
    this.current[kind] = id;
    const level = { a: 0, n: 0, i: 1, s: 1, dash: 2 }[kind] ?? 0;
    return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`;
  }

  xml(): string {
    const { letter, roman, number } = this.dressing.lists!;
    const level = (index: number, format: string, text: string) =>
      `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const dash = level(2, "bullet", "–");
    const abstract = (id: number, levels: string) => `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;
    return (
      abstract(1, level(0, letter, "%1)") + level(1, roman, "%2)") + dash) +
      abstract(2, level(0, number, "%1") + level(1, letter, "%2)") + dash) +
      this.numbers.join("")
    );
  }

  private begin(kind: string): number {
    const id = this.numbers.length + 1;
    const levels = [0, 1, 2].map(
      (level) => `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="1"/></w:lvlOverride>`,
    );
    this.numbers.push(
      `<w:num w:numId="${id}"><w:abstractNumId w:val="${kind === "a" || kind === "i" ? 1 : 2}"/>${levels.join("")}</w:num>`,
    );
    return id;
  }
}

/** The style names of ITU's templates. */
export function ituStyle(role: ParallelRole): string {
  const names: Partial<Record<ParallelRole, string>> = {
    proposal: "Proposal",
    number: "Res_No",
    title: "Res_title",
    reference: "Res_ref",
    enacting: "Normal after title",
    call: "Call",
    annexNumber: "Annex_No",
    annexTitle: "Annex_title",
    heading: "heading 1",
    reasons: "Reasons",
    dash: "enumlev2",
  };
  return names[role] ?? (/^[is]\d$/u.test(role) ? "enumlev1" : "Normal");
}
