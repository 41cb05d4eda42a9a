/**
 * Bytes to a Word file. The parts are found by relationship, never by name (ISO/IEC 29500-1 §11.3); styles
 * and numbering come first, then the text, then both sides. A main part that cannot be read refuses the
 * file; another part that cannot be read is done without, and a message says so.
 */
import { contentTypeOf, readContentTypes } from "../opc/content-types";
import { findPart, type Package } from "../opc/package";
import { readPackage } from "../opc/package-reader";
import { type Relationship, readRelationships } from "../opc/relationships";
import { failure, type Message, type Result, success } from "../result";
import { child, type XmlDocument, type XmlElement } from "../xml/element";
import { decodeXml, type XmlEncoding } from "../xml/encoding";
import { readXml } from "../xml/reader";
import { readBlocks } from "./body-reader";
import { readComments } from "./comments-reader";
import { isWordType } from "./document-type";
import { foreignContent } from "./foreign-content";
import { KeptContent } from "./kept-content";
import { readLanguage } from "./language-reader";
import { numberNotes } from "./note-numbers";
import { readNotes } from "./notes-reader";
import { readNumberings } from "./numbering-reader";
import { PartReader } from "./part-reader";
import type { NoteRecord } from "./records";
import { runPropertiesReader } from "./run-properties-reader";
import { readSide } from "./side-reader";
import { readStyles } from "./styles-reader";
import type { WordFile, WordPart } from "./word-file";

/** Some three thousand pages; beyond it a file is a trap, or no text for one editor. */
const mostParagraphs = 100_000;

interface ReadPart {
  name: string;
  encoding: XmlEncoding;
  document: XmlDocument;
}

/** Reads a .docx, .docm, .dotx or .dotm file. */
export function readDocx(bytes: Uint8Array): Result<WordFile> {
  const opened = readPackage(bytes);
  if (!opened.ok) return opened;
  const from = opened.value;
  const main = findMain(from);
  if (!main.ok) return main;
  const relationships = readRelationships(from, main.value);
  if (!relationships.ok) return relationships;
  const text = readPart(from, main.value);
  if (!text.ok) return text;
  const body = child(text.value.document.root, "w:body");
  if (text.value.document.root.name !== "w:document" || !body) {
    return failure("docx.not-word", { part: main.value }, { part: main.value });
  }
  if (countParagraphs(text.value.document.source) > mostParagraphs) {
    return failure("docx.too-many-paragraphs", { limit: mostParagraphs }, { part: main.value });
  }
  return success(...readText(from, text.value, body, relationships.value));
}

function readText(
  from: Package,
  text: ReadPart,
  body: XmlElement,
  relationships: readonly Relationship[],
): [WordFile, Message[]] {
  const messages: Message[] = [];
  const related = (kind: string): ReadPart | undefined => readRelated(from, relationships, kind, messages);
  const settings = related("settings")?.document.root;
  const styles = readStyles(related("styles")?.document.root);
  const numberings = readNumberings(related("numbering")?.document.root, styles);
  const language = readLanguage(body, styles);
  const runProperties = runPropertiesReader(styles, language);
  const kept = new KeptContent();
  const parts = new Map<string, WordPart>();

  const readerOf = (part: ReadPart): PartReader => {
    const reader = new PartReader(part.name, part.document, runProperties, kept, readBlocks);
    parts.set(part.name, { ...part, slices: reader.slices });
    return reader;
  };
  const blocks = readerOf(text).readBlocks(body, {});
  const notes = new Map<string, NoteRecord>();
  for (const kind of ["footnote", "endnote"] as const) {
    const part = related(`${kind}s`);
    if (part) for (const note of readNotes(readerOf(part), kind)) notes.set(note.id, note);
  }
  const comments = readComments(related("comments")?.document.root, related("commentsExtended")?.document.root);
  const records = {
    body: blocks,
    notes,
    comments,
    styles,
    numberings,
    kept,
    automaticMarks: numberNotes(blocks, body, settings),
    language,
  };
  const accept = readSide(records, "accept");
  const sides = { accept, reject: hasRevisions(parts) ? readSide(records, "reject") : accept };
  messages.push(...kept.messages(), ...foreignContent(from, text.document.source, settings, relationships));
  const file: WordFile = {
    package: from,
    main: text.name,
    parts,
    styles,
    body: blocks,
    notes,
    comments,
    runProperties: runProperties.kept,
    objects: kept.objects,
    sides,
    messages,
  };
  return [file, messages];
}

function countParagraphs(source: string): number {
  const start = /<(?:[\w.-]+:)?p[\s/>]/g;
  let count = 0;
  while (count <= mostParagraphs && start.test(source)) count++;
  return count;
}

/** Looks for revision elements in the sources: without any, both sides are one. */
function hasRevisions(parts: ReadonlyMap<string, WordPart>): boolean {
  const revision =
    /<[\w.-]*:?(?:ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge|rPrChange|pPrChange|numberingChange)[\s/>]/;
  return [...parts.values()].some(({ document }) => revision.test(document.source));
}

function findMain(from: Package): Result<string> {
  const types = readContentTypes(from);
  if (!types.ok) return types;
  const relationships = readRelationships(from, "");
  if (!relationships.ok) return relationships;
  const main = relationships.value.find(({ kind, external }) => kind === "officeDocument" && !external)?.target;
  const part = main === undefined ? undefined : findPart(from, main);
  if (!part) return failure("docx.no-main-part");
  const type = contentTypeOf(types.value, part.name);
  if (!isWordType(type)) return failure("docx.not-word", { part: part.name, type }, { part: part.name });
  return success(part.name);
}

/** A part that the main part refers to; a fault in it is a message. */
function readRelated(
  from: Package,
  relationships: readonly Relationship[],
  kind: string,
  messages: Message[],
): ReadPart | undefined {
  const relationship = relationships.find((candidate) => candidate.kind === kind && !candidate.external);
  if (!relationship) return undefined;
  const part = readPart(from, relationship.target);
  if (part.ok) return part.value;
  messages.push({ ...part.error, severity: "warning" });
  return undefined;
}

function readPart(from: Package, name: string): Result<ReadPart> {
  const part = findPart(from, name);
  if (!part?.bytes) return failure("docx.missing-part", { part: name }, { part: name });
  const decoded = decodeXml(part.bytes);
  const document = decoded.ok ? readXml(decoded.value.text) : decoded;
  if (decoded.ok && document.ok) {
    return success({ name: part.name, encoding: decoded.value.encoding, document: document.value });
  }
  const fault = (decoded.ok ? document : decoded) as Extract<typeof document, { ok: false }>;
  return failure(fault.error.code, { ...fault.error.values, part: name }, { part: name });
}
