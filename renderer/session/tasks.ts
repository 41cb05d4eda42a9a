/**
 * The work that may take long: reading, comparing, recovering, exporting with its proof. A task goes in as plain data
 * and comes back as plain data, because it is done in another thread: documents travel as JSON, and the
 * redline is derived anew on the other side, which gives the same one.
 */

import { strToU8 } from "fflate";
import { type ExportMode, exportInSteps } from "../../shared/docx/export-docx";
import { adoptIds } from "../../shared/draft/adopt-ids";
import { readDraft } from "../../shared/draft/draft-reader";
import type { TrackedUse } from "../../shared/draft/open";
import { repairDraft } from "../../shared/draft/repair";
import { type AttributionRecord, attributionOf, startAttribution } from "../../shared/editing/attribution";
import type { PrintedPage } from "../../shared/ipc";
import type { DocumentComment } from "../../shared/model/comment";
import { withHost } from "../../shared/opc/packing";
import { compareJson } from "../../shared/redline/compare-json";
import { redlineToCritic } from "../../shared/redline/critic";
import { redline as redlineOf } from "../../shared/redline/redline";
import { type Message, type Result, success } from "../../shared/result";
import { schema } from "../../shared/schema/schema";
import { type DocumentParts, partsOf } from "./document-parts";
import { type HandoutOrder, writeHandout } from "./handout-order";
import type { NamedBytes } from "./named-bytes";
import { type PlainParts, plainParts } from "./plain-parts";
import { stages, type Tell } from "./progress";
import { type LayOrder, layText, type ProposalOrder, type ReadProposal, readProposal } from "./proposal-order";
import { partsOfDraft, readParts } from "./read-parts";
import { replay } from "./replay";
import { type AcceptOrder, acceptParts, type RebasedParts, type RebaseOrder, rebaseParts } from "./settle-order";
import { streamPacker } from "./stream-packer";

export interface ExportOrder {
  base: unknown;
  current: unknown;
  kind: ExportMode | "critic" | "json";
  author: string;
  /** ISO time put on every change; without it each change keeps its own. */
  date: string | undefined;
  now: string;
  attribution: AttributionRecord | null;
  template: Uint8Array | null;
  /** The Word file that the base was read from. */
  source: Uint8Array | null;
  comments: readonly DocumentComment[];
}

export type Task =
  | { do: "open"; file: NamedBytes; tracked?: TrackedUse }
  | { do: "compare"; base: NamedBytes; revised: NamedBytes }
  | { do: "repair"; damaged: Uint8Array; previous: Uint8Array | null }
  | { do: "recover"; draft: Uint8Array; lines: string[] }
  | ({ do: "export" } & ExportOrder)
  | ({ do: "handout" } & HandoutOrder)
  | ({ do: "proposal" } & ProposalOrder)
  | ({ do: "lay" } & LayOrder)
  | ({ do: "accept" } & AcceptOrder)
  | ({ do: "rebase" } & RebaseOrder);

export type Answer = Result<PlainParts | PlainParts<RebasedParts> | Uint8Array | PrintedPage | ReadProposal>;

/** Does a task, and tells how far it has come. */
export function perform(task: Task, tell: Tell = () => {}): Answer | Promise<Answer> {
  switch (task.do) {
    case "open":
      return plainParts(readParts(task.file.bytes, task.file.name, task.tracked));
    case "compare":
      return plainParts(compareParts(task.base, task.revised, tell));
    case "repair":
      return plainParts(repairedParts(task.damaged, task.previous));
    case "recover":
      return plainParts(recoverParts(task.draft, task.lines));
    case "export":
      return exportBytes(task, tell);
    case "handout":
      return writeHandout(task, tell);
    case "proposal":
      return readProposal(task, tell);
    case "lay":
      return success(layText(task));
    case "accept":
      return plainParts(acceptParts(task, tell));
    case "rebase":
      return plainParts(rebaseParts(task, tell));
  }
}

function compareParts(base: NamedBytes, revised: NamedBytes, tell: Tell): Result<DocumentParts> {
  const isOver = stages(tell, [2, 2, 1]);
  const first = readParts(base.bytes, base.name);
  if (!first.ok) return first;
  isOver();
  const second = readParts(revised.bytes, revised.name);
  if (!second.ok) return second;
  const messages = [...first.messages, ...second.messages];
  isOver();
  const { base: text } = first.value;
  const current = adoptIds(text, second.value.current, redlineOf(text, second.value.current));
  const parts = partsOf(text, current, first.value.source, messages);
  // Two files do not tell who made the one of the other.
  const said = { comments: first.value.comments, links: first.value.links, author: "" };
  return success({ ...parts, ...said }, messages);
}

function repairedParts(damaged: Uint8Array, previous: Uint8Array | null): Result<DocumentParts> {
  const draft = repairDraft(damaged, previous);
  if (!draft.ok) return draft;
  const { parts } = replayedParts(partsOfDraft(draft.value, draft.messages), draft.value.journal);
  return success(parts, draft.messages);
}

function recoverParts(bytes: Uint8Array, lines: readonly string[]): Result<DocumentParts> {
  const draft = readDraft(bytes);
  if (!draft.ok) return draft;
  const all = [...draft.value.journal, ...lines];
  const { parts, replayed } = replayedParts(partsOfDraft(draft.value, draft.messages), all);
  if (replayed === all.length) return success(parts, draft.messages);
  const missing: Message = {
    severity: "warning",
    code: "journal.not-replayed",
    values: { missing: all.length - replayed },
  };
  const messages = [...draft.messages, missing];
  return success({ ...parts, messages }, messages);
}

/** The parts of a draft with what its journal adds. */
function replayedParts(parts: DocumentParts, lines: readonly string[]): { parts: DocumentParts; replayed: number } {
  const { doc, policy, comments, replayed } = replay(parts.current, parts.labelPolicy, lines, parts.comments);
  return { parts: { ...parts, current: doc, labelPolicy: policy, comments }, replayed };
}

async function exportBytes(order: ExportOrder, tell: Tell): Promise<Result<Uint8Array>> {
  const isOver = stages(tell, [1, 1, 8]);
  const { kind, author, date, now } = order;
  const base = schema.nodeFromJSON(order.base);
  const current = schema.nodeFromJSON(order.current);
  isOver();
  const redline = redlineOf(base, current);
  isOver();
  if (kind === "critic") return success(strToU8(redlineToCritic(redline)));
  if (kind === "json") return success(strToU8(`${JSON.stringify(compareJson(redline, base, current), null, 2)}\n`));
  const known = order.attribution && startAttribution(base, current, order.attribution);
  const work = exportInSteps({
    base,
    current,
    redline,
    mode: kind,
    author,
    date: date ?? now,
    template: order.template ?? new Uint8Array(),
    source: order.source ?? undefined,
    comments: order.comments,
    attributionOf: (provision, segment) => {
      const by = known && attributionOf(known, provision, segment);
      return by ? { author: by.author || author, date: date ?? by.date } : undefined;
    },
  });
  const written = await withHost(streamPacker, work);
  isOver();
  return written;
}
