/** A draft between two long texts, made as the program itself makes one from two files. */
import type { Node } from "prosemirror-model";
import { adoptIds } from "../../shared/draft/adopt-ids";
import { baseHash } from "../../shared/draft/base-hash";
import type { Draft } from "../../shared/draft/draft";
import { openBase } from "../../shared/draft/open";
import { redline } from "../../shared/redline/redline";
import { type LongResolution, longResolution } from "./long-resolution";

export const encoder = new TextEncoder();

/** Reads a text with the program's own reader. */
export function readLong(text: string): Node {
  const opened = openBase(encoder.encode(text), "long.txt");
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value.doc;
}

/** A draft with as many items and as many changes. */
export function longDraft(items: number, text: LongResolution = longResolution(items)): Draft {
  const base = readLong(text.base);
  const revised = readLong(text.revised);
  const date = "2026-11-22T09:00:00Z";
  return {
    createdAt: date,
    savedAt: date,
    language: "en",
    labelPolicy: "renumber",
    author: "A. Delegate",
    source: { name: "long.txt", bytes: encoder.encode(text.base) },
    baseHash: baseHash(base),
    base,
    current: adoptIds(base, revised, redline(base, revised)),
    attribution: null,
    journal: [],
  };
}
