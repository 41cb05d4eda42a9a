/**
 * Writes a draft as a `.resdraft` file: a zip archive of `draft.json`, the source of the base as it was
 * read, and the journal's lines. The bytes depend on the draft alone.
 */
import { strToU8 } from "fflate";
import { containerKind } from "../opc/container-kind";
import { deflateEntry } from "../opc/zip-entry";
import { writeZip } from "../opc/zip-writer";
import { baseHash } from "./base-hash";
import { type Draft, draftParts, draftVersion } from "./draft";

/**
 * `file` is written often and read for years: a quick compression takes a quarter of the time of the best and is a
 * tenth larger. `journal` lives for hours and must be on the disk within the second: it is stored as it is.
 */
export type DraftUse = "file" | "journal";

/** Gives the bytes of the file; a base that is not the locked one is a programming error. */
export function writeDraft(draft: Draft, use: DraftUse = "file"): Uint8Array {
  // Better no file than one that the reader must refuse.
  if (baseHash(draft.base) !== draft.baseHash)
    throw new Error("The base of this draft is not the one that was locked.");
  const record = {
    format: "resdraft",
    version: draftVersion,
    createdAt: draft.createdAt,
    savedAt: draft.savedAt,
    language: draft.language,
    labelPolicy: draft.labelPolicy,
    author: draft.author,
    source: draft.source && { name: draft.source.name },
    baseHash: draft.baseHash,
    base: draft.base.toJSON(),
    current: draft.current.toJSON(),
    attribution: draft.attribution,
    ...(draft.comments ? { comments: draft.comments } : {}),
    // Left out where there are none, so that an ordinary draft stays what it was.
    proposals: draft.proposals?.map(({ source, current }) => ({ source, current: current.toJSON() })),
    // An archive that lost a part must not pass for a draft without a journal.
    journal: draft.journal.length,
  };
  const level = use === "journal" ? 0 : 2;
  const entries = [deflateEntry(draftParts.json, strToU8(JSON.stringify(record)), level)];
  if (draft.source) {
    const { bytes } = draft.source;
    // A Word file is compressed already.
    entries.push(deflateEntry(draftParts.source, bytes, containerKind(bytes) === "zip" ? 0 : level));
  }
  if (draft.journal.length > 0) {
    entries.push(deflateEntry(draftParts.journal, strToU8(draft.journal.join("\n")), level));
  }
  return writeZip(entries);
}
