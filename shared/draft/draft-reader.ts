/**
 * Reads a `.resdraft` file, or says in one sentence why not: no archive, damaged, from a newer program, too
 * large, or with a base that is not the one that was locked. Sizes are looked at before anything is
 * inflated, and every value is checked before it is believed.
 */
import { strFromU8 } from "fflate";
import { isComment } from "../model/comment";
import { isRecord } from "../model/json-object";
import { isLanguage } from "../model/language";
import { containerKind } from "../opc/container-kind";
import { packageLimits } from "../opc/limits";
import { inflateEntry, type ZipEntry } from "../opc/zip-entry";
import { readZip } from "../opc/zip-reader";
import { comparedBase } from "../redline/compared-base";
import { failure, type Message, type Result, success } from "../result";
import { readAttribution } from "./attribution-guard";
import { baseHash } from "./base-hash";
import { type Draft, draftKeys, draftLimits, draftParts, draftVersion } from "./draft";
import { parseForeignJson } from "./json-limits";
import { type DraftRecord, migrate } from "./migrations/migrate";
import { readNode } from "./node-guard";
import { readProposals } from "./proposals-guard";

/** Reads a draft. */
export function readDraft(bytes: Uint8Array): Result<Draft> {
  if (bytes.length === 0) return failure("draft.empty");
  if (containerKind(bytes) !== "zip") return failure("draft.not-a-draft");
  if (bytes.length > draftLimits.file) return failure("draft.too-large");
  const archive = readZip(bytes, { ...packageLimits, entries: draftLimits.entries });
  if (!archive.ok) return failure("draft.damaged");
  const part = (name: string) => archive.value.find((entry) => entry.name === name);

  const json = part(draftParts.json);
  if (!json) return failure("draft.not-a-draft");
  const text = inflateText(json, draftLimits.json);
  if (!text.ok) return text;
  const record = readRecord(text.value);
  if (!record.ok) return record;

  const source = readSource(record.value, part(draftParts.source));
  if (!source.ok) return source;
  const journal = readJournal(record.value, part(draftParts.journal));
  if (!journal.ok) return journal;
  const draft = toDraft(record.value, source.value, journal.value);
  return draft.ok ? success(draft.value, unknownParts(archive.value, record.value)) : draft;
}

/** Checks format and version before anything else, since a newer format may differ in every other respect. */
function readRecord(text: string): Result<DraftRecord> {
  const parsed = parseForeignJson(text, draftLimits.depth);
  if (!parsed || !isRecord(parsed.value)) return failure("draft.damaged");
  const { format, version } = parsed.value;
  if (format !== "resdraft") return failure("draft.not-a-draft");
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1) return invalid("version");
  if (version > draftVersion) return failure("draft.newer-version", { version, known: draftVersion });
  const record = migrate(parsed.value, version);
  return record ? success(record) : invalid("version");
}

function toDraft(record: DraftRecord, source: Draft["source"], journal: string[]): Result<Draft> {
  const { createdAt, savedAt, language, labelPolicy, author } = record;
  if (!isTime(createdAt)) return invalid("createdAt");
  if (!isTime(savedAt)) return invalid("savedAt");
  if (!isLanguage(language)) return invalid("language");
  if (labelPolicy !== "renumber" && labelPolicy !== "bis") return invalid("labelPolicy");
  if (typeof author !== "string" || author.length > draftLimits.name) return invalid("author");
  const base = readNode(record.base);
  if (!base) return invalid("base");
  const current = readNode(record.current);
  if (!current) return invalid("current");
  if (record.baseHash !== baseHash(base)) return failure("draft.base-changed");
  const attribution = readAttribution(record.attribution, comparedBase(base, current), current);
  if (attribution === undefined) return invalid("attribution");
  const proposals = readProposals(record.proposals);
  if (!proposals) return invalid("proposals");
  const { comments } = record;
  if (comments !== undefined && !(Array.isArray(comments) && comments.every(isComment))) return invalid("comments");
  return success({
    createdAt,
    savedAt,
    language,
    labelPolicy,
    author,
    source,
    baseHash: record.baseHash,
    base,
    current,
    attribution,
    ...(proposals.length > 0 ? { proposals } : {}),
    ...(comments ? { comments } : {}),
    journal,
  });
}

function readSource(record: DraftRecord, entry: ZipEntry | undefined): Result<Draft["source"]> {
  if (record.source === null && !entry) return success(null);
  if (!isRecord(record.source) || typeof record.source.name !== "string") return invalid("source");
  if (!entry) return failure("draft.damaged");
  const bytes = inflatePart(entry, draftLimits.source);
  return bytes.ok ? success({ name: record.source.name, bytes: bytes.value }) : bytes;
}

function readJournal(record: DraftRecord, entry: ZipEntry | undefined): Result<string[]> {
  const text = entry ? inflateText(entry, draftLimits.journal) : null;
  if (text && !text.ok) return text;
  const lines = text ? text.value.split("\n") : [];
  return lines.length === (record.journal ?? 0) ? success(lines) : failure("draft.damaged");
}

function inflatePart(entry: ZipEntry, limit: number): Result<Uint8Array> {
  if (entry.size > limit) return failure("draft.too-large");
  const bytes = inflateEntry(entry);
  return bytes.ok ? success(bytes.value.slice()) : failure("draft.damaged");
}

function inflateText(entry: ZipEntry, limit: number): Result<string> {
  const bytes = inflatePart(entry, limit);
  return bytes.ok ? success(strFromU8(bytes.value)) : bytes;
}

/** What a later program of the same version may have added: it is told, for saving leaves it out. */
function unknownParts(entries: readonly ZipEntry[], record: DraftRecord): Message[] {
  const parts: string[] = Object.values(draftParts);
  const names = [...entries.map(({ name }) => name), ...Object.keys(record)];
  return names
    .filter((name) => !parts.includes(name) && !draftKeys.has(name))
    .map((name) => ({ severity: "warning", code: "draft.unknown-part", values: { part: name.slice(0, 100) } }));
}

function invalid(what: string): Result<never> {
  return failure("draft.invalid", { what });
}

/** Whether a value is a time as JSON writes one. */
export function isTime(value: unknown): value is string {
  return typeof value === "string" && value.length <= 40 && !Number.isNaN(Date.parse(value));
}
