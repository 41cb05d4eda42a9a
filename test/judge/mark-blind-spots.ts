/**
 * Where LibreOffice 7.4 takes the tracked end of a paragraph otherwise than Word does. A tracked mark says that this
 * paragraph and the next were one, or are to be (ISO/IEC 29500-1 §17.13.5.15, 20, 21, 25), whatever stands in the
 * paragraph or around it; each case here is shown by a small file of `test/support/revision-cases.ts`.
 */
import { type BlindSpot, withoutChanges } from "./blind-spot";

const paragraph = /<w:p[ >](?:(?!<\/w:p>)[\s\S])*<\/w:p>/g;
const trackedMark = /<w:rPr>\s*<w:(?:ins|del|moveFrom|moveTo)\b[^>]*\/>/;
const minute = 60_000;
/** What has no text and no place in it: bookmarks, signs of the spelling checker. */
const unseen = "(?:<w:(?!r\\b|ins\\b|del\\b)\\w+\\b[^>]*/>)*";
const lastInsertion = new RegExp(`(<w:ins\\b[^>]*[^/]>)(?:(?!</?w:ins\\b)[\\s\\S])*</w:ins>${unseen}</w:p>$`);
const start = `^<w:p\\b[^>]*>(?:<w:pPr>(?:(?!</w:pPr>)[\\s\\S])*</w:pPr>)?${unseen}`;
const firstInsertion = new RegExp(`${start}(<w:ins\\b[^>]*[^/]>)`);
const nothing = new RegExp(`${start}</w:p>`);

/** The note's own paragraph takes the mark away (`CheckParaMarkerRedline` runs at the end of each paragraph that it reads). */
export const marksBesideNotes: BlindSpot = {
  reason: "It forgets the tracked mark of a paragraph that refers to a note: split or joined, it stays so.",
  sign: /<w:(?:foot|end)noteReference\b/,
  rewrite: (xml) =>
    xml.replace(paragraph, (each) =>
      /<w:(?:foot|end)noteReference\b/.test(each)
        ? each.replace(/(<w:pPr>(?:(?!<\/w:pPr>)[\s\S])*<w:rPr>)<w:(?:ins|del)\b[^>]*\/>/, "$1")
        : each,
    ),
};

const emptyMoved: BlindSpot = {
  reason: "It forgets the mark of an empty paragraph that was moved: what stands before and behind it stays apart.",
  sign: /<w:rPr>\s*<w:move(?:From|To)\b[^>]*\/>/,
  rewrite: (xml) =>
    xml.replace(paragraph, (each) =>
      nothing.test(each) ? each.replace(/(<w:rPr>\s*)<w:move(?:From|To)\b[^>]*\/>/, "$1") : each,
    ),
};

const insertionsJoined: BlindSpot = {
  reason:
    "Of two insertions of one minute with only the end of a paragraph between it makes one: rejected, this end goes.",
  sign: {
    test: (source) => {
      const paragraphs = source.split(/(?=<w:p[ >])/);
      return paragraphs.some((each, index) => isJoined(each, paragraphs[index + 1]));
    },
  },
  rewrite: (xml) => {
    const paragraphs = xml.split(/(?=<w:p[ >])/);
    return paragraphs.map((each, index) => (isJoined(each, paragraphs[index + 1]) ? withMark(each) : each)).join("");
  },
  // Of paragraphs that hold nothing else rejecting leaves fewer, as long as no change of another hand parts them.
  level: (lines) => lines.filter((line) => line !== ""),
};

const beforeTables: BlindSpot = {
  reason: "It keeps the tracked mark of a paragraph before a table, though the table goes as well.",
  sign: new RegExp(`${trackedMark.source}(?:(?!</w:p>)[\\s\\S])*</w:p><w:tbl>`),
  rewrite: (xml) =>
    xml.replace(/<w:p[ >](?:(?!<\/w:p>)[\s\S])*<\/w:p>(?=<w:tbl>)/g, (each) =>
      each.replace(/(<w:rPr>\s*)<w:(?:ins|del)\b[^>]*\/>/, "$1"),
    ),
};

const intoSections: BlindSpot = {
  reason: "It keeps, in a continuous section, what was inserted or deleted in one piece from before it.",
  sign: /<w:sectPr\b(?:(?!<\/w:sectPr>)[\s\S])*<w:type w:val="continuous"\/>/,
  rewrite: (xml) => {
    const sections = xml.split(/(?<=<w:sectPr\b(?:(?!<\/w:p>)[\s\S])*<\/w:p>)/);
    return sections.map((section, index) => withoutChangesFromBefore(section, sections[index - 1] ?? "")).join("");
  },
};

/** The blind spots of paragraph marks. */
export const markBlindSpots: readonly BlindSpot[] = [
  marksBesideNotes,
  emptyMoved,
  insertionsJoined,
  beforeTables,
  intoSections,
];

/** Whether a paragraph ends with an insertion that goes on, by the same hand and within a minute, in the next. */
function isJoined(each: string, next = ""): boolean {
  const last = lastInsertion.exec(each)?.[1];
  if (last === undefined || trackedMark.test(propertiesOf(each))) return false;
  const mark = nothing.test(next) ? /<w:ins\b[^>]*\/>/.exec(propertiesOf(next))?.[0] : undefined;
  const first = firstInsertion.exec(next)?.[1] ?? mark;
  if (first === undefined || attributeOf(last, "author") !== attributeOf(first, "author")) return false;
  const [one, two] = [last, first].map((change) => Date.parse(attributeOf(change, "date")));
  return attributeOf(last, "date") === attributeOf(first, "date") || Math.abs(one! - two!) <= minute;
}

function attributeOf(change: string, name: "author" | "date"): string {
  return new RegExp(` w:${name}="([^"]*)"`).exec(change)?.[1] ?? "";
}

/** A paragraph with the mark inserted as its last words are. */
function withMark(each: string): string {
  const mark = lastInsertion.exec(each)![1]!.replace(/>$/, "/>");
  const properties = propertiesOf(each);
  if (!properties) return each.replace(/^<w:p\b[^>]*>/, `$&<w:pPr><w:rPr>${mark}</w:rPr></w:pPr>`);
  return each.replace(properties, () =>
    properties.includes("<w:rPr>")
      ? properties.replace("<w:rPr>", `<w:rPr>${mark}`)
      : properties.replace("</w:pPr>", `<w:rPr>${mark}</w:rPr></w:pPr>`),
  );
}

/** A continuous section with nothing tracked at its start, as far as one change goes on there from the one before it. */
function withoutChangesFromBefore(section: string, before: string): string {
  const kind = section.slice(section.lastIndexOf("<w:sectPr"));
  const marked = (each: string | undefined) => trackedMark.test(propertiesOf(each ?? ""));
  let goesOn = kind.includes('<w:type w:val="continuous"/>') && marked(before.match(paragraph)?.at(-1));
  return section.replace(paragraph, (each) => {
    if (!goesOn) return each;
    goesOn = marked(each);
    return withoutChanges(each);
  });
}

function propertiesOf(each: string): string {
  return /<w:pPr>(?:(?!<\/w:pPr>)[\s\S])*<\/w:pPr>/.exec(each)?.[0] ?? "";
}
