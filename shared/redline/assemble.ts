/**
 * The blocks that decisions leave, in order, to a document: containers are opened and closed around them as
 * the texts they come from have them. A call opens a section and takes what follows it; a section whose call
 * went leaves what remains to the one above. Whatever is mixed, no block is lost and the schema holds.
 */
import { Fragment, type Node } from "prosemirror-model";
import type { Compilation } from "./compilation-types";
import { type ChainOf, containersOf, type Link } from "./containers";
import { type Decide, type Placed, placedAfter, type Rewrite } from "./decide";

export interface AssembleOptions {
  decide: Decide;
  /** The draft whose wording is taken where several say the same. */
  prefer?: string | undefined;
  /** The draft whose frame the text carries: marker, identifier, source. */
  frame?: string | undefined;
  rewrite?: Rewrite;
}

/** The text that decisions on a compilation make. */
export function assemble(compilation: Compilation, { decide, frame, prefer = frame, rewrite }: AssembleOptions): Node {
  const placed = placedAfter(compilation, { decide, prefer, rewrite });
  const framed = compilation.drafts.find(({ source }) => source === frame);
  const root = new Open("", framed?.current ?? compilation.document);
  const isNote = ({ node }: Placed) => node.type.name === "footnote";
  // Notes stand last, wherever what was added beside them came from.
  fold(root, [...placed.filter((one) => !isNote(one)), ...placed.filter(isNote)], containersOf(compilation, frame));
  return root.close() as Node;
}

class Open {
  readonly children: (Open | Node)[] = [];

  constructor(
    readonly key: string,
    readonly node: Node,
  ) {}

  /** The container as a node; null when nothing is in it. */
  close(): Node | null {
    const children = this.children.map((child) => (child instanceof Open ? child.close() : child));
    const content = inSchemaOrder(
      this.node,
      children.filter((child) => child !== null),
    );
    if (content.length === 0 && this.key !== "") return null;
    const { type, attrs, marks } = this.node;
    const closed = type.create(attrs, content, marks);
    return type.name === "table" ? padded(closed) : closed;
  }
}

function fold(root: Open, placed: readonly Placed[], chainOf: ChainOf): void {
  const opened = new Map<string, Open>();
  let stack: Open[] = [root];
  for (const { node, from, source } of placed) {
    const next = [root];
    for (const link of chainOf(source, from)) {
      const parent = next.at(-1) as Open;
      const open = stack[next.length];
      const child = open && stack[next.length - 1] === parent && continues(open, link, node, opened) ? open : null;
      const container = child ?? openIn(parent, link, node);
      if (container) next.push(container);
    }
    (next.at(-1) as Open).children.push(node);
    stack = next;
  }

  function openIn(parent: Open, link: Link, node: Node): Open | null {
    const type = link.node.type.name;
    const known = opened.get(link.key);
    if (type === "section" && node.type.name !== "call" && link.node.firstChild?.type.name === "call") {
      // Its call is not in this text: the block joins the section above, or stands in the container itself.
      const last = parent.children.at(-1);
      return last instanceof Open && last.node.type === link.node.type ? last : null;
    }
    if (known && parent.children.includes(known) && type !== "section") return known;
    const container = new Open(link.key, link.node);
    parent.children.push(container);
    opened.set(link.key, container);
    return container;
  }
}

/** Whether a block goes on in an open container, rather than in one that begins with it. */
function continues(open: Open, link: Link, node: Node, opened: ReadonlyMap<string, Open>): boolean {
  const type = link.node.type.name;
  if (open.node.type !== link.node.type) return false;
  if (type === "section") return node.type.name !== "call";
  return open.key === link.key || (type === "annex" && opened.has(link.key));
}

/** The children in an order that the container's content allows; only texts that were mixed need another. */
function inSchemaOrder({ type }: Node, children: readonly Node[]): readonly Node[] {
  if (type.validContent(Fragment.from(children))) return children;
  switch (type.name) {
    case "doc": {
      // A text of which nothing is left, or nothing but notes, is an empty proposal, as the root asks for.
      const isEmpty = children.every((child) => child.type.name === "footnotes");
      return gatheredLast("footnotes", isEmpty ? [type.schema.node("proposal"), ...children] : children);
    }
    case "proposal":
      return gatheredLast("reasons", children);
    case "resolution":
      return headsSectionsAnnexes(children);
    default:
      return children;
  }
}

/** What several containers of one type hold, in one behind all others. */
function gatheredLast(name: string, children: readonly Node[]): Node[] {
  const found = children.filter(({ type }) => type.name === name);
  const others = children.filter(({ type }) => type.name !== name);
  const [container] = found;
  return container ? [...others, container.copy(Fragment.from(found.flatMap((each) => each.children)))] : others;
}

/** The parts of a resolution in their order; a loose block joins the section above it. */
function headsSectionsAnnexes(children: readonly Node[]): Node[] {
  const first = children.findIndex(({ type }) => type.name === "section" || type.name === "annex");
  const heads = children.filter(({ type }, index) => index < first || type.isInGroup("head"));
  const sections: Node[] = [];
  for (const child of children.slice(Math.max(first, 0))) {
    const above = sections.at(-1);
    if (child.type.name === "section") sections.push(child);
    else if (!child.isTextblock && child.type.name !== "table") continue;
    else if (!child.type.isInGroup("head")) {
      if (above) sections[sections.length - 1] = above.copy(above.content.addToEnd(child));
      else heads.push(child);
    }
  }
  return [...heads, ...sections, ...children.filter(({ type }) => type.name === "annex")];
}

/** A table of which rows were mixed gets the cells that they lack. */
function padded(table: Node): Node {
  const widths: number[] = table.children.map(() => 0);
  for (const [index, row] of table.children.entries()) {
    for (const { attrs } of row.children) {
      const last = Math.min(index + attrs.rowspan, widths.length);
      for (let at = index; at < last; at++) widths[at] = (widths[at] as number) + attrs.colspan;
    }
  }
  const width = Math.max(...widths);
  if (widths.every((each) => each === width)) return table;
  const { table_cell: cell, paragraph } = table.type.schema.nodes;
  const rows = table.children.map((row, index) => {
    const missing = width - (widths[index] as number);
    const empty = Array.from({ length: missing }, () => cell?.create(null, paragraph?.create()) as Node);
    return row.copy(row.content.append(Fragment.from(empty)));
  });
  return table.copy(Fragment.from(rows));
}
