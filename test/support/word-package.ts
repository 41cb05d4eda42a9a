/**
 * Builds small Word packages from the XML of a body, so that a test can say in one line what it reads.
 * Only what a case needs is written: notes, numbering and styles have their own parts on request.
 */
import { strToU8, zipSync } from "fflate";
import { readDocx } from "../../shared/docx/document-reader";
import { findSlice, type WordFile, type WordSide } from "../../shared/docx/word-file";
import type { SourceParagraph } from "../../shared/model/source";

const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(" ");

export type WordParts = Partial<
  Record<
    | "styles"
    | "numbering"
    | "footnotes"
    | "endnotes"
    | "comments"
    | "commentsExtended"
    | "settings"
    | "header"
    | "footer",
    string
  >
>;

const relationshipTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Roots that are not named like their relationship. */
const rootNames: Readonly<Record<string, string>> = { header: "hdr", footer: "ftr" };

/** A package whose body holds this XML, with the content of the other parts' roots. */
export function wordPackage(body: string, parts: WordParts = {}): Uint8Array {
  const root = (name: string, content: string): Uint8Array =>
    strToU8(`<w:${name} ${namespaces}>${content}</w:${name}>`);
  const files: Record<string, Uint8Array> = {
    "[Content_Types].xml": strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        '<Default Extension="xml" ContentType="application/xml"/>' +
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    "_rels/.rels": relationships([["officeDocument", "word/document.xml"]]),
    "word/document.xml": root("document", `<w:body>${body}</w:body>`),
    "word/_rels/document.xml.rels": relationships(Object.keys(parts).map((kind) => [kind, `${kind}.xml`])),
  };
  for (const [kind, content] of Object.entries(parts)) {
    files[`word/${kind}.xml`] =
      kind === "commentsExtended"
        ? strToU8(`<w15:commentsEx ${namespaces}>${content}</w15:commentsEx>`)
        : root(rootNames[kind] ?? kind, content);
  }
  return zipSync(files, { level: 0 });
}

/** Reads such a package; a refusal fails the test. */
export function readBody(body: string, parts: WordParts = {}): WordFile {
  const read = readDocx(wordPackage(body, parts));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

/** The exact characters that a slice covers; undefined for a key that the file does not know. */
export function sourceOfSlice(file: WordFile, key: string): string | undefined {
  const slice = findSlice(file, key);
  return slice?.part.document.source.slice(slice.start, slice.end);
}

/** The text of every paragraph of a side: labels before, breaks as `/`, notes as `[^mark]`, objects as `<what:text>`. */
export function textsOf(side: WordSide): string[] {
  return side.paragraphs.map(textOfParagraph);
}

export function textOfParagraph({ numbering, inlines }: SourceParagraph): string {
  const label = numbering ? `${numbering.label}|` : "";
  return (
    label +
    inlines
      .map((inline) => {
        if (inline.kind === "text") return inline.text;
        if (inline.kind === "break") return "/";
        return inline.kind === "object" ? `<${inline.what}:${inline.text}>` : `[^${inline.mark}]`;
      })
      .join("")
  );
}

function relationships(list: [string, string][]): Uint8Array {
  const items = list.map(
    ([kind, target], i) => `<Relationship Id="rId${i + 1}" Type="${relationshipTypes}/${kind}" Target="${target}"/>`,
  );
  return strToU8(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join("")}</Relationships>`,
  );
}
