/**
 * The shelf of base texts under a contribution. A base that was opened gets names for its texts when the first
 * proposal comes beside them; a text that is added brings ids of its own, so that base and current text share them
 * and nothing of another text is met by mistake. The shelf only grows: undo finds every text again.
 */
import { Fragment, type Node } from "prosemirror-model";
import { counterpartsOf } from "../redline/counterparts";
import type { Redline } from "../redline/redline-types";
import { renameTexts } from "../redline/text-names";
import { blocksOf } from "../schema/blocks";
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
  const fresh = freshNames(base);
  const named = renameTexts(base, ({ baseId }, index, { childCount }) => {
    if (baseId || childCount === 0) return baseId;
    const name = fresh();
    const counterpart = counterparts.get(index);
    if (counterpart !== undefined && !names.has(counterpart)) names.set(counterpart, name);
    return name;
  });
  return { base: names.size === 0 ? base : named, names };
}

/** Puts a text on the shelf; gives the shelf and the text as both sides have it. */
export function shelved(base: Node, text: BaseText): { base: Node; text: BaseText } {
  const name = freshNames(base)();
  const own = { proposal: renamed(text.proposal, name), notes: text.notes.map((note) => renamed(note, name)) };
  const last = base.lastChild;
  const notes = [...(last?.type.name === "footnotes" ? last.children : []), ...own.notes];
  const others = base.children.filter(({ type }) => type.name !== "footnotes");
  const children = [...others, own.proposal, ...(notes.length > 0 ? [schema.node("footnotes", null, notes)] : [])];
  return { base: base.copy(Fragment.from(children)), text: own };
}

/**
 * A contribution whose every proposal has a name, so that a text that comes into the base brings along which one it is.
 * What changes a file of one text, or of several that were never told apart by name, stays as it is.
 */
export function withNamesFor(shelf: Node, current: Node): Node {
  const isShelf = shelf.children.some(({ attrs }) => attrs.baseId) || blocksOf(shelf).length === 0;
  if (!isShelf) return current;
  const fresh = freshNames(shelf, current);
  return renameTexts(current, (attrs) => attrs.baseId || fresh());
}

/** A base that was read from its file again, with the names that its texts had before. */
export function withNamesOf(named: Node, read: Node): Node {
  const names = named.children.flatMap(({ type, attrs }) => (type.name === "proposal" ? [attrs.baseId as string] : []));
  return renameTexts(read, (attrs, index) => names[index] || attrs.baseId);
}

/**
 * The shelf after the texts that are compared took changes in. A text that went out of the base leaves the shelf, and
 * what it was for names it no more; what nobody proposes on stays as it is.
 */
export function reshelved(
  shelf: Node,
  texts: { before: Node; base: Node; current: Node },
): { base: Node; current: Node } {
  const changed = groupsOf(texts.base);
  const compared = new Set(groupsOf(texts.before).texts.keys());
  const left = [...groupsOf(shelf).texts].filter(([name]) => !compared.has(name) && !changed.texts.has(name));
  const others = left.flatMap(([, group]) => group.map(withoutSlices));
  const inBase = [...changed.texts.values()].flatMap((group) => group.map(asBase));
  const last = shelf.lastChild?.type.name === "footnotes" ? shelf.lastChild.children : [];
  const itsNotes = last.filter(({ attrs }) => others.some((node) => refersTo(node, attrs.note))).map(withoutSlices);
  const notes = [...changed.notes, ...itsNotes];
  const children = [...changed.front, ...inBase, ...others];
  if (children.length === 0) children.push(schema.node("proposal"));
  const base = texts.base.copy(
    Fragment.from([...children, ...(notes.length > 0 ? [schema.node("footnotes", null, notes)] : [])]),
  );
  const current = renameTexts(texts.current, ({ baseId }) => (changed.texts.has(baseId) ? baseId : ""));
  return { base, current };
}

/** The texts of a shelf by name, each with what follows it outside of proposals, and what stands before them. */
function groupsOf(shelf: Node): { front: Node[]; texts: Map<string, Node[]>; notes: readonly Node[] } {
  const front: Node[] = [];
  const texts = new Map<string, Node[]>();
  let notes: readonly Node[] = [];
  let group = front;
  for (const node of shelf.children) {
    if (node.type.name === "footnotes") notes = node.children;
    else if (node.type.name !== "proposal") group.push(node);
    else if (node.attrs.baseId) {
      group = [node];
      texts.set(node.attrs.baseId, group);
    }
  }
  return { front, texts, notes };
}

/** A proposal of the base proposes nothing. */
function asBase(node: Node): Node {
  if (node.type.name !== "proposal") return node;
  return node.type.create({ ...node.attrs, marker: "", identifier: "", source: "" }, node.content, node.marks);
}

function withoutSlices(node: Node): Node {
  if (node.isText) return node;
  const attrs = "slice" in node.attrs ? { ...node.attrs, slice: null } : node.attrs;
  return node.type.create(attrs, node.children.map(withoutSlices), node.marks);
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

/** Names for texts that none of the documents has, one after another. */
function freshNames(...documents: readonly Node[]): () => string {
  const taken = new Set(documents.flatMap(({ children }) => children.map(({ attrs }) => attrs.baseId)));
  let serial = 0;
  return () => {
    do serial++;
    while (taken.has(`t${serial}`));
    return `t${serial}`;
  };
}
