/**
 * The redline of an editor: base, live redline and attribution follow every transaction. An edit costs
 * what it touches; the view asks for the exact redline when typing rests (`settleRedline`) and draws
 * again only the blocks named in `live.touched`. Nothing here knows a view.
 */
import type { Node } from "prosemirror-model";
import { type Command, type EditorState, Plugin, PluginKey, type Transaction } from "prosemirror-state";
import { comparedBase } from "../redline/compared-base";
import { type LiveRedline, provisionOfBlock, settleInSteps, startLive, updateLive } from "../redline/live";
import type { Redline } from "../redline/redline-types";
import { finish, type Steps } from "../redline/steps";
import {
  type AttributionRecord,
  type AttributionState,
  attributeSteps,
  recordAttribution,
  startAttribution,
} from "./attribution";
import { carriedAttribution } from "./carried-attribution";

export interface RedlineState {
  /** The locked base: in a contribution every text that any proposal ever changed. */
  shelf: Node;
  /** What of it is compared with the current text. */
  base: Node;
  live: LiveRedline;
  attribution: AttributionState;
}

export interface RedlineOptions {
  base: Node;
  /** Who edits; asked at every edit, so that a change of name counts from then on. */
  author: () => string;
  /** The present moment, ISO 8601. */
  now: () => string;
  /** What a draft or a tracked file knows about earlier changes. */
  earlier?: Partial<AttributionRecord>;
}

type Ask =
  | { settle: true }
  | { base: Node; earlier?: Partial<AttributionRecord> }
  | { attribution: Partial<AttributionRecord> };

export const redlineKey = new PluginKey<RedlineState>("redline");

/** The plugin. Its first state is exact. */
export function redlinePlugin(options: RedlineOptions): Plugin<RedlineState> {
  return new Plugin<RedlineState>({
    key: redlineKey,
    state: {
      init: (_config, state) => begin(options.base, state.doc, options.earlier),
      apply: (tr, value) => follow(tr, value, options),
    },
  });
}

/** Makes the redline exact; false when it is already. To be called when typing rests. */
export const settleRedline: Command = (state, dispatch) => {
  if (!needsSettling(state)) return false;
  dispatch?.(state.tr.setMeta(redlineKey, { settle: true } satisfies Ask).setMeta("addToHistory", false));
  return true;
};

/** Compares with another base from now on (accept into base, rebase). */
export function changeBase(tr: Transaction, base: Node, earlier?: Partial<AttributionRecord>): Transaction {
  const ask: Ask = earlier ? { base, earlier } : { base };
  return tr.setMeta(redlineKey, ask).setMeta("addToHistory", false);
}

/** Says anew who changed what, where that follows from something else than the edits. */
export function reattribute(tr: Transaction, attribution: Partial<AttributionRecord>): Transaction {
  return tr.setMeta(redlineKey, { attribution } satisfies Ask).setMeta("addToHistory", false);
}

/** The base that the text of an editor is compared with, or null where nothing is compared. */
export function baseOf(state: EditorState): Node | null {
  return redlineKey.getState(state)?.base ?? null;
}

/** True when edits were taken in since the redline was exact. */
export function needsSettling(state: EditorState): boolean {
  return redlineKey.getState(state)?.live.settled === false;
}

const exact = new WeakMap<LiveRedline, LiveRedline>();

/** The exact redline of an editor, whatever the view has asked for so far: what lists and exports use. */
export function exactRedline(state: EditorState): Redline | null {
  const value = redlineKey.getState(state);
  return value ? settledOnce(value.live).redline : null;
}

function settledOnce(live: LiveRedline): LiveRedline {
  return exact.get(live) ?? finish(settledInSteps(live));
}

function* settledInSteps(live: LiveRedline): Steps<LiveRedline> {
  const settled = yield* settleInSteps(live);
  exact.set(live, settled);
  return settled;
}

/**
 * Works the exact redline of an editor out in short steps; once it is there, `settleRedline` and `exactRedline` cost
 * next to nothing. An edit in between makes what was done so far worthless.
 */
export function* prepareToSettle(state: EditorState): Steps<void> {
  const live = redlineKey.getState(state)?.live;
  if (live && !live.settled && !exact.has(live)) yield* settledInSteps(live);
}

function begin(shelf: Node, doc: Node, earlier?: Partial<AttributionRecord>): RedlineState {
  const base = comparedBase(shelf, doc);
  return { shelf, base, live: startLive(base, doc), attribution: startAttribution(base, doc, earlier) };
}

/** A proposal came, went or changed place, and its text of the base with it; who changed what is known by block. */
function withOtherTexts({ shelf, attribution, live }: RedlineState, doc: Node): RedlineState {
  const base = comparedBase(shelf, doc);
  const record = recordAttribution(attribution, settledOnce(live).redline);
  return begin(shelf, doc, carriedAttribution(record, { base: live.base, doc: live.current }, { base, doc }));
}

function follow(tr: Transaction, value: RedlineState, options: RedlineOptions): RedlineState {
  const ask = tr.getMeta(redlineKey) as Ask | undefined;
  if (ask && "base" in ask) return begin(ask.base, tr.doc, ask.earlier);
  if (ask && "attribution" in ask) {
    return { ...value, attribution: startAttribution(value.base, tr.doc, ask.attribution) };
  }
  let { live, attribution } = value;
  if (tr.docChanged && comparedBase(value.shelf, tr.doc) !== value.base) return withOtherTexts(value, tr.doc);
  if (tr.docChanged && tr.doc !== live.current) {
    live = updateLive(live, tr.doc);
    const by = { author: options.author(), date: options.now() };
    const blocks = live.touched.filter((id) => changedAsBlock(value.live, live, id));
    attribution = attributeSteps(attribution, tr.doc, tr.mapping, blocks, by);
  } else if (ask) {
    live = settledOnce(live);
  } else {
    // Nothing to draw again: selections and foreign metas leave the marks alone.
    live = updateLive(live, tr.doc);
  }
  return live === value.live && attribution === value.attribution ? value : { ...value, live, attribution };
}

/** True when an edit changed a block's label, level, formatting or existence; its words have their own attribution. */
function changedAsBlock(before: LiveRedline, after: LiveRedline, id: string): boolean {
  const one = provisionOfBlock(before, id)?.after?.node;
  const two = provisionOfBlock(after, id)?.after?.node;
  if (!one || !two || !one.sameMarkup(two)) return true;
  return one.textContent === two.textContent && !one.content.eq(two.content);
}
