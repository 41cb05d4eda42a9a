/**
 * Turns the JSON of an attribution into its record, or refuses it: spans lie inside the text they speak
 * of, and every author and date is a text of sensible length.
 */
import type { Node } from "prosemirror-model";
import { isRecord } from "../model/json-object";
import { type AttributedSpan, type DraftAttribution, draftLimits } from "./draft";

/** The record; null when nothing is known, undefined when the JSON is none. */
export function readAttribution(json: unknown, base: Node, current: Node): DraftAttribution | null | undefined {
  if (json === null || json === undefined) return null;
  const { inserted, deleted, blocks } = json as Record<string, unknown>;
  if (!areSpans(inserted, current) || !areSpans(deleted, base) || !areBlocks(blocks)) return undefined;
  return { inserted, deleted, blocks };
}

function areSpans(value: unknown, text: Node): value is AttributedSpan[] {
  return (
    Array.isArray(value) &&
    value.every((span) => {
      if (!isAttributed(span)) return false;
      const { from, to } = span as unknown as Record<string, unknown>;
      return isPlace(from) && isPlace(to) && from <= to && to <= text.content.size;
    })
  );
}

function areBlocks(value: unknown): value is DraftAttribution["blocks"] {
  return isRecord(value) && Object.values(value).every(isAttributed);
}

function isAttributed(value: unknown): value is { author: string; date: string } {
  return isRecord(value) && isText(value.author) && isText(value.date);
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.length <= draftLimits.name;
}

function isPlace(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}
