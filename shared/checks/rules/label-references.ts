/**
 * References to items follow their items: when the item that a reference names got another label, the new label is
 * offered; when it is gone, or no item carries the label, the reference is reported. What the drafter wrote anew is
 * read in the current text, what the base already said is read in the base.
 */

import type { Language } from "../../model/document";
import type { Provision, Redline } from "../../redline/redline-types";
import { fold } from "../../resolution/fold";
import { withoutLookAlikes } from "../../resolution/labels";
import { citedCall, type LabelReference, labelReferencesIn, type NamedLabel } from "../../resolution/references";
import type { Block } from "../../schema/blocks";
import { textOf } from "../block-text";
import { isFromBase } from "../from-base";
import { perBlock } from "../per-block";
import type { DocumentRule, Report } from "../rule";

const referencesIn = perBlock((text, { data }) => labelReferencesIn(text, data.language));

export const labelReferences: DocumentRule = {
  id: "labelReferences",
  scope: "document",
  reads: [referencesIn],
  strength: "warning",
  source: "Form of references in the published texts.",
  check({ blocks, redline }, words) {
    const citing = blocks.filter(
      (block) => block.containers.includes("resolution") && referencesIn(block.node, words).length > 0,
    );
    if (citing.length === 0) return [];
    const { language } = words.data;
    const now = itemsOf(blocks, language);
    const before = redline && itemsBefore(redline, language);
    const byBlock = new Map(
      redline?.provisions.map((provision) => [provision.after?.node.attrs.id as string, provision]),
    );
    return citing.flatMap((block) =>
      referencesIn(block.node, words).flatMap((reference) =>
        reference.labels.flatMap((named): Report[] => {
          const provision = byBlock.get(block.node.attrs.id);
          const old = before && provision && isFromBase(provision, named) ? before : null;
          return old
            ? followed(block, reference, named, old, provision!.before!, language)
            : dangling(block, reference, named, now);
        }),
      ),
    );
  },
};

/** The items of sections: by proposal, call and label. */
type Items<T> = Map<number, Map<string, Map<string, T>>>;

function followed(
  block: Block,
  reference: LabelReference,
  named: NamedLabel,
  items: Items<Provision>,
  base: Block,
  language: Language,
): Report[] {
  const section = sectionOf(reference, items.get(base.proposal));
  const target = section?.get(placeOf(named));
  if (!target) return [];
  const report = reportOf(block, reference, named);
  if (!target.after) return [{ ...report, case: "suppressed" }];
  const [stood, stands] = [callOf(target.before!, language), callOf(target.after, language)];
  const label = target.labelAfter.trim();
  if (stood !== stands) {
    const values = { ...report.values, place: target.after.path.join(" ") };
    const alone = reference.labels.length === 1 && named.parent === "" && target.after.path.length === 2;
    // Of several items named together each may have gone elsewhere: that takes another sentence.
    if (!alone || label === "") return [{ ...report, case: "moved", values }];
    const call = citedCall(target.after.path[0] ?? "", language);
    const verbEnd = reference.verbAt + spelt(reference, stood);
    const edit = { kind: "text" as const, block: block.node.attrs.id as string };
    const fix = [
      { ...edit, from: reference.verbAt, to: verbEnd, text: call },
      { ...edit, from: named.from, to: named.to, text: label },
    ];
    return [{ ...report, case: "moved", values, fix }];
  }
  if (label === "" || keyOf(label) === keyOf(named.label)) return [];
  const { from, to } = named;
  return [
    {
      ...report,
      case: "changed",
      values: { ...report.values, label },
      fix: [{ kind: "text", block: block.node.attrs.id, from, to, text: label }],
    },
  ];
}

/** How many characters of the text are the call, or its verb where the reference spells no more. */
function spelt({ call, verb }: LabelReference, name: string): number {
  if (!fold(call).startsWith(name)) return verb.length;
  let length = verb.length;
  while (length < call.length && !fold(call.slice(0, length)).startsWith(name)) length++;
  return length;
}

function dangling(block: Block, reference: LabelReference, named: NamedLabel, items: Items<Block>): Report[] {
  const section = sectionOf(reference, items.get(block.proposal));
  if (!section || section.has(placeOf(named))) return [];
  return [{ ...reportOf(block, reference, named), case: "dangling" }];
}

function reportOf(
  block: Block,
  { from, to }: LabelReference,
  named: NamedLabel,
): Report & { values: Record<string, string> } {
  const reference = textOf(block.node).slice(from, to);
  return { block: block.node.attrs.id, from: named.from, to: named.to, values: { reference, old: named.label } };
}

/** The section whose call the reference spells out; with a verb alone, the only one of that verb. */
function sectionOf<T>(
  { call, verb }: LabelReference,
  sections: Map<string, Map<string, T>> | undefined,
): Map<string, T> | null {
  if (!sections) return null;
  const cited = fold(call);
  const calls = [...sections.keys()];
  const spelt = calls.filter((name) => cited.startsWith(name) && name.length > fold(verb).length);
  const longest = spelt.sort((a, b) => b.length - a.length)[0];
  if (longest !== undefined) return sections.get(longest)!;
  const sameVerb = calls.filter((name) => name === fold(verb) || name.startsWith(`${fold(verb)} `));
  const exact = sameVerb.filter((name) => name === fold(verb));
  const only = exact.length === 1 ? exact[0] : sameVerb.length === 1 ? sameVerb[0] : undefined;
  return only === undefined ? null : sections.get(only)!;
}

function itemsBefore({ provisions }: Redline, language: Language): Items<Provision> {
  const items: Items<Provision> = new Map();
  for (const provision of provisions) if (provision.before) put(items, provision.before, provision, language);
  return items;
}

function itemsOf(blocks: readonly Block[], language: Language): Items<Block> {
  const items: Items<Block> = new Map();
  for (const block of blocks) put(items, block, block, language);
  return items;
}

function put<T>(items: Items<T>, block: Block, value: T, language: Language): void {
  const { node, path, containers, proposal } = block;
  if (containers.at(-1) !== "section" || containers.includes("annex") || !path[0]) return;
  const call = callOf(block, language);
  const sections = items.get(proposal) ?? new Map<string, Map<string, T>>();
  items.set(proposal, sections);
  const labels = sections.get(call) ?? new Map<string, T>();
  sections.set(call, labels);
  if (node.type.name === "item" && node.attrs.label) labels.set(path.slice(1).map(keyOf).join("/"), value);
}

function callOf({ path }: Block, language: Language): string {
  return fold(citedCall(path[0] ?? "", language));
}

/** Label by label from the call down, as the items are kept. */
function placeOf({ parent, label }: NamedLabel): string {
  return parent === "" ? keyOf(label) : `${keyOf(parent)}/${keyOf(label)}`;
}

function keyOf(label: string): string {
  return withoutLookAlikes(fold(label).replace(/\s/gu, ""));
}
