/**
 * The comments on an open text: who said what, where, and what was answered. A place follows the edits as a
 * selection would; when its words are deleted the comment stays and waits, and when they come back by undo it finds
 * them again by their block and their wording. What is said changes by steps alone, so that undo covers it.
 */
import { isHistoryTransaction } from "prosemirror-history";
import type { Node } from "prosemirror-model";
import { type Command, type EditorState, Plugin, PluginKey, type Transaction } from "prosemirror-state";
import type { Mapping, Step } from "prosemirror-transform";
import type { CommentPoint, CommentRange, DocumentComment } from "../model/comment";
import { provisionOfBlock } from "../redline/live";
import { leafText } from "../schema/schema";
import { CommentStep } from "./comment-step";
import { redlineKey } from "./redline-plugin";

/** A stretch of the current text. */
export interface Stretch {
  from: number;
  to: number;
}

export interface Comments {
  /** As they were made; where they stand now is in `places`. */
  said: readonly DocumentComment[];
  /** By id, for comments whose words are in the text. */
  places: ReadonlyMap<string, Stretch>;
}

export const commentsKey = new PluginKey<Comments>("comments");

/** The plugin that keeps the comments of a draft. */
export function commentsPlugin(said: readonly DocumentComment[]): Plugin<Comments> {
  return new Plugin<Comments>({
    key: commentsKey,
    state: {
      init: (_config, state) => startComments(state.doc, said),
      apply: (tr, comments) =>
        tr.docChanged ? followComments(comments, tr.steps, tr.mapping, tr.doc, isHistoryTransaction(tr)) : comments,
    },
  });
}

/** Finds the places of comments in a text. */
export function startComments(doc: Node, said: readonly DocumentComment[]): Comments {
  const places = new Map<string, Stretch>();
  const blocks = said.length > 0 ? blockPlaces(doc) : new Map<string, number>();
  for (const comment of said) {
    const place = stretchOf(comment.current, blocks, doc);
    if (place) places.set(comment.id, place);
  }
  return { said, places };
}

/** Takes comments along with an edit. */
export function followComments(
  comments: Comments,
  steps: readonly Step[],
  mapping: Mapping,
  doc: Node,
  isBack: boolean,
): Comments {
  const { said, places } = comments;
  if (said.length === 0 && !steps.some((step) => step instanceof CommentStep)) return comments;
  const now = movedPlaces(places, mapping);
  let list = said;
  for (const step of steps) {
    if (!(step instanceof CommentStep)) continue;
    list = saidAfter(list, step);
    if (!step.after && step.before) now.delete(step.before.id);
  }
  const lost = list.filter(({ id, current }) => current && !now.has(id));
  if (lost.length > 0 && (isBack || list !== said)) {
    const blocks = blockPlaces(doc);
    for (const { id, current, quote } of lost) {
      const place = stretchOf(current, blocks, doc);
      if (place && wordsIn(doc, place) === quote) now.set(id, place);
    }
  }
  return { said: list, places: now };
}

/** The places after an edit; one whose words are all gone is lost, a mere point never is. */
function movedPlaces(places: Comments["places"], mapping: Mapping): Map<string, Stretch> {
  const now = new Map<string, Stretch>();
  for (const [id, { from, to }] of places) {
    const moved = { from: mapping.map(from, 1), to: mapping.map(to, -1) };
    if (from === to) now.set(id, { from: moved.to, to: moved.to });
    else if (moved.from < moved.to) now.set(id, moved);
  }
  return now;
}

function saidAfter(said: Comments["said"], { before, after }: CommentStep): Comments["said"] {
  if (!before) return after ? [...said, after] : said;
  return after ? said.map((each) => (each.id === after.id ? after : each)) : said.filter(({ id }) => id !== before.id);
}

/** The comments with the places they have now, for files and other programs. */
export function placedComments({ said, places }: Comments, doc: Node): DocumentComment[] {
  return said.map((comment) => {
    const place = places.get(comment.id);
    const current = place ? rangeOf(doc, place) : null;
    return { ...comment, current };
  });
}

/** The comments of an editor, as a file keeps them. */
export function commentsOf(state: EditorState): DocumentComment[] {
  const comments = commentsKey.getState(state);
  return comments ? placedComments(comments, state.doc) : [];
}

export interface Saying {
  author: string;
  /** ISO 8601. */
  date: string;
  text: string;
}

/** Comments on a stretch of the text. */
export function addComment(stretch: Stretch, saying: Saying): Command {
  return (state, dispatch) => {
    const current = rangeOf(state.doc, stretch);
    if (!current || saying.text.trim() === "") return false;
    const quote = wordsIn(state.doc, stretch);
    return say(state, dispatch, null, { ...fresh(state, saying), quote, current, base: baseRange(state, current) });
  };
}

/** Answers a thread; the answer stands where the thread stands. */
export function answerComment(id: string, saying: Saying): Command {
  return (state, dispatch) => {
    const first = commentOf(state, id);
    if (!first || saying.text.trim() === "") return false;
    const { quote, base } = first;
    const answer = { ...fresh(state, saying), parent: first.id, quote, base, current: nowAt(state, first) };
    return say(state, dispatch, null, { ...answer, resolved: first.resolved });
  };
}

/** Settles a thread, or opens it again. */
export function settleThread(id: string, resolved: boolean): Command {
  return (state, dispatch) => {
    const thread = threadOf(state, id);
    if (thread.length === 0) return false;
    const { tr } = state;
    for (const before of thread)
      tr.step(new CommentStep(before, { ...before, resolved, current: nowAt(state, before) }));
    dispatch?.(tr);
    return true;
  };
}

/** Says it in other words. */
export function rewordComment(id: string, text: string): Command {
  return (state, dispatch) => {
    const before = commentOf(state, id);
    if (!before || text.trim() === "" || text === before.text) return false;
    return say(state, dispatch, before, { ...before, text: text.trim(), current: nowAt(state, before) });
  };
}

/** Takes a comment back; with the first one of a thread its answers go. */
export function removeComment(id: string): Command {
  return (state, dispatch) => {
    const thread = threadOf(state, id);
    if (thread.length === 0) return false;
    const { tr } = state;
    // As it stands now, so that undo puts it where it stood.
    for (const each of thread) tr.step(new CommentStep({ ...each, current: nowAt(state, each) }, null));
    dispatch?.(tr);
    return true;
  };
}

function say(
  state: EditorState,
  dispatch: ((tr: Transaction) => void) | undefined,
  before: DocumentComment | null,
  after: DocumentComment,
): boolean {
  dispatch?.(state.tr.step(new CommentStep(before, after)));
  return true;
}

function fresh(state: EditorState, { author, date, text }: Saying): DocumentComment {
  const taken = (commentsKey.getState(state)?.said ?? []).map(({ id }) => Number(id)).filter(Number.isInteger);
  return {
    id: String(Math.max(-1, ...taken) + 1),
    author,
    initials: "",
    date,
    text: text.trim(),
    parent: null,
    resolved: false,
    base: null,
    current: null,
    quote: "",
  };
}

function commentOf(state: EditorState, id: string): DocumentComment | undefined {
  return commentsKey.getState(state)?.said.find((each) => each.id === id);
}

function threadOf(state: EditorState, id: string): DocumentComment[] {
  return (commentsKey.getState(state)?.said ?? []).filter((each) => each.id === id || each.parent === id);
}

/** Where a comment stands now, or where its words stood before they went. */
function nowAt(state: EditorState, { id, current }: DocumentComment): CommentRange | null {
  const place = commentsKey.getState(state)?.places.get(id);
  return place ? rangeOf(state.doc, place) : current;
}

/** The same words in the base, where the base has them. */
function baseRange(state: EditorState, { from, to }: CommentRange): CommentRange | null {
  const live = redlineKey.getState(state)?.live;
  const provision = live && from.block === to.block ? provisionOfBlock(live, from.block) : null;
  if (!provision?.before) return null;
  const block: string = provision.before.node.attrs.id;
  const pointOf = (offset: number): CommentPoint | null => {
    const segment = provision.segments.find(({ op, fromB, toB }) => op === "=" && fromB <= offset && offset <= toB);
    return segment ? { block, offset: segment.fromA + offset - segment.fromB } : null;
  };
  const [start, end] = [pointOf(from.offset), pointOf(to.offset)];
  return start && end ? { from: start, to: end } : null;
}

function wordsIn(doc: Node, { from, to }: Stretch): string {
  return doc.textBetween(from, to, " ", leafText).replace(/\s+/g, " ").trim();
}

function rangeOf(doc: Node, { from, to }: Stretch): CommentRange | null {
  const [start, end] = [pointAt(doc, from), pointAt(doc, to)];
  return start && end ? { from: start, to: end } : null;
}

function pointAt(doc: Node, pos: number): CommentPoint | null {
  const { parent, parentOffset } = doc.resolve(Math.min(Math.max(pos, 0), doc.content.size));
  return parent.isTextblock ? { block: parent.attrs.id, offset: parentOffset } : null;
}

function stretchOf(range: CommentRange | null, blocks: ReadonlyMap<string, number>, doc: Node): Stretch | null {
  if (!range) return null;
  const place = ({ block, offset }: CommentPoint): number | null => {
    const pos = blocks.get(block);
    return pos === undefined ? null : pos + 1 + Math.min(offset, doc.nodeAt(pos)?.content.size ?? 0);
  };
  const [from, to] = [place(range.from), place(range.to)];
  return from === null || to === null || to < from ? null : { from, to };
}

function blockPlaces(doc: Node): Map<string, number> {
  const places = new Map<string, number>();
  doc.descendants((node, pos) => {
    if (node.isTextblock) places.set(node.attrs.id, pos);
    return !node.isTextblock;
  });
  return places;
}
