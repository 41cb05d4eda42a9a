/**
 * A draft after changes were accepted into its base or rejected: both texts, and who made what is left. What the
 * file of the base says afterwards is not known here; who knows how to write it hands in the function that does.
 *
 * Whoever settles one change after the other comes to an end: each time less is told than before, in words, or in
 * labels where no word was settled. Comparing anew may pair blocks otherwise and tell more; then the other changes of
 * the proposal are settled as well, or all of them, which leaves nothing, and a message says so.
 */
import type { Node } from "prosemirror-model";
import { comparedBase } from "../redline/compared-base";
import { counterpartsOf } from "../redline/counterparts";
import { redline } from "../redline/redline";
import type { Redline } from "../redline/redline-types";
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

interface Choosing extends SettledTexts {
  policy: LabelPolicy;
  /** To whom changes belong that nobody is known for. */
  author: string;
}

interface Accepting extends Choosing {
  how: "accept";
  /** Writes the file of the base anew with what was accepted, and reads it again. */
  renew(accepted: Node): { base: Node; source: Source; messages: Message[] };
}

export type SettlingOrder = Accepting | (Choosing & { how: "reject" });

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
  const changes = changesOf(former, known, author);
  const chosen = new Set(changes.filter(isChosen).map(nameOf));
  const isNamed = (change: ChangeEntry) => chosen.has(nameOf(change));
  const counterparts = counterpartsOf(former);
  const proposalOf = ({ provision: { before, after } }: ChangeEntry) =>
    after?.proposal ?? counterparts.get(before?.proposal ?? -1);
  const proposals = new Set(changes.filter(isNamed).map(proposalOf));
  const settling = { base, current, redline: former, policy };
  // The base of a contribution is a shelf of texts, of which only some are compared.
  const isShelf = order.current !== current || order.base !== base;
  const settleSome = (wanted: (change: ChangeEntry) => boolean) => {
    if (order.how === "reject") {
      const rejected = rejectChanges(settling, wanted);
      const texts = { base, current: rejected };
      const marks = redline(base, rejected);
      return { ...texts, redline: marks, texts, left: marks, source: order.source, messages: [] };
    }
    const accepted = acceptChanges(settling, wanted);
    const { source, messages, ...renewed } = order.renew(accepted);
    const renewedBase = withNamesOf(accepted, renewed.base);
    const own = withSlices(renewedBase, current);
    const marks = redline(renewedBase, own);
    const settled = { base: renewedBase, current: own, redline: marks, source, messages };
    if (!isShelf) return { ...settled, texts: settled, left: marks };
    const texts = reshelved(order.base, { before: base, base: renewedBase, current: own });
    return { ...settled, texts, left: redline(comparedBase(texts.base, texts.current), texts.current) };
  };
  let next = settleSome(isNamed);
  const messages: Message[] = [];
  for (const wider of [(change: ChangeEntry) => proposals.has(proposalOf(change)), () => true]) {
    if (chosen.size === 0 || isLess(toldIn(next.left), toldIn(former))) break;
    next = settleSome(wider);
    messages.splice(0, 1, { severity: "information", code: "settle.together" });
  }
  const attribution = remadeAttribution(known, former, next);
  const { source } = next;
  const texts = { base: next.texts.base, current: next.texts.current };
  return success({ ...texts, source, attribution }, [...messages, ...next.messages]);
}

interface Told {
  words: number;
  labels: number;
}

/** How much a redline tells: letters that came or went, places and looks as one each, and labels by themselves. */
function toldIn(marks: Redline): Told {
  const told = { words: 0, labels: 0 };
  for (const { kind, before, after } of changesOf(marks, null)) {
    if (kind === "relabelled") told.labels++;
    else told.words += 1 + before.length + after.length;
  }
  return told;
}

function isLess(one: Told, other: Told): boolean {
  return one.words === other.words ? one.labels < other.labels : one.words < other.words;
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
