/**
 * A package to the bytes of a file: the parts in their order, the untouched ones with the stored bytes
 * they were read with. The same package always gives the same file.
 */
import type { Package } from "./package";
import { deflateEntry } from "./zip-entry";
import { writeZip } from "./zip-writer";

/** Writes a package. */
export function writePackage(from: Package): Uint8Array {
  return writeZip(from.parts.map((part) => part.stored ?? deflateEntry(part.name, part.bytes ?? new Uint8Array())));
}
