/**
 * Gives the blocks of a current text the ids of the base blocks that the redline paired them with, so that
 * two files that were read apart become one draft. The redline itself never looks at ids; editing does.
 * Every id of the result stands there once.
 */
import type { Node } from "prosemirror-model";
import type { Redline } from "../redline/redline-types";

const aligned: ReadonlySet<string> = new Set(["table", "table_row"]);

/** The current text with the base's ids; what is new gets `n1`, `n2`… */
export function adoptIds(base: Node, current: Node, redline: Redline): Node {
  const tableOfRow = rowTables(base);
  const blockIds = new Map<Node, string>();
  const rowIds = new Map<string, string>();
  for (const { before, after } of redline.provisions) {
    if (!before || !after) continue;
    blockIds.set(after.node, before.node.attrs.id);
    if (before.cell && after.cell && !rowIds.has(after.cell.rowId)) rowIds.set(after.cell.rowId, before.cell.rowId);
  }
  const taken = new Set<string>();
  // New ids must not meet one that the base still has, for a suppressed provision may come back.
  base.descendants((node) => {
    if (node.attrs.id) taken.add(node.attrs.id);
  });
  const given = new Set<string>();
  let serial = 0;
  return adopt(current);

  /** Text blocks, tables and rows are what is aligned; a container keeps what it has. */
  function adopt(node: Node): Node {
    if (node.isText || node.isInline) return node;
    const content = node.isTextblock ? node.content : node.children.map(adopt);
    if (!node.isTextblock && !aligned.has(node.type.name)) return node.type.create(node.attrs, content, node.marks);
    return node.type.create({ ...node.attrs, id: unique(adoptedId(node)) }, content, node.marks);
  }

  function adoptedId(node: Node): string | undefined {
    if (node.isTextblock) return blockIds.get(node);
    const row = node.type.name === "table" ? node.firstChild?.attrs.id : node.attrs.id;
    const paired = rowIds.get(row);
    return node.type.name === "table" ? paired && tableOfRow.get(paired) : paired;
  }

  function unique(id: string | undefined): string {
    let free = id;
    while (!free || given.has(free)) free = nextFree();
    given.add(free);
    return free;
  }

  function nextFree(): string {
    do serial++;
    while (taken.has(`n${serial}`));
    return `n${serial}`;
  }
}

function rowTables(base: Node): Map<string, string> {
  const tables = new Map<string, string>();
  base.descendants((node) => {
    if (node.type.name === "table") node.forEach((row) => tables.set(row.attrs.id, node.attrs.id));
  });
  return tables;
}
