/** Random edits as a person makes them, replayed on the state of a draft. */
import fc from "fast-check";
import { redo, undo } from "prosemirror-history";
import { type Command, type EditorState, TextSelection } from "prosemirror-state";
import { changeLevel } from "../../shared/editing/change-level";
import { deleteSelected } from "../../shared/editing/delete-selection";
import { commandOf } from "../../shared/editing/edit";
import { joinBackward, joinForward } from "../../shared/editing/join-blocks";
import { moveBlock } from "../../shared/editing/move-block";
import { settleRedline } from "../../shared/editing/redline-plugin";
import { setLabel } from "../../shared/editing/set-label";
import { splitBlock } from "../../shared/editing/split-block";

export type RandomEdit = { kind: string; at: number; length: number; text: string };

export const edits = fc.array(
  fc.record({
    kind: fc.constantFrom(
      "type",
      "type",
      "delete",
      "split",
      "joinBackward",
      "joinForward",
      "lower",
      "raise",
      "moveUp",
      "moveDown",
      "label",
      "undo",
      "undo",
      "redo",
      "cutPaste",
      "bold",
      "settle",
    ),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 0, max: 60 }),
    text: fc.constantFrom("x", " mot", "réseau ", "网", "👩‍💻", "12"),
  }),
  { maxLength: 14 },
);

function run(state: EditorState, command: Command): EditorState {
  let next = state;
  command(state, (tr) => {
    next = state.apply(tr);
  });
  return next;
}

/** Applies one edit; an edit that cannot be made there changes nothing. */
export function applyEdit(state: EditorState, { kind, at, length, text }: RandomEdit): EditorState {
  if (kind === "undo") return run(state, undo);
  if (kind === "redo") return run(state, redo);
  if (kind === "settle") return run(state, settleRedline);
  const place = Math.round(at * state.doc.content.size);
  const end = Math.min(place + length, state.doc.content.size);
  const ranged = kind === "delete" || kind === "cutPaste" || kind === "bold";
  const selection = TextSelection.between(state.doc.resolve(place), state.doc.resolve(ranged ? end : place));
  const placed = state.apply(state.tr.setSelection(selection));
  const { $from, from, to } = placed.selection;
  if (!$from.parent.isTextblock) return placed;
  switch (kind) {
    case "type":
      return placed.apply(placed.tr.insertText(text, from));
    case "delete":
      return run(placed, commandOf(deleteSelected));
    case "split":
      return run(placed, commandOf(splitBlock));
    case "joinBackward":
    case "joinForward": {
      const edge = kind === "joinBackward" ? $from.start() : $from.end();
      const atEdge = placed.apply(placed.tr.setSelection(TextSelection.create(placed.doc, edge)));
      return run(atEdge, commandOf(kind === "joinBackward" ? joinBackward : joinForward));
    }
    case "lower":
      return run(placed, commandOf(changeLevel(1)));
    case "raise":
      return run(placed, commandOf(changeLevel(-1)));
    case "moveUp":
      return run(placed, commandOf(moveBlock(-1)));
    case "moveDown":
      return run(placed, commandOf(moveBlock(1)));
    case "label":
      return run(placed, commandOf(setLabel($from.before(), `${text.trim()})`)));
    case "bold": {
      const { bold } = placed.schema.marks;
      return from === to ? placed : placed.apply(placed.tr.addMark(from, to, bold!.create()));
    }
    default: {
      const slice = placed.selection.content();
      const cut = run(placed, commandOf(deleteSelected));
      const target = TextSelection.near(cut.doc.resolve(Math.round((1 - at) * cut.doc.content.size)));
      const tr = cut.tr.setSelection(target);
      try {
        return cut.apply(tr.replaceSelection(slice));
      } catch {
        return cut;
      }
    }
  }
}
