/**
 * Whose a change in a consolidated text is: the sources whose proposal was taken, with the time of the decision.
 * It follows from the decisions alone, so it is the same after undo, a crash or another order of deciding; what
 * nobody proposed is whoever typed it.
 */
import type { Node } from "prosemirror-model";
import type { Compilation, CompiledOption, CompiledRow } from "../redline/compilation-types";
import { type Decision, standings, takenOptions } from "../redline/decisions";
import { isChange, type Provision, type Redline, type Segment } from "../redline/redline-types";
import {
  type Attributed,
  type AttributionRecord,
  type AttributionState,
  attributionOf,
  type ImportedSpan,
  seedAttribution,
} from "./attribution";

interface Origin {
  options: readonly CompiledOption[];
  decision: Decision;
}

/** The attribution of a consolidated text; `known` says who typed what was not decided. */
export function attributeToSources(
  compilation: Compilation,
  decisions: readonly Decision[],
  { current, redline }: { current: Node; redline: Redline },
  known: AttributionState | null,
): AttributionRecord {
  const base = compilation.document;
  const origins = originsOf(compilation, decisions);
  const spans: ImportedSpan[] = [];
  const blocks: Record<string, Attributed> = {};
  for (const provision of redline.provisions) {
    const { before, after, status } = provision;
    if (!isChange(status)) continue;
    const origin = [after, before].flatMap((block) => origins.get(block?.node.attrs.id) ?? [])[0];
    const whole = origin ? signed(origin, origin.options) : known && attributionOf(known, provision, null);
    const id = (after ?? before)?.node.attrs.id;
    if (whole) blocks[id] = whole;
    for (const segment of provision.segments) {
      if (segment.op === "=") continue;
      const by =
        (origin && signedSegment(origin, segment)) ?? (known && attributionOf(known, provision, segment)) ?? whole;
      if (!by) continue;
      const span = placeOf(provision, segment);
      if (span) spans.push({ ...span, ...by });
    }
  }
  const record = seedAttribution(base, current, spans);
  return { ...record, blocks: { ...record.blocks, ...blocks } };
}

function originsOf(compilation: Compilation, decisions: readonly Decision[]): Map<string, Origin> {
  const origins = new Map<string, Origin>();
  for (const [row, { decision }] of standings(compilation, decisions)) {
    const options = decision.choice === "brackets" ? row.options : takenOptions(row, decision);
    if (options.length === 0) continue;
    for (const id of idsOf(row)) origins.set(id, { options, decision });
  }
  return origins;
}

function idsOf({ base, options }: CompiledRow): string[] {
  const blocks = [base, ...options.map(({ provision }) => provision.after)];
  return blocks.flatMap((block) => (block ? [block.node.attrs.id as string] : []));
}

function signed({ decision }: Origin, options: readonly CompiledOption[]): Attributed {
  const sources = [...new Set(options.flatMap((option) => option.sources))].sort();
  return { author: sources.join(", "), date: decision.at };
}

/** The sources that propose these very words; all of them where their words stand in brackets. */
function signedSegment(origin: Origin, { op, text, fromA, toA }: Segment): Attributed | null {
  if (origin.decision.choice === "brackets") return signed(origin, origin.options);
  const proposing = origin.options.filter(({ provision }) =>
    provision.segments.some((own) => own.op === op && own.text === text && own.fromA === fromA && own.toA === toA),
  );
  return proposing.length > 0 ? signed(origin, proposing) : null;
}

function placeOf(
  { before, after }: Provision,
  { op, fromA, toA, fromB, toB }: Segment,
): Pick<ImportedSpan, "side" | "block" | "from" | "to"> | null {
  if (op === "+") return after && { side: "inserted", block: after.node.attrs.id, from: fromB, to: toB };
  return before && { side: "deleted", block: before.node.attrs.id, from: fromA, to: toA };
}
