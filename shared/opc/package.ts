/**
 * A package in memory (ISO/IEC 29500-2): its parts in the order of the file, each as it was stored or
 * as new bytes. A package is never changed; `withPart` gives another one that shares everything else.
 * Part names have no leading slash and are found without regard to case, as §7.2.3 demands.
 */
import { failure, type Result, success } from "../result";
import type { XmlDocument } from "../xml/element";
import { decodeXml } from "../xml/encoding";
import { readXml } from "../xml/reader";
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
export function readXmlPart(from: Package, name: string): Result<XmlDocument> {
  const bytes = readPart(from, name);
  if (!bytes.ok) return bytes;
  const decoded = decodeXml(bytes.value);
  const document = decoded.ok ? readXml(decoded.value.text) : decoded;
  if (document.ok) return document;
  const { code, values } = document.error;
  return failure(code, { ...values, part: name }, { part: name });
}

/** Replaces the bytes of a part in its place, or adds a part at the end. */
export function withPart(from: Package, name: string, bytes: Uint8Array): Package {
  const old = findPart(from, name);
  if (!old) return { parts: [...from.parts, { name, stored: null, bytes }] };
  const replaced: Part = { name: old.name, stored: null, bytes };
  return { parts: from.parts.map((part) => (part === old ? replaced : part)) };
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
