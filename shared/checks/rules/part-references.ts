/**
 * References to annexes, appendices, numbered sections and footnotes follow them: when the part that the base named got
 * another number, the new one is offered; when it is suppressed, or a reference written anew names a part of this
 * resolution that is not there, the reference is reported.
 */
import type { Node } from "prosemirror-model";
import type { Provision } from "../../redline/redline-types";
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
    const now = partsOf(blocks, words);
    const kinds = new Set([...now.parts.keys()].map((name) => name.split(" ")[1]));
    const provisions = new Map<string, Provision>();
    for (const provision of redline?.provisions ?? []) {
      if (provision.after) provisions.set(provision.after.node.attrs.id, provision);
    }
    const stood = (redline?.provisions ?? []).filter(hasBefore).sort((a, b) => a.before.pos - b.before.pos);
    const before = partsOf(
      stood.map((provision) => provision.before),
      words,
    );
    const provisionOf = new Map(stood.map((provision) => [provision.before.node.attrs.id as string, provision]));
    return blocks.flatMap((block) => {
      const { containers, node, proposal } = block;
      if (!containers.includes("resolution") || isHeading(node)) return [];
      const provision = provisions.get(node.attrs.id);
      const all = referencesIn(node, words);
      return all.flatMap((reference) =>
        reference.numbers.flatMap((named): Report[] => {
          const report = reportOf(block, reference, named);
          const annex = annexNamedWith(reference, all);
          if (provision?.before && isFromBase(provision, named)) {
            const own = before.annexes.get(provision.before.node.attrs.id) ?? "";
            // The annex may have its new number already, while the section still has the old one.
            const holder = annex && (isFromBase(provision, annex) ? annex.number : formerNumber(annex.number));
            const key = keyOf(reference.kind, named.number, proposal, holder ?? own);
            const target = provisionOf.get(find(before.parts, key, holder !== null) ?? "");
            return target ? followed(target, reference.kind, report, words) : [];
          }
          // A text without any such part speaks of another one.
          if (!kinds.has(reference.kind)) return [];
          const key = keyOf(
            reference.kind,
            named.number,
            proposal,
            annex?.number ?? now.annexes.get(node.attrs.id) ?? "",
          );
          return find(now.parts, key, annex !== null) ? [] : [{ ...report, case: "dangling" }];
        }),
      );

      function formerNumber(number: string): string {
        const id = now.parts.get(keyOf("annex", number, proposal, ""));
        const target = id === undefined ? undefined : provisions.get(id);
        return (target?.before && numberIn("annex", target.before, words)) || number;
      }
    });
  },
};

function hasBefore(provision: Provision): provision is Provision & { before: Block } {
  return provision.before !== null;
}

/** Parts by name, as ids of the blocks that are their headings, and the number of the annex that each block stands in. */
interface Parts {
  parts: Map<string, string>;
  annexes: Map<string, string>;
}

function partsOf(blocks: readonly Block[], words: Words): Parts {
  const parts = new Map<string, string>();
  const annexes = new Map<string, string>();
  let annex = "";
  for (const block of blocks) {
    const id = block.node.attrs.id as string;
    if (!block.containers.includes("annex")) annex = "";
    for (const kind of ["annex", "appendix", "section", "note"] as const) {
      const number = numberIn(kind, block, words);
      if (!number) continue;
      if (kind === "annex" || kind === "appendix") annex = number;
      parts.set(keyOf(kind, number, block.proposal, annex), id);
      break;
    }
    annexes.set(id, annex);
  }
  return { parts, annexes };
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

function followed(target: Provision, kind: PartKind, report: ReturnType<typeof reportOf>, words: Words): Report[] {
  const number = target.after && numberIn(kind, target.after, words);
  if (!number) return [{ ...report, case: "suppressed" }];
  if (fold(number) === fold(report.values.old)) return [];
  const { block, from, to } = report;
  const fix = [{ kind: "text" as const, block, from, to, text: number }];
  return [{ ...report, case: "changed", values: { ...report.values, number }, fix }];
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

function reportOf({ node }: Block, { from, to }: PartReference, named: Named) {
  const values: { reference: string; old: string } = { reference: textOf(node).slice(from, to), old: named.number };
  return { block: node.attrs.id as string, from: named.from, to: named.to, values };
}
