/**
 * A proposal on the page: above its text the line that ITU documents open a proposal with, marker and
 * identifier. The line is drawn from attributes, so the caret never enters it; a click asks for the
 * proposal's fields. A marker that nobody chose is derived from the changes, and said from outside.
 */

import type { Node } from "prosemirror-model";
import type { NodeView, ViewMutationRecord } from "prosemirror-view";
import { spokenMarker } from "../../shared/locales/spoken-marker";
import { shownMarker } from "../../shared/model/marker";
import { words } from "../words";

/** What the owner of a page knows about its proposals. */
export interface ProposalFrame {
  /** The marker that the changes say, for the proposal at this place; empty where nothing is said. */
  derived(index: number): string;
  /** Called when what is derived may have changed; gives back how to stop. */
  onDerived(listener: () => void): () => void;
  /** Shows the fields of a proposal. */
  open?(pos: number): void;
}

/** A frame for a page where nothing is derived, such as the base. */
export const bareFrame: ProposalFrame = { derived: () => "", onDerived: () => () => {} };

export class ProposalView implements NodeView {
  readonly dom = document.createElement("section");
  readonly contentDOM = document.createElement("div");
  private readonly line = document.createElement("button");
  private readonly stop: () => void;
  private drawn = "";

  constructor(
    private node: Node,
    private readonly getPos: () => number | undefined,
    private readonly indexOf: (pos: number) => number,
    private readonly frame: ProposalFrame,
  ) {
    this.dom.className = "proposal";
    this.dom.dataset.container = "proposal";
    this.line.type = "button";
    this.line.className = "proposal-line";
    this.line.contentEditable = "false";
    this.line.disabled = !frame.open;
    this.line.addEventListener("click", () => {
      const pos = getPos();
      if (pos !== undefined) frame.open?.(pos);
    });
    this.dom.append(this.line, this.contentDOM);
    this.stop = frame.onDerived(() => this.draw());
    this.draw();
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type) return false;
    const same = node.sameMarkup(this.node);
    this.node = node;
    if (!same) this.draw();
    return true;
  }

  stopEvent(event: Event): boolean {
    return this.line.contains(event.target as globalThis.Node);
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type !== "selection" && !this.contentDOM.contains(mutation.target);
  }

  destroy(): void {
    this.stop();
  }

  private draw(): void {
    const { marker, identifier } = this.node.attrs as { marker: string; identifier: string };
    const pos = this.getPos();
    const shown = marker || (pos === undefined ? "" : this.frame.derived(this.indexOf(pos)));
    // Redrawn only when it says something else: a change of the page beside the caret makes the view look again.
    const drawn = JSON.stringify([shown, identifier, !marker]);
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    const { word: said, isUnderlined } = shownMarker(shown);
    this.line.hidden = !shown && !identifier;
    this.line.dataset.derived = String(!marker);
    // What changed nothing so far has no marks to hide, and the first words typed are not to wait for a rest for theirs.
    this.dom.dataset.marker = !marker && shown === "NOC" ? "" : shown;
    this.line.ariaLabel = words("outline.proposal", { marker: spokenMarker(words, shown), identifier }).trim();
    this.line.replaceChildren(word("proposal-marker", said, isUnderlined), word("proposal-identifier", identifier));
  }
}

function word(name: string, text: string, underlined = false): HTMLElement {
  const span = document.createElement("span");
  span.className = underlined ? `${name} underlined` : name;
  span.textContent = text;
  return span;
}
