/**
 * Finding and replacing words in the current text. What was struck and the labels are not searched: the first is the
 * base's, the second are counted by the program. Replacements are ordinary edits: tracked, and undone in one step.
 */
import type { SearchQuery } from "prosemirror-search";
import { type EditorState, PluginKey, TextSelection } from "prosemirror-state";
import { DecorationSet } from "prosemirror-view";
import { type Match, matchesIn, queryOf, type Search } from "./find-query";
import { showText } from "./go-to";
import type { Session } from "./session";

/** What the page marks. */
export interface Found {
  query: SearchQuery | null;
  marks: DecorationSet;
  /** How many there are; null while they are being counted for the first time. */
  count: number | null;
}

/** Where the state of an editor keeps what was found. */
export const findKey = new PluginKey<Found>("find");

/** Which of the marked matches is selected, counted from 1; 0 when none is. */
export function selectedMatch(state: EditorState): number {
  const marks = findKey.getState(state)?.marks ?? DecorationSet.empty;
  const { from, to, empty } = state.selection;
  if (empty || !marks.find(from, to).some((mark) => mark.from === from && mark.to === to)) return 0;
  return marks.find(0, to).filter((mark) => mark.to <= to).length;
}

/** Opens the bar with the words that are selected, if they stand in one paragraph. */
export function openSearch(session: Session, shown: "find" | "replace"): void {
  const { document, find } = session.getSnapshot();
  if (!document) return;
  const { $from, from, $to, to } = document.state.selection;
  const selected = $from.sameParent($to) ? document.state.doc.textBetween(from, to) : "";
  const text = selected || find.text;
  session.update({ find: { ...find, shown, text, asked: find.asked + 1 } });
  showText(session);
  markAgain(session);
}

/** Closes the bar, and gives the text the keyboard. */
export function closeSearch(session: Session): void {
  session.update(({ find }) => ({ find: { ...find, shown: null } }));
  markAgain(session);
  session.focusText();
}

/** Looks for other words, from where the selection begins. */
export function changeSearch(session: Session, part: Partial<Search>): void {
  session.update(({ find }) => ({ find: { ...find, ...part } }));
  markAgain(session);
  const { document, find } = session.getSnapshot();
  if (document) select(session, nextFrom(document.state, queryOf(find), document.state.selection.from));
}

/** Selects the next match after the selection, or the one before it; round the end of the text. False when there is none. */
export function stepSearch(session: Session, direction: 1 | -1): boolean {
  const { document, find } = session.getSnapshot();
  if (!document) return false;
  showText(session);
  const { state } = document;
  const query = queryOf(find);
  const match =
    direction > 0
      ? nextFrom(state, query, state.selection.to)
      : (query.findPrev(state, state.selection.from) ?? query.findPrev(state));
  select(session, match);
  return match !== null;
}

/** Replaces the match that is selected and goes to the next one; without a selected match, goes to it first. */
export function replaceMatch(session: Session): void {
  const { document, find } = session.getSnapshot();
  if (!document) return;
  const { state } = document;
  const { from, to } = state.selection;
  const match = nextFrom(state, queryOf(find), from);
  if (match && match.from === from && match.to === to)
    session.dispatch(state.tr.insertText(find.replacement, from, to));
  stepSearch(session, 1);
}

/** Replaces every match in one step of undo; tells how many there were. */
export function replaceMatches(session: Session): number {
  const { document, find } = session.getSnapshot();
  if (!document) return 0;
  const { tr } = document.state;
  const matches = [...matchesIn(document.state, queryOf(find))];
  for (const { from, to } of matches.reverse()) tr.insertText(find.replacement, from, to);
  if (matches.length > 0) session.dispatch(tr);
  return matches.length;
}

function nextFrom(state: EditorState, query: SearchQuery, from: number): Match | null {
  return query.findNext(state, from) ?? query.findNext(state);
}

function select(session: Session, match: Match | null): void {
  const { document } = session.getSnapshot();
  if (!document || !match) return;
  const { tr } = document.state;
  session.dispatch(tr.setSelection(TextSelection.create(tr.doc, match.from, match.to)));
  // The editor scrolls to a selection only while it has the keyboard.
  requestAnimationFrame(() => globalThis.document.querySelector(".found-now")?.scrollIntoView({ block: "nearest" }));
}

/** Tells the page what to mark. */
function markAgain(session: Session): void {
  const { document, find } = session.getSnapshot();
  if (!document) return;
  const query = find.shown && find.text ? queryOf(find) : null;
  session.dispatch(document.state.tr.setMeta(findKey, { query }).setMeta("addToHistory", false));
}
