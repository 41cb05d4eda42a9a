/** A draft that begins: two texts and the file that the base came from, the base locked by its hash, and no past. */
import { baseHash } from "./base-hash";
import type { Draft } from "./draft";

type Beginning = Pick<Draft, "base" | "current" | "source" | "author"> & Partial<Draft>;

/** Begins a draft at a time; what is not said is as in a draft that nobody has worked on. */
export function newDraft(beginning: Beginning, date: string): Draft {
  return {
    createdAt: date,
    savedAt: date,
    language: beginning.current.attrs.language,
    labelPolicy: "renumber",
    baseHash: baseHash(beginning.base),
    attribution: null,
    journal: [],
    ...beginning,
  };
}
