/**
 * Shows on the page what the drafting checks found: a wavy line under the words, a sign in the margin whose shape
 * says how strong the finding is. The checks begin when the redline is exact again, that is when typing rests, and
 * run between frames; until they are done the marks move along with the text.
 */
import type { Node } from "prosemirror-model";
import { Plugin, type Transaction } from "prosemirror-state";
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view";
import type { Finding, Strength } from "../../shared/checks/finding";
import { needsSettling } from "../../shared/editing/redline-plugin";
import { blocksOf } from "../../shared/schema/blocks";
import { findingsKey, lookForFindings } from "../session/findings";
import { userRevisions } from "../session/known-revisions";
import { restTimer } from "../session/rest-timer";
import { words } from "../words";
import { whenRedrawable } from "./settle-when-idle";

interface Marked {
  findings: readonly Finding[] | null;
  marks: DecorationSet;
  /** The blocks that carry marks, as they were when those were drawn; null when an edit took marks away. */
  drawn: ReadonlyMap<string, Drawn> | null;
}

interface Drawn {
  node: Node;
  findings: readonly Finding[];
}

const strongest: readonly Strength[] = ["error", "warning", "suggestion"];

/** The plugin that runs the checks and marks what they find. */
export function findingMarks(): Plugin<Marked> {
  const plugin: Plugin<Marked> = new Plugin<Marked>({
    key: findingsKey,
    state: {
      init: () => ({ findings: null, marks: DecorationSet.empty, drawn: new Map() }),
      apply(tr, marked, _before, { doc }) {
        const found: Finding[] | undefined = tr.getMeta(findingsKey);
        if (found) return markAgain(marked, found, doc);
        return tr.docChanged ? moveAlong(marked, tr) : marked;
      },
    },
    props: {
      decorations: (state) => plugin.getState(state)!.marks,
    },
    view: followText,
  });
  return plugin;
}

/**
 * How long the redline must have been exact before the checks begin, in milliseconds: between two words they would only
 * be begun and given up.
 */
const pause = 700;

/** Looks anew at every text that rests. */
function followText(view: EditorView) {
  let checked: { doc: Node; revisions: unknown } | null = null;
  const nothing = () => {};
  let stop = nothing;
  const update = () => {
    const { state } = view;
    const revisions = userRevisions();
    if (checked?.doc === state.doc && checked.revisions === revisions) return;
    stop();
    stop = nothing;
    timer.stop();
    if (needsSettling(state)) return;
    const isFirst = checked === null;
    checked = { doc: state.doc, revisions };
    if (isFirst) begin();
    else timer.restart(pause);
  };
  const begin = () => {
    stop = lookForFindings(view.state, (findings) => {
      stop = whenRedrawable(view, () => show(findings));
    });
  };
  const timer = restTimer(begin);
  const show = (findings: Finding[]) => {
    view.dispatch(view.state.tr.setMeta(findingsKey, findings).setMeta("addToHistory", false));
  };
  update();
  const destroy = () => {
    stop();
    timer.stop();
  };
  return { update, destroy };
}

function moveAlong({ findings, marks, drawn }: Marked, { mapping, doc }: Transaction): Marked {
  let whole = drawn;
  const onRemove = () => {
    whole = null;
  };
  return { findings, marks: marks.map(mapping, doc, { onRemove }), drawn: whole };
}

/** Draws the blocks of which something else is said now, or which were edited since they were drawn. */
function markAgain(last: Marked, found: readonly Finding[], doc: Node): Marked {
  const drawn = last.drawn ?? new Map<string, Drawn>();
  const marks = last.drawn ? last.marks : DecorationSet.empty;
  const byBlock = new Map<string, Finding[]>();
  for (const finding of found) {
    const others = byBlock.get(finding.block);
    if (others) others.push(finding);
    else byBlock.set(finding.block, [finding]);
  }
  const now = new Map<string, Drawn>();
  const old: Decoration[] = [];
  const fresh: Decoration[] = [];
  for (const { node, pos } of blocksOf(doc)) {
    const id: string = node.attrs.id;
    const findings = byBlock.get(id);
    const known = drawn.get(id);
    if (findings) now.set(id, { node, findings });
    if (known?.node === node && findings && sameFindings(known.findings, findings)) continue;
    if (known) old.push(...marks.find(pos, pos + node.nodeSize, ({ block }) => block === id));
    if (findings) fresh.push(...marksOf(findings, node, pos));
  }
  const gone = new Set([...drawn.keys()].filter((id) => !now.has(id)));
  if (gone.size > 0) old.push(...marks.find(undefined, undefined, ({ block }) => gone.has(block)));
  // Those who list the findings need not look again when they are the same.
  const findings = last.findings && sameFindings(last.findings, found) ? last.findings : found;
  return { findings, marks: marks.remove(old).add(doc, fresh), drawn: now };
}

function sameFindings(one: readonly Finding[], other: readonly Finding[]): boolean {
  return (
    one.length === other.length &&
    one.every((finding, at) => finding === other[at] || JSON.stringify(finding) === JSON.stringify(other[at]))
  );
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
