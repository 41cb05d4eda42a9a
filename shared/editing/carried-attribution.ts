/**
 * Who changed what, carried over when whole proposals come, go or change place: positions mean nothing then, but
 * blocks keep their ids and their content. What stood in a block that is gone is forgotten.
 */
import type { Node } from "prosemirror-model";
import { type AttributedSpan, type AttributionRecord, type ImportedSpan, seedAttribution } from "./attribution";

interface Texts {
  base: Node;
  doc: Node;
}

/** The record for the texts as they are now. */
export function carriedAttribution(record: AttributionRecord, from: Texts, to: Texts): AttributionRecord {
  const spans = [...byBlock(record.inserted, from.doc, "inserted"), ...byBlock(record.deleted, from.base, "deleted")];
  const seeded = seedAttribution(to.base, to.doc, spans);
  return { ...seeded, blocks: record.blocks };
}

function byBlock(spans: readonly AttributedSpan[], doc: Node, side: ImportedSpan["side"]): ImportedSpan[] {
  return spans.flatMap((span) => {
    const $from = doc.resolve(Math.min(span.from, doc.content.size));
    const { id } = $from.parent.attrs;
    if (!$from.parent.isTextblock || !id) return [];
    const start = $from.start();
    return [{ ...span, side, block: id, from: span.from - start, to: span.to - start }];
  });
}
