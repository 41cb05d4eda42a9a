/**
 * How a text block stands on the page: its text, with the label drawn beside it. The label is an attribute,
 * so it is drawn, not typed: a click on it opens a field, and the text is the only place for the caret.
 */
import type { Node } from "prosemirror-model";
import type { Decoration, EditorView, NodeView, ViewMutationRecord } from "prosemirror-view";
import { type Jump, jumpLink } from "./jump-link";
import { editLabel, isOnLabel } from "./label-editor";
import { drawLabel } from "./label-form";
import type { MarkSpec } from "./redline-marks";

export class BlockView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement;
  private before: string | null = null;
  private jump: Jump | null = null;

  constructor(
    private node: Node,
    private view: EditorView,
    getPos: () => number | undefined,
    decorations: readonly Decoration[],
  ) {
    this.dom = document.createElement("div");
    this.contentDOM = document.createElement("p");
    this.dom.append(this.contentDOM);
    // Set once: the view adds the classes of decorations to it.
    this.dom.className = `block ${node.type.name}`;
    this.dom.addEventListener("click", (event) => {
      const pos = getPos();
      if (pos !== undefined && isOnLabel(event, this.dom)) editLabel(view, pos);
    });
    this.draw(this.labelBefore(decorations));
    this.link(decorations);
  }

  update(node: Node, decorations: readonly Decoration[]): boolean {
    if (node.type !== this.node.type) return false;
    const same = node.sameMarkup(this.node);
    this.node = node;
    const before = this.labelBefore(decorations);
    if (!same || before !== this.before) this.draw(before);
    this.link(decorations);
    return true;
  }

  stopEvent(event: Event): boolean {
    return event.target instanceof HTMLElement && ["label-field", "jump"].includes(event.target.className);
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type !== "selection" && !this.contentDOM.contains(mutation.target);
  }

  private draw(before: string | null): void {
    const { type, attrs } = this.node;
    this.before = before;
    this.dom.dataset.block = type.name;
    this.dom.dataset.id = attrs.id;
    this.dom.dataset.level = String(attrs.level);
    if (attrs.role) this.dom.dataset.role = attrs.role;
    else delete this.dom.dataset.role;
    drawLabel(this.contentDOM, attrs.label, before, attrs.labelLocked);
  }

  /** A block that moved says where it came from. */
  private link(decorations: readonly Decoration[]): void {
    const jump = decorations.map(({ spec }) => (spec as MarkSpec).movedFrom).find(Boolean) ?? null;
    if (jump?.id === this.jump?.id && jump?.where === this.jump?.where) return;
    this.jump = jump;
    this.dom.querySelector(":scope > .jump")?.remove();
    if (jump) this.dom.append(jumpLink("page.movedFrom", jump, this.view));
  }

  private labelBefore(decorations: readonly Decoration[]): string | null {
    const labels = decorations.map((decoration) => (decoration.spec as MarkSpec).labelBefore);
    return labels.find((label) => label !== undefined && label !== this.node.attrs.label) ?? null;
  }
}
