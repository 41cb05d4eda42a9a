/**
 * `w:pPr` to what recognition needs to know about a paragraph, as it is now and as it was before a
 * tracked change of it (ISO/IEC 29500-1 §17.3.1.26, §17.13.5.29), and to the state of its mark.
 */
import { child, type XmlElement } from "../xml/element";
import { childValue, twips } from "./attributes";
import { formatNumber, formatOfCode } from "./number-formats";
import type { ParagraphProperties, ParagraphRecord, Tracked } from "./records";
import { readMark, trackedBy } from "./revision-marks";
import { readNumberingReference } from "./styles-reader";

type Read = Pick<ParagraphRecord, "properties" | "former" | "propertiesChange" | "mark">;

const alignments: Readonly<Record<string, ParagraphProperties["alignment"]>> = {
  left: "start",
  start: "start",
  center: "center",
  right: "end",
  end: "end",
  both: "both",
  distribute: "both",
};

/** Reads the properties of a paragraph that stands inside some revisions. */
export function readParagraphProperties(paragraph: XmlElement, outer: Tracked): Read {
  const properties = child(paragraph, "w:pPr");
  const read: Read = { properties: toProperties(properties), mark: outer };
  if (!properties) return read;
  const run = child(properties, "w:rPr");
  if (run) read.mark = trackedBy(run, outer, "w:ins", "w:moveTo", "w:del", "w:moveFrom");
  const change = child(properties, "w:pPrChange");
  const numbering = child(properties, "w:numPr");
  const renumbered = child(numbering, "w:numberingChange");
  const numbered = child(numbering, "w:ins");
  if (change) {
    read.former = toProperties(child(change, "w:pPr"));
    read.propertiesChange = readMark(change);
  } else if (renumbered) {
    read.former = { ...read.properties, formerLabel: originalLabel(renumbered.attributes["w:original"] ?? "") };
    read.propertiesChange = readMark(renumbered);
  } else if (numbered) {
    // Numbering that was switched on: the paragraph had none before, not even that of its style.
    read.former = { ...read.properties, numbering: { numId: "0" } };
    read.propertiesChange = { ...readMark(numbered), kind: "formatting" };
  }
  return read;
}

function toProperties(properties: XmlElement | undefined): ParagraphProperties {
  const read: ParagraphProperties = {};
  if (!properties) return read;
  const styleId = childValue(properties, "w:pStyle");
  if (styleId !== undefined) read.styleId = styleId;
  const numbering = child(properties, "w:numPr");
  if (numbering) read.numbering = readNumberingReference(numbering);
  const alignment = alignments[childValue(properties, "w:jc") ?? ""];
  if (alignment) read.alignment = alignment;
  const indent = child(properties, "w:ind")?.attributes;
  const indentTwips = twips(indent?.["w:start"] ?? indent?.["w:left"]);
  if (indentTwips !== undefined) read.indentTwips = indentTwips;
  return read;
}

/**
 * The label that `w:numberingChange` remembers (§17.13.5.14): `%1:3:0:.` is level 1 at value 3, in
 * number format 0, followed by a full stop; further levels follow.
 */
function originalLabel(original: string): string {
  return original.replace(/%\d+:(\d{1,9}):(\d{1,3}):/g, (_, value, code) =>
    formatNumber(Number(value), formatOfCode(Number(code))),
  );
}
