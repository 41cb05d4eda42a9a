/** How documents and comparisons travel between the threads: as plain data, made whole again on the other side. */
import type { Node } from "prosemirror-model";
import { adoptHash } from "../../shared/draft/base-hash";
import type { ComparedProposal } from "../../shared/redline/compilation-types";
import { flattenRedline, type PlainRedline, reviveRedline } from "../../shared/redline/plain-redline";
import { type Result, success } from "../../shared/result";
import { blocksOf } from "../../shared/schema/blocks";
import { schema } from "../../shared/schema/schema";
import type { DocumentParts } from "./document-parts";

/** A proposal as plain data. */
export interface PlainProposal {
  source: string;
  current: unknown;
  redline: PlainRedline;
}

/** Parts whose documents are JSON; `current` is null where it is the base. */
export type PlainParts<P extends DocumentParts = DocumentParts> = Omit<P, "base" | "current" | "proposals"> & {
  base: unknown;
  current: unknown;
  proposals: PlainProposal[];
};

/** The documents of an answer, made whole again. */
export function wholeParts<P extends DocumentParts>({ base, current, proposals, ...rest }: PlainParts<P>): P {
  const locked = schema.nodeFromJSON(base);
  // The journal's first draft asks for it, half a second after the first key.
  adoptHash(locked, rest.baseHash);
  const whole = proposals.map((each) => wholeProposal(locked, each));
  const text = current === null ? locked : schema.nodeFromJSON(current);
  return { ...rest, base: locked, current: text, proposals: whole } as unknown as P;
}

/** Parts as they are sent. */
export function plainParts<P extends DocumentParts>(parts: Result<P>): Result<PlainParts<P>> {
  if (!parts.ok) return parts;
  const { base, current, proposals } = parts.value;
  const sent = {
    ...parts.value,
    base: base.toJSON(),
    current: current === base ? null : current.toJSON(),
    proposals: proposals.map((each) => plainProposal(base, each)),
  };
  return success(sent, parts.messages);
}

/** A proposal of a draft with its comparison, as plain data. */
export function plainProposal(base: Node, { source, current, redline: marks }: ComparedProposal): PlainProposal {
  return { source, current: current.toJSON(), redline: flattenRedline(marks, blocksOf(base), blocksOf(current)) };
}

/** A proposal made whole again. */
export function wholeProposal(base: Node, { source, current, redline: plain }: PlainProposal): ComparedProposal {
  const text = schema.nodeFromJSON(current);
  return { source, current: text, redline: reviveRedline(plain, blocksOf(base), blocksOf(text)) };
}
