/**
 * The flat view of a document: its text blocks in reading order, each with its place. The redline,
 * every writer and the proof work on this view, because paragraphs, not containers, are what Word,
 * the reader and the base text share.
 */
import type { Node } from "prosemirror-model";
import { isUnorderedSign } from "../model/unordered-step";
import { leafText } from "./schema";

/** The table cell that holds a block: indices are 0-based, in order of appearance. */
export interface CellPlace {
  table: number;
  row: number;
  cell: number;
  rowId: string;
}

export interface Block {
  /** The text block node, with `attrs.id`, `attrs.label`, `attrs.separator`… */
  node: Node;
  /** Position before the node in the document. Valid for this document only. */
  pos: number;
  /** Names of the containers around it, outermost first (`proposal`, `resolution`, `section`…). */
  containers: string[];
  /**
   * The call of its section, the labels above it, its own label: where a person would look for it. An item of a list
   * without order stands there by its sign and its number in the list, `–2` (see `model/unordered-step`).
   */
  path: string[];
  /** `preamble` or `operative` inside a section, else empty. */
  part: string;
  cell: CellPlace | null;
  /** Index of the proposal it stands in, or -1. */
  proposal: number;
  /** The text of a shelf that this proposal is about, or that it is; empty where there is no shelf. */
  baseId: string;
}

/** The text of a block as it is read: label, separator, text. */
export function blockText(node: Node): string {
  return node.attrs.label + node.attrs.separator + contentText(node);
}

/** The text of a block without its label. */
export function contentText(node: Node): string {
  const only = node.childCount === 1 ? node.firstChild!.text : undefined;
  return only ?? node.textBetween(0, node.content.size, undefined, leafText);
}

/** A document never changes, and redline, writers and proof ask for the blocks of the same one again and again. */
const known = new WeakMap<Node, readonly Block[]>();

/** Lists the text blocks of a document in reading order. */
export function blocksOf(doc: Node): readonly Block[] {
  const before = known.get(doc);
  if (before) return before;
  const blocks = listBlocks(doc);
  known.set(doc, blocks);
  return blocks;
}

/** Lists the text blocks of a document that stand in no note. */
export function bodyBlocksOf(doc: Node): Block[] {
  return blocksOf(doc).filter(({ containers }) => !containers.includes("footnotes"));
}

/** The text blocks of a document's notes, by the name that references to a note carry. */
export function noteBlocksOf(doc: Node): Map<string, Block[]> {
  const notes = new Map<string, Block[]>();
  for (const block of blocksOf(doc)) {
    if (!block.containers.includes("footnotes")) continue;
    const { note } = block.node.attrs;
    const known = notes.get(note);
    if (known) known.push(block);
    else notes.set(note, [block]);
  }
  return notes;
}

/** The text blocks of a document by the slice of the file that they were read from; those of no file are left out. */
export function blocksBySlice(doc: Node): Map<string, Node> {
  return new Map(blocksOf(doc).flatMap(({ node }) => (node.attrs.slice === null ? [] : [[node.attrs.slice, node]])));
}

function listBlocks(doc: Node): Block[] {
  const blocks: Block[] = [];
  const place = { table: -1, tables: -1, row: 0, cell: 0, rowId: "", proposal: -1, proposals: -1, baseId: "" };
  walk(doc, 0, [], [], "");
  return blocks;

  function walk(parent: Node, start: number, containers: string[], path: string[], part: string): void {
    // Labels of the open list levels, by level, so that a sub-item knows its item.
    let open: string[] = [];
    /** How many items without order are counted at each level. */
    let counted: number[] = [];
    parent.forEach((node, offset) => {
      const pos = start + offset;
      if (node.isTextblock) {
        const level: number = node.attrs.level;
        open = open.slice(0, Math.max(level - 1, 0));
        while (open.length < level - 1) open.push("");
        const name = node.type.name === "call" ? contentText(node).trim() : nameOf(node, level);
        if (node.type.name === "item") open.push(name);
        blocks.push({
          node,
          pos,
          containers,
          path: node.type.name === "item" ? [...path, ...open.filter(Boolean)] : [...path, name].filter(Boolean),
          part,
          cell: place.table < 0 ? null : { table: place.table, row: place.row, cell: place.cell, rowId: place.rowId },
          proposal: place.proposal,
          baseId: place.baseId,
        });
        return;
      }
      walkContainer(node, pos, [...containers, node.type.name], path, part);
    });

    function nameOf({ type, attrs }: Node, level: number): string {
      if (type.name !== "item") return attrs.label;
      const isOrdered = !isUnorderedSign(attrs.label.trim());
      counted = counted.slice(0, level + 1);
      counted[level] = isOrdered ? 0 : (counted[level] ?? 0) + 1;
      return isOrdered ? attrs.label : attrs.label.trim() + counted[level];
    }
  }

  function walkContainer(node: Node, pos: number, containers: string[], path: string[], part: string): void {
    const name = node.type.name;
    const outer = { ...place };
    if (name === "proposal") Object.assign(place, { proposal: ++place.proposals, baseId: node.attrs.baseId });
    if (name === "table") {
      place.table = ++place.tables;
      place.row = -1;
    }
    if (name === "table_row") {
      place.row++;
      place.rowId = node.attrs.id;
      place.cell = -1;
    }
    if (name === "table_cell" || name === "table_header") place.cell++;
    const call = name === "section" ? [contentText(node.child(0)).trim()] : [];
    // The call's own path is the call once, not twice.
    if (name === "section") {
      walkSection(node, pos, containers, path, call, node.attrs.part);
    } else {
      walk(node, pos + 1, containers, path, part);
    }
    if (name === "proposal") Object.assign(place, { proposal: outer.proposal, baseId: outer.baseId });
    if (name === "table") {
      // A nested table must not disturb the place of the cell around it.
      Object.assign(place, { table: outer.table, row: outer.row, cell: outer.cell, rowId: outer.rowId });
    }
  }

  function walkSection(
    node: Node,
    pos: number,
    containers: string[],
    path: string[],
    call: string[],
    part: string,
  ): void {
    const first = node.child(0);
    blocks.push({
      node: first,
      pos: pos + 1,
      containers,
      path: [...path, ...call],
      part,
      cell: null,
      proposal: place.proposal,
      baseId: place.baseId,
    });
    walk(node.cut(first.nodeSize), pos + 1 + first.nodeSize, containers, [...path, ...call], part);
  }
}

/** Position before the block with an id, or null. */
export function positionOfBlock(doc: Node, id: string): number | null {
  let found: number | null = null;
  doc.descendants((node, pos) => {
    if (found !== null) return false;
    if (node.isTextblock && node.attrs.id === id) found = pos;
    return !node.isTextblock;
  });
  return found;
}

/** How each block is cited, by its id: its call, its label and those above it. Of two texts the later one speaks. */
export function pathsOf(...documents: readonly Node[]): Map<string, readonly string[]> {
  return new Map(documents.flatMap((doc) => blocksOf(doc)).map(({ node, path }) => [node.attrs.id as string, path]));
}
