/**
 * Opening: a base, a draft, a sample, a dropped file, a new resolution. Whatever the way, unsaved work
 * is asked about first, reading happens before anything on the screen changes, and a file that cannot be
 * read gives one sentence and leaves the window as it was.
 */
import type { Node } from "prosemirror-model";
import { createDraftState, type LabelPolicy } from "../../shared/editing/draft-state";
import type { OpenedFile } from "../../shared/ipc";
import { failure, type Message, type Result } from "../../shared/result";
import { contentText } from "../../shared/schema/blocks";
import { readBase } from "./formats";
import { startJournal, stopJournal } from "./journal";
import { settleUnsaved } from "./save-flow";
import type { OpenDocument, Session } from "./session";

let documents = 0;

/** What a document is made of before it is shown. */
export interface DocumentParts {
  base: Node;
  current: Node;
  baseName: string;
  baseHash: string;
  baseSource: Uint8Array | null;
  name: string;
  file: string | null;
  labelPolicy: LabelPolicy;
  createdAt: string;
  messages: Message[];
  /** True when the file on disk holds exactly this. */
  saved: boolean;
}

/** Shows a document in place of the one before. */
export function showDocument(session: Session, parts: DocumentParts): void {
  const { base, current, baseName, baseHash, baseSource, name, file, labelPolicy, createdAt, messages } = parts;
  const { author } = session.getSnapshot().settings;
  const state = createDraftState({ base, current, author, labelPolicy });
  documents++;
  const document: OpenDocument = {
    key: documents,
    base,
    baseName,
    baseHash,
    baseSource,
    state,
    file,
    name,
    createdAt,
    savedDoc: parts.saved ? state.doc : null,
    savedPolicy: labelPolicy,
    messages,
  };
  session.update({ document, view: "marked", tab: messages.length > 0 ? "messages" : "changes", recoverable: [] });
  startJournal(session);
  requestAnimationFrame(() => session.focusText());
}

/** Asks for a base text and opens it. */
export async function openBaseFile(session: Session): Promise<void> {
  await openChosen(session, "base");
}

/** Asks for a draft and opens it. */
export async function openDraftFile(session: Session): Promise<void> {
  await openChosen(session, "draft");
}

async function openChosen(session: Session, purpose: "base" | "draft"): Promise<void> {
  if (!(await settleUnsaved(session))) return;
  const chosen = await session.host.openFile(purpose);
  if (!chosen.ok) return session.fail("error.notOpened", chosen.error);
  if (chosen.value) await openBytes(session, chosen.value);
}

/** Opens a file of the main process: a draft is continued, anything else becomes a base. */
export async function openBytes(session: Session, file: OpenedFile): Promise<boolean> {
  const parts = await session.busyWhile("open", { name: file.name }, () => readParts(file));
  if (!parts.ok) {
    session.fail("error.notOpened", parts.error);
    return false;
  }
  showDocument(session, parts.value);
  tellWhatWasFound(session, parts.value);
  return true;
}

function readParts(file: OpenedFile): Result<DocumentParts> {
  const read = readBase(file.bytes, file.name);
  if (!read.ok) return read;
  const { base, current } = read.value;
  return {
    ok: true,
    messages: read.messages,
    value: {
      base,
      current,
      baseName: file.name,
      baseHash: "",
      baseSource: file.bytes,
      name: withoutExtension(file.name),
      file: null,
      labelPolicy: "renumber",
      createdAt: new Date().toISOString(),
      messages: read.messages,
      saved: current === base,
    },
  };
}

function tellWhatWasFound(session: Session, { base, name }: DocumentParts): void {
  let sections = 0;
  let items = 0;
  base.descendants((node) => {
    if (node.type.name === "section") sections++;
    if (node.type.name === "item" && contentText(node) !== "") items++;
    return !node.isTextblock;
  });
  if (sections > 0) session.notify({ tone: "info", key: "toast.opened", values: { name, sections, items } });
}

/** Opens a bundled sample. */
export async function openSample(session: Session, name: string): Promise<void> {
  if (!(await settleUnsaved(session))) return;
  const bytes = await session.host.readResource(`samples/${name}`);
  if (!bytes.ok) return session.fail("error.notOpened", bytes.error);
  await openBytes(session, { id: "", name, bytes: bytes.value });
}

/** Opens a file that was dropped on the window. */
export async function openDropped(session: Session, files: File[]): Promise<void> {
  const [file, second] = files;
  if (!file || second) return session.fail("error.notOpened", dropProblem());
  if (!(await settleUnsaved(session))) return;
  const bytes = new Uint8Array(await file.arrayBuffer());
  // The page never learns where a dropped file lives, so a draft opened this way asks for its place on saving.
  await openBytes(session, { id: "", name: file.name, bytes });
}

function dropProblem(): Message {
  const result = failure("window.drop-one");
  return result.ok ? { severity: "error", code: "unexpected" } : result.error;
}

/** Starts an empty draft resolution. */
export async function newResolution(session: Session): Promise<void> {
  if (!(await settleUnsaved(session))) return;
}

/** Leaves the document for the first screen. */
export async function closeDocument(session: Session): Promise<void> {
  if (!(await settleUnsaved(session))) return;
  await stopJournal(session);
  session.update({ document: null });
}

function withoutExtension(name: string): string {
  return name.replace(/\.[^.]+$/, "");
}
