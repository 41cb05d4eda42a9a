/**
 * A table of the page in a frame that is not laid out while it is far from the screen, as sections are not: the cells
 * of one long table can be most of a text. The frame is as wide as the sheet, so that what stands in the margin is
 * inside it; its height is estimated from the longest cell of each row, and exact once the table was shown. Columns
 * share the width in the proportions that the file gives them, or equally.
 */
import type { Node } from "prosemirror-model";
import { TableMap } from "prosemirror-tables";
import type { NodeView } from "prosemirror-view";
import { inSteps, reserveHeight } from "./height-off-screen";

/** Signs in a line of a table as wide as the page, and what a line and the edges of a row measure. */
const signsPerLine = 100;
const lineHeight = 1.05;
const edges = 0.6;

export class TableView implements NodeView {
  readonly dom = document.createElement("div");
  readonly contentDOM: HTMLElement;
  private readonly columns = document.createElement("colgroup");
  private height = 0;
  private shares = "";

  constructor(private node: Node) {
    this.dom.className = "table-frame";
    this.contentDOM = document.createElement("tbody");
    this.dom.appendChild(document.createElement("table")).append(this.columns, this.contentDOM);
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
    if (height !== this.height) reserveHeight(this.dom, height);
    this.height = height;
    const shares = sharesOf(this.node);
    if (shares.join() === this.shares) return;
    this.shares = shares.join();
    this.columns.replaceChildren(...shares.map(columnElement));
  }
}

/** Percentages of the columns; none where the table says nothing, or says it of other columns than it has. */
function sharesOf(table: Node): number[] {
  const widths: number[] = table.attrs.columns ?? [];
  const whole = widths.reduce((sum, width) => sum + width, 0);
  if (whole === 0 || widths.length !== TableMap.get(table).width) return [];
  return widths.map((width) => Math.round((width / whole) * 10_000) / 100);
}

function columnElement(share: number): HTMLElement {
  const column = document.createElement("col");
  column.style.inlineSize = `${share}%`;
  return column;
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
