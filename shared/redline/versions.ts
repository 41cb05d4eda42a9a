/**
 * Two language versions of one resolution laid beside each other. Words of two languages cannot be compared, so the
 * rows pair by structure alone: head lines by kind, sections by their part and order, items by their place in the list
 * and its level, annexes by order. The bases decide, because both versions start from one adopted text; what a draft
 * adds stands behind what it follows. Of each pair both statuses are told, and whether they say the same.
 */
import type { Block } from "../schema/blocks";
import type { Provision, Redline, Status } from "./redline-types";

export interface VersionRow {
  /** Unique in the table; says the place in the structure, not in a language. */
  key: string;
  one: Provision | null;
  other: Provision | null;
  /** Whether both versions do the same to it. */
  agrees: boolean;
}

interface Keyed {
  key: string;
  provision: Provision;
}

/** Lays two versions beside each other, in the order of the first with what only the second has in its place. */
export function compareVersions(one: Redline, other: Redline): VersionRow[] {
  const left = keyed(one);
  const right = keyed(other);
  const there = new Map(right.map((each) => [each.key, each.provision]));
  const here = new Set(left.map(({ key }) => key));
  // What only the second version has, by what it follows there.
  const extra = new Map<string, Keyed[]>();
  let previous = "";
  for (const each of right) {
    if (here.has(each.key)) previous = each.key;
    else extra.set(previous, [...(extra.get(previous) ?? []), each]);
  }
  const onlyThere = (key: string) =>
    (extra.get(key) ?? []).map(({ key: own, provision }) => rowOf(own, null, provision));
  return [
    ...onlyThere(""),
    ...left.flatMap(({ key, provision }) => [rowOf(key, provision, there.get(key) ?? null), ...onlyThere(key)]),
  ];
}

/** What a version does to a provision; a change of looks alone is a matter of its language. */
export function effectOf(provision: Provision | null): Status | "absent" {
  if (!provision) return "absent";
  const { status } = provision;
  return status === "formatted" || status === "frame" ? "unchanged" : status;
}

function rowOf(key: string, one: Provision | null, other: Provision | null): VersionRow {
  return { key, one, other, agrees: effectOf(one) === effectOf(other) };
}

/** The provisions of a redline with their places in the structure. */
function keyed({ provisions }: Redline): Keyed[] {
  const base = keysOf(provisions.flatMap(({ before }) => before ?? []));
  let anchor = "start";
  let added = 0;
  const rows: Keyed[] = [];
  for (const provision of provisions) {
    const { before } = provision;
    if (before) {
      anchor = base.get(before)!;
      added = 0;
      rows.push({ key: anchor, provision });
    } else if (provision.status !== "frame") {
      added++;
      rows.push({ key: `${anchor} +${added}`, provision });
    }
  }
  return rows;
}

/** Names every block of a base by its place: `0/preamble 2/3.1` is the first sub-item of the third item. */
function keysOf(blocks: readonly Block[]): Map<Block, string> {
  const keys = new Map<Block, string>();
  const ordered = [...blocks].sort((a, b) => a.pos - b.pos);
  const counts = new Map<string, number>();
  const next = (name: string) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count;
  };
  let section = "";
  let counters: number[] = [];
  let annex = 0;
  for (const block of ordered) {
    const { node, containers, part, proposal, cell } = block;
    const { name } = node.type;
    const inAnnex = containers.includes("annex");
    if (name === "annexNumber" || (name === "annexTitle" && annex === 0)) annex++;
    const where = `${proposal}${inAnnex ? `/annex ${annex}` : ""}`;
    if (name === "call") {
      section = `${where}/${part} ${next(`${where} ${part}`)}`;
      counters = [];
      keys.set(block, section);
    } else if (cell) {
      const place = `${where}/table ${cell.table}.${cell.row}.${cell.cell}`;
      keys.set(block, `${place}.${next(place)}`);
    } else if (containers.at(-1) === "section") {
      const level = Math.max(Number(node.attrs.level), 1);
      counters = counters.slice(0, level);
      while (counters.length < level) counters.push(0);
      counters[level - 1]!++;
      keys.set(block, `${section}/${counters.join(".")}`);
    } else {
      keys.set(block, `${where}/${name} ${next(`${where} ${name}`)}`);
    }
  }
  return keys;
}
