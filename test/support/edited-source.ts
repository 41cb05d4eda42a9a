/**
 * A pair of texts as a Word file and an edit of it: the base written clean is the file, and the current text is told
 * which of its blocks were read from which paragraph, as an editor would have kept it.
 */
import type { Node } from "prosemirror-model";
import { exportDocx } from "../../shared/docx/export-docx";
import { adoptIds } from "../../shared/draft/adopt-ids";
import { openBase } from "../../shared/draft/open";
import { redline } from "../../shared/redline/redline";

export interface EditedSource {
  source: Uint8Array;
  base: Node;
  current: Node;
}

/** Writes the base into a template and edits what is read back. */
export function editedSource(base: Node, current: Node, template: Uint8Array): EditedSource {
  const written = exportDocx({
    base,
    current: base,
    redline: redline(base, base),
    mode: "clean",
    author: "A",
    date: "2026-11-22T09:00:00Z",
    template,
  });
  if (!written.ok) throw new Error(written.error.code);
  const opened = openBase(written.value, "base.docx", { language: base.attrs.language });
  if (!opened.ok) throw new Error(opened.error.code);
  const own = opened.value.doc;
  return { source: written.value, base: own, current: asEdited(own, current) };
}

/** A text as an edit of what was read from a file: its blocks stand where those of the base of the same ids do. */
export function asEdited(own: Node, current: Node): Node {
  return withSlices(adoptIds(own, current, redline(own, current)), own);
}

/** The text with the places in the file that the blocks of the base of the same ids have. */
function withSlices(doc: Node, base: Node): Node {
  const slices = new Map<string, string | null>();
  const notes = new Map<string, string>();
  base.descendants((node) => {
    if (node.attrs.id) slices.set(`${node.type.name === "table_row" ? "row " : ""}${node.attrs.id}`, node.attrs.slice);
    if (node.type.name === "footnote") notes.set(node.attrs.id, node.attrs.note);
    return !node.isTextblock;
  });
  const renamed = new Map<string, string>();
  doc.descendants((node) => {
    const note = node.type.name === "footnote" ? notes.get(node.attrs.id) : undefined;
    if (note !== undefined) renamed.set(node.attrs.note, note);
    return !node.isTextblock;
  });
  const edit = (node: Node): Node => {
    if (node.isText) return node;
    const attrs = { ...node.attrs };
    if ("note" in attrs) attrs.note = renamed.get(attrs.note) ?? attrs.note;
    if ("slice" in attrs && node.type.name !== "proposal") {
      attrs.slice = slices.get(`${node.type.name === "table_row" ? "row " : ""}${attrs.id}`) ?? null;
    }
    return node.type.create(attrs, node.children.map(edit), node.marks);
  };
  return edit(doc);
}
