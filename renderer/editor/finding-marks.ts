/**
 * Shows on the page what the drafting checks found: a wavy line under the words, a sign in the margin whose shape
 * says how strong the finding is. The checks begin when the redline is exact again, that is when typing rests, and
 * run between frames; until they are done the marks move along with the text.
 */
import type { Node } from "prosemirror-model";
import { Plugin } from "prosemirror-state";
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view";
import type { Finding, Strength } from "../../shared/checks/finding";
import { needsSettling } from "../../shared/editing/redline-plugin";
import { findingsKey, lookForFindings } from "../session/findings";
import { userRevisions } from "../session/known-revisions";
import { words } from "../words";
import { canRedraw, rest } from "./settle-when-idle";

interface Marked {
  findings: readonly Finding[] | null;
  marks: DecorationSet;
}

const strongest: readonly Strength[] = ["error", "warning", "suggestion"];

/** The plugin that finds and marks. */
export function findingMarks(): Plugin<Marked> {
  const plugin: Plugin<Marked> = new Plugin<Marked>({
    key: findingsKey,
    state: {
      init: () => ({ findings: null, marks: DecorationSet.empty }),
      apply(tr, marked, _before, { doc }) {
        const found: Finding[] | undefined = tr.getMeta(findingsKey);
        if (found) return { findings: found, marks: markAll(found, doc) };
        return tr.docChanged ? { ...marked, marks: marked.marks.map(tr.mapping, tr.doc) } : marked;
      },
    },
    props: {
      decorations: (state) => plugin.getState(state)!.marks,
    },
    view: followText,
  });
  return plugin;
}

/** Looks anew at every text that rests. */
function followText(view: EditorView) {
  let checked: { doc: Node; revisions: unknown } | null = null;
  let stop = () => {};
  const update = () => {
    const { state } = view;
    const revisions = userRevisions();
    if (checked?.doc === state.doc && checked.revisions === revisions) return;
    stop();
    if (needsSettling(state)) return;
    checked = { doc: state.doc, revisions };
    stop = lookForFindings(state, (findings) => show(findings, 0));
  };
  const show = (findings: Finding[], waits: number) => {
    if (!canRedraw(view, waits)) {
      const timer = setTimeout(() => show(findings, waits + 1), rest);
      stop = () => clearTimeout(timer);
      return;
    }
    view.dispatch(view.state.tr.setMeta(findingsKey, findings).setMeta("addToHistory", false));
  };
  update();
  return { update, destroy: () => stop() };
}

function markAll(findings: readonly Finding[], doc: Node): DecorationSet {
  const byBlock = new Map<string, Finding[]>();
  for (const finding of findings) {
    const others = byBlock.get(finding.block);
    if (others) others.push(finding);
    else byBlock.set(finding.block, [finding]);
  }
  if (byBlock.size === 0) return DecorationSet.empty;
  const marks: Decoration[] = [];
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true;
    const found = byBlock.get(node.attrs.id);
    if (found) marks.push(...marksOf(found, node, pos));
    return false;
  });
  return DecorationSet.create(doc, marks);
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
