/**
 * A base after changes were accepted into it. Where it came from a Word file, that file is written anew with the
 * changes in it and read again, so that exports still go into it; a text that it came from is its source no longer.
 */
import type { Node } from "prosemirror-model";
import { exportDocx } from "../docx/export-docx";
import { containerKind } from "../opc/container-kind";
import { haveSameText } from "../redline/proposals";
import { redline } from "../redline/redline";
import { withoutNames } from "../redline/text-names";
import type { Message } from "../result";
import { adoptIds } from "./adopt-ids";
import { openBase } from "./open";

export interface RenewOrder {
  base: Node;
  source: { name: string; bytes: Uint8Array } | null;
  author: string;
  date: string;
  /** Word template for a file that cannot be written into. */
  template: Uint8Array;
}

/** The new base as its own Word file has it, with that file; without one where there is none to be had. */
export function renewedBase(
  { base, source, template, author, date }: RenewOrder,
  accepted: Node,
): { base: Node; source: RenewOrder["source"]; messages: Message[] } {
  const none = { base: accepted, source: null, messages: [] };
  if (!source || containerKind(source.bytes) !== "zip") return none;
  const texts = { base, current: accepted, redline: redline(base, accepted) };
  const written = exportDocx({ ...texts, mode: "clean", author, date, template, source: source.bytes });
  if (!written.ok) return none;
  const opened = openBase(written.value, source.name, { language: accepted.attrs.language });
  if (!opened.ok || !haveSameText(opened.value.doc, accepted)) return none;
  const read = adoptIds(accepted, opened.value.doc, redline(withoutNames(accepted), opened.value.doc));
  return { base: read, source: { name: source.name, bytes: written.value }, messages: written.messages };
}
