/**
 * A proposal that was read from a file of its own, made ready to stand beside others: its provisions carry the
 * ids, the notes the names and the blocks the places in the Word file that the base has; what it adds carries
 * its own mark, so that no two proposals use one name for two things. Its words stay as they are.
 */
import { type Attrs, Fragment, type Node } from "prosemirror-model";
import { blocksOf } from "../schema/blocks";
import type { ComparedProposal } from "./compilation-types";
import { flattenRedline, reviveRedline } from "./plain-redline";
import { redline } from "./redline";
import type { Redline } from "./redline-types";

/** Lays a text beside a base; `mark` tells its additions from those of other texts. */
export function layBeside(base: Node, source: string, current: Node, mark: string): ComparedProposal {
  const compared = redline(base, current);
  const partners = new Map<number, Node>();
  for (const { before, after } of compared.provisions) if (before && after) partners.set(after.pos, before.node);
  const noteOf = noteNames(compared, mark);
  let serial = 0;
  return renameBlocks({ source, current, redline: compared }, base, {
    container: (node) => ("slice" in node.attrs ? { id: `${mark}-c${++serial}`, slice: null } : {}),
    block(pos) {
      const { id, slice } = partners.get(pos)?.attrs ?? { id: `${mark}-${++serial}`, slice: null };
      return { id, slice };
    },
    note: noteOf,
  });
}

/** A draft whose notes have the names of the base's where they are the same notes, and no others of the base's. */
export function withNotesOfBase(base: Node, source: string, current: Node, compared: Redline): ComparedProposal {
  const proposal = { source, current, redline: compared };
  const names = new Map<string, string>();
  const inBase = new Set<string>();
  for (const { before, after } of compared.provisions) {
    if (before?.node.type.name === "footnote") inBase.add(before.node.attrs.note);
    if (before && after?.node.type.name === "footnote") names.set(after.node.attrs.note, before.node.attrs.note);
  }
  let differs = false;
  for (const { before, after } of compared.provisions) {
    if (after?.node.type.name !== "footnote") continue;
    const { note } = after.node.attrs;
    differs ||= before ? before.node.attrs.note !== note : inBase.has(note);
  }
  if (!differs) return proposal;
  return renameBlocks(proposal, base, { container: () => ({}), block: () => ({}), note: noteNames(compared, "new") });
}

/** The names that the base has for notes that are the same; `mark` in front of all others. */
function noteNames({ provisions }: Redline, mark: string): (note: string) => string {
  const names = new Map<string, string>();
  for (const { before, after } of provisions) {
    if (before?.node.type.name !== "footnote" || after?.node.type.name !== "footnote") continue;
    names.set(after.node.attrs.note, before.node.attrs.note);
  }
  return (note) => names.get(note) ?? `${mark}-${note}`;
}

interface Names {
  /** Attributes of a container, and of the block at a position of the draft. */
  container(node: Node): Attrs;
  block(pos: number): Attrs;
  note(note: string): string;
}

function renameBlocks(
  { source, current, redline: compared }: ComparedProposal,
  base: Node,
  names: Names,
): ComparedProposal {
  const renamed = (parent: Node, start: number): Node[] => {
    let next = start;
    return parent.children.map((node) => {
      const pos = next;
      next += node.nodeSize;
      if (!node.isTextblock) {
        return node.type.create({ ...node.attrs, ...names.container(node) }, renamed(node, pos + 1), node.marks);
      }
      const note = "note" in node.attrs ? { note: names.note(node.attrs.note) } : {};
      const content = node.children.map((child) =>
        child.type.name === "footnoteReference"
          ? child.type.create({ ...child.attrs, note: names.note(child.attrs.note) }, null, child.marks)
          : child,
      );
      return node.type.create({ ...node.attrs, ...names.block(pos), ...note }, content, node.marks);
    });
  };
  const laid = current.copy(Fragment.from(renamed(current, 0)));
  const before = blocksOf(base);
  const plain = flattenRedline(compared, before, blocksOf(current));
  return { source, current: laid, redline: reviveRedline(plain, before, blocksOf(laid)) };
}
