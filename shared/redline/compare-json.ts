/**
 * A redline as plain data for other programs: what `compare` writes to a `.json` file. Provisions come
 * in merged order; segments are those of the content, labels stand beside them.
 */
import type { Node } from "prosemirror-model";
import { joinTokens } from "../text/critic-markup";
import type { Counts, Redline, Segment, Status } from "./redline-types";

export interface ComparedProvision {
  id: string;
  path: string[];
  status: Status;
  labelBefore: string;
  labelAfter: string;
  segments: { op: Segment["op"]; text: string }[];
}

export interface Comparison {
  language: string;
  marker: string;
  counts: Counts;
  provisions: ComparedProvision[];
}

/** Turns a redline into the published shape; the path is the one in the current text where there is one. */
export function compareJson(redline: Redline, base: Node, current: Node): Comparison {
  return {
    language: current.attrs.language || base.attrs.language,
    marker: redline.marker,
    counts: redline.counts,
    provisions: redline.provisions.map((provision) => ({
      id: provision.id,
      path: (provision.after ?? provision.before)!.path,
      status: provision.status,
      labelBefore: provision.labelBefore,
      labelAfter: provision.labelAfter,
      segments: joinTokens(provision.segments.map(({ op, text }) => ({ op, text }))),
    })),
  };
}
