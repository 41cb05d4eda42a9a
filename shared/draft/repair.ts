/**
 * Makes a draft of a damaged file: what can be read of it, the rest from the previous version where there is one, and a
 * message for everything that is missing or older than it was. The base is believed only when it has the hash it was
 * locked with. A repaired draft is a new document: the damaged file is never written over.
 */
import { strFromU8 } from "fflate";
import type { Node } from "prosemirror-model";
import { isComment } from "../model/comment";
import { isRecord } from "../model/json-object";
import { comparedBase } from "../redline/compared-base";
import { failure, type Message, type Result, success } from "../result";
import { readAttribution } from "./attribution-guard";
import { baseHash } from "./base-hash";
import { type Draft, draftLimits, draftParts } from "./draft";
import { isTime, readDraft } from "./draft-reader";
import { parseForeignJson } from "./json-limits";
import { readNode } from "./node-guard";
import { readProposals } from "./proposals-guard";
import { closeJson, salvagePart } from "./salvage";

/** Repairs a draft; `previous` is the version that was saved before it. */
export function repairDraft(damaged: Uint8Array, previous: Uint8Array | null): Result<Draft> {
  const before = previous ? readDraft(previous) : null;
  const older = before?.ok ? before.value : null;
  const record = salvageRecord(damaged);
  const base = readBase(record, older);
  if (!record || !base)
    return older ? success(older, [lost("all-from-previous", older)]) : failure("draft.beyond-repair");

  const messages: Message[] = [{ severity: "warning", code: "draft.repaired" }];
  // What the previous version says counts only when it began with the same base.
  const past = older?.baseHash === baseHash(base) ? older : null;
  const current = readCurrent(record, past, messages) ?? base;
  const found = readRest(record.value, damaged, { base, current, past }, messages);
  const { createdAt, savedAt, labelPolicy, author, comments } = record.value;
  const draft: Draft = {
    createdAt: timeOr(createdAt, older?.createdAt),
    savedAt: timeOr(savedAt, older?.savedAt),
    language: base.attrs.language,
    labelPolicy: labelPolicy === "bis" ? "bis" : "renumber",
    author: typeof author === "string" ? author.slice(0, draftLimits.name) : "",
    baseHash: baseHash(base),
    base,
    current,
    ...found,
    ...(Array.isArray(comments) ? { comments: comments.filter(isComment) } : {}),
  };
  return success(draft, messages);
}

/** The current text as far as it can be read, else that of the previous version; null when there is neither. */
function readCurrent(record: Salvaged, past: Draft | null, messages: Message[]): Node | null {
  const current = readNode(record.value.current);
  if (current && record.broken) messages.push(lost("end-of-text"));
  else if (current && !record.certain) messages.push(lost("certainty"));
  else if (!current) messages.push(past ? lost("text-from-previous", past) : lost("text"));
  return current ?? past?.current ?? null;
}

interface Texts {
  base: Node;
  current: Node;
  past: Draft | null;
}

/** What belongs to the texts, with a message for each part that was there and cannot be read. */
function readRest(
  value: Record<string, unknown>,
  damaged: Uint8Array,
  { base, current, past }: Texts,
  messages: Message[],
): Pick<Draft, "source" | "attribution" | "proposals" | "journal"> {
  const source = readSource(value, damaged) ?? past?.source ?? null;
  if (!source && value.source !== null) messages.push(lost("source"));
  const attribution = readAttribution(value.attribution ?? null, comparedBase(base, current), current) ?? null;
  if (!attribution && value.attribution !== null) messages.push(lost("attribution"));
  const proposals = readProposals(value.proposals) ?? past?.proposals ?? [];
  if (proposals.length === 0 && value.proposals !== undefined) messages.push(lost("proposals"));
  const journal = readJournal(damaged, value.journal);
  if (journal.missing > 0) messages.push(lost("journal"));
  return { source, attribution, ...(proposals.length > 0 ? { proposals } : {}), journal: journal.lines };
}

interface Salvaged {
  value: Record<string, unknown>;
  /** The JSON breaks off before its end. */
  broken: boolean;
  /** It has the checksum it was written with. */
  certain: boolean;
}

function salvageRecord(archive: Uint8Array): Salvaged | null {
  const part = salvagePart(archive, draftParts.json);
  if (!part || part.bytes.length > draftLimits.json) return null;
  const text = strFromU8(part.bytes);
  const whole = parseForeignJson(text, draftLimits.depth);
  const parsed = whole ?? parseForeignJson(closeJson(text), draftLimits.depth);
  const value = parsed?.value;
  if (!isRecord(value)) return null;
  return { value, broken: whole === null, certain: part.complete };
}

/** The base of the file when it is the locked one, else that of the previous version when it is. */
function readBase(record: Salvaged | null, older: Draft | null): Node | null {
  const hash = record?.value.baseHash;
  const base = record && readNode(record.value.base);
  if (base && baseHash(base) === hash) return base;
  return older && (hash === undefined || older.baseHash === hash) ? older.base : null;
}

function readSource(record: Record<string, unknown>, archive: Uint8Array): Draft["source"] {
  const name = (record.source as { name?: unknown } | null | undefined)?.name;
  const part = typeof name === "string" ? salvagePart(archive, draftParts.source) : null;
  return part?.complete ? { name: name as string, bytes: part.bytes } : null;
}

function readJournal(archive: Uint8Array, expected: unknown): { lines: string[]; missing: number } {
  const part = salvagePart(archive, draftParts.journal);
  const lines = part ? strFromU8(part.bytes).split("\n") : [];
  // The last line of a part that breaks off is half a line.
  if (part && !part.complete) lines.pop();
  return { lines, missing: typeof expected === "number" ? Math.max(0, expected - lines.length) : 0 };
}

function lost(what: string, older?: Draft): Message {
  const message: Message = { severity: "warning", code: `draft.lost-${what}` };
  return older ? { ...message, values: { saved: older.savedAt } } : message;
}

function timeOr(value: unknown, fallback: string | undefined): string {
  return isTime(value) ? value : (fallback ?? new Date(0).toISOString());
}
