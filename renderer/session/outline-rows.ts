/**
 * Turns a redline into the rows of the outline: heads, calls, items, annexes, tables, reasons and notes in
 * merged order, each with its status; of the front matter only what names a part of it. A section's status
 * sums up everything under it: one status when all of it agrees, MOD as soon as words differ somewhere.
 */

import type { Node } from "prosemirror-model";
import { isChange, type Provision, type Redline, type Status } from "../../shared/redline/redline-types";
import type { Block, CellPlace } from "../../shared/schema/blocks";
import { leafText } from "../../shared/schema/schema";

export type OutlineKind =
  | "proposal"
  | "head"
  | "call"
  | "item"
  | "heading"
  | "annex"
  | "reasons"
  | "footnote"
  | "table"
  | "tableRow"
  | "front";

export interface OutlineRow {
  key: string;
  kind: OutlineKind;
  /** 1 = outermost, as `aria-level` counts. */
  depth: number;
  label: string;
  text: string;
  status: Status;
  moved: boolean;
  /** What to go to. */
  provision: Provision;
  /** Preamble or operative part, for a call. */
  part: string;
  /** Index of the next row that is not below this one. */
  end: number;
  hasChildren: boolean;
}

const excerptLength = 160;

/** What a proposal of the current text is called. */
export interface ProposalName {
  marker: string;
  identifier: string;
}

/** Lists the outline's rows; with several proposals, what each holds stands below a row of its own. */
export function outlineRows(redline: Redline, proposals: readonly ProposalName[] = []): OutlineRow[] {
  const rows: OutlineRow[] = [];
  const statuses: Status[][] = [];
  // Rows that are open, outermost first: what follows may stand below them.
  let open: number[] = [];
  let table = "";
  const nested = proposals.length > 1;
  let last = -1;

  const kindAt = (place: number, provision: Provision, block: Block): OutlineKind | null => {
    if (!block.cell) {
      table = "";
      return kindOf(block, rows, open);
    }
    // A table is named by its first paragraph with text, unless a heading names it.
    if (excerptOf(block.node) === "") return null;
    const key = tableOf(provision, block.cell);
    const begins = key !== table && lastRole(rows, open) === null;
    table = key;
    return begins ? "table" : rowKind(block, redline.provisions[place - 1], redline.provisions[place + 1]);
  };

  for (const [place, provision] of redline.provisions.entries()) {
    const block = blockOf(provision);
    if (!block) continue;
    const proposal = provision.after?.proposal ?? last;
    const name = proposals[proposal];
    if (nested && name && proposal !== last) {
      const empty = { part: "", end: 0, hasChildren: false, moved: false, status: provision.status };
      const words = { label: name.marker, text: name.identifier };
      rows.push({ key: `proposal ${proposal}`, kind: "proposal", depth: 1, ...words, provision, ...empty });
      statuses.push([]);
      open = [rows.length - 1];
    }
    last = proposal;
    const kind = kindAt(place, provision, block);
    if (kind === null) {
      for (const index of open) statuses[index]?.push(provision.status);
      continue;
    }
    const below = nested && proposal >= 0 && kind !== "footnote" ? 1 : 0;
    const depth = depthOf(kind, block.node.attrs.level, block.containers) + below;
    open = open.filter((index) => (rows[index]?.depth ?? 0) < depth);
    rows.push({
      key: provision.id,
      kind,
      depth,
      label: provision.after ? provision.labelAfter : provision.labelBefore,
      text: excerptOf(block.node),
      status: provision.status,
      moved: provision.moved,
      provision,
      part: block.part,
      end: 0,
      hasChildren: false,
    });
    statuses.push([]);
    open.push(rows.length - 1);
    for (const index of open) statuses[index]?.push(provision.status);
  }

  closeRows(rows, statuses);
  return rows;
}

/** Says of each row where what stands below it ends, and sums up its status. */
function closeRows(rows: OutlineRow[], statuses: readonly Status[][]): void {
  // From the last row up: the next row that is not deeper is found by hopping over whole subtrees.
  for (let index = rows.length - 1; index >= 0; index--) {
    const row = rows[index] as OutlineRow;
    let next = index + 1;
    for (let below = rows[next]; below && below.depth > row.depth; below = rows[next]) next = below.end;
    row.end = next;
    row.hasChildren = next > index + 1;
    row.status = sumUp(statuses[index] ?? []);
  }
}

/** The rows that show when some are folded, or only what changed is wanted. */
export function visibleRows(
  rows: readonly OutlineRow[],
  folded: ReadonlySet<string>,
  changedOnly: boolean,
): OutlineRow[] {
  const visible: OutlineRow[] = [];
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] as OutlineRow;
    if (changedOnly && !isChange(row.status)) continue;
    visible.push(row);
    if (folded.has(row.key)) index = row.end - 1;
  }
  return visible;
}

/** One status for many: agreement stays what it is, any difference in words is a modification. */
export function sumUp(statuses: readonly Status[]): Status {
  const counted = new Set(statuses.filter((status) => status !== "frame"));
  if (counted.size === 0) return "frame";
  if (counted.size === 1) return [...counted][0] as Status;
  const changes = [...counted].filter((status) => status !== "unchanged");
  const words = changes.some((status) => status === "added" || status === "modified" || status === "suppressed");
  if (words) return "modified";
  return changes.length === 1 ? (changes[0] as Status) : "modified";
}

function blockOf({ after, before }: Provision): Block | null {
  return after ?? before;
}

/** Which table of which text a cell stands in. */
function tableOf({ after }: Provision, { table }: CellPlace): string {
  return `${after ? "b" : "a"}${table}`;
}

const tableRoles = ["tableTitle", "tableNumber"];
const frontRoles = ["frontLabel", "documentTitle"];

/** The role of the table heading that what follows stands under, or null. */
function lastRole(rows: OutlineRow[], open: number[]): string | null {
  const last = rows[open[open.length - 1] ?? -1];
  const role = last && blockOf(last.provision)?.node.attrs.role;
  return tableRoles.includes(role) ? role : null;
}

function kindOf(block: Block, rows: OutlineRow[], open: number[]): OutlineKind | null {
  const type = block.node.type.name;
  const { role, label } = block.node.attrs;
  const { containers } = block;
  if (containers.includes("reasons")) return lastKind(rows, open) === "reasons" ? null : "reasons";
  if (type === "footnote") return "footnote";
  if (type === "call") return "call";
  if (type === "item") return containers.length > 0 || isCounted(label) ? "item" : null;
  if (type === "heading") return "heading";
  if (type === "annexNumber") return "annex";
  if (type === "annexTitle") return lastKind(rows, open) === "annex" ? null : "annex";
  if (type === "resolutionNumber" || type === "resolutionTitle") return "head";
  if (tableRoles.includes(role)) return "table";
  if (containers.includes("proposal") || block.node.content.size === 0) return null;
  return rows.length === 0 || frontRoles.includes(role) ? "front" : null;
}

/** A bullet says nothing about where one is; a letter or a number does. */
function isCounted(label: string): boolean {
  return /[\p{L}\p{N}]/u.test(label);
}

/** A row of a table is listed where its first cell is a text of its own: a resolution, or several paragraphs. */
function rowKind(block: Block, previous: Provision | undefined, next: Provision | undefined): OutlineKind | null {
  if (block.cell?.cell !== 0 || block.containers.includes("table_header")) return null;
  const sameRow = (other: Provision | undefined, sameCell: boolean) => {
    const cell = other && blockOf(other)?.cell;
    if (!cell || !block.cell || cell.table !== block.cell.table || cell.row !== block.cell.row) return false;
    return !sameCell || cell.cell === block.cell.cell;
  };
  if (sameRow(previous, false)) return null;
  return block.node.type.name === "resolutionNumber" || sameRow(next, true) ? "tableRow" : null;
}

function lastKind(rows: OutlineRow[], open: number[]): OutlineKind | null {
  const last = open[open.length - 1];
  return last === undefined ? null : (rows[last]?.kind ?? null);
}

function depthOf(kind: OutlineKind, level: number, containers: string[]): number {
  const inSection = containers.includes("section") ? 1 : 0;
  const inAnnex = containers.includes("annex") ? 1 : 0;
  switch (kind) {
    case "item":
      return Math.max(level, 1) + inSection + inAnnex;
    case "heading":
      return Math.max(level, 1) + inAnnex;
    case "table":
      return 1 + inSection + inAnnex;
    case "tableRow":
      return 2 + inSection + inAnnex;
    case "call":
      return 1 + inAnnex;
    default:
      return 1;
  }
}

/** A document shares its untouched nodes with its former self. */
const excerpts = new WeakMap<Node, string>();

function excerptOf(node: Node): string {
  let excerpt = excerpts.get(node);
  if (excerpt === undefined) {
    // The mark of a note stands in the text, not in its summary.
    const leaf = (inner: Node) => (inner.type.name === "footnoteReference" ? "" : leafText(inner));
    const line = node.textBetween(0, node.content.size, undefined, leaf).replace(/\s+/g, " ").trim();
    excerpt = line.length > excerptLength ? `${line.slice(0, excerptLength)}…` : line;
    excerpts.set(node, excerpt);
  }
  return excerpt;
}
