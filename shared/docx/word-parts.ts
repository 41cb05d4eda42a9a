/**
 * Bytes to the parts of a Word file. The main part is found by relationship, never by name (ISO/IEC 29500-1 §11.3),
 * the others through it. A main part that is missing or of another type refuses the file; another part that cannot
 * be read is done without, and a message says so.
 */
import { contentTypeOf, readContentTypes } from "../opc/content-types";
import { packageLimits } from "../opc/limits";
import { findPart, type Package, readXmlPart, type XmlPart } from "../opc/package";
import { readPackage } from "../opc/package-reader";
import type { Packing } from "../opc/packing";
import { type Relationship, readRelationships } from "../opc/relationships";
import { inflateLongEntry } from "../opc/zip-entry";
import { failure, type Message, type Result, success } from "../result";
import type { XmlElement } from "../xml/element";
import { XmlDecoder } from "../xml/encoding";
import { type ElementStream, readXmlStretches } from "../xml/reader";
import { isWordType } from "./document-type";

/** Some two thousand pages, three times the largest real text; beyond it a file is a trap, or no text for one editor. */
export const mostParagraphs = 50_000;

export interface WordParts {
  package: Package;
  /** Name of the main part. */
  main: string;
  relationships: readonly Relationship[];
}

export interface ReadPart {
  name: string;
  document: XmlPart;
}

/** Opens the package of a .docx, .docm, .dotx or .dotm file; parts beyond `largest` bytes stay compressed. */
export function openWord(bytes: Uint8Array, largest?: number): Result<WordParts> {
  const opened = readPackage(bytes, packageLimits, largest);
  if (!opened.ok) return opened;
  const main = findMain(opened.value);
  if (!main.ok) return main;
  const relationships = readRelationships(opened.value, main.value);
  if (!relationships.ok) return relationships;
  return success({ package: opened.value, main: main.value, relationships: relationships.value });
}

/** Reads a part by its name. */
export function readPart(from: Package, name: string): Result<ReadPart> {
  const part = readXmlPart(from, name);
  if (!part.ok) return part;
  return success({ name: findPart(from, name)!.name, document: part.value });
}

/** Reads a part that may be long; the stream takes the children of one element. Gives the root without them. */
export function* streamPart(from: Package, name: string, stream: ElementStream): Packing<Result<XmlElement>> {
  const part = findPart(from, name);
  if (!part) return failure("docx.missing-part", { part: name }, { part: name });
  const bytes = part.bytes ? success(part.bytes) : yield* inflateLongEntry(part.stored!);
  const read = bytes.ok ? streamBytes(bytes.value, stream) : bytes;
  if (read.ok) return read;
  return failure(read.error.code, { ...read.error.values, part: name }, { part: name });
}

/** Bytes that are made text at a time. */
const stretch = 1 << 16;

function streamBytes(bytes: Uint8Array, stream: ElementStream): Result<XmlElement> {
  const decoder = new XmlDecoder();
  const faults: Result<never>[] = [];
  let at = 0;
  const next = (): string | null => {
    while (faults.length === 0 && at < bytes.length + stretch) {
      const text = at < bytes.length ? decoder.add(bytes.subarray(at, at + stretch)) : decoder.end();
      at += stretch;
      if (!text.ok) faults.push(text);
      else if (text.value !== "") return text.value;
    }
    return null;
  };
  const root = readXmlStretches(next, stream);
  // A fault of the encoding is the reason of whatever was found wrong in the text, and may stand behind it.
  while (next() !== null);
  return faults[0] ?? root;
}

/** A part that the main part refers to; a fault in it is a message. */
export function readRelated(
  { package: from, relationships }: WordParts,
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

/** The refusal of a main part that holds no body. */
export function notWord(part: string): Result<never> {
  return failure("docx.not-word", { part }, { part });
}

/** The refusal of a text without end. */
export function tooManyParagraphs(part: string): Result<never> {
  return failure("docx.too-many-paragraphs", { limit: mostParagraphs }, { part });
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
