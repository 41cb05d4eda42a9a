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
import { perBlock } from "../per-block";
import type { DocumentRule, Report, Words } from "../rule";

const referencesIn = perBlock((text, { data }) => partReferencesIn(text, data.language));

export const partReferences: DocumentRule = {
  id: "partReferences",
  scope: "document",
  strength: "warning",
  source: "References follow what they name.",
  check({ blocks, redline }, words) {
    const now = new Set(blocks.flatMap((block) => nameOf(block, words) ?? []));
    const kinds = new Set([...now].map((name) => name.split(" ")[1]));
    const before = new Map<string, Provision>();
    const provisions = new Map<string, Provision>();
    for (const provision of redline?.provisions ?? []) {
      const name = provision.before && nameOf(provision.before, words);
      // Of two parts of one number, nobody can say which is meant.
      if (name) before.set(name, provision);
      if (provision.after) provisions.set(provision.after.node.attrs.id, provision);
    }
    return blocks.flatMap((block) => {
      const { containers, node } = block;
      if (!containers.includes("resolution") || isHeading(node)) return [];
      const provision = provisions.get(node.attrs.id);
      return referencesIn(node, words).flatMap((reference) =>
        reference.numbers.flatMap((named): Report[] => {
          const report = reportOf(block, reference, named);
          const key = keyOf(reference.kind, named.number, block.proposal);
          if (provision?.before && wasThere(provision, named)) {
            const target = before.get(key);
            return target ? followed(target, reference.kind, report, words) : [];
          }
          // A text without any such part speaks of another one.
          return now.has(key) || !kinds.has(reference.kind) ? [] : [{ ...report, case: "dangling" }];
        }),
      );
    });
  },
};

type Named = PartReference["numbers"][number];

function followed(target: Provision, kind: PartKind, report: ReturnType<typeof reportOf>, words: Words): Report[] {
  const number = target.after && numberIn(kind, target.after.node, words);
  if (!number) return [{ ...report, case: "suppressed" }];
  if (fold(number) === fold(report.values.old)) return [];
  const { block, from, to } = report;
  const fix = [{ kind: "text" as const, block, from, to, text: number }];
  return [{ ...report, case: "changed", values: { ...report.values, number }, fix }];
}

/** Which part a block is the heading of; null when it is none. */
function nameOf({ node, proposal }: Block, words: Words): string | null {
  for (const kind of ["annex", "appendix", "section", "note"] as const) {
    const number = numberIn(kind, node, words);
    if (number) return keyOf(kind, number, proposal);
  }
  return null;
}

function numberIn(kind: PartKind, node: Node, { data }: Words): string | null {
  const { name } = node.type;
  const label = String(node.attrs.label).trim();
  if (kind === "note") return name === "footnote" && label !== "" ? label : null;
  if (kind !== "section") return name === "annexNumber" ? numberOfPart(kind, textOf(node), data.language) : null;
  if (name !== "heading") return null;
  return label.replace(/[.)]$/u, "") || numberOfPart("section", textOf(node), data.language);
}

function isHeading({ type }: Node): boolean {
  return type.name === "annexNumber" || type.name === "heading";
}

/** Notes are numbered through the document, everything else in its resolution. */
function keyOf(kind: PartKind, number: string, proposal: number): string {
  return `${kind === "note" ? "" : proposal} ${kind} ${fold(number)}`;
}

function reportOf({ node }: Block, { from, to }: PartReference, named: Named) {
  const values: { reference: string; old: string } = { reference: textOf(node).slice(from, to), old: named.number };
  return { block: node.attrs.id as string, from: named.from, to: named.to, values };
}

/** True when the number stood in the base already, in words that nobody touched. */
function wasThere({ segments }: Provision, { from, to }: Named): boolean {
  return segments.some(({ op, fromB, toB }) => op === "=" && fromB <= from && to <= toB);
}
