/**
 * How a text block stands on the page: its label in a column of its own, its text beside it. The label
 * is an attribute, so it is drawn, not typed: the label element holds no text (CSS draws it from its
 * attributes) and takes no caret, and the text is the only place to type in.
 */
import type { Node } from "prosemirror-model";
import type { Decoration, EditorView, NodeView, ViewMutationRecord } from "prosemirror-view";
import { editLabel } from "./label-editor";
import { labelClass } from "./label-form";
import type { MarkSpec } from "./redline-marks";

export class BlockView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement;
  private readonly label: HTMLElement;

  constructor(
    private node: Node,
    view: EditorView,
    getPos: () => number | undefined,
    decorations: readonly Decoration[],
  ) {
    this.dom = document.createElement("div");
    this.label = document.createElement("span");
    this.label.contentEditable = "false";
    this.label.className = "label";
    this.contentDOM = document.createElement("p");
    this.dom.append(this.label, this.contentDOM);
    // Set once: the view adds the classes of decorations to it.
    this.dom.className = `block ${node.type.name}`;
    this.label.addEventListener("click", () => {
      const pos = getPos();
      if (pos !== undefined) editLabel(view, pos);
    });
    this.draw(decorations);
  }

  stopEvent(event: Event): boolean {
    return event.target instanceof HTMLElement && event.target.className === "label-field";
  }

  update(node: Node, decorations: readonly Decoration[]): boolean {
    if (node.type !== this.node.type) return false;
    const same = node.sameMarkup(this.node) && this.labelBefore(decorations) === (this.label.dataset.before ?? null);
    this.node = node;
    if (!same) this.draw(decorations);
    return true;
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type !== "selection" && !this.contentDOM.contains(mutation.target);
  }

  private draw(decorations: readonly Decoration[]): void {
    const { type, attrs } = this.node;
    this.dom.dataset.block = type.name;
    this.dom.dataset.id = attrs.id;
    this.dom.dataset.level = String(attrs.level);
    set(this.dom, "role", attrs.role || null);
    set(this.label, "label", attrs.label);
    set(this.label, "before", this.labelBefore(decorations));
    set(this.label, "locked", attrs.labelLocked ? "" : null);
    this.label.className = `label ${labelClass(attrs.label)}`;
  }

  private labelBefore(decorations: readonly Decoration[]): string | null {
    const labels = decorations.map((decoration) => (decoration.spec as MarkSpec).labelBefore);
    return labels.find((label) => label !== undefined && label !== this.node.attrs.label) ?? null;
  }
}

function set(element: HTMLElement, name: string, value: string | null): void {
  if (value === null) delete element.dataset[name];
  else element.dataset[name] = value;
}
