/**
 * A draft after changes were accepted into its base or rejected: both texts, and who made what is left. What the
 * file of the base says afterwards is not known here; who knows how to write it hands in the function that does.
 */
import type { Node } from "prosemirror-model";
import { comparedBase } from "../redline/compared-base";
import { redline } from "../redline/redline";
import { type Message, type Result, success } from "../result";
import { type AttributionRecord, startAttribution } from "./attribution";
import { reshelved, withNamesFor, withNamesOf } from "./base-shelf";
import { type ChangeEntry, changesOf } from "./change-list";
import type { LabelPolicy } from "./label-policy";
import { remadeAttribution } from "./remade-attribution";
import { acceptChanges, rejectChanges } from "./settle-changes";
import { nameOf } from "./settled-together";

type Source = { name: string; bytes: Uint8Array } | null;

export interface SettledTexts {
  base: Node;
  current: Node;
  source: Source;
  attribution: AttributionRecord;
}

export interface SettlingOrder extends SettledTexts {
  how: "accept" | "reject";
  policy: LabelPolicy;
  /** To whom changes belong that nobody is known for. */
  author: string;
  /** Writes the file of the base anew with what was accepted, and reads it again. */
  renew(accepted: Node): { base: Node; source: Source; messages: Message[] };
}

/** Accepts or rejects the chosen changes; the list of changes is that of the window. */
export function settleTexts(
  order: SettlingOrder,
  isChosen: (change: ChangeEntry, index: number) => boolean,
): Result<SettledTexts> {
  const { how, policy, author } = order;
  const current = how === "accept" ? withNamesFor(order.base, order.current) : order.current;
  const base = comparedBase(order.base, current);
  const former = redline(base, current);
  const known = startAttribution(base, current, order.attribution);
  const chosen = new Set(changesOf(former, known, author).filter(isChosen).map(nameOf));
  const wanted = (change: ChangeEntry) => chosen.has(nameOf(change));
  const settling = { base, current, redline: former, policy };
  if (how === "reject") {
    const rejected = rejectChanges(settling, wanted);
    const next = { base, current: rejected, redline: redline(base, rejected) };
    return success({ ...next, source: order.source, attribution: remadeAttribution(known, former, next) });
  }
  const accepted = acceptChanges(settling, wanted);
  const renewed = order.renew(accepted);
  const renewedBase = withNamesOf(accepted, renewed.base);
  const own = withSlices(renewedBase, current);
  const next = { base: renewedBase, current: own, redline: redline(renewedBase, own) };
  const attribution = remadeAttribution(known, former, next);
  // The base of a contribution is a shelf of texts, of which only some are compared.
  const isShelf = order.current !== current || order.base !== base;
  const texts = isShelf ? reshelved(order.base, { before: base, ...next }) : next;
  return success({ ...texts, source: renewed.source, attribution }, renewed.messages);
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
