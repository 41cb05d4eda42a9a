/**
 * Base, current text and their redline to a Word file inside a template: tracked (native changes with
 * author and date), typeset (struck and underlined), clean or base. Every part of the template but the
 * body, the notes and the language of the text stays as it is, byte for byte. The same input always
 * gives the same file. What is written here is proved by `prove` before it may replace anything.
 */
import type { Node } from "prosemirror-model";
import type { Language } from "../model/document";
import { type Package, readXmlPart, withPart } from "../opc/package";
import { readPackage } from "../opc/package-reader";
import { writePackage } from "../opc/package-writer";
import { redline as redlineOf } from "../redline/redline";
import type { Redline } from "../redline/redline-types";
import { languageData } from "../resolution/languages/languages";
import { type Result, success } from "../result";
import { child, childElements, element, type XmlElement } from "../xml/element";
import { encodeXml } from "../xml/encoding";
import { writeXmlDocument } from "../xml/writer";
import { twips } from "./attributes";
import { type BodyItem, type WriterContext, writeBody } from "./body-writer";
import { mergeBodies } from "./merged-body";
import { firstNoteId, notesRoot } from "./notes-part";
import { NoteRegister } from "./notes-writer";
import { framed, framedPlainly } from "./proposal-frame";
import { type AttributionOf, RevisionWriter } from "./revision-writer";
import { styleIds } from "./style-ids";
import { readStyles } from "./styles-reader";
import { templateParts } from "./template-parts";
import { withTextLanguage } from "./text-language";

export type ExportMode = "tracked" | "typeset" | "clean" | "base";

export interface ExportInput {
  base: Node;
  current: Node;
  redline: Redline;
  mode: ExportMode;
  author: string;
  /** ISO 8601. */
  date: string;
  /** The package that is written into. */
  template: Uint8Array;
  /** Says who made a change, where it was not the author of the export. */
  attributionOf?: AttributionOf;
}

/** Writes a Word file. */
export function exportDocx(input: ExportInput): Result<Uint8Array> {
  const opened = readPackage(input.template);
  if (!opened.ok) return opened;
  const parts = templateParts(opened.value);
  if (!parts.ok) return parts;
  const template = parts.value;
  const main = readXmlPart(template.package, template.document);
  if (!main.ok) return main;
  const notesDocument = readXmlPart(template.package, template.footnotes);
  if (!notesDocument.ok) return notesDocument;
  const styles = template.styles === null ? null : readXmlPart(template.package, template.styles);
  if (styles && !styles.ok) return styles;

  const source = sidesOf(input);
  const language = (input.mode === "base" ? input.base : input.current).attrs.language as Language;
  const ids = styleIds(readStyles(styles?.value.root));
  const body = child(main.value.root, "w:body");
  const section = childElements(body, "w:sectPr").at(-1);
  const notes = new NoteRegister(source.base, source.current, source.redline, firstNoteId(notesDocument.value.root));
  const context: WriterContext = {
    language,
    rightToLeft: languageData(language).direction === "rtl",
    styles: ids,
    showing: input.mode === "typeset" ? "typeset" : "tracked",
    textWidth: textWidth(section),
    revisions: new RevisionWriter({ author: input.author, date: input.date }, input.attributionOf),
    notes,
    referenceStyle: ids.character(["footnote reference"]),
  };
  const written = writeBody(itemsOf(input), context);
  const root = element(main.value.root.name, main.value.root.attributes, [
    ...main.value.root.children.filter((node) => node !== body),
    element("w:body", {}, [...written, ...(section ? [section] : [])]),
  ]);
  let result: Package = withPart(template.package, template.document, encode(root));
  const withNotes = notesRoot(notesDocument.value.root, notes.planned, context);
  result = withPart(result, template.footnotes, encode(withNotes));
  if (styles) result = withPart(result, template.styles!, withTextLanguage(styles.value, language));
  return success(writePackage(result));
}

/** The two texts that an export compares: in one without marks both are the same. */
function sidesOf({ base, current, redline, mode }: ExportInput): { base: Node; current: Node; redline: Redline } {
  if (mode === "tracked" || mode === "typeset") return { base, current, redline };
  const only = mode === "base" ? base : current;
  return { base: only, current: only, redline: redlineOf(only, only) };
}

function itemsOf(input: ExportInput): BodyItem[] {
  const { base, current, redline } = sidesOf(input);
  const items = mergeBodies(base, current, redline);
  return base === current && input.mode !== "tracked" && input.mode !== "typeset"
    ? framedPlainly(items, current)
    : framed(items, current, redline);
}

function textWidth(section: XmlElement | undefined): number {
  const page = child(section, "w:pgSz");
  const margins = child(section, "w:pgMar");
  const width = twips(page?.attributes["w:w"]) ?? 11907;
  return width - (twips(margins?.attributes["w:left"]) ?? 1134) - (twips(margins?.attributes["w:right"]) ?? 1134);
}

function encode(root: XmlElement): Uint8Array {
  return encodeXml(writeXmlDocument(root), "utf-8");
}
