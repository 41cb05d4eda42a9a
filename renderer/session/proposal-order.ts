/**
 * Somebody's proposal, as it is ordered from the other thread: read, checked to start from the base of the open
 * document, and laid beside it with its comparison. One that starts from a base that is nearly the same is not
 * refused: the answer says how far the two are apart, and ordered again it is moved onto this base.
 */

import type { Node } from "prosemirror-model";
import { startAttribution } from "../../shared/editing/attribution";
import { type RebaseConflict, rebase } from "../../shared/editing/rebase";
import { listed } from "../../shared/locales/joined";
import { comparedBase } from "../../shared/redline/compared-base";
import { layBeside } from "../../shared/redline/lay-beside";
import { haveSameText, sourceName, textsApart } from "../../shared/redline/proposals";
import { redline } from "../../shared/redline/redline";
import { inOrderOf } from "../../shared/redline/same-texts";
import { failure, type Result, success } from "../../shared/result";
import { schema } from "../../shared/schema/schema";
import type { NamedBytes } from "./named-bytes";
import { type PlainProposal, plainProposal } from "./plain-parts";
import { stages, type Tell } from "./progress";
import { readParts } from "./read-parts";

export interface ProposalOrder {
  file: NamedBytes;
  base: unknown;
  /** The open document, for the sentence that names it. */
  opened: string;
  /** Names of the sources that are there already. */
  taken: string[];
  /** Sets apart what this proposal adds. */
  mark: string;
  /** Whether a proposal on another base is moved onto this one. */
  moves: boolean;
}

/** A text that is in memory, to be laid beside a base. */
export interface LayOrder {
  base: unknown;
  current: unknown;
  source: string;
  mark: string;
}

export type ReadProposal =
  | { proposal: PlainProposal; conflicts: RebaseConflict[] }
  /** How many provisions the two bases differ in. */
  | { differing: number };

/** At most this share of provisions may differ between two versions of one base. */
const nearly = 0.5;

/** Reads a proposal. */
export function readProposal({ file, moves, ...order }: ProposalOrder, tell: Tell): Result<ReadProposal> {
  const isOver = stages(tell, [2, 1, 2]);
  const parts = readParts(file.bytes, file.name);
  if (!parts.ok) return parts;
  const { isDraft, labelPolicy } = parts.value;
  if (!isDraft && parts.value.base === parts.value.current)
    return failure("cli.no-changes-inside", { file: file.name });
  isOver();
  const base = schema.nodeFromJSON(order.base);
  const { base: own, current } = inOrderOf(base, {
    base: comparedBase(parts.value.base, parts.value.current),
    current: parts.value.current,
  });
  const source = sourceName(current, file.name, order.taken);
  if (haveSameText(own, base)) return success({ proposal: laid(base, source, current, order.mark), conflicts: [] });
  const apart = textsApart(own, base);
  if (apart.length > 0) {
    const texts = listed(current.attrs.language, apart);
    return failure("cli.other-texts", { file: file.name, first: order.opened, texts });
  }
  const differing = distance(own, base);
  if (differing === null) return failure("cli.other-base", { file: file.name, first: order.opened });
  if (!moves) return success({ differing });
  isOver();
  const moved = rebase({
    base: own,
    current,
    newBase: base,
    policy: labelPolicy,
    attribution: startAttribution(own, current),
    comments: [],
  });
  return success({ proposal: laid(base, source, moved.current, order.mark), conflicts: moved.conflicts });
}

/** Lays a text beside its base. */
export function layText({ base, current, source, mark }: LayOrder): ReadProposal {
  return { proposal: laid(schema.nodeFromJSON(base), source, schema.nodeFromJSON(current), mark), conflicts: [] };
}

function laid(base: Node, source: string, current: Node, mark: string): PlainProposal {
  return plainProposal(base, layBeside(base, source, current, mark));
}

/** Null when two bases have less in common than not. */
function distance(one: Node, other: Node): number | null {
  const { counts, provisions } = redline(one, other);
  const differing = provisions.length - counts.unchanged;
  return differing <= provisions.length * nearly ? differing : null;
}
