/**
 * Many drafts of one base to one compilation: every draft is compared with the base, what the drafts do to a
 * provision becomes the options of its row, what they add between two provisions becomes rows of its own.
 * Proposals that say the same are merged; additions at one place that are much alike are alternatives.
 * The order of the drafts decides the order of the columns, never what agrees with what.
 */
import type { Node } from "prosemirror-model";
import { blocksOf } from "../schema/blocks";
import { agreementOf, proposalKey } from "./agreement";
import type {
  ComparedProposal,
  Compilation,
  CompiledOption,
  CompiledRow,
  CompiledSource,
  Proposal,
} from "./compilation-types";
import { redline } from "./redline";
import { isChange, type Provision, type Redline } from "./redline-types";
import { similarity } from "./similarity";
import { bagOfBlock } from "./zones";

/** From this share of common words on, two additions at one place are two wordings of one. */
const alikeAsAlternatives = 0.5;

/** Compiles drafts of one base. */
export function compile(base: Node, proposals: readonly Proposal[]): Compilation {
  const blocks = blocksOf(base);
  const compared = proposals.map((proposal) => ({
    ...proposal,
    redline: proposal.redline ?? redline(base, proposal.current),
  }));
  const rank = new Map(proposals.map(({ source }, index) => [source, index]));
  // What is merged with what must not depend on the order in which the drafts were given.
  const canonical = [...compared].sort((a, b) => (a.source < b.source ? -1 : 1));
  const rows: CompiledRow[] = blocks.map((block, index) => ({
    key: `b${index + 1}`,
    place: index,
    base: block,
    options: [],
    agreement: "none",
  }));
  const added = new Map<number, CompiledRow[]>();
  const placeOfBase = new Map(blocks.map(({ pos }, index) => [pos, index]));
  for (const { source, redline: its } of canonical) compileOne(source, its);

  const all = [added.get(-1) ?? [], ...rows.map((row, index) => [row, ...(added.get(index) ?? [])])].flat();
  for (const row of all) {
    for (const option of row.options) option.sources.sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
    row.options.sort((a, b) => (rank.get(a.sources[0] ?? "") ?? 0) - (rank.get(b.sources[0] ?? "") ?? 0));
    row.agreement = agreementOf(row.options);
  }
  return {
    language: base.attrs.language,
    sources: compared.map(sourceOf),
    rows: all,
    base: blocks,
    document: base,
    drafts: canonical,
  };

  function compileOne(source: string, its: Redline): void {
    let place = -1;
    for (const [index, { provision, side }] of its.placements.entries()) {
      const at = provision.before && side !== "after" ? placeOfBase.get(provision.before.pos) : undefined;
      if (at !== undefined) {
        place = at;
      }
      if (provision.status === "unchanged" || (provision.moved && side === "before")) continue;
      const option = { sources: [source], owner: source, provision, order: new Map([[source, index]]), place };
      if (provision.before) propose(rows[placeOfBase.get(provision.before.pos) ?? -1], option);
      else proposeAddition(option);
    }
  }

  /** Puts an addition into the row of the same addition, or of an alternative, or into one of its own. */
  function proposeAddition(option: CompiledOption): void {
    const { place, provision } = option;
    const here = added.get(place) ?? [];
    added.set(place, here);
    const key = proposalKey(provision, place);
    const isOpen = (row: CompiledRow) => !row.options.some(({ sources }) => sources.includes(option.sources[0] ?? ""));
    const same = (row: CompiledRow) => row.options.some((other) => proposalKey(other.provision, place) === key);
    const alike = (row: CompiledRow) =>
      row.options.some((other) => isAlternative(other.provision, provision)) && provision.status !== "frame";
    let row = here.find((each) => isOpen(each) && same(each)) ?? here.find((each) => isOpen(each) && alike(each));
    if (!row) {
      row = { key: `g${place + 1}-${here.length + 1}`, place, base: null, options: [], agreement: "none" };
      here.push(row);
    }
    propose(row, option);
  }
}

function propose(row: CompiledRow | undefined, option: CompiledOption): void {
  if (!row) return;
  const key = proposalKey(option.provision, option.place);
  const twin = row.options.find((other) => proposalKey(other.provision, other.place) === key);
  if (!twin) {
    row.options.push(option);
    return;
  }
  twin.sources.push(...option.sources);
  for (const [source, index] of option.order) twin.order.set(source, index);
}

function isAlternative({ after: one }: Provision, { after: other }: Provision): boolean {
  if (!one || !other || one.node.type !== other.node.type) return false;
  return similarity(bagOfBlock(one.node), bagOfBlock(other.node)) >= alikeAsAlternatives;
}

function sourceOf({ source, current, redline: its }: ComparedProposal): CompiledSource {
  let identifier = "";
  let typed = "";
  current.forEach(({ type, attrs }) => {
    if (type.name !== "proposal") return;
    identifier ||= attrs.identifier;
    typed ||= attrs.marker;
  });
  return {
    source,
    marker: typed || its.marker,
    identifier,
    counts: its.counts,
    changed: its.provisions.filter(({ status }) => isChange(status)).length,
  };
}
