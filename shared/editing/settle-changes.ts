/**
 * Accepting changes into the base and rejecting them, any number at once: both texts are put together anew
 * from the base and from the changes that stand. Accepting changes the base and leaves the current text;
 * rejecting the other way round. In bulk or one by one, the result is the same.
 */
import { Fragment, type Node } from "prosemirror-model";
import { assemble } from "../redline/assemble";
import type { CompiledRow } from "../redline/compilation-types";
import { compile } from "../redline/compile";
import { withNotesOfBase } from "../redline/lay-beside";
import type { Provision, Redline } from "../redline/redline-types";
import { type ChangeEntry, changesIn } from "./change-list";
import { followLabels } from "./follow-labels";
import type { LabelPolicy } from "./label-policy";
import { settledTogether } from "./settled-together";

export interface Settling {
  base: Node;
  current: Node;
  /** Of the two. */
  redline: Redline;
  policy: LabelPolicy;
}

const draft = "draft";

/** The base with the chosen changes in it. */
export function acceptChanges(settling: Settling, isChosen: (change: ChangeEntry) => boolean): Node {
  return withChanges(settling, settledTogether(settling, "accept", isChosen), undefined);
}

/** The current text without the chosen changes. */
export function rejectChanges(settling: Settling, isChosen: (change: ChangeEntry) => boolean): Node {
  const goes = settledTogether(settling, "reject", isChosen);
  return withEveryProposal(
    withChanges(settling, (change) => !goes(change), draft),
    settling.current,
  );
}

/** In a contribution every proposal stays in its place; one without a word is still one to suppress its text. */
function withEveryProposal(rejected: Node, current: Node): Node {
  if (!current.children.some(({ attrs }) => attrs.baseId)) return rejected;
  const isProposal = ({ type }: Node) => type.name === "proposal";
  const left = new Map(rejected.children.filter(isProposal).map((node) => [namesOf(node)[0], node]));
  const proposals = current.children.filter(isProposal).flatMap((node) => {
    const stays = namesOf(node).find((name) => left.has(name));
    if (stays !== undefined) return left.get(stays) as Node;
    return node.attrs.baseId && node.childCount === 0 ? node : [];
  });
  const children = rejected.children.flatMap((node) => (isProposal(node) ? (proposals.shift() ?? []) : node));
  const notes = children.at(-1)?.type.name === "footnotes" ? children.splice(-1) : [];
  return rejected.copy(Fragment.from([...children, ...proposals, ...notes]));
}

/** The text it names, or else its blocks: those of the current text keep their ids. */
function namesOf(proposal: Node): string[] {
  const { baseId } = proposal.attrs;
  if (baseId) return [baseId];
  const ids: string[] = [];
  proposal.descendants((node) => {
    if (node.isTextblock) ids.push(node.attrs.id);
    return !node.isTextblock;
  });
  return ids;
}

/** The base with the changes that stand; `frame` says whether it keeps the frame of the draft. */
function withChanges(
  { base, policy, ...texts }: Settling,
  stands: (change: ChangeEntry) => boolean,
  frame: string | undefined,
): Node {
  const proposal = withNotesOfBase(base, draft, texts.current, texts.redline);
  const { current, redline } = proposal;
  const originals = new Map(redline.provisions.map((provision, index) => [provision, texts.redline.provisions[index]]));
  const standing = new Map<Provision, ChangeEntry[] | "all">();
  let standAny = false;
  let standAll = true;
  let hasOnlyLabels = true;
  for (const provision of redline.provisions) {
    const all = changesIn(originals.get(provision) as Provision, null);
    const kept = all.filter(stands);
    standAny ||= kept.length > 0;
    standAll &&= kept.length === all.length;
    const settled = frame === undefined ? kept : all.filter((change) => !kept.includes(change));
    hasOnlyLabels &&= settled.every(({ kind }) => kind === "relabelled");
    if (provision.status === "frame" ? frame : all.length > 0 && kept.length === all.length)
      standing.set(provision, "all");
    else standing.set(provision, kept);
  }
  const provisionOf = ({ options }: CompiledRow) => options[0]?.provision;
  const made = assemble(compile(base, [proposal]), {
    decide(row) {
      const provision = provisionOf(row);
      const kept = provision && standing.get(provision);
      return kept === "all" || (kept ?? []).some(({ kind }) => kind === "moved") ? row.options : [];
    },
    rewrite(row) {
      const provision = provisionOf(row);
      const kept = provision && standing.get(provision);
      return provision && kept && kept !== "all" && kept.length > 0 ? withSome(provision, kept) : undefined;
    },
    // With every change in it, the base has the containers of the draft as well.
    prefer: standAny && standAll ? draft : frame,
    frame,
  });
  // Who settles labels alone means these labels: counted anew, they would be as before.
  return followLabels(made, base, [current], hasOnlyLabels ? null : policy);
}

/** A block of the base with some of the changes that its provision has. */
function withSome({ before, after, segments }: Provision, kept: readonly ChangeEntry[]): Node | undefined {
  if (!before || !after) return undefined;
  let content = before.node.content.cut(0, 0);
  let at = 0;
  for (const { segment, lastSegment } of kept) {
    const [first, last] = [segments[segment], segments[lastSegment]];
    if (!first || !last) continue;
    content = content
      .append(before.node.content.cut(at, first.fromA))
      .append(after.node.content.cut(first.fromB, last.toB));
    at = last.toA;
  }
  content = content.append(before.node.content.cut(at));
  const named = kept.some(({ kind }) => kind === "relabelled") ? after.node.attrs : before.node.attrs;
  const { label, separator, labelLocked } = named;
  // In the current text the block keeps its own name: editing goes on in it.
  const attrs = { ...before.node.attrs, id: after.node.attrs.id, label, separator, labelLocked };
  return before.node.type.create(attrs, content, before.node.marks);
}
