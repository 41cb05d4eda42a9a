/**
 * Turns "this container should now read so" into one small replace step. Structure commands compute
 * the new container as a value; what is equal at both ends stays untouched, so positions, history
 * and attribution see only the blocks that really changed. A container that the schema would refuse
 * is never written.
 */
import type { Node } from "prosemirror-model";
import { ReplaceStep, type Transform } from "prosemirror-transform";

/**
 * Replaces the content of the node at `pos` (-1 for the document) by that of `next`; false when nothing
 * differs or when the schema refuses.
 */
export function replaceContainer(tr: Transform, pos: number, next: Node): boolean {
  const old = pos < 0 ? tr.doc : tr.doc.nodeAt(pos);
  if (!old || !fits(next, old)) return false;
  const start = old.content.findDiffStart(next.content);
  const end = old.content.findDiffEnd(next.content);
  if (start === null || !end) return false;
  // Repeated content makes the two ends overlap; the shared part belongs to the front.
  const overlap = Math.max(start - Math.min(end.a, end.b), 0);
  // Before `start` and after the ends both versions have the same tokens, hence the same depths: the slice fits.
  const slice = next.slice(start, end.b + overlap);
  tr.step(new ReplaceStep(pos + 1 + start, pos + 1 + end.a + overlap, slice));
  return true;
}

/** Whether the schema accepts a container and all that is new in it. */
export function fits(node: Node, known: Node | null = null): boolean {
  if (node.isTextblock || node === known) return true;
  if (!node.type.validContent(node.content)) return false;
  const old = new Set<Node>();
  known?.forEach((child) => old.add(child));
  for (let i = 0; i < node.childCount; i++) {
    if (!old.has(node.child(i)) && !fits(node.child(i))) return false;
  }
  return true;
}
