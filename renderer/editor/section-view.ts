/**
 * A section of the page. What is far from the screen is not laid out, section by section, so the browser needs to
 * know about how high it would be: estimated from the length of its text, and exact once it was shown. Only a
 * section of very many blocks is skipped block by block as well: watching each of a thousand blocks costs every
 * frame more than laying out the few on screen.
 */
import type { Node } from "prosemirror-model";
import type { NodeView } from "prosemirror-view";
import { inSteps, reserveHeight } from "./height-off-screen";

/** From here on, a section on screen is mostly off screen. */
const manyBlocks = 60;
/** Signs in a line of the page, and what a line and the space above a block measure. */
const signsPerLine = 80;
const lineHeight = 1.25;
const spaceAbove = 0.5;

export class SectionView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement;

  constructor(private node: Node) {
    this.dom = document.createElement("section");
    this.contentDOM = this.dom;
    this.dom.className = "section";
    this.dom.dataset.container = "section";
    this.draw();
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type) return false;
    const same = isLong(node) === isLong(this.node) && heightOf(node) === heightOf(this.node);
    this.node = node;
    if (!same) this.draw();
    return true;
  }

  private draw(): void {
    this.dom.classList.toggle("long", isLong(this.node));
    reserveHeight(this.dom, heightOf(this.node));
  }
}

function isLong(node: Node): boolean {
  return node.childCount > manyBlocks;
}

function heightOf({ childCount, content }: Node): number {
  const lines = content.size / signsPerLine + childCount / 2;
  return inSteps(lines * lineHeight + childCount * spaceAbove);
}
