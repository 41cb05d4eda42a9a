/**
 * Marks on the page what is looked for, and counts it. Matches are gathered in idle slices when the words change and
 * when typing rests; in between the marks move along with the text, so that a key costs nothing.
 */
import type { SearchQuery } from "prosemirror-search";
import { type EditorState, Plugin } from "prosemirror-state";
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view";
import { needsSettling } from "../../shared/editing/redline-plugin";
import { type Found, findKey, selectedMatch } from "../session/find";
import { type Match, matchesIn } from "../session/find-query";
import { whenIdle } from "../session/when-idle";
import { whenRedrawable } from "./settle-when-idle";

/** More than this are counted, not marked. */
const mostMarked = 1_000;

type Told = { query: SearchQuery | null } | { matches: readonly Match[]; count: number };

/** The plugin that marks and counts what the search looks for. */
export function findMarks(): Plugin<Found> {
  return new Plugin<Found>({
    key: findKey,
    state: {
      init: () => ({ query: null, marks: DecorationSet.empty, count: null }),
      apply(tr, found, _before, { doc }) {
        const told: Told | undefined = tr.getMeta(findKey);
        if (told && "query" in told) return { query: told.query, marks: DecorationSet.empty, count: null };
        if (told) return { ...found, count: told.count, marks: DecorationSet.create(doc, told.matches.map(markOf)) };
        return tr.docChanged && found.query ? { ...found, marks: found.marks.map(tr.mapping, doc) } : found;
      },
    },
    props: { decorations: withSelected },
    view: gather,
  });
}

function markOf({ from, to }: Match): Decoration {
  return Decoration.inline(from, to, { class: "found" });
}

function withSelected(state: EditorState): DecorationSet {
  const { marks } = findKey.getState(state)!;
  const { from, to } = state.selection;
  if (selectedMatch(state) === 0) return marks;
  return marks.add(state.doc, [Decoration.inline(from, to, { class: "found-now" })]);
}

function gather(view: EditorView) {
  let seen: { doc: unknown; query: SearchQuery | null } = { doc: view.state.doc, query: null };
  let stop = () => {};
  const update = () => {
    const { state } = view;
    const query = findKey.getState(state)?.query ?? null;
    if (query === seen.query && (query === null || state.doc === seen.doc)) return;
    stop();
    // Other words are looked for at once, another text when typing rests.
    if (query === seen.query && needsSettling(state)) return;
    seen = { doc: state.doc, query };
    if (!query) return;
    const matches: Match[] = [];
    const found = matchesIn(state, query);
    stop = whenIdle(() => {
      const { done, value } = found.next();
      if (value) matches.push(value);
      if (done) stop = whenRedrawable(view, () => tell(matches));
      return done === true;
    });
  };
  const tell = (matches: Match[]) => {
    const told: Told = { matches: matches.slice(0, mostMarked), count: matches.length };
    view.dispatch(view.state.tr.setMeta(findKey, told).setMeta("addToHistory", false));
  };
  return { update, destroy: () => stop() };
}
