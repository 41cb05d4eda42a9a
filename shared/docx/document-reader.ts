/**
 * Bytes to a Word file: styles and numbering come first, then the text, then both sides. A main part that cannot be
 * read refuses the file; another part that cannot be read is done without, and a message says so.
 */
import { type Message, type Result, success } from "../result";
import { child, childElements, countElements, type XmlElement } from "../xml/element";
import { readBlocks } from "./body-reader";
import { readComments } from "./comments-reader";
import { foreignContent } from "./foreign-content";
import { KeptContent } from "./kept-content";
import { readLanguage } from "./language-reader";
import { numberNotes, referencesIn, sectionOf } from "./note-numbers";
import { readNotes } from "./notes-reader";
import { readNumberings } from "./numbering-reader";
import { PartReader } from "./part-reader";
import type { NoteRecord } from "./records";
import { countRevisions } from "./revision-marks";
import { runPropertiesReader } from "./run-properties-reader";
import { readSide } from "./side-reader";
import { readStyles } from "./styles-reader";
import type { WordFile, WordPart } from "./word-file";
import {
  mostParagraphs,
  notWord,
  openWord,
  type ReadPart,
  readPart,
  readRelated,
  tooManyParagraphs,
  type WordParts,
} from "./word-parts";

/** Reads a .docx, .docm, .dotx or .dotm file. */
export function readDocx(bytes: Uint8Array): Result<WordFile> {
  const opened = openWord(bytes);
  if (!opened.ok) return opened;
  const { package: from, main } = opened.value;
  const text = readPart(from, main);
  if (!text.ok) return text;
  const body = child(text.value.document.root, "w:body");
  if (text.value.document.root.name !== "w:document" || !body) return notWord(main);
  if (countElements(body, "w:p") > mostParagraphs) return tooManyParagraphs(main);
  return success(...readText(opened.value, text.value, body));
}

function readText(parted: WordParts, text: ReadPart, body: XmlElement): [WordFile, Message[]] {
  const { package: from, relationships } = parted;
  const messages: Message[] = [];
  const related = (kind: string): ReadPart | undefined => readRelated(parted, kind, messages);
  const settings = related("settings")?.document.root;
  const styles = readStyles(related("styles")?.document.root);
  const numberings = readNumberings(related("numbering")?.document.root, styles);
  const language = readLanguage(body, styles);
  const runProperties = runPropertiesReader(styles, language);
  const kept = new KeptContent();
  const parts = new Map<string, WordPart>();

  const readerOf = (part: ReadPart): PartReader => {
    const reader = new PartReader(part.name, part.document, runProperties, kept, readBlocks);
    parts.set(part.name, { ...part, slices: reader.slices });
    return reader;
  };
  const blocks = readerOf(text).readBlocks(body, {});
  const notes = new Map<string, NoteRecord>();
  for (const kind of ["footnote", "endnote"] as const) {
    const part = related(`${kind}s`);
    if (part) for (const note of readNotes(readerOf(part), kind)) notes.set(note.id, note);
  }
  const comments = readComments(related("comments")?.document.root, related("commentsExtended")?.document.root);
  const records = {
    body: blocks,
    notes,
    comments,
    styles,
    numberings,
    kept,
    automaticMarks: numberNotes(referencesIn(blocks), childElements(body).flatMap(sectionOf), settings),
    language,
  };
  const accept = readSide(records, "accept");
  const sides = { accept, reject: hasRevisions(parts) ? readSide(records, "reject") : accept };
  const beside = [...parts.values()].filter(({ name }) => name !== text.name);
  messages.push(
    ...kept.messages(),
    ...foreignContent(from, text.name, text.document.source, beside, settings, relationships),
  );
  const file: WordFile = {
    package: from,
    main: text.name,
    parts,
    styles,
    body: blocks,
    notes,
    comments,
    runProperties: runProperties.kept,
    objects: kept.objects,
    sides,
    messages,
  };
  return [file, messages];
}

/** Looks for revision elements in the sources: without any, both sides are one. */
function hasRevisions(parts: ReadonlyMap<string, WordPart>): boolean {
  return [...parts.values()].some(({ document }) => countRevisions(document.source) > 0);
}
