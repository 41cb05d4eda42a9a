/**
 * A package in memory (ISO/IEC 29500-2): its parts in the order of the file, each as it was stored or
 * as new bytes. A package is never changed; `withPart` gives another one that shares everything else.
 * Part names have no leading slash and are found without regard to case, as §7.2.3 demands.
 */
import { failure, type Result, success } from "../result";
import type { XmlDocument } from "../xml/element";
import { decodeXml, encodeXml, type XmlEncoding } from "../xml/encoding";
import { appendTo, applyPatches, type Patch } from "../xml/patch";
import { readXml } from "../xml/reader";
import { inMegabytes, packageLimits } from "./limits";
import { inflateEntry, type ZipEntry } from "./zip-entry";

export interface Part {
  name: string;
  /** As stored in the file it was read from; null when the bytes are new. */
  stored: ZipEntry | null;
  /** Inflated bytes; null for a stored part that nobody asked for, or that was let go again. */
  bytes: Uint8Array | null;
}

export interface Package {
  readonly parts: readonly Part[];
}

/** A part that is XML, with what is needed to write it again as it came. */
export interface XmlPart extends XmlDocument {
  readonly encoding: XmlEncoding;
}

/** Finds a part by its name. */
export function findPart(from: Package, name: string): Part | undefined {
  const exact = from.parts.find((part) => part.name === name);
  if (exact) return exact;
  const folded = foldName(name);
  return from.parts.find((part) => foldName(part.name) === folded);
}

/** Reads the bytes of a part. */
export function readPart(from: Package, name: string): Result<Uint8Array> {
  const part = findPart(from, name);
  if (!part) return failure("docx.missing-part", { part: name }, { part: name });
  if (part.bytes) return success(part.bytes);
  return inflateEntry(part.stored!);
}

/** Reads a part as XML; failures name the part. */
export function readXmlPart(from: Package, name: string): Result<XmlPart> {
  const size = findPart(from, name)?.stored?.size ?? 0;
  if (!isXml(name) && size > packageLimits.unnamedXml) {
    const values = { part: name, megabytes: inMegabytes(size), limit: inMegabytes(packageLimits.unnamedXml) };
    return failure("docx.part-too-large", values, { part: name });
  }
  const bytes = readPart(from, name);
  const decoded = bytes.ok ? decodeXml(bytes.value) : bytes;
  if (!decoded.ok) return about(name, decoded);
  const document = readXml(decoded.value.text);
  return document.ok ? success({ ...document.value, encoding: decoded.value.encoding }) : about(name, document);
}

function about(part: string, { error }: Extract<Result<never>, { ok: false }>): Result<never> {
  return failure(error.code, { ...error.values, part }, { part });
}

/** True for the name of a part that is XML. */
export function isXml(name: string): boolean {
  return /\.(xml|rels)$/i.test(name);
}

/** Replaces the bytes of a part in its place, or adds a part at the end. */
export function withPart(from: Package, name: string, bytes: Uint8Array): Package {
  const old = findPart(from, name);
  if (!old) return { parts: [...from.parts, { name, stored: null, bytes }] };
  const replaced: Part = { name: old.name, stored: null, bytes };
  return { parts: from.parts.map((part) => (part === old ? replaced : part)) };
}

/** Edits an XML part in place: what no patch touches keeps its bytes. */
export function withPatches(
  from: Package,
  name: string,
  { source, encoding }: XmlPart,
  patches: readonly Patch[],
): Package {
  return withPart(from, name, encodeXml(applyPatches(source, patches), encoding));
}

/** Adds text as the last child of a part's root element; a part that is no XML stays as it is. */
export function patchRoot(from: Package, name: string, text: string): Package {
  const part = readXmlPart(from, name);
  if (!part.ok) return from;
  const { root, prefixes } = part.value;
  const prefix = prefixes.get("") ?? "";
  const qualified = prefix === "" ? text : text.replace(/^</, `<${prefix}:`);
  return withPatches(from, name, part.value, [appendTo(part.value, root, qualified)]);
}

/** Puts an entry in the place of the part of its name. */
export function withEntry(from: Package, entry: ZipEntry): Package {
  const old = findPart(from, entry.name);
  return { parts: from.parts.map((part) => (part === old ? { name: part.name, stored: entry, bytes: null } : part)) };
}

/** Folds a part name for comparison: ASCII letters only, as the standard says. */
export function foldName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
