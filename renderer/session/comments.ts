/**
 * Comments as the window handles them: a new one is begun on the selection, or on the whole provision where nothing
 * is selected; what is said carries the name of the settings and the present moment.
 */
import type { Command } from "prosemirror-state";
import {
  addComment,
  answerComment,
  type Comments,
  commentsKey,
  rewordComment,
  type Saying,
  type Stretch,
} from "../../shared/editing/comments";
import type { DocumentComment } from "../../shared/model/comment";
import { openThread, toThread } from "../editor/comment-marks";
import { showText } from "./go-to";
import type { OpenDocument, Session } from "./session";

/** A comment with those that answer it. */
export interface Thread {
  first: DocumentComment;
  answers: DocumentComment[];
  /** Where its words are now; null when they are gone. */
  place: Stretch | null;
}

/** The threads of a text: in its order, those without a place last. */
export function threadsOf({ said, places }: Comments): Thread[] {
  const threads = said
    .filter(({ parent }) => parent === null)
    .map((first) => ({
      first,
      answers: said.filter(({ parent }) => parent === first.id),
      place: places.get(first.id) ?? null,
    }));
  const rank = ({ place }: Thread) => place?.from ?? Number.POSITIVE_INFINITY;
  return threads.sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
}

/** Opens the field for a new comment. */
export function beginComment(session: Session): void {
  const { document } = session.getSnapshot();
  const stretch = document && stretchToComment(document);
  if (stretch)
    session.update({ newComment: { ...stretch, doc: document.state.doc }, tab: "comments", panelShown: true });
}

/** The selected words, or all words of the provision at the caret. */
export function stretchToComment({ state }: OpenDocument): Stretch | null {
  const { $from, from, to, empty } = state.selection;
  if (!empty) return { from, to };
  return $from.parent.isTextblock ? { from: $from.start(), to: $from.end() } : null;
}

/** Says something new about the words for which the field was opened. */
export function sayComment(session: Session, text: string): void {
  const { newComment } = session.getSnapshot();
  if (newComment) say(session, (saying) => addComment(newComment, saying), text);
  session.update({ newComment: null });
}

/** Answers a thread. */
export function sayAnswer(session: Session, id: string, text: string): void {
  say(session, (saying) => answerComment(id, saying), text);
}

/** Says a comment in other words. */
export function sayAgain(session: Session, id: string, text: string): void {
  session.run(rewordComment(id, text));
}

function say(session: Session, command: (saying: Saying) => Command, text: string): void {
  const { author } = session.getSnapshot().settings;
  session.run(command({ author, date: new Date().toISOString(), text }));
}

/** Brings the words of a thread on screen. */
export function goToThread(session: Session, id: string): void {
  const { document } = session.getSnapshot();
  if (!document) return;
  showText(session);
  session.dispatch(toThread(document.state, id));
  session.focusText();
}

/** Shows the panel when a balloon asks for a thread, and takes a comment that is being written along with edits. */
export function followComments(session: Session): () => void {
  return session.onEdit((transactions) => {
    const asked = transactions.some((transaction) => transaction.getMeta(openThread) !== undefined);
    if (asked) session.update({ tab: "comments", panelShown: true });
    const { newComment } = session.getSnapshot();
    if (!newComment || !transactions.some(({ docChanged }) => docChanged)) return;
    let { from, to, doc } = newComment;
    for (const { mapping, doc: now } of transactions) {
      from = mapping.map(from, 1);
      to = Math.max(mapping.map(to, -1), from);
      doc = now;
    }
    session.update({ newComment: { from, to, doc } });
  });
}

/** The first open thread whose words hold the caret. */
export function threadAtCaret({ state }: OpenDocument): string | null {
  const comments = commentsKey.getState(state);
  if (!comments || comments.places.size === 0) return null;
  const { from } = state.selection;
  const at = comments.said.find(({ id, parent }) => {
    const place = parent === null ? comments.places.get(id) : undefined;
    return place !== undefined && place.from <= from && from <= place.to;
  });
  return at?.id ?? null;
}
