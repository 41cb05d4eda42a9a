/**
 * The shelf of base texts under a contribution. A base that was opened gets names for its texts when the first
 * proposal comes beside them; a text that is added brings ids of its own, so that base and current text share them
 * and nothing of another text is met by mistake. The shelf only grows: undo finds every text again.
 */
import { Fragment, type Node } from "prosemirror-model";
import { counterpartsOf } from "../redline/counterparts";
import type { Redline } from "../redline/redline-types";
import { schema } from "../schema/schema";

/** A text of the base: the proposal node that holds it, with the notes that it refers to. */
export interface BaseText {
  proposal: Node;
  notes: readonly Node[];
}

/** The texts that a document holds, as what can be proposed on: those with a number, a title or a call. */
export function textsIn(doc: Node): BaseText[] {
  const notes = doc.lastChild?.type.name === "footnotes" ? doc.lastChild.children : [];
  return doc.children
    .filter(({ type, childCount }) => type.name === "proposal" && childCount > 0)
    .map((proposal) => ({ proposal, notes: notes.filter(({ attrs }) => refersTo(proposal, attrs.note)) }));
}

/** A base whose texts have names, and the name for each proposal of the current text that has none yet. */
export function namedTexts(base: Node, redline: Redline): { base: Node; names: Map<number, string> } {
  const names = new Map<number, string>();
  const counterparts = counterpartsOf(redline);
  let serial = 0;
  let proposal = -1;
  const children = base.children.map((node) => {
    if (node.type.name !== "proposal") return node;
    proposal++;
    if (node.attrs.baseId || node.childCount === 0) return node;
    do serial++;
    while (isTaken(base, `t${serial}`));
    const name = `t${serial}`;
    const counterpart = counterparts.get(proposal);
    if (counterpart !== undefined && ![...names.keys()].includes(counterpart)) names.set(counterpart, name);
    return node.type.create({ ...node.attrs, baseId: name }, node.content, node.marks);
  });
  return names.size === 0 ? { base, names } : { base: base.copy(Fragment.from(children)), names };
}

/** Puts a text on the shelf; gives the shelf and the text as both sides have it. */
export function shelved(base: Node, text: BaseText): { base: Node; text: BaseText } {
  let serial = base.childCount;
  while (isTaken(base, `t${serial}`)) serial++;
  const name = `t${serial}`;
  const own = { proposal: renamed(text.proposal, name), notes: text.notes.map((note) => renamed(note, name)) };
  const last = base.lastChild;
  const notes = [...(last?.type.name === "footnotes" ? last.children : []), ...own.notes];
  const others = base.children.filter(({ type }) => type.name !== "footnotes");
  const children = [...others, own.proposal, ...(notes.length > 0 ? [schema.node("footnotes", null, notes)] : [])];
  return { base: base.copy(Fragment.from(children)), text: own };
}

/** Number and title alone: enough for a text that is suppressed or kept. */
export function headingOnly({ proposal }: BaseText): BaseText {
  const heading: Node[] = [];
  proposal.descendants((node) => {
    if (node.type.name === "resolutionNumber" || node.type.name === "resolutionTitle") heading.push(withoutNotes(node));
    return !node.isTextblock && node.type.name !== "table";
  });
  const content = heading.length > 0 ? [schema.node("resolution", null, heading)] : [];
  return { proposal: proposal.copy(Fragment.from(content)), notes: [] };
}

/** Without marker, identifier and reasons of its own: what a base text brings is its text. */
function renamed(node: Node, name: string): Node {
  if (node.isText) return node.mark(node.marks.filter(({ type }) => type.name !== "properties"));
  const kept = node.children.filter(({ type }) => type.name !== "reasons").map((child) => renamed(child, name));
  const { attrs } = node;
  const own: Record<string, unknown> = { ...attrs };
  if (attrs.id) own.id = `${name}-${attrs.id}`;
  if (attrs.note) own.note = `${name}-${attrs.note}`;
  if ("slice" in attrs) own.slice = null;
  if (node.type.name === "proposal")
    Object.assign(own, { baseId: name, id: "", marker: "", identifier: "", source: "" });
  return node.type.create(own, Fragment.from(kept), node.marks);
}

function withoutNotes(node: Node): Node {
  return node.copy(Fragment.from(node.children.filter(({ type }) => type.name !== "footnoteReference")));
}

function refersTo(node: Node, note: string): boolean {
  let found = false;
  node.descendants((leaf) => {
    found ||= leaf.type.name === "footnoteReference" && leaf.attrs.note === note;
  });
  return found;
}

function isTaken(base: Node, name: string): boolean {
  return base.children.some(({ attrs }) => attrs.baseId === name);
}
