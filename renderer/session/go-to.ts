/** Where things are in the open text: the block at the caret, and the way to a provision. */
import type { Node } from "prosemirror-model";
import { type EditorState, TextSelection } from "prosemirror-state";
import { exactRedline } from "../../shared/editing/redline-plugin";
import { placeOf } from "../../shared/locales/place";
import type { Provision } from "../../shared/redline/redline-types";
import { blocksOf, positionOfBlock } from "../../shared/schema/blocks";
import { words } from "../words";
import type { Session } from "./session";

/** Id of the text block that holds the caret. */
export function caretBlockId({ selection }: EditorState): string | null {
  const { $from } = selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth);
    if (node.isTextblock) return node.attrs.id;
  }
  return null;
}

/** Leaves a table, or the base, for the text that one types in. */
export function showText(session: Session): void {
  const { view } = session.getSnapshot();
  if (view !== "marked" && view !== "clean") session.update({ view: "marked" });
}

const paths = new WeakMap<Node, Map<string, readonly string[]>>();

/** The call and labels that lead to the caret, as a person would cite them. */
export function caretPath(state: EditorState): string {
  const { $from } = state.selection;
  const block = $from.parent;
  // The path depends on the blocks around, not on the caret: one look-up for each top-level child and its text.
  const section = ancestor(state, "section");
  const scope = section ?? block;
  let known = paths.get(scope);
  if (!known) {
    known = new Map();
    for (const { node, path } of blocksOf(scope)) known.set(node.attrs.id, path);
    paths.set(scope, known);
  }
  const call = section?.firstChild?.textContent.trim() ?? "";
  if (block.type.name === "call") return call;
  return placeOf(words, [call, ...(known.get(block.attrs.id) ?? [block.attrs.label])].filter(Boolean));
}

function ancestor(state: EditorState, name: string): Node | null {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) if ($from.node(depth).type.name === name) return $from.node(depth);
  return null;
}

/** Brings a provision of the current text on screen and puts the caret at its start. */
export function goTo(session: Session, provision: Provision, offset = 0): void {
  const { document, view } = session.getSnapshot();
  if (!document) return;
  if (session.showProvision) {
    session.showProvision(provision);
    return;
  }
  if (view === "base" && provision.after) session.update({ view: "marked" });
  const { after } = provision;
  const pos = after ? positionOfBlock(document.state.doc, after.node.attrs.id) : null;
  if (pos === null) {
    showSuppressed(session, provision);
    return;
  }
  const { tr } = document.state;
  const place = Math.min(pos + 1 + offset, pos + (after?.node.nodeSize ?? 2) - 1);
  session.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(place))).scrollIntoView());
  session.focusText();
}

/** Brings a block on screen by its id: as it stands now, or struck where it stood. */
export function goToBlock(session: Session, id: string): void {
  const { document } = session.getSnapshot();
  const redline = document && exactRedline(document.state);
  const provision = redline?.provisions.find(
    ({ before, after }) => after?.node.attrs.id === id || (!after && before?.node.attrs.id === id),
  );
  if (!provision) return;
  goToText(session, provision);
  // A caret in a block without words has no box of its own, and the editor does not scroll to it.
  requestAnimationFrame(() =>
    requestAnimationFrame(() =>
      globalThis.document
        .querySelector(`.sheet [data-id="${CSS.escape(provision.after?.node.attrs.id ?? "")}"]`)
        ?.scrollIntoView({ block: "nearest" }),
    ),
  );
}

/** Leaves the side-by-side table for the page, at a provision. */
export function goToText(session: Session, provision: Provision): void {
  session.update({ view: "marked" });
  // The page takes the caret only once it shows.
  requestAnimationFrame(() => goTo(session, provision));
}

/** A suppressed provision has no place in the current text: its struck block on the page is shown instead. */
function showSuppressed(session: Session, provision: Provision): void {
  if (session.getSnapshot().view !== "marked") session.update({ view: "marked" });
  requestAnimationFrame(() => {
    const block = document.querySelector(`.sheet [data-provision="${CSS.escape(provision.id)}"]`);
    block?.scrollIntoView({ block: "center" });
    block?.animate(
      [{ outlineColor: "transparent" }, { outlineColor: "currentColor" }, { outlineColor: "transparent" }],
      900,
    );
  });
}
