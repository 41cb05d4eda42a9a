/**
 * Adds to the changes that somebody chose those which cannot be settled without them. A note and what refers to it
 * come and go together, and so do the cells of a row that came or went. What is taken into a section that is new or
 * moved takes its call along, and what is brought back into one that went or moved brings the call back. With these
 * added, settling the changes one after the other gives the same texts as settling all of them at once.
 */
import type { Fragment, Node } from "prosemirror-model";
import type { Redline } from "../redline/redline-types";
import type { Block } from "../schema/blocks";
import { type ChangeEntry, changesIn } from "./change-list";

interface Texts {
  base: Node;
  current: Node;
  redline: Redline;
}

/** Tells which changes are settled where some are chosen. */
export function settledTogether(
  texts: Texts,
  how: "accept" | "reject",
  isChosen: (change: ChangeEntry) => boolean,
): (change: ChangeEntry) => boolean {
  const changes = texts.redline.provisions.flatMap((provision) => changesIn(provision, null));
  const needs = new Map<string, Set<string>>();
  const need = (name: string, other: string) => needs.set(name, (needs.get(name) ?? new Set()).add(other));
  tieNotes(changes, need);
  tieContainers(texts, how, changes, need);
  const settled = new Set<string>();
  const waiting = changes.filter(isChosen).map(nameOf);
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (settled.has(name)) continue;
    settled.add(name);
    waiting.push(...(needs.get(name) ?? []));
  }
  return (change) => settled.has(nameOf(change));
}

/** Names a change of a redline. */
export function nameOf({ provision, kind, segment }: ChangeEntry): string {
  return `${provision.id} ${kind} ${segment}`;
}

type Tie = (name: string, other: string) => void;

/** A note that came or went needs the changes in which its references do. */
function tieNotes(changes: readonly ChangeEntry[], need: Tie): void {
  const notes = new Map<string, string>();
  for (const change of changes) {
    const { before, after } = change.provision;
    const block = isWhole(change) ? (after ?? before) : null;
    if (block?.node.type.name === "footnote")
      notes.set(`${after ? "came" : "went"} ${block.node.attrs.note}`, nameOf(change));
  }
  if (notes.size === 0) return;
  for (const change of changes) {
    for (const reference of referencesIn(change)) {
      const note = notes.get(reference);
      if (note !== undefined) need(note, nameOf(change));
    }
  }
}

/** Cells need the others of their row; what goes into a section needs the call that opens it. */
function tieContainers(texts: Texts, how: "accept" | "reject", changes: readonly ChangeEntry[], need: Tie): void {
  const rows = new Map<Node, string[]>();
  const calls = new Map<Node, string>();
  for (const change of changes.filter((each) => isWhole(each) || each.kind === "moved")) {
    const { before, after } = change.provision;
    const row = isWhole(change)
      ? around(after ? texts.current : texts.base, (after ?? before) as Block, "table_row")
      : null;
    if (row) rows.set(row, [...(rows.get(row) ?? []), nameOf(change)]);
    // Only a call that came, or moved there, must be first when changes are accepted; one that went when they are rejected.
    const call = how === "accept" ? after : before;
    const section = call?.node.type.name === "call" && sectionOf(how === "accept" ? texts.current : texts.base, call);
    if (section) calls.set(section, nameOf(change));
  }
  for (const [row, names] of rows) {
    if (names.length < blocksIn(row)) continue;
    for (const [index, name] of names.entries()) need(name, names[(index + 1) % names.length] as string);
  }
  if (calls.size === 0) return;
  for (const change of changes) {
    const { before, after } = change.provision;
    const goes = how === "accept" ? after : before;
    if (!goes || !(isWhole(change) || change.kind === "moved")) continue;
    const call = calls.get(sectionOf(how === "accept" ? texts.current : texts.base, goes) as Node);
    if (call !== undefined) need(nameOf(change), call);
  }
}

function isWhole({ kind }: ChangeEntry): boolean {
  return kind === "added" || kind === "suppressed";
}

function sectionOf(doc: Node, block: Block): Node | null {
  return around(doc, block, "section");
}

function around(doc: Node, { pos }: Block, type: string): Node | null {
  const $pos = doc.resolve(pos);
  for (let depth = $pos.depth; depth > 0; depth--) if ($pos.node(depth).type.name === type) return $pos.node(depth);
  return null;
}

function blocksIn(container: Node): number {
  let count = 0;
  container.descendants((node) => {
    if (node.isTextblock) count++;
    return !node.isTextblock;
  });
  return count;
}

/** The notes to which a change adds a reference, and those from which it takes one. */
function referencesIn({ provision, segment, lastSegment }: ChangeEntry): string[] {
  const { before, after, segments } = provision;
  if (!before || !after) {
    return after ? notesIn("came", after.node.content) : before ? notesIn("went", before.node.content) : [];
  }
  const [first, last] = [segments[segment], segments[lastSegment]];
  if (!first || !last) return [];
  return [
    ...notesIn("came", after.node.content.cut(first.fromB, last.toB)),
    ...notesIn("went", before.node.content.cut(first.fromA, last.toA)),
  ];
}

function notesIn(how: "came" | "went", content: Fragment): string[] {
  const notes: string[] = [];
  content.forEach((node) => {
    if (node.type.name === "footnoteReference") notes.push(`${how} ${node.attrs.note}`);
  });
  return notes;
}
