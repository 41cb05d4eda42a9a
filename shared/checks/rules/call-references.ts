/**
 * References to whole sections follow their calls: when the call that a reference cites reads otherwise now, its new
 * words are offered; when the section is suppressed, or none has such a call, the reference is reported. As with items,
 * what the drafter wrote anew is read in the current text, what the base already said is read in the base.
 */
import type { Language } from "../../model/document";
import { type CallReference, callReferencesIn } from "../../resolution/call-references";
import { fold, startsWithWord } from "../../resolution/fold";
import { citedCall, citedVerb } from "../../resolution/references";
import type { Block } from "../../schema/blocks";
import { textOf } from "../block-text";
import { isFromBase } from "../from-base";
import { perBlock } from "../per-block";
import type { DocumentRule, Report } from "../rule";

const referencesIn = perBlock((text, { data }) => callReferencesIn(text, data.language));

export const callReferences: DocumentRule = {
  id: "callReferences",
  scope: "document",
  strength: "warning",
  source: "References follow what they name.",
  check({ blocks, redline }, words) {
    const { language } = words.data;
    const citing = blocks.filter(
      ({ node, containers }) =>
        containers.includes("resolution") && node.type.name !== "call" && referencesIn(node, words).length > 0,
    );
    if (citing.length === 0) return [];
    const now = callsOf(blocks, language);
    const stood = (redline?.provisions ?? []).flatMap(({ before }) => before ?? []);
    const before = callsOf(stood, language);
    const byBase = new Map(redline?.provisions.map((provision) => [provision.before?.node, provision]));
    const byBlock = new Map(redline?.provisions.map((each) => [each.after?.node.attrs.id as string, each]));
    return citing.flatMap((block) =>
      referencesIn(block.node, words).flatMap((reference): Report[] => {
        const provision = byBlock.get(block.node.attrs.id);
        if (!provision?.before || !isFromBase(provision, reference)) {
          const target = find(reference, now.get(block.proposal) ?? []);
          return target === "none" ? [{ ...reportOf(block, reference), case: "dangling" }] : [];
        }
        // What becomes of items is told by their own rule.
        if (reference.labelled) return [];
        const target = find(reference, before.get(provision.before.proposal) ?? []);
        if (typeof target !== "object") return [];
        const sections = now.get(block.proposal) ?? [];
        const { after } = byBase.get(target.block.node)!;
        const current = sections.find((section) => section.block.node === after?.node);
        return followed(target, current, block, reference, sections);
      }),
    );
  },
};

/** A section by its call, as a reference would cite it. */
interface Section {
  block: Block;
  call: string;
  verb: string;
  name: string;
}

function callsOf(blocks: readonly Block[], language: Language): Map<number, Section[]> {
  const found = new Map<number, Section[]>();
  for (const block of blocks) {
    if (block.node.type.name !== "call" || block.containers.includes("annex")) continue;
    const call = citedCall(textOf(block.node).trim(), language);
    const sections = found.get(block.proposal) ?? [];
    sections.push({ block, call, verb: citedVerb(call, language), name: fold(call) });
    found.set(block.proposal, sections);
  }
  return found;
}

/** The section that is cited: by its whole call, by the beginning of it, or by a verb that no other has. */
function find({ call, verb, everyday }: CallReference, sections: readonly Section[]): Section | "none" | "unknown" {
  const cited = fold(call).replace(/,$/u, "");
  const exact = sections.filter(({ name }) => name === cited);
  if (exact.length > 0) return exact.length === 1 ? exact[0]! : "unknown";
  const shorter = sections.filter(({ name }) => startsWithWord(cited, name));
  const longer = sections.filter(({ name }) => startsWithWord(name, cited));
  const near = longer.length > 0 ? longer : shorter;
  if (near.length > 0) return near.length === 1 ? near[0]! : "unknown";
  const isVerbKnown = sections.some(({ name }) => startsWithWord(name, fold(verb)));
  // A comma may begin another clause, and then the verb cites nothing.
  return isVerbKnown || everyday || call.includes(",") || sections.length === 0 ? "unknown" : "none";
}

function followed(
  old: Section,
  current: Section | undefined,
  block: Block,
  reference: CallReference,
  sections: readonly Section[],
): Report[] {
  const report = reportOf(block, reference);
  if (!current) return [{ ...report, case: "suppressed" }];
  if (old.name === current.name || startsWithWord(current.name, fold(reference.call))) return [];
  const { from, to, call, verb } = reference;
  // Who cited a call by its verb goes on to do so, as long as one section alone has the verb.
  const alone = sections.filter(({ name }) => startsWithWord(name, fold(current.verb))).length === 1;
  const text = call.length === verb.length && alone ? current.verb : current.call;
  const fix = [{ kind: "text" as const, block: block.node.attrs.id as string, from, to, text }];
  return [{ ...report, case: "changed", values: { ...report.values, call: text }, fix }];
}

function reportOf({ node }: Block, { call, from, to, start, end }: CallReference) {
  const reference = textOf(node).slice(start, end);
  return { block: node.attrs.id as string, from, to, values: { reference, old: call } as Record<string, string> };
}
