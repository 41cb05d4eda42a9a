/**
 * Divides the blocks of a document into zones (front matter, head of a resolution, section, annex,
 * reasons, notes) and each zone into units (a text block, or a table with its rows and cells). Two
 * documents are aligned zone by zone and unit by unit, so a call never meets an item of another
 * section and a table row is compared with a row. Zones and units keep the reading order.
 */
import type { Node } from "prosemirror-model";
import { type Block, contentText } from "../schema/blocks";
import type { Member } from "./sequence";
import { type Bag, bagOf } from "./similarity";

export type ZoneKind = "front" | "body" | "head" | "section" | "annex" | "reasons" | "notes";

export interface Unit extends Member {
  kind: "block" | "table";
  /** The node of the block, of a table that of its first one. */
  node: Node;
  /** Name of the node type for a block. */
  type: string;
  label: string;
  level: number;
  /** Indices into the document's blocks, `from` inclusive, `to` exclusive. */
  from: number;
  to: number;
}

export interface Zone extends Member {
  kind: ZoneKind;
  /** Index of the proposal it stands in, or -1. */
  proposal: number;
  /** The text of the shelf that this proposal is about, or empty. */
  baseId: string;
  units: Unit[];
}

export interface Row extends Member {
  cells: { from: number; to: number }[];
}

const texts = new WeakMap<Node, { text: string; bag: Bag | null }>();

/** The content text of a block, read once per node. */
export function textOfBlock(node: Node): string {
  return entryOf(node).text;
}

/** The words of a block's content, counted once per node. */
export function bagOfBlock(node: Node): Bag {
  const entry = entryOf(node);
  entry.bag ??= bagOf(entry.text);
  return entry.bag;
}

function entryOf(node: Node): { text: string; bag: Bag | null } {
  let entry = texts.get(node);
  if (!entry) {
    entry = { text: contentText(node), bag: null };
    texts.set(node, entry);
  }
  return entry;
}

/** True when a document has a proposal, so that what stands beside it is front matter. */
export function hasProposal(blocks: readonly Block[]): boolean {
  return blocks.some((block) => block.proposal >= 0);
}

/** Lists the zones of a document's blocks; `framed` says whether blocks beside proposals are front matter. */
export function zonesOf(blocks: readonly Block[], framed: boolean): Zone[] {
  const zones: Zone[] = [];
  let containers: string[] = [];
  let shared = false;
  for (let index = 0; index < blocks.length; ) {
    const block = blocks[index]!;
    const here = outsideTables(block);
    if (index === 0 || startsZone(block, here, containers, shared)) {
      const kind = zoneKind(here, framed);
      const { proposal, baseId } = block;
      zones.push({ kind, proposal, baseId, units: [], key: "", slight: false, bag: noWords });
    }
    containers = here;
    shared = block.cell === null;
    const unit = block.cell ? tableUnit(blocks, index) : blockUnit(block, index);
    zones[zones.length - 1]!.units.push(unit);
    index = unit.to;
  }
  for (const zone of zones) nameZone(zone, blocks);
  return zones;
}

/** What a unit says and how it is scored depends on this alone: the node of a block, the text of a table. */
export function identityOf({ kind, node, key }: Unit): Node | string {
  return kind === "block" ? node : key;
}

/** True when two lists hold the very same blocks, and tables of the same text. */
export function isSameList(one: readonly (Node | string)[], units: readonly Unit[]): boolean {
  return one.length === units.length && one.every((identity, at) => identity === identityOf(units[at]!));
}

/** Lists the rows of a table unit with the blocks of their cells. */
export function rowsOf(blocks: readonly Block[], unit: Unit): Row[] {
  const rows: Row[] = [];
  let row = -1;
  let cell = -1;
  let table = -1;
  for (let index = unit.from; index < unit.to; index++) {
    const place = blocks[index]!.cell!;
    const current = rows[rows.length - 1];
    if (!current || place.row !== row || place.table !== table) {
      rows.push({ key: "", slight: false, bag: noWords, cells: [{ from: index, to: index + 1 }] });
    } else if (place.cell !== cell) current.cells.push({ from: index, to: index + 1 });
    else current.cells[current.cells.length - 1]!.to = index + 1;
    ({ row, cell, table } = place);
  }
  for (const entry of rows) {
    const text = entry.cells.map(({ from, to }) => joinTexts(blocks, from, to)).join("\u0001");
    Object.assign(entry, memberOf(text));
  }
  return rows;
}

/** Cells of a row as members of a sequence, for rows that gained or lost a column. */
export function cellsOf(blocks: readonly Block[], row: Row): (Member & { from: number; to: number })[] {
  return row.cells.map(({ from, to }) => {
    return { ...memberOf(joinTexts(blocks, from, to)), from, to };
  });
}

/** Signs under which a text alone does not identify a block. */
const slightBelow = 6;
const emptyBag = bagOf("");
const noWords = () => emptyBag;

/** Words are counted when they are first asked for: most members find their equal without. */
function memberOf(key: string): Member {
  let bag: Bag | null = null;
  return {
    key,
    slight: key.length < slightBelow,
    bag: () => {
      bag ??= bagOf(key);
      return bag;
    },
  };
}

function outsideTables(block: Block): string[] {
  if (!block.cell) return block.containers;
  return block.containers.slice(0, block.containers.indexOf("table"));
}

/** Blocks of one container share the very array of names; of a block in a table only the names are known. */
function startsZone(block: Block, here: string[], previous: string[], previousIsShared: boolean): boolean {
  if (here === previous) return false;
  if (block.cell) return here.join() !== previous.join();
  return block.node.type.name === "call" || here.join() !== previous.join() || previousIsShared;
}

function zoneKind(containers: readonly string[], framed: boolean): ZoneKind {
  switch (containers[containers.length - 1]) {
    case "section":
    case "annex":
    case "reasons":
      return containers[containers.length - 1] as ZoneKind;
    case "resolution":
      return "head";
    case "footnotes":
      return "notes";
    case "proposal":
      return "body";
    default:
      return framed ? "front" : "body";
  }
}

/** A text block as a unit. */
export function blockUnit(block: Block, index: number): Unit {
  const { node } = block;
  const text = textOfBlock(node);
  return {
    kind: "block",
    node,
    type: node.type.name,
    label: node.attrs.label,
    level: node.attrs.level,
    from: index,
    to: index + 1,
    key: text,
    bag: () => bagOfBlock(node),
    slight: text.length < slightBelow,
  };
}

function tableUnit(blocks: readonly Block[], from: number): Unit {
  // A table ends where its outermost index changes or the cells end.
  const { node, containers } = blocks[from]!;
  const depth = containers.indexOf("table");
  const { table } = blocks[from]!.cell!;
  let to = from + 1;
  while (to < blocks.length && blocks[to]!.cell && blocks[to]!.containers.indexOf("table") === depth) {
    const cell = blocks[to]!.cell!;
    const nested = blocks[to]!.containers.lastIndexOf("table") > depth;
    if (cell.table !== table && !nested) break;
    to++;
  }
  const member = memberOf(`\u0002${joinTexts(blocks, from, to)}`);
  return { ...member, kind: "table", node, type: "table", label: "", level: 0, from, to, slight: false };
}

function joinTexts(blocks: readonly Block[], from: number, to: number): string {
  let text = "";
  for (let index = from; index < to; index++) text += `${textOfBlock(blocks[index]!.node)}\u0003`;
  return text;
}

function nameZone(zone: Zone, blocks: readonly Block[]): void {
  const naming = namingUnit(zone, blocks);
  const name = naming?.kind === "block" ? textOfBlock(blocks[naming.from]!.node).trim() : "";
  zone.key = `${zone.kind}\u0001${name}`;
  zone.bag = memberOf(name).bag;
}

/** A section is named by its call, an annex by its title: its number changes when another annex comes or goes. */
function namingUnit({ kind, units }: Zone, blocks: readonly Block[]): Unit | undefined {
  if (kind === "section") return units[0];
  if (kind !== "annex") return undefined;
  return units.find(({ type, from }) => type !== "annexNumber" && blocks[from]!.node.attrs.role !== "annexReference");
}
