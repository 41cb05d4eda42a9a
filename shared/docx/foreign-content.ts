/**
 * What a file holds that this program keeps and never acts on: macros, targets outside the file,
 * protection, and tracked changes in places that are carried through whole. Each is told once.
 */
import type { Package } from "../opc/package";
import type { Relationship } from "../opc/relationships";
import type { Message } from "../result";
import { child, type XmlElement } from "../xml/element";
import { countPropertyChanges, countRevisions } from "./revision-marks";
import { headersAndFooters, separatorsIn } from "./side-parts";
import type { ReadPart } from "./word-parts";

/** Relationship kinds whose external targets other programs fetch when a file is opened. */
const fetched = new Set(["attachedTemplate", "image", "oleObject", "subDocument", "frame", "mailMergeSource"]);

/** Lists what is kept aside. */
export function foreignContent(
  from: Package,
  main: string,
  text: string,
  notes: readonly ReadPart[],
  settings: XmlElement | undefined,
  relationships: readonly Relationship[],
): Message[] {
  const messages: Message[] = [];
  const inform = (code: string, values?: Message["values"], part?: string): void => {
    const message: Message = { severity: "information", code };
    if (values) message.values = values;
    if (part !== undefined) message.where = { part };
    messages.push(message);
  };
  if (relationships.some(({ kind }) => kind === "vbaProject")) inform("docx.macros");
  const external = relationships.filter((relationship) => relationship.external && fetched.has(relationship.kind));
  if (external.length > 0) inform("docx.external-content", { count: external.length });
  if (child(settings, "w:documentProtection") || child(settings, "w:writeProtection")) inform("docx.protected");
  const properties = countPropertyChanges(text);
  if (properties > 0) inform("docx.property-changes", { count: properties }, main);
  const outside = (part: string, source: string) => {
    const count = countRevisions(source);
    if (count > 0) inform("docx.changes-outside-text", { count }, part);
  };
  for (const { name, document } of headersAndFooters(from, main)) outside(name, document.source);
  for (const { name, document } of notes) {
    outside(
      name,
      separatorsIn(document)
        .map(({ start, end }) => document.source.slice(start, end))
        .join(""),
    );
  }
  return messages;
}
