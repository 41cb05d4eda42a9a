/**
 * Deciding as an edit: the text and the record of decisions change in one transaction, which undo takes back as a
 * whole. What somebody typed into the consolidated text meanwhile stays, save in the provision that is decided.
 */
import { closeHistory } from "prosemirror-history";
import type { Node } from "prosemirror-model";
import { type Command, type EditorState, Plugin, PluginKey } from "prosemirror-state";
import { assemble } from "../redline/assemble";
import type { Compilation } from "../redline/compilation-types";
import { compile } from "../redline/compile";
import { type Decision, readDecisions, writeDecisions } from "../redline/decisions";
import { blocksOf } from "../schema/blocks";
import { consolidatedText } from "./consolidate";
import { type LabelPolicy, labelPolicyOf, labelsStand } from "./label-policy";
import { exactRedline, reattribute, redlineKey } from "./redline-plugin";
import { attributeToSources } from "./source-attribution";
import { transformTo } from "./transform-to";

/** The decisions that a text carries, the first one first. */
function decisionsOf(doc: Node): Decision[] {
  return readDecisions(doc.attrs.decisions);
}

/** Decides: the text follows. */
export function decide(compilation: Compilation, decision: Decision): Command {
  return (state, dispatch) => {
    if (decision.rows.length === 0) return false;
    if (!dispatch) return true;
    const made = decisionsOf(state.doc);
    const next = [...made, decision];
    const text = textAfter(state, compilation, made, next);
    // However quickly one decision follows another, each is taken back alone.
    const tr = closeHistory(state.tr);
    const attrs = { ...state.doc.attrs, decisions: writeDecisions(next) };
    transformTo(tr, text.type.create(attrs, text.content, text.marks));
    dispatch(tr.setMeta(labelsStand, true));
    return true;
  };
}

function textAfter(
  state: EditorState,
  compilation: Compilation,
  made: readonly Decision[],
  next: readonly Decision[],
): Node {
  const policy = labelPolicyOf(state);
  const before = textOnce(compilation, policy, made);
  const after = textOnce(compilation, policy, next);
  if (sameBlocks(before, state.doc)) return after;
  const both = compile(before, [
    { source: "typed", current: state.doc },
    { source: "decided", current: after },
  ]);
  return assemble(both, {
    frame: "typed",
    decide: ({ options, agreement }) =>
      agreement === "conflict" ? options.filter(({ sources }) => sources.includes("decided")) : options,
  });
}

const latest = new WeakMap<Compilation, { key: string; text: Node }>();

/** The text after one decision is the text before the next one. */
function textOnce(compilation: Compilation, policy: LabelPolicy, decisions: readonly Decision[]): Node {
  const key = `${policy} ${writeDecisions(decisions)}`;
  const known = latest.get(compilation);
  if (known?.key === key) return known.text;
  const text = consolidatedText({ compilation, policy }, decisions);
  latest.set(compilation, { key, text });
  return text;
}

function sameBlocks(one: Node, other: Node): boolean {
  const [a, b] = [blocksOf(one), blocksOf(other)];
  return a.length === b.length && a.every(({ node }, index) => node.eq((b[index] as { node: Node }).node));
}

export const decisionPluginKey = new PluginKey("decisions");

/** Keeps the attribution of a consolidated text in step with its decisions, undone and redone ones included. */
export function decisionPlugin(compilation: Compilation): Plugin {
  return new Plugin({
    key: decisionPluginKey,
    appendTransaction(_transactions, before, after) {
      if (before.doc.attrs.decisions === after.doc.attrs.decisions) return null;
      const known = redlineKey.getState(after);
      const marks = exactRedline(after);
      if (!known || !marks) return null;
      const texts = { current: after.doc, redline: marks };
      return reattribute(after.tr, attributeToSources(compilation, decisionsOf(after.doc), texts, known.attribution));
    },
  });
}
