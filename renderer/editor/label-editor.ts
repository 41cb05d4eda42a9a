/**
 * A label is typed in its own place: a click on the label column (or F2 in the block) opens a field there.
 * Enter or leaving the field sets and locks the label, Escape leaves it as it was.
 */
import { Plugin } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { commandOf } from "../../shared/editing/edit";
import { blockAround } from "../../shared/editing/place";
import { setLabel } from "../../shared/editing/set-label";
import { words } from "../words";

/** The last pixels before the text belong to the text: that is where one clicks to begin a line. */
const nearText = 4;

/** Opens the field for the label of the block at `pos`. */
export function editLabel(view: EditorView, pos: number): void {
  const block = view.nodeDOM(pos);
  const node = view.state.doc.nodeAt(pos);
  if (!(block instanceof HTMLElement) || !node || !view.editable || block.querySelector(".label-field")) return;
  const { id, label } = node.attrs;
  const field = document.createElement("input");
  field.className = "label-field";
  field.value = label;
  field.ariaLabel = words("page.label");
  field.spellcheck = false;
  block.append(field);
  field.focus();
  field.select();

  let open = true;
  const close = (keep: boolean, toText: boolean) => {
    if (!open) return;
    open = false;
    const value = field.value.trim();
    field.remove();
    const now = placeOf(view, id);
    if (keep && value !== label && now !== null) commandOf(setLabel(now, value))(view.state, view.dispatch);
    if (toText) view.focus();
  };
  field.addEventListener("blur", () => close(true, false));
  field.addEventListener("keydown", (event) => {
    // Nothing typed here is meant for the text or for the window's shortcuts.
    event.stopPropagation();
    if (event.key === "Enter" || event.key === "Tab") close(true, true);
    else if (event.key === "Escape") close(false, true);
    else return;
    event.preventDefault();
  });
}

/** Whether a click fell on the label: in its column, on the first line of the block. */
export function isOnLabel(event: MouseEvent, block: HTMLElement): boolean {
  const text = block.querySelector("p");
  if (!text || event.target !== text || !(text.dataset.label || block.dataset.block === "item")) return false;
  const { left, right, top } = text.getBoundingClientRect();
  const style = getComputedStyle(text);
  // The page may be magnified: lengths of the style are lengths of the unmagnified page.
  const scale = text.offsetWidth > 0 ? (right - left) / text.offsetWidth : 1;
  const column = Number.parseFloat(style.paddingInlineStart) * scale;
  const across = style.direction === "rtl" ? right - event.clientX : event.clientX - left;
  return column > 0 && across < column - nearText && event.clientY - top < Number.parseFloat(style.lineHeight) * scale;
}

/** F2 opens the label of the block with the caret. */
export function labelKey(): Plugin {
  return new Plugin({
    props: {
      handleKeyDown(view, event) {
        const place = event.key === "F2" ? blockAround(view.state.selection.$from) : null;
        if (!place) return false;
        editLabel(view, place.pos);
        return true;
      },
    },
  });
}

/** Where the block is now: the text may have changed while the field was open. */
function placeOf(view: EditorView, id: string): number | null {
  let found: number | null = null;
  view.state.doc.descendants((node, pos) => {
    if (node.isTextblock && node.attrs.id === id) found = pos;
    return found === null && !node.isTextblock;
  });
  return found;
}
