/**
 * Shows unagreed text on the page: the brackets in bold, a ground under what they hold. Worked out anew when typing
 * rests, as the marks of the checks are; until then the marks move along with the text.
 */
import type { Node } from "prosemirror-model";
import { Plugin } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import { needsSettling } from "../../shared/editing/redline-plugin";
import { bracketsOf } from "../../shared/schema/brackets";

interface Marked {
  doc: Node;
  marks: DecorationSet;
}

/** The plugin that marks square brackets. */
export function bracketMarks(): Plugin<Marked> {
  const plugin: Plugin<Marked> = new Plugin<Marked>({
    state: {
      init: (_, { doc }) => mark(doc),
      apply(tr, marked, _before, state) {
        if (!needsSettling(state) && state.doc !== marked.doc) return mark(state.doc);
        return tr.docChanged ? { ...marked, marks: marked.marks.map(tr.mapping, tr.doc) } : marked;
      },
    },
    props: {
      decorations: (state) => plugin.getState(state)!.marks,
    },
  });
  return plugin;
}

function mark(doc: Node): Marked {
  const { pairs } = bracketsOf(doc);
  if (pairs.length === 0) return { doc, marks: DecorationSet.empty };
  const marks = pairs.flatMap(({ open, close, depth, alternatives }) => [
    ...(depth === 0 ? [Decoration.inline(open.pos, close.pos + 1, { class: "unagreed" })] : []),
    ...[...alternatives.map(({ sign }) => sign), close].map(({ pos }) =>
      Decoration.inline(pos, pos + 1, { class: "bracket-sign" }),
    ),
  ]);
  return { doc, marks: DecorationSet.create(doc, marks) };
}
