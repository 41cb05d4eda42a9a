/**
 * Opens a file by what it holds, not by its name: a draft, a Word document or a plain text. A document
 * becomes a base; a Word document with tracked changes and a text in CriticMarkup give both of their sides,
 * the text before the changes as the base and the text with them as the current one, unless one side alone is
 * asked for.
 */
import type { Node } from "prosemirror-model";
import { readDocx } from "../docx/document-reader";
import { linksOf } from "../docx/links";
import { revisionsOf } from "../docx/revisions-reader";
import { type WordFile, wordToSource } from "../docx/word-file";
import type { DocumentComment } from "../model/comment";
import type { DocumentModel, Language } from "../model/document";
import type { SourceDocument } from "../model/source";
import { containerKind } from "../opc/container-kind";
import { packageLimits } from "../opc/limits";
import { readZip } from "../opc/zip-reader";
import { comparedBase } from "../redline/compared-base";
import { redline } from "../redline/redline";
import { detectLanguage } from "../resolution/detect-language";
import { recognise } from "../resolution/recognise";
import { type Message, type Result, success } from "../result";
import { modelToDoc } from "../schema/model-to-doc";
import { readMarkedText, readText } from "../text/reader";
import { adoptIds } from "./adopt-ids";
import { documentComments } from "./document-comments";
import { type Draft, draftParts } from "./draft";
import { readDraft } from "./draft-reader";
import { type TrackedSpan, trackedSpans } from "./tracked-spans";

export interface OpenedBase {
  kind: "text" | "docx";
  /** The base: the document as it stood before any tracked change. */
  doc: Node;
  model: DocumentModel;
  language: Language;
  /** The document with its tracked changes accepted, sharing its ids with the base; null when it has none. */
  current: Node | null;
  /** Who made the tracked changes, and when; what `seedAttribution` takes. */
  spans: TrackedSpan[];
  /** What the file tracks, whichever way it was opened; null when it tracks nothing. */
  tracked: TrackedChanges | null;
  comments: DocumentComment[];
  /** Where the links of a Word file lead; see `linksOf`. */
  links: Readonly<Record<string, string>>;
}

export interface TrackedChanges {
  count: number;
  authors: string[];
}

/** What becomes of tracked changes: base and current text, or one side that becomes the base. */
export type TrackedUse = "proposal" | "accept" | "reject";

export type Opened = ({ kind: "draft" } & { draft: Draft }) | OpenedBase;

export interface OpenOptions {
  /** The language of the document, when the user knows better than the text. */
  language?: Language;
  /** A proposal, when nothing is said. */
  tracked?: TrackedUse;
}

/** The text as it stands now: with the tracked changes of a draft or a Word file, or the base where there are none. */
export function currentText(opened: Opened): Node {
  return opened.kind === "draft" ? opened.draft.current : (opened.current ?? opened.doc);
}

/** The text that the current one is compared with; of a contribution, the texts that its proposals change. */
export function baseText(opened: Opened): Node {
  return opened.kind === "draft" ? comparedBase(opened.draft.base, opened.draft.current) : opened.doc;
}

/** Opens a document as a base. */
export function openBase(bytes: Uint8Array, fileName: string, options: OpenOptions = {}): Result<OpenedBase> {
  const kind = containerKind(bytes);
  // What a name promises in vain is told; without such a promise the reader of texts says what is wrong.
  const asText = kind === "empty" || ((kind === "text" || kind === "other") && !promisesWord.test(fileName));
  if (!asText) return openWord(bytes, options);
  return isMarked.test(fileName) ? openMarkedText(bytes, fileName, options) : openText(bytes, fileName, options);
}

/** What the program itself writes; elsewhere braces may belong to the text. */
const isMarked = /\.critic\.txt$/i;
const promisesWord = /\.(?:doc|dot)[xm]?$/i;

/** Opens whatever a file holds. */
export function openAny(bytes: Uint8Array, fileName: string, options: OpenOptions = {}): Result<Opened> {
  if (!isDraft(bytes, fileName)) return openBase(bytes, fileName, options);
  const draft = readDraft(bytes);
  return draft.ok ? success({ kind: "draft", draft: draft.value }, draft.messages) : draft;
}

/** A damaged draft has no readable directory; then its name tells what it was. */
function isDraft(bytes: Uint8Array, fileName: string): boolean {
  const named = fileName.toLowerCase().endsWith(".resdraft");
  if (containerKind(bytes) !== "zip") return named;
  const archive = readZip(bytes, packageLimits);
  return archive.ok ? archive.value.some(({ name }) => name === draftParts.json) : named;
}

function openText(bytes: Uint8Array, fileName: string, options: OpenOptions): Result<OpenedBase> {
  const source = readText(bytes, fileName);
  if (!source.ok) return source;
  const side = toDocument(source.value, source.messages, options);
  if (!side.ok) return side;
  return success(
    { kind: "text", ...side.value, current: null, spans: [], tracked: null, comments: [], links: {} },
    side.messages,
  );
}

/** A text in CriticMarkup opens as a tracked Word file does; it names no author and no time. */
function openMarkedText(bytes: Uint8Array, fileName: string, options: OpenOptions): Result<OpenedBase> {
  const read = readMarkedText(bytes, fileName);
  if (!read.ok) return read;
  const { base, current, changes } = read.value;
  const tracked = changes > 0 ? { count: changes, authors: [] } : null;
  const use = (tracked && options.tracked) ?? "proposal";
  // A text that is new as a whole tells its language alone.
  const spoken = base.blocks.length > 0 ? options : { language: detectLanguage(current).language, ...options };
  const opened = toDocument(use === "accept" ? current : base, read.messages, spoken);
  if (!opened.ok) return opened;
  const { doc, language } = opened.value;
  const text: OpenedBase = {
    kind: "text",
    ...opened.value,
    current: null,
    spans: [],
    tracked,
    comments: [],
    links: {},
  };
  if (!tracked || use !== "proposal") return success(text, opened.messages);
  const accepted = toDocument(current, [], { language });
  if (!accepted.ok) return accepted;
  const adopted = adoptIds(doc, accepted.value.doc, redline(doc, accepted.value.doc));
  return success({ ...text, current: adopted }, opened.messages);
}

function openWord(bytes: Uint8Array, options: OpenOptions): Result<OpenedBase> {
  const read = readDocx(bytes);
  if (!read.ok) return read;
  const file = read.value;
  const tracked = trackedChanges(file);
  const use = (tracked && options.tracked) ?? "proposal";
  const base = toDocument(wordToSource(file, use === "accept" ? "accept" : "reject"), read.messages, options);
  if (!base.ok) return base;
  const { doc, language } = base.value;
  if (!tracked || use !== "proposal") {
    const comments = documentComments(file, doc, doc);
    return success(
      { kind: "docx", ...base.value, current: null, spans: [], tracked, comments, links: linksOf(file) },
      base.messages,
    );
  }
  const accepted = toDocument(wordToSource(file, "accept"), [], { language });
  if (!accepted.ok) return accepted;
  const compared = redline(doc, accepted.value.doc);
  const current = adoptIds(doc, accepted.value.doc, compared);
  const spans = trackedSpans(file, doc, current, compared);
  const comments = documentComments(file, doc, current);
  return success(
    { kind: "docx", ...base.value, current, spans, tracked, comments, links: linksOf(file) },
    base.messages,
  );
}

function trackedChanges(file: WordFile): TrackedChanges | null {
  if (!Object.values(file.sides).some(({ attributions }) => attributions.length > 0)) return null;
  const revisions = revisionsOf(file);
  return { count: revisions.length, authors: [...new Set(revisions.map(({ author }) => author))].filter(Boolean) };
}

function toDocument(
  source: SourceDocument,
  before: readonly Message[],
  options: OpenOptions,
): Result<Pick<OpenedBase, "doc" | "model" | "language">> {
  const recognised = recognise(source, options);
  if (!recognised.ok) return recognised;
  const model = recognised.value;
  const messages = [...before, ...recognised.messages];
  return success({ doc: modelToDoc(model), model, language: model.language }, messages);
}
