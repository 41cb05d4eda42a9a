/**
 * The link between the two places of a provision that moved: where it stood one reads where it went, where
 * it stands where it came from. It is a button, so that the keyboard reaches it; following it puts the
 * caret, or the focus, at the other place.
 */
import { Selection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { positionOfBlock } from "../../shared/schema/blocks";
import { words } from "../words";

/** A link between the two places of a provision that moved: the id of the block there, and what it is called. */
export interface Jump {
  id: string;
  where: string;
}

/** The button; `says` is a sentence of the catalogues with a place in it. */
export function jumpLink(says: "page.movedTo" | "page.movedFrom", { id, where }: Jump, view: EditorView): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "jump";
  button.contentEditable = "false";
  button.textContent = words(says, { where });
  button.title = button.textContent;
  button.addEventListener("click", () => (says === "page.movedTo" ? goToText(view, id) : goToStruck(view, id)));
  return button;
}

function goToText(view: EditorView, id: string): void {
  const pos = positionOfBlock(view.state.doc, id);
  if (pos === null) return;
  view.dispatch(view.state.tr.setSelection(Selection.near(view.state.doc.resolve(pos + 1))).scrollIntoView());
  view.focus();
}

function goToStruck(view: EditorView, id: string): void {
  const block = [...view.dom.querySelectorAll<HTMLElement>(".struck-block")].find(
    ({ dataset }) => dataset.struck === id,
  );
  block?.scrollIntoView({ block: "center" });
  block?.querySelector("button")?.focus({ preventScroll: true });
}
