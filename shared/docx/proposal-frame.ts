/**
 * What ITU wants around and about the marks. Each proposal opens with a line of its marker and
 * identifier. Only a modification shows changes: a new text (ADD) is written clean, for a suppression
 * (SUP) or no change (NOC) the heading of the text is enough. Nothing of this frame is tracked.
 */
import type { Node } from "prosemirror-model";
import { deriveMarker } from "../redline/marker";
import type { Provision, Redline } from "../redline/redline-types";
import type { BodyItem, FrameLine } from "./body-writer";
import type { MergedItem, MergedParagraph } from "./merged-body";
import { proposalLook, sourceLook } from "./paragraph-look";

/** How the text of a proposal is written under its marker. */
export type MarkerForm = "tracked" | "clean" | "heading";

/** The form that a marker asks for: `(MOD)`, `ADD*` and the like included. */
export function markerForm(marker: string): MarkerForm {
  if (/ADD/.test(marker)) return "clean";
  return /SUP|NOC/.test(marker) ? "heading" : "tracked";
}

const headingTypes: ReadonlySet<string> = new Set(["resolutionNumber", "resolutionTitle"]);

/** Frames a merged body: opening lines added, text that is not to be marked settled. */
export function framed(items: readonly MergedItem[], current: Node, redline: Redline): BodyItem[] {
  const proposals = proposalsOf(current);
  const counterparts = counterpartsOf(redline);
  const markers = proposals.map(
    ({ attrs }, index) => attrs.marker || derived(index, proposals.length, redline, counterparts),
  );
  const body: BodyItem[] = [...sourceLine(current)];
  let opened = -1;
  for (const item of items) {
    const proposal = proposalOf(item, counterparts);
    const node = proposals[proposal];
    if (!node) {
      body.push(item);
      continue;
    }
    if (proposal > opened) {
      opened = proposal;
      body.push(...openingLine(markers[proposal]!, node.attrs.identifier));
    }
    const form = formOf(node.attrs.marker, markers[proposal]!);
    if (form === "tracked") body.push(item);
    else if (form === "clean") body.push(...settle(item, "after"));
    else if (isHeading(item)) body.push(...settle(item, "before"));
  }
  return body;
}

/** One document without marks, with the lines that its proposals open with. */
export function framedPlainly(items: readonly MergedItem[], doc: Node): BodyItem[] {
  const proposals = proposalsOf(doc);
  const body: BodyItem[] = [...sourceLine(doc)];
  let opened = -1;
  for (const item of items) {
    const proposal = proposalOf(item, new Map());
    const node = proposals[proposal];
    if (node && proposal > opened) {
      opened = proposal;
      body.push(...openingLine(node.attrs.marker, node.attrs.identifier));
    }
    body.push(...settle(item, "after"));
  }
  return body;
}

/** The lines of the frame that belong to no block. */
export function openingLine(marker: string, identifier: string): FrameLine[] {
  const text = [marker, identifier].filter(Boolean).join("\t");
  return text === "" ? [] : [{ kind: "line", look: proposalLook, text }];
}

function sourceLine(doc: Node): FrameLine[] {
  const first = proposalsOf(doc)[0];
  const source: string = first?.attrs.source ?? "";
  if (source === "") return [];
  let stands = false;
  doc.forEach((node) => {
    if (node.isTextblock && node.textContent === source) stands = true;
  });
  return stands ? [] : [{ kind: "line", look: sourceLook, text: source }];
}

function proposalsOf(doc: Node): Node[] {
  const proposals: Node[] = [];
  doc.forEach((node) => {
    if (node.type.name === "proposal") proposals.push(node);
  });
  return proposals;
}

/** Which proposal of the current text each proposal of the base became: the one that shares most with it. */
function counterpartsOf(redline: Redline): Map<number, number> {
  const votes = new Map<number, Map<number, number>>();
  for (const { before, after } of redline.provisions) {
    if (!before || !after || before.proposal < 0 || after.proposal < 0) continue;
    const counts = votes.get(before.proposal) ?? new Map<number, number>();
    counts.set(after.proposal, (counts.get(after.proposal) ?? 0) + 1);
    votes.set(before.proposal, counts);
  }
  return new Map([...votes].map(([proposal, counts]) => [proposal, [...counts].sort((a, b) => b[1] - a[1])[0]![0]]));
}

/** A text that merely happens to be unchanged is written whole; only who says NOC wants the heading alone. */
function formOf(typed: string, marker: string): MarkerForm {
  return typed === "" && marker === "NOC" ? "tracked" : markerForm(marker);
}

function derived(index: number, count: number, redline: Redline, counterparts: ReadonlyMap<number, number>): string {
  // Notes belong to no proposal, but a change in one is a change of the text.
  if (count === 1) return redline.marker;
  const own = redline.provisions.filter((provision) => provisionProposal(provision, counterparts) === index);
  return deriveMarker(own);
}

function provisionProposal({ before, after }: Provision, counterparts: ReadonlyMap<number, number>): number {
  if (after) return after.proposal;
  return counterparts.get(before!.proposal) ?? -1;
}

/** The proposal of the current text that an item stands in, or -1. */
function proposalOf(item: MergedItem, counterparts: ReadonlyMap<number, number>): number {
  const paragraph = firstParagraph(item);
  if (!paragraph) return -1;
  if (paragraph.after) return paragraph.after.proposal;
  return counterparts.get(paragraph.before!.proposal) ?? -1;
}

function firstParagraph(item: MergedItem): MergedParagraph | null {
  if (item.kind === "paragraph") return item;
  for (const row of item.rows) {
    for (const inner of row.cells.flatMap((cell) => cell.items)) {
      const found = firstParagraph(inner);
      if (found) return found;
    }
  }
  return null;
}

function isHeading(item: MergedItem): boolean {
  const block = firstParagraph(item)?.after ?? firstParagraph(item)?.before;
  return block ? headingTypes.has(block.node.type.name) || block.containers.includes("reasons") : false;
}

/** An item as one text has it, unmarked; nothing when it is not there. */
function settle(item: MergedItem, side: "before" | "after"): MergedItem[] {
  if (item.kind === "paragraph") {
    const block = item[side] ?? (side === "before" ? item.after : null);
    if (!block) return [];
    const size = block.node.content.size;
    const whole = { op: "=" as const, text: "", fromA: 0, toA: 0, fromB: 0, toB: size };
    return [{ ...item, presence: "frame", before: null, after: block, segments: size > 0 ? [whole] : [] }];
  }
  const rows = item.rows.flatMap((row) => {
    const cells = row.cells.map((cell) => ({ ...cell, items: cell.items.flatMap((inner) => settle(inner, side)) }));
    const there = row[side] ?? (side === "before" ? row.after : null);
    return there ? [{ ...row, presence: "frame" as const, before: null, after: there, cells }] : [];
  });
  return rows.length > 0 ? [{ kind: "table", presence: "frame", rows }] : [];
}
