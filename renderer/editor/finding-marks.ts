/**
 * Shows on the page what the drafting checks found: a wavy line under the words, a sign in the margin whose shape
 * says how strong the finding is. The checks run when the redline is exact again, that is when typing rests; until
 * then the marks move along with the text.
 */
import type { Node } from "prosemirror-model";
import { type EditorState, Plugin } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import type { Finding, Strength } from "../../shared/checks/finding";
import { needsSettling } from "../../shared/editing/redline-plugin";
import { findingsOf } from "../session/findings";
import { words } from "../words";

interface Marked {
  /** The text that was checked. */
  doc: Node;
  marks: DecorationSet;
}

const strongest: readonly Strength[] = ["error", "warning", "suggestion"];

/** The plugin that marks findings. */
export function findingMarks(): Plugin<Marked> {
  const plugin: Plugin<Marked> = new Plugin<Marked>({
    state: {
      init: (_, state) => mark(state),
      apply(tr, marked, _before, state) {
        if (!needsSettling(state) && state.doc !== marked.doc) return mark(state);
        return tr.docChanged ? { ...marked, marks: marked.marks.map(tr.mapping, tr.doc) } : marked;
      },
    },
    props: {
      decorations: (state) => plugin.getState(state)!.marks,
    },
  });
  return plugin;
}

function mark(state: EditorState): Marked {
  const { doc } = state;
  const byBlock = new Map<string, Finding[]>();
  for (const finding of findingsOf(state)) {
    byBlock.set(finding.block, [...(byBlock.get(finding.block) ?? []), finding]);
  }
  if (byBlock.size === 0) return { doc, marks: DecorationSet.empty };
  const marks: Decoration[] = [];
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true;
    const findings = byBlock.get(node.attrs.id);
    if (findings) marks.push(...marksOf(findings, node, pos));
    return false;
  });
  return { doc, marks: DecorationSet.create(doc, marks) };
}

function marksOf(findings: readonly Finding[], node: Node, pos: number): Decoration[] {
  const strength = strongest.find((each) => findings.some((finding) => finding.strength === each)) ?? "suggestion";
  const spec = { block: node.attrs.id };
  return [
    Decoration.node(pos, pos + node.nodeSize, { "data-finding": strength }, spec),
    ...findings
      .filter(({ from, to }) => from < to)
      .map((finding) => {
        const attrs = {
          class: `finding finding-${finding.strength}`,
          title: words(`messages.${finding.code}`, finding.values),
        };
        return Decoration.inline(pos + 1 + finding.from, pos + 1 + finding.to, attrs, spec);
      }),
  ];
}
