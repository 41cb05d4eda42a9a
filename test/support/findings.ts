/** What the checks say of a text in tests: the sentence codes with the words they are about. */
import type { Node } from "prosemirror-model";
import { EditorState } from "prosemirror-state";
import { applyFix } from "../../shared/checks/apply-fix";
import { textOf } from "../../shared/checks/block-text";
import { type CheckOptions, check } from "../../shared/checks/check";
import type { Finding, RuleId } from "../../shared/checks/finding";
import type { Redline } from "../../shared/redline/redline-types";
import { type Block, blocksOf } from "../../shared/schema/blocks";
import { schema } from "../../shared/schema/schema";
import { block } from "./resolution-builder";

/** A document of one paragraph. */
export function paragraph(text: string, language = "fr"): Node {
  return schema.node("doc", { language }, [block("paragraph", text)]);
}

/** The findings of one rule. */
export function findingsOf(rule: RuleId, doc: Node, redline: Redline | null = null): Finding[] {
  return check(doc, redline).filter((finding) => finding.rule === rule);
}

/** The findings of one rule as `code: words`; a finding about a label shows the label. */
export function found(rule: RuleId, doc: Node, redline: Redline | null = null): string[] {
  return findingsOf(rule, doc, redline).map((finding) => `${finding.code}: ${wordsOf(finding, doc)}`);
}

function wordsOf({ block: id, from, to, label }: Finding, doc: Node): string {
  const { node } = blockWith(doc, id);
  return label ? node.attrs.label : textOf(node).slice(from, to);
}

/** The text of the document after every fix of a rule was applied, one after the other. */
export function repaired(rule: RuleId, doc: Node, options: CheckOptions = {}): Node {
  let state = EditorState.create({ doc });
  for (let turn = 0; turn < 50; turn++) {
    const next = check(state.doc, null, options).find((finding) => finding.rule === rule && finding.fix);
    if (!next?.fix) break;
    if (!applyFix(next.fix)(state, (tr) => (state = state.apply(tr)))) throw new Error("The fix could not run.");
  }
  state.doc.check();
  return state.doc;
}

/** The text of a document's only paragraph after the fixes of a rule. */
export function repairedText(rule: RuleId, text: string, language = "fr"): string {
  return textOf(repaired(rule, paragraph(text, language)).child(0));
}

/** The block with an id. */
export function blockWith(doc: Node, id: string): Block {
  const found = blocksOf(doc).find(({ node }) => node.attrs.id === id);
  if (!found) throw new Error(`No block has the id "${id}".`);
  return found;
}

/** Changes the text of one block as typing would: only what differs is replaced. */
export function withText(doc: Node, id: string, change: (text: string) => string): Node {
  const { node, pos } = blockWith(doc, id);
  const before = textOf(node);
  const after = change(before);
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = 0;
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const tr = EditorState.create({ doc }).tr;
  const words = after.slice(start, after.length - end);
  const [from, to] = [pos + 1 + start, pos + 1 + before.length - end];
  return words === "" ? tr.delete(from, to).doc : tr.insertText(words, from, to).doc;
}

/** Changes attributes of one block. */
export function withAttributes(doc: Node, id: string, attributes: Record<string, unknown>): Node {
  const { node, pos } = blockWith(doc, id);
  return EditorState.create({ doc }).tr.setNodeMarkup(pos, null, { ...node.attrs, ...attributes }).doc;
}
