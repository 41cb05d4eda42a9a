/**
 * Turns a compilation into plain data for other programs: what `compile` writes to a `.json` file. Every row is
 * there, in the order of the text, those that nobody touches included; nodes become their text, and neighbouring
 * segments of one kind become one. The shape is published, so fields may be added but not renamed.
 */
import { blockText } from "../schema/blocks";
import { joinTokens } from "../text/critic-markup";
import type { Agreement, Compilation, CompiledSource } from "./compilation-types";
import type { Segment, Status } from "./redline-types";

export interface CompiledJson {
  language: string;
  sources: CompiledSource[];
  rows: {
    key: string;
    path: string[];
    agreement: Agreement;
    /** Label and text of the base; null where the base has no such provision. */
    base: string | null;
    options: {
      sources: string[];
      status: Status;
      labelBefore: string;
      labelAfter: string;
      segments: { op: Segment["op"]; text: string }[];
    }[];
  }[];
}

/** Turns a compilation into the published shape. */
export function compileJson({ language, sources, rows }: Compilation): CompiledJson {
  return {
    language,
    sources,
    rows: rows.map(({ key, base, agreement, options }) => ({
      key,
      path: (base ?? options[0]?.provision.after)?.path ?? [],
      agreement,
      base: base ? blockText(base.node) : null,
      options: options.map(({ sources: named, provision }) => ({
        sources: named,
        status: provision.status,
        labelBefore: provision.labelBefore,
        labelAfter: provision.labelAfter,
        segments: joinTokens(provision.segments.map(({ op, text }) => ({ op, text }))),
      })),
    })),
  };
}
