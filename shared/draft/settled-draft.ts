/**
 * A draft after changes were accepted into its base or rejected. Accepting makes a new base: where the base came
 * from a Word file, that file is written anew with the changes in it and read again, so that exports still go into
 * it; a text that the base came from no longer is its source.
 */
import type { Node } from "prosemirror-model";
import { exportDocx } from "../docx/export-docx";
import { type AttributionRecord, startAttribution } from "../editing/attribution";

import { type ChangeEntry, changesOf } from "../editing/change-list";
import type { LabelPolicy } from "../editing/label-policy";
import { remadeAttribution } from "../editing/remade-attribution";
import { acceptChanges, rejectChanges } from "../editing/settle-changes";
import { containerKind } from "../opc/container-kind";
import { comparedBase } from "../redline/compared-base";
import { haveSameText } from "../redline/proposals";
import { redline } from "../redline/redline";
import type { Redline } from "../redline/redline-types";
import { type Result, success } from "../result";
import { adoptIds } from "./adopt-ids";
import { openBase } from "./open";

export interface SettledTexts {
  base: Node;
  current: Node;
  source: { name: string; bytes: Uint8Array } | null;
  attribution: AttributionRecord;
}

export interface SettlingOrder extends SettledTexts {
  how: "accept" | "reject";
  policy: LabelPolicy;
  /** To whom changes belong that nobody is known for. */
  author: string;
  /** Word template for a file that cannot be written into. */
  template: Uint8Array;
  date: string;
}

/** Accepts or rejects the chosen changes; the list of changes is that of the window. */
export function settleDraft(
  order: SettlingOrder,
  isChosen: (change: ChangeEntry, index: number) => boolean,
): Result<SettledTexts> {
  const { current, how, policy, author } = order;
  const base = comparedBase(order.base, current);
  const former = redline(base, current);
  const known = startAttribution(base, current, order.attribution);
  const changes = changesOf(former, known, author);
  const chosen = new Set(changes.filter(isChosen).map(nameOf));
  const wanted = (change: ChangeEntry) => chosen.has(nameOf(change));
  const settling = { base, current, redline: former, policy };
  if (how === "reject") {
    const rejected = rejectChanges(settling, wanted);
    const next = { base, current: rejected, redline: redline(base, rejected) };
    return success({ ...next, source: order.source, attribution: remadeAttribution(known, former, next) });
  }
  const accepted = acceptChanges(settling, wanted);
  const reread = readAgain(order, accepted);
  const own = withSlices(reread.base, current);
  const next = { base: reread.base, current: own, redline: redline(reread.base, own) };
  return success(
    { ...next, source: reread.source, attribution: remadeAttribution(known, former, next) },
    reread.messages,
  );
}

function nameOf({ provision, kind, segment }: ChangeEntry): string {
  return `${provision.id} ${kind} ${segment}`;
}

/** The new base as its own Word file has it. */
function readAgain(
  { base, source, template, author, date }: SettlingOrder,
  accepted: Node,
): { base: Node; source: SettledTexts["source"]; messages: Result<unknown>["messages"] } {
  const none = { base: accepted, source: null, messages: [] };
  if (!source || containerKind(source.bytes) !== "zip") return none;
  const marks: Redline = redline(base, accepted);
  const texts = { base, current: accepted, redline: marks };
  const written = exportDocx({ ...texts, mode: "clean", author, date, template, source: source.bytes });
  if (!written.ok) return none;
  const opened = openBase(written.value, source.name, { language: accepted.attrs.language });
  if (!opened.ok || !haveSameText(opened.value.doc, accepted)) return none;
  const read = adoptIds(accepted, opened.value.doc, redline(accepted, opened.value.doc));
  return { base: read, source: { name: source.name, bytes: written.value }, messages: written.messages };
}

/** Places in the Word file go by the ids that base and current text share. */
function withSlices(base: Node, current: Node): Node {
  const slices = new Map<string, string | null>();
  base.descendants((node) => {
    if ("slice" in node.attrs && node.attrs.id) slices.set(node.attrs.id, node.attrs.slice);
    return !node.isTextblock;
  });
  const placed = (node: Node): Node => {
    if (node.isInline) return node;
    const content = node.isTextblock ? node.content : node.children.map(placed);
    const slice = "slice" in node.attrs ? { slice: slices.get(node.attrs.id) ?? null } : {};
    return node.type.create({ ...node.attrs, ...slice }, content, node.marks);
  };
  return placed(current);
}
