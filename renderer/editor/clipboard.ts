/**
 * Copy, cut and paste. What is copied goes out as clean text and as HTML with typed labels, and carries our
 * own attributes so that it comes back exactly, ids included, into the same draft. Whatever else is pasted
 * is read like a file: records first, then structure recognised, then blocks put in at the caret.
 */
import { closeHistory } from "prosemirror-history";
import { DOMSerializer, type Node } from "prosemirror-model";
import { Plugin, Selection, type Transaction } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { type Copied, copiedBlocks, plainTextOf } from "../../shared/editing/copied-blocks";
import { deleteSelected } from "../../shared/editing/delete-selection";
import { commandOf } from "../../shared/editing/edit";
import { insertBlocks } from "../../shared/editing/insert-blocks";
import type { SourceDocument } from "../../shared/model/source";
import { recognise } from "../../shared/resolution/recognise";
import { modelToDoc } from "../../shared/schema/model-to-doc";
import { schema } from "../../shared/schema/schema";
import { sourceOfHtml } from "./html-source";

/** Names this window's texts on the clipboard; ids mean nothing in another one. */
const origin = `resdraft-${Math.random().toString(36).slice(2)}`;
const serializer = DOMSerializer.fromSchema(schema);

/** Copy, cut, paste and drop by the rules of the document. */
export function clipboardPlugin(): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        copy: (view, event) => copy(view, event),
        cut: (view, event) => {
          if (!copy(view, event)) return false;
          if (view.editable) commandOf((tr) => deleteSelected(tr, "cut"))(view.state, view.dispatch);
          return true;
        },
      },
      handlePaste(view, event) {
        const data = event.clipboardData;
        if (!data) return false;
        const copied = readClipboard(data.getData("text/html"), data.getData("text/plain"), view);
        // A step of its own, however quickly it follows the last letter.
        const dispatch = (tr: Transaction) => view.dispatch(closeHistory(tr));
        return copied !== null && commandOf(insertBlocks(copied))(view.state, dispatch);
      },
      handleDrop(view, event, _slice, moved) {
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
        if (!moved || !at) return true;
        const copied = copiedBlocks(view.state);
        const { tr } = view.state;
        if (at.pos >= tr.selection.from && at.pos <= tr.selection.to) return true;
        deleteSelected(tr, "cut");
        tr.setSelection(Selection.near(tr.doc.resolve(tr.mapping.map(at.pos))));
        if (insertBlocks(copied)(tr)) view.dispatch(closeHistory(tr).scrollIntoView());
        return true;
      },
    },
  });
}

function copy(view: EditorView, event: ClipboardEvent): boolean {
  const { selection } = view.state;
  // Cells and single objects are copied as the view does it.
  if (selection.empty || !event.clipboardData || !selection.$from.parent.isTextblock) return false;
  const copied = copiedBlocks(view.state);
  event.preventDefault();
  event.clipboardData.clearData();
  event.clipboardData.setData("text/plain", plainTextOf(copied));
  event.clipboardData.setData("text/html", htmlOf(copied));
  return true;
}

/** The blocks as HTML that other programs show well and that we read back exactly. */
export function htmlOf(copied: Copied): string {
  const holder = document.createElement("div");
  holder.dataset.origin = origin;
  holder.dataset.copied = JSON.stringify(copied.blocks.map((block) => block.toJSON()));
  holder.dataset.startsInside = String(copied.startsInside);
  holder.dataset.endsInside = String(copied.endsInside);
  copied.blocks.forEach((block, i) => {
    holder.append(
      block.isTextblock ? paragraphOf(block, i === 0 && copied.startsInside) : serializer.serializeNode(block),
    );
  });
  return holder.outerHTML;
}

function paragraphOf(block: Node, isPart: boolean): HTMLElement {
  const element = document.createElement("p");
  element.className = { call: "Call", resolutionNumber: "ResNo", resolutionTitle: "Restitle" }[block.type.name] ?? "";
  if (!isPart && block.attrs.label) element.append(block.attrs.label + block.attrs.separator);
  element.append(serializer.serializeFragment(block.content));
  return element;
}

/** Reads what is on the clipboard; null when it holds no text. */
export function readClipboard(html: string, text: string, view: EditorView): Copied | null {
  return readOwn(html) ?? readForeign(html ? sourceOfHtml(html) : sourceOfText(text), view);
}

function readOwn(html: string): Copied | null {
  if (!html.includes("data-copied")) return null;
  const holder = new DOMParser().parseFromString(html, "text/html").querySelector<HTMLElement>("[data-copied]");
  try {
    const blocks = (JSON.parse(holder?.dataset.copied ?? "null") as object[]).map((json) => schema.nodeFromJSON(json));
    for (const block of blocks) block.check();
    const own = holder?.dataset.origin === origin;
    return {
      blocks: own ? blocks : blocks.map(withoutIdentity),
      startsInside: holder?.dataset.startsInside === "true",
      endsInside: holder?.dataset.endsInside === "true",
    };
  } catch {
    // Another version's clipboard, or a page that imitates ours: it is read like any other HTML.
    return null;
  }
}

function readForeign(source: SourceDocument, view: EditorView): Copied | null {
  if (source.blocks.length === 0) return null;
  const read = recognise(source, { language: view.state.doc.attrs.language });
  if (!read.ok) return null;
  const blocks: Node[] = [];
  modelToDoc(read.value).descendants((node) => {
    const whole = node.isTextblock || node.type.name === "table";
    if (whole) blocks.push(withoutIdentity(node));
    return !whole;
  });
  return { blocks, startsInside: false, endsInside: false };
}

function sourceOfText(text: string): SourceDocument {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== "");
  return {
    origin: "text",
    blocks: lines.map((line) => ({ kind: "paragraph", inlines: [{ kind: "text", text: line }] })),
    notes: [],
  };
}

/** A block that comes from elsewhere: it is new here. */
function withoutIdentity(node: Node): Node {
  if (node.isText || node.isInline) return node;
  const attrs = {
    ...node.attrs,
    ...("id" in node.attrs ? { id: "" } : {}),
    ...("slice" in node.attrs ? { slice: null } : {}),
  };
  const children = Array.from({ length: node.childCount }, (_, i) => withoutIdentity(node.child(i)));
  return node.type.create(attrs, children, node.marks);
}
