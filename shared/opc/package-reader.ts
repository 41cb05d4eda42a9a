/**
 * Bytes of a file to a package, or one sentence that says why not. Declared sizes are checked before
 * anything is inflated; every XML part is then inflated and proved, all other parts stay compressed.
 * Names that leave the package or stand twice are refused (ISO/IEC 29500-2 §7.2.3, §7.3.4).
 */
import { failure, type Result, success } from "../result";
import { containerKind } from "./container-kind";
import { inMegabytes, type PackageLimits, packageLimits } from "./limits";
import { foldName, isXml, type Package, type Part } from "./package";
import { inflateEntry, type ZipEntry } from "./zip-entry";
import { readZip } from "./zip-reader";

const refusals = {
  empty: "docx.empty",
  encrypted: "docx.encrypted",
  legacy: "docx.legacy",
  openDocument: "docx.open-document",
  pdf: "docx.pdf",
  rtf: "docx.rtf",
  html: "docx.html",
  text: "docx.plain-text",
  other: "docx.not-a-package",
} as const;

/** Reads a package. */
export function readPackage(
  bytes: Uint8Array,
  limits: PackageLimits = packageLimits,
  /** Larger parts stay compressed: whoever reads one proves it. */
  largest = Number.POSITIVE_INFINITY,
): Result<Package> {
  const kind = containerKind(bytes);
  if (kind !== "zip") return failure(refusals[kind]);
  if (bytes.length > limits.file) {
    return failure("docx.too-large", { megabytes: inMegabytes(bytes.length), limit: inMegabytes(limits.file) });
  }
  const entries = readZip(bytes, limits);
  if (!entries.ok) return entries;
  const refused = checkNames(entries.value) ?? checkSizes(entries.value, limits);
  if (refused) return refused;

  const parts: Part[] = [];
  for (const stored of entries.value) {
    if (!isXml(stored.name) || stored.size > largest) {
      parts.push({ name: stored.name, stored, bytes: null });
      continue;
    }
    const inflated = inflateEntry(stored);
    if (!inflated.ok) return inflated;
    parts.push({ name: stored.name, stored, bytes: inflated.value });
  }
  return success({ parts });
}

function checkNames(entries: readonly ZipEntry[]): Result<never> | null {
  const seen = new Set<string>();
  for (const { name } of entries) {
    if (/^[\\/]|\\|\u0000|^[A-Za-z]:/.test(name) || name.split("/").some((step) => step === ".." || step === ".")) {
      return failure("docx.unsafe-name", { part: name }, { part: name });
    }
    const folded = foldName(name);
    if (seen.has(folded)) return failure("docx.duplicate-part", { part: name }, { part: name });
    seen.add(folded);
  }
  return null;
}

function checkSizes(entries: readonly ZipEntry[], limits: PackageLimits): Result<never> | null {
  let total = 0;
  for (const { name, size, compressed } of entries) {
    if (!isXml(name)) continue;
    total += size;
    if (size > limits.ratioFrom && size > limits.ratio * compressed.length) {
      return failure("docx.bomb", { part: name }, { part: name });
    }
    if (size > limits.xmlPart) {
      const values = { part: name, megabytes: inMegabytes(size), limit: inMegabytes(limits.xmlPart) };
      return failure("docx.part-too-large", values, { part: name });
    }
    if (total > limits.xmlTotal) return failure("docx.parts-too-large", { limit: inMegabytes(limits.xmlTotal) });
  }
  return null;
}
