/**
 * The lines of both sides of a Word file, read from its bytes paragraph by paragraph: what stands in the body is
 * read by the same readers that open a file, turned into the lines of either side and let go again, so a long file
 * needs no more memory than its text. Notes come last and are put where they are referred to. Nothing but the text
 * is kept: who changed what, comments and looks are for `readDocx`.
 */
import { isXml, type Package } from "../opc/package";
import type { Packing } from "../opc/packing";
import { inflateEntry } from "../opc/zip-entry";
import { type Message, type Result, success } from "../result";
import { countElements, element, type XmlDocument, type XmlElement } from "../xml/element";
import { readBlocks } from "./body-reader";
import { FieldCounter } from "./counted-fields";
import { KeptContent } from "./kept-content";
import { numberNotes, referencesIn, sectionOf } from "./note-numbers";
import { readNotes } from "./notes-reader";
import { LabelCounter } from "./numbering-labels";
import { readNumberings } from "./numbering-reader";
import { PartReader } from "./part-reader";
import type { BlockRecord, NoteRecord, Side } from "./records";
import { runPropertiesReader } from "./run-properties-reader";
import { sideBlocks } from "./side-blocks";
import { sideNotes } from "./side-notes";
import type { BlockContext } from "./side-paragraph";
import { readStyles } from "./styles-reader";
import { type LineOptions, SourceLines, type TextLine } from "./text-lines";
import { mostParagraphs, notWord, openWord, readRelated, streamPart, tooManyParagraphs } from "./word-parts";

/** Parts of more bytes than these stay compressed until they are read, or proved at the end. */
const largestWhole = 1 << 14;
const noPrefixes: ReadonlyMap<string, string> = new Map();

/** Reads the lines of both sides; the options say what each side leaves out. */
export function* readFileLines(
  bytes: Uint8Array,
  options: Readonly<Record<Side, LineOptions>>,
): Packing<Result<Record<Side, TextLine[]>>> {
  const opened = openWord(bytes, largestWhole);
  if (!opened.ok) return opened;
  const { package: from, main } = opened.value;
  const messages: Message[] = [];
  const related = (kind: string) => readRelated(opened.value, kind, messages);
  const settings = related("settings")?.document.root;
  const styles = readStyles(related("styles")?.document.root);
  const numberings = readNumberings(related("numbering")?.document.root, styles);
  const kept = new KeptContent();
  const runProperties = runPropertiesReader(styles, undefined);
  let automaticMarks: ReadonlyMap<string, string> = new Map();
  const contextOf = (side: Side): BlockContext => ({
    side,
    styles,
    kept,
    fields: new FieldCounter(styles),
    labels: new LabelCounter(numberings, styles),
    automaticMark: (note) => automaticMarks.get(note) ?? "",
    notes: new Map(),
    made: [],
  });
  const sides = (["reject", "accept"] as const).map((side) => ({
    context: contextOf(side),
    lines: new SourceLines(options[side]),
  }));

  const references: string[] = [];
  const sections: XmlElement[] = [];
  let paragraphs = 0;
  let waiting: BlockRecord[] = [];
  const flush = () => {
    for (const { context, lines } of sides) {
      lines.add(sideBlocks(waiting, context));
      context.made.length = 0;
    }
    waiting = [];
  };
  const take = (node: XmlElement, source: string) => {
    paragraphs += node.name === "w:p" ? 1 : countElements(node, "w:p");
    if (paragraphs > mostParagraphs) return;
    const reader = readerOf({ name: main, document: { root: node, source, prefixes: noPrefixes } });
    const blocks = readBlocks(element("w:body", {}, [node]), reader, {});
    sections.push(...sectionOf(node));
    references.push(...referencesIn(blocks));
    waiting.push(...blocks);
    // A paragraph that ends on both sides lets go of all that stands before it.
    const last = waiting.at(-1);
    if (last?.kind === "paragraph" && !last.mark.inserted && !last.mark.deleted) flush();
  };
  const text = yield* streamPart(from, main, { under: "w:body", take });
  if (!text.ok) return text;
  const root = text.value;
  if (root.name !== "w:document" || countElements(root, "w:body") === 0) return notWord(main);
  if (paragraphs > mostParagraphs) return tooManyParagraphs(main);
  flush();

  const unread = unsoundPart(from, main);
  if (unread) return unread;
  automaticMarks = numberNotes(references, sections, settings);
  const notes = new Map<string, NoteRecord>();
  for (const kind of ["footnote", "endnote"] as const) {
    const part = related(`${kind}s`);
    if (part) for (const note of readNotes(readerOf(part), kind)) notes.set(note.id, note);
  }
  const [reject, accept] = sides.map(({ context, lines }) => lines.complete(sideNotes(notes, context)));
  return success({ reject: reject!, accept: accept! });

  function readerOf({ name, document }: { name: string; document: XmlDocument }): PartReader {
    return new PartReader(name, document, runProperties, kept, readBlocks, false);
  }
}

/** The first part beside the text that is left compressed and does not hold what the directory says. */
function unsoundPart({ parts }: Package, main: string): Result<never> | null {
  for (const { name, stored, bytes } of parts) {
    if (bytes || !stored || !isXml(name) || name === main) continue;
    const inflated = inflateEntry(stored);
    if (!inflated.ok) return inflated;
  }
  return null;
}
