/**
 * A table of the page in a frame that is not laid out while it is far from the screen, as sections are not: the cells
 * of one long table can be most of a text. The frame is as wide as the sheet, so that what stands in the margin is
 * inside it; its height is estimated from the longest cell of each row, and exact once the table was shown.
 */
import type { Node } from "prosemirror-model";
import type { NodeView } from "prosemirror-view";
import { inSteps, reserveHeight } from "./height-off-screen";

/** Signs in a line of a table as wide as the page, and what a line and the edges of a row measure. */
const signsPerLine = 100;
const lineHeight = 1.05;
const edges = 0.6;

export class TableView implements NodeView {
  readonly dom = document.createElement("div");
  readonly contentDOM: HTMLElement;
  private height = 0;

  constructor(private node: Node) {
    this.dom.className = "table-frame";
    this.contentDOM = document.createElement("tbody");
    this.dom.appendChild(document.createElement("table")).appendChild(this.contentDOM);
    this.draw();
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type) return false;
    const same = node === this.node;
    this.node = node;
    if (!same) this.draw();
    return true;
  }

  private draw(): void {
    const height = heightOf(this.node);
    if (height === this.height) return;
    this.height = height;
    reserveHeight(this.dom, height);
  }
}

function heightOf(table: Node): number {
  let lines = 0;
  table.forEach((row) => {
    let longest = 1;
    row.forEach(({ content, attrs }) => {
      longest = Math.max(longest, Math.ceil((content.size * row.childCount) / (signsPerLine * attrs.colspan)));
    });
    lines += longest;
  });
  return inSteps(lines * lineHeight + table.childCount * edges);
}
