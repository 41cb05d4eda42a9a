/**
 * Base, current text and their redline to a Word file inside a template: tracked (native changes with
 * author and date), typeset (struck and underlined), clean or base. Every part of the template but the
 * body, the notes and the language of the text stays as it is, byte for byte. The same input always
 * gives the same parts. Nothing leaves this module unproved.
 */
import type { Node } from "prosemirror-model";
import type { DocumentComment } from "../model/comment";
import type { Language } from "../model/document";
import { containerKind } from "../opc/container-kind";
import { type Package, readXmlPart, withEntry, withPart } from "../opc/package";
import { readPackage } from "../opc/package-reader";
import { writePackage } from "../opc/package-writer";
import { atOnce, type Packing } from "../opc/packing";
import { deflateText } from "../opc/zip-entry";
import { redline as redlineOf } from "../redline/redline";
import type { Redline } from "../redline/redline-types";
import { languageData } from "../resolution/languages/languages";
import { type Message, type Result, success } from "../result";
import { child, childElements, element, type XmlElement } from "../xml/element";
import { encodeXml } from "../xml/encoding";
import { writeXmlDocument, writeXmlPieces } from "../xml/writer";
import { highestIdElsewhere } from "./annotation-ids";
import type { BodyItem } from "./body-item";
import { bodyElements } from "./body-writer";
import { CommentAnchors } from "./comment-anchors";
import { commentNumbers, withComments } from "./comments-writer";
import { readDocx } from "./document-reader";
import { exportIntoSource } from "./export-into-source";
import { withLetterhead } from "./letterhead";
import { mergeBodies } from "./merged-body";
import { planMoves } from "./move-plan";
import { notesLeftOut } from "./notes-in-notes";
import { firstNoteId, notesRoot } from "./notes-part";
import { NoteRegister } from "./notes-writer";
import { objectsLeftOut } from "./objects-left-out";
import { prove } from "./proof";
import { framed } from "./proposal-frame";
import { type AttributionOf, RevisionWriter } from "./revision-writer";
import { withProperty } from "./schema-order";
import { type ComparedTexts, proposalsOf, settledTexts } from "./settled-proposals";
import { styleIds } from "./style-ids";
import { readStyles } from "./styles-reader";
import { templateParts } from "./template-parts";
import { withTextLanguage } from "./text-language";
import { textWidth } from "./text-width";
import type { WordFile } from "./word-file";
import { notWord } from "./word-parts";
import type { WriterContext } from "./writer-context";

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
  /**
   * The file that the base was read from. When it is a Word file the export goes into it, and what did not change
   * stays as it is; a text is ignored.
   */
  source?: Uint8Array | undefined;
  /** Says who made a change, where it was not the author of the export. */
  attributionOf?: AttributionOf;
  /** What was said about the texts; when it is left out, the comments of the source stay as they are. */
  comments?: readonly DocumentComment[] | undefined;
}

/** Writes a Word file and proves it; what cannot be proved is not handed out. */
export function exportDocx(input: ExportInput): Result<Uint8Array> {
  return atOnce(exportInSteps(input));
}

/** The same, for whoever can wait until the host has compressed a long text. */
export function* exportInSteps(input: ExportInput): Packing<Result<Uint8Array>> {
  const texts = textsOf(input);
  const showing = input.mode === "typeset" ? "typeset" : "tracked";
  const source = input.source && containerKind(input.source) === "zip" ? input.source : null;
  for (const into of source ? intoSource(input, texts, source) : []) {
    if (into.ok && (yield* prove(into.value, texts, showing)).ok) return into;
  }
  const written = yield* writeDocx(texts, input);
  if (!written.ok) return written;
  const proof = yield* prove(written.value, texts, showing);
  if (!proof.ok) return proof;
  const messages: Message[] = source ? [{ severity: "information", code: "export.into-template" }] : [];
  return success(written.value, [...messages, ...written.messages]);
}

/**
 * The ways to write into the file that the base came from, the best first: its lists count what is new and what
 * follows, where they come to the labels of the text; else the labels that changed are typed.
 */
function* intoSource(input: ExportInput, texts: ComparedTexts, source: Uint8Array): Generator<Result<Uint8Array>> {
  const file = readDocx(source);
  if (!file.ok) return;
  const { paragraphs } = file.value.sides.accept;
  const hasLists = paragraphs.some(({ numbering }) => numbering && numbering.field === undefined);
  for (const counts of hasLists ? [true, false] : [false]) yield writeInto(file.value, texts, input, counts);
}

function writeInto(file: WordFile, texts: ComparedTexts, input: ExportInput, counts: boolean): Result<Uint8Array> {
  return exportIntoSource(file, texts, {
    counts,
    showing: input.mode === "base" ? "clean" : input.mode,
    by: { author: input.author, date: input.date },
    attributionOf: input.attributionOf,
    base: input.base,
    comments: (input.mode !== "base" && input.comments) || null,
    only: input.mode === "base" ? "reject" : input.mode === "clean" ? "accept" : null,
  });
}

/** The two texts that an export compares: in one without marks both are the same. */
function textsOf({ base, current, redline, mode }: ExportInput): ComparedTexts {
  if (mode === "tracked" || mode === "typeset") return settledTexts(base, current, redline);
  const only = mode === "base" ? base : current;
  const markers = proposalsOf(only).map(({ attrs }) => attrs.marker as string);
  return { base: only, current: only, redline: redlineOf(only, only), markers, settled: new Set() };
}

function* writeDocx(texts: ComparedTexts, input: ExportInput): Packing<Result<Uint8Array>> {
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

  const language = texts.current.attrs.language as Language;
  const ids = styleIds(readStyles(styles?.value.root));
  const body = child(main.value.root, "w:body");
  if (!body) return notWord(template.document);
  const section = childElements(body, "w:sectPr").at(-1);
  const firstNote = firstNoteId(notesDocument.value.root);
  const notes = new NoteRegister(texts.base, texts.current, texts.redline, firstNote);
  const showing = input.mode === "typeset" ? "typeset" : "tracked";
  const story = framed(
    mergeBodies(texts.base, texts.current, texts.redline, showing === "tracked"),
    texts.current,
    texts.markers,
  );
  // The base alone is what the last conference adopted, before anybody said anything.
  const said = (input.mode !== "base" && input.comments) || [];
  const taken = highestIdElsewhere(template.package);
  const numbers = commentNumbers(said, [], taken);
  const rightToLeft = languageData(language).direction === "rtl";
  const context: WriterContext = {
    language,
    rightToLeft,
    styles: ids,
    showing,
    moves: showing === "tracked" ? planMoves([{ items: story, end: "end" }]) : new Map(),
    textWidth: textWidth(section),
    revisions: new RevisionWriter(
      { author: input.author, date: input.date },
      input.attributionOf,
      taken + numbers.size,
    ),
    notes,
    referenceStyle: ids.character(["footnote reference"]),
    inNotes: false,
    source: null,
    comments: new CommentAnchors(said, texts.base, texts.current, numbers, ids.character(["annotation reference"])),
  };
  const pieces = storyPieces(main.value.root, body, story, section, context);
  const document = yield* deflateText(template.document, pieces);
  let result: Package = withEntry(template.package, document);
  const withNotes = notesRoot(notesDocument.value.root, notes.planned, { ...context, inNotes: true });
  result = withPart(result, template.footnotes, encode(withNotes));
  if (styles) result = withPart(result, template.styles!, withTextLanguage(styles.value, language));
  const missing = ids.missing();
  const messages: Message[] = [...parts.messages, ...notesLeftOut(texts.current), ...objectsLeftOut(texts.current)];
  if (missing.length > 0) {
    messages.push({ severity: "warning", code: "export.missing-styles", values: { styles: missing.join(", ") } });
  }
  const commented = { comments: said, numbers, records: [], styles: ids, rightToLeft };
  return success(writePackage(withComments(result, template.document, commented)), messages);
}

/** Writes the main part, a paragraph at a time. */
function storyPieces(
  root: XmlElement,
  body: XmlElement,
  story: readonly BodyItem[],
  section: XmlElement | undefined,
  context: WriterContext,
): Iterable<string> {
  function* content(): Generator<XmlElement> {
    yield* bodyElements(withLetterhead(story), context);
    if (section) yield directed(section, context.rightToLeft);
  }
  return writeXmlPieces(root, body, content());
}

/** A section of right-to-left text has its columns and its page ends that way (ECMA-376 Part 1 §17.6.1). */
function directed(section: XmlElement, rightToLeft: boolean): XmlElement {
  return !rightToLeft || child(section, "w:bidi") ? section : withProperty(section, element("w:bidi"));
}

function encode(root: XmlElement): Uint8Array {
  return encodeXml(writeXmlDocument(root), "utf-8");
}
