/**
 * The changes of a redline as a person counts them: a replaced word is one change, an added item is one,
 * a new label is one. Each says where it is, what stood there, what stands there now and who did it.
 */

import { isChange, type Provision, type Redline } from "../redline/redline-types";
import { contentText } from "../schema/blocks";
import { type AttributionState, attributionOf } from "./attribution";

export type ChangeKind =
  | "insertion"
  | "deletion"
  | "replacement"
  | "added"
  | "suppressed"
  | "relabelled"
  | "moved"
  | "formatted";

export interface ChangeEntry {
  kind: ChangeKind;
  provision: Provision;
  /** First and last index in the provision's segments, or -1 for a change of the provision as a whole. */
  segment: number;
  lastSegment: number;
  before: string;
  after: string;
  author: string;
  date: string;
}

/** Lists the changes in merged order; `redline` must be exact for the text that `attribution` follows. */
export function changesOf(redline: Redline, attribution: AttributionState | null, author = ""): ChangeEntry[] {
  return redline.provisions.flatMap((provision) => changesIn(provision, attribution, author));
}

/** Lists the changes of one provision: label first, then text, then place. */
export function changesIn(provision: Provision, attribution: AttributionState | null, author = ""): ChangeEntry[] {
  const { before, after, segments, status } = provision;
  if (!isChange(status)) return [];
  const entry = (kind: ChangeKind, from: number, to: number, texts: [string, string]): ChangeEntry => {
    const changed = from < 0 ? null : (segments.slice(from, to + 1).find((part) => part.op === "+") ?? segments[from]!);
    const by = attribution && attributionOf(attribution, provision, changed?.op === "=" ? null : changed);
    return {
      kind,
      provision,
      segment: from,
      lastSegment: to,
      before: texts[0],
      after: texts[1],
      author: by?.author ?? author,
      date: by?.date ?? "",
    };
  };
  if (!after) return [entry("suppressed", -1, -1, [contentText(before!.node), ""])];
  if (!before) return [entry("added", -1, -1, ["", contentText(after.node)])];
  const entries: ChangeEntry[] = [];
  if (provision.relabelled) entries.push(entry("relabelled", -1, -1, [provision.labelBefore, provision.labelAfter]));
  for (const { from, to } of changeGroups(provision)) {
    const part = segments.slice(from, to + 1);
    const side = (op: "-" | "+") =>
      part
        .filter((segment) => segment.op === op)
        .map(({ text }) => text)
        .join("");
    const texts: [string, string] = part[0]!.op === "=" ? [part[0]!.text, part[0]!.text] : [side("-"), side("+")];
    const kind =
      part[0]!.op === "="
        ? "formatted"
        : part.length > 1
          ? "replacement"
          : part[0]!.op === "+"
            ? "insertion"
            : "deletion";
    entries.push(entry(kind, from, to, texts));
  }
  if (provision.moved) entries.push(entry("moved", -1, -1, [before.path.join(" "), after.path.join(" ")]));
  else if (entries.length === 0) entries.push(entry("formatted", -1, -1, ["", ""]));
  return entries;
}

/** Runs of segments that are one change: a deletion with the insertion behind it, or a stretch of new formatting. */
export function changeGroups({ segments }: Provision): { from: number; to: number }[] {
  const groups: { from: number; to: number }[] = [];
  segments.forEach((segment, index) => {
    const last = groups[groups.length - 1];
    if (segment.op === "=") {
      if (segment.formatted) groups.push({ from: index, to: index });
    } else if (last && last.to === index - 1 && segments[last.to]!.op !== "=") last.to = index;
    else groups.push({ from: index, to: index });
  });
  return groups;
}
