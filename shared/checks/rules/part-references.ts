/**
 * References to annexes, appendices, numbered sections and footnotes follow them: when the part that the base named got
 * another number, the new one is offered; when it is suppressed, or a reference written anew names a part of this
 * resolution that is not there, the reference is reported.
 */
import type { Node } from "prosemirror-model";
import type { Provision, Redline } from "../../redline/redline-types";
import { fold } from "../../resolution/fold";
import type { PartKind } from "../../resolution/languages/drafting";
import { numberOfPart, type PartReference, partReferencesIn } from "../../resolution/part-references";
import type { Block } from "../../schema/blocks";
import { textOf } from "../block-text";
import { isFromBase } from "../from-base";
import { perBlock } from "../per-block";
import type { DocumentRule, Report, Words } from "../rule";

const referencesIn = perBlock((text, { data }) => partReferencesIn(text, data.language));

export const partReferences: DocumentRule = {
  id: "partReferences",
  scope: "document",
  reads: [referencesIn],
  strength: "warning",
  source: "References follow what they name.",
  check({ blocks, redline }, words) {
    const history = historyOf(blocks, redline, words);
    return blocks.flatMap((block) => {
      if (!block.containers.includes("resolution") || isHeading(block.node)) return [];
      const all = referencesIn(block.node, words);
      return all.flatMap((reference) => {
        const annex = annexNamedWith(reference, all);
        return reference.numbers.flatMap((named) => {
          const report = reportOf(block, reference, named);
          const provision = history.provisions.get(block.node.attrs.id);
          return provision && hasBefore(provision) && isFromBase(provision, named)
            ? followReference(report, provision, annex, history, words)
            : danglingReference(report, block, annex, history);
        });
      });
    });
  },
};

/** The parts that a text has now and those that it had, with the provisions that lead from these to those. */
interface History {
  now: Parts;
  before: Parts;
  /** By the id of the block as it is now, and as it was. */
  provisions: Map<string, Provision>;
  former: Map<string, Provision>;
}

function historyOf(blocks: readonly Block[], redline: Redline | null, words: Words): History {
  const all = redline?.provisions ?? [];
  const stood = all.filter(hasBefore).sort((a, b) => a.before.pos - b.before.pos);
  const oldBlocks = stood.map(({ before }) => before);
  return {
    now: partsOf(blocks, words),
    before: partsOf(oldBlocks, words),
    provisions: new Map(all.flatMap((each) => (each.after ? [[each.after.node.attrs.id as string, each]] : []))),
    former: new Map(stood.map((each) => [each.before.node.attrs.id as string, each])),
  };
}

/** A reference of the base: the part that it named there is looked up, and where that part is now. */
function followReference(
  report: ReferenceReport,
  provision: Provision & { before: Block },
  annex: Named | null,
  history: History,
  words: Words,
): Report[] {
  const { kind, proposal, number } = report.named;
  const own = history.before.annexes.get(provision.before.node.attrs.id) ?? "";
  // The annex may have its new number already, while the section still has the old one.
  const holder = annex && (isFromBase(provision, annex) ? annex.number : formerNumber(annex.number));
  const id = find(history.before.parts, keyOf(kind, number, proposal, holder ?? own), holder !== null);
  const target = history.former.get(id ?? "");
  return target ? followed(target, report, words) : [];

  function formerNumber(current: string): string {
    const heading = history.now.parts.get(keyOf("annex", current, proposal, ""));
    const before = history.provisions.get(heading ?? "")?.before;
    return (before && numberIn("annex", before, words)) || current;
  }
}

/** A reference written anew names a part that is there; a text without any such part speaks of another one. */
function danglingReference(report: ReferenceReport, block: Block, annex: Named | null, { now }: History): Report[] {
  const { kind, proposal, number } = report.named;
  if (!now.kinds.has(kind)) return [];
  const holder = annex?.number ?? now.annexes.get(block.node.attrs.id) ?? "";
  const found = find(now.parts, keyOf(kind, number, proposal, holder), annex !== null);
  return found === undefined ? [{ ...report.at, case: "dangling" }] : [];
}

function hasBefore(provision: Provision): provision is Provision & { before: Block } {
  return provision.before !== null;
}

/** Parts by name, as ids of the blocks that are their headings, and the number of the annex that each block stands in. */
interface Parts {
  parts: Map<string, string>;
  annexes: Map<string, string>;
  kinds: Set<PartKind>;
}

function partsOf(blocks: readonly Block[], words: Words): Parts {
  const parts = new Map<string, string>();
  const annexes = new Map<string, string>();
  const kinds = new Set<PartKind>();
  let annex = "";
  for (const block of blocks) {
    const id = block.node.attrs.id as string;
    if (!block.containers.includes("annex")) annex = "";
    for (const kind of ["annex", "appendix", "section", "note"] as const) {
      const number = numberIn(kind, block, words);
      if (!number) continue;
      if (kind === "annex" || kind === "appendix") annex = number;
      parts.set(keyOf(kind, number, block.proposal, annex), id);
      kinds.add(kind);
      break;
    }
    annexes.set(id, annex);
  }
  return { parts, annexes, kinds };
}

/** The annex that a reference to a section names with it, `section 2.1 of Annex 1`. */
function annexNamedWith({ kind, from, to }: PartReference, all: readonly PartReference[]): Named | null {
  if (kind !== "section") return null;
  const near = all.find((each) => {
    const gap = each.from >= to ? each.from - to : from - each.to;
    return (each.kind === "annex" || each.kind === "appendix") && gap >= 0 && gap <= nearby;
  });
  return near?.numbers.length === 1 ? near.numbers[0]! : null;
}

/** A section is looked for in the annex at hand; where none is named, in the one that has it. */
function find(parts: ReadonlyMap<string, string>, key: string, isExact: boolean): string | undefined {
  const found = parts.get(key);
  if (found !== undefined || isExact) return found;
  const [proposal, kind, , number] = key.split(" ");
  const others = [...parts].filter(([other]) => {
    const [theirs, same, , its] = other.split(" ");
    return theirs === proposal && same === kind && its === number;
  });
  // Of two parts of one number, nobody can say which is meant.
  return others.length === 1 ? others[0]![1] : undefined;
}

/** How far from a section its annex may be named. */
const nearby = 16;

type Named = PartReference["numbers"][number];

function followed(target: Provision, { at, named }: ReferenceReport, words: Words): Report[] {
  const number = target.after && numberIn(named.kind, target.after, words);
  if (!number) return [{ ...at, case: "suppressed" }];
  if (fold(number) === fold(named.number)) return [];
  const fix = [{ kind: "text" as const, block: at.block, from: at.from, to: at.to, text: number }];
  return [{ ...at, case: "changed", values: { ...at.values, number }, fix }];
}

/** The number of the part that a block is the heading of; null when it is none of that kind. */
function numberIn(kind: PartKind, { node, containers }: Block, { data }: Words): string | null {
  const { name } = node.type;
  const label = String(node.attrs.label).trim();
  if (kind === "note") return name === "footnote" && label !== "" ? label : null;
  if (kind !== "section") return name === "annexNumber" ? numberOfPart(kind, textOf(node), data.language) : null;
  const number = label.replace(/[.)]$/u, "");
  // An item of a call is no section; one of a numbered body is.
  if (name === "item") return !containers.includes("section") && /^\p{Nd}/u.test(number) ? number : null;
  return name === "heading" ? number || numberOfPart("section", textOf(node), data.language) : null;
}

function isHeading({ type }: Node): boolean {
  return type.name === "annexNumber" || type.name === "heading";
}

/** Notes are numbered through the document, sections in their annex, everything else in its resolution. */
function keyOf(kind: PartKind, number: string, proposal: number, annex: string): string {
  const holder = kind === "section" ? fold(annex) : "";
  return `${kind === "note" ? "" : proposal} ${kind} ${holder.replaceAll(" ", "_")} ${fold(number).replaceAll(" ", "_")}`;
}

/** What a reference names, and what is reported of it. */
interface ReferenceReport {
  named: { kind: PartKind; proposal: number; number: string };
  at: Report;
}

function reportOf({ node, proposal }: Block, { kind, from, to }: PartReference, named: Named): ReferenceReport {
  const values = { reference: textOf(node).slice(from, to), old: named.number };
  return {
    named: { kind, proposal, number: named.number },
    at: { block: node.attrs.id, from: named.from, to: named.to, values },
  };
}
