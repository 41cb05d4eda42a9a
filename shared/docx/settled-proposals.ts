/**
 * Only a modification shows changes (the rules ITU gives with its markers): a new text (ADD) is written clean,
 * for a suppression (SUP) or no change (NOC) the heading is enough. So before anything is compared for a
 * file, such proposals are made the same in both texts; their notes come along under names of their own.
 */
import { Fragment, type Node } from "prosemirror-model";
import { counterpartsOf, provisionsOfProposal } from "../redline/counterparts";
import { deriveMarker } from "../redline/marker";
import { redline as redlineOf } from "../redline/redline";
import type { Redline } from "../redline/redline-types";
import { schema } from "../schema/schema";

export interface ComparedTexts {
  base: Node;
  current: Node;
  redline: Redline;
  /** The marker of each proposal of the current text, typed or derived. */
  markers: string[];
  /** Indices of the proposals of the current text that are written without marks. */
  settled: ReadonlySet<number>;
}

/** How the text of a proposal is written under its marker. */
type Form = "tracked" | "clean" | "heading";

/** The blocks that name a resolution: all that a suppression or no change shows of it. */
export const headingTypes: ReadonlySet<string> = new Set(["resolutionNumber", "resolutionTitle"]);

/** The two texts as a file shows them. */
export function settledTexts(base: Node, current: Node, redline: Redline): ComparedTexts {
  const counterparts = counterpartsOf(redline);
  const proposals = proposalsOf(current);
  const markers = proposals.map(
    (proposal, index) => proposal.attrs.marker || derived(index, proposals.length, redline),
  );
  const forms = proposals.map((proposal, index) => formOf(proposal.attrs.marker, markers[index]!));
  const settledForms = new Set(forms.flatMap((form, index) => (form === "tracked" ? [] : [index])));
  if (settledForms.size === 0) return { base, current, redline, markers, settled: settledForms };

  const notes: Node[] = [];
  const settled = proposals.map((proposal, index) => {
    if (forms[index] === "tracked") return null;
    const whole = forms[index] === "clean" ? proposal : headingOf(proposal, counterpartNode(index, base, counterparts));
    return withOwnNotes(whole, index, current, notes);
  });
  const former = proposalsOf(base);
  // The line that opens it stays its own: it may name another marker.
  const newBase = withProposals(base, notes, (index) => {
    const whole = settled[counterparts.get(index) ?? -1];
    return whole ? former[index]!.copy(whole.content) : null;
  });
  const completed = newBase.copy(withAdded(newBase, settled, counterparts));
  const newCurrent = withProposals(current, notes, (index) => settled[index] ?? null);
  return {
    base: completed,
    current: newCurrent,
    redline: redlineOf(completed, newCurrent),
    markers,
    settled: settledForms,
  };
}

/** A text that merely happens to be unchanged is written whole; only who says NOC wants the heading alone. */
function formOf(typed: string, marker: string): Form {
  // What is tied to no text (OTHER) has nothing to be marked against.
  if (/ADD|OTHER/.test(marker)) return "clean";
  if (/SUP/.test(marker)) return "heading";
  return /NOC/.test(typed) ? "heading" : "tracked";
}

/** The proposals of a document, in order. */
export function proposalsOf(doc: Node): Node[] {
  return doc.children.filter(({ type }) => type.name === "proposal");
}

/** Number, title and reasons; of the base where the current text has no heading left. */
function headingOf(proposal: Node, former: Node | null): Node {
  const blocks = headingBlocks(proposal);
  const heading = blocks.length > 0 || !former ? blocks : headingBlocks(former);
  const children = heading.length > 0 ? [schema.node("resolution", null, heading)] : [];
  proposal.forEach((node) => {
    if (node.type.name === "reasons") children.push(node);
  });
  return proposal.copy(Fragment.from(children));
}

function headingBlocks(proposal: Node): Node[] {
  const found: Node[] = [];
  proposal.descendants((node) => {
    if (headingTypes.has(node.type.name)) found.push(node);
    return !node.isTextblock && node.type.name !== "table";
  });
  return found;
}

/** Renames the notes that a proposal refers to and adds their texts to `notes`. */
function withOwnNotes(proposal: Node, index: number, doc: Node, notes: Node[]): Node {
  const ownName = (note: string) => `settled ${index} ${note}`;
  const referred = new Set<string>();
  const renamed = mapNodes(proposal, (node) => {
    if (node.type.name !== "footnoteReference") return node;
    referred.add(node.attrs.note);
    return node.type.create({ ...node.attrs, note: ownName(node.attrs.note) }, null, node.marks);
  });
  doc.descendants((node) => {
    if (node.type.name === "footnote" && referred.has(node.attrs.note)) {
      notes.push(node.type.create({ ...node.attrs, note: ownName(node.attrs.note) }, node.content, node.marks));
    }
    return !node.isTextblock;
  });
  return renamed;
}

function mapNodes(node: Node, change: (node: Node) => Node): Node {
  if (node.isLeaf) return change(node);
  const children: Node[] = [];
  node.forEach((child) => children.push(mapNodes(child, change)));
  return node.copy(Fragment.from(children));
}

function withProposals(doc: Node, notes: readonly Node[], replacement: (index: number) => Node | null): Node {
  const children: Node[] = [];
  let index = -1;
  doc.forEach((node) => {
    if (node.type.name === "footnotes") return;
    if (node.type.name === "proposal") index++;
    children.push((node.type.name === "proposal" && replacement(index)) || node);
  });
  const all = [...notesOf(doc), ...notes];
  if (all.length > 0) children.push(schema.node("footnotes", null, all));
  return doc.copy(Fragment.from(children));
}

function notesOf(doc: Node): Node[] {
  const last = doc.lastChild;
  return last?.type.name === "footnotes" ? [...last.content.content] : [];
}

/** The base with the proposals that it lacks, each behind the one that it follows in the current text. */
function withAdded(base: Node, settled: readonly (Node | null)[], counterparts: ReadonlyMap<number, number>): Fragment {
  const matched = new Set(counterparts.values());
  /** By the index of a proposal of the current text: those without counterpart that follow it; -1 for the first. */
  const following = new Map<number, Node[]>();
  let last = -1;
  settled.forEach((proposal, index) => {
    if (matched.has(index)) last = index;
    else if (proposal) following.set(last, [...(following.get(last) ?? []), proposal]);
  });
  const children: Node[] = [];
  let index = -1;
  let begun = false;
  base.forEach((node) => {
    const isProposal = node.type.name === "proposal";
    if (!begun && (isProposal || node.type.name === "footnotes")) children.push(...(following.get(-1) ?? []));
    begun ||= isProposal || node.type.name === "footnotes";
    children.push(node);
    if (isProposal) children.push(...(following.get(counterparts.get(++index) ?? Number.NaN) ?? []));
  });
  if (!begun) children.push(...(following.get(-1) ?? []));
  return Fragment.from(children);
}

function counterpartNode(index: number, base: Node, counterparts: ReadonlyMap<number, number>): Node | null {
  for (const [before, after] of counterparts) if (after === index) return proposalsOf(base)[before] ?? null;
  return null;
}

function derived(index: number, count: number, redline: Redline): string {
  // Notes belong to no proposal, but a change in one is a change of the text.
  return count === 1 ? redline.marker : deriveMarker(provisionsOfProposal(redline, index));
}
