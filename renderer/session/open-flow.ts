/**
 * Opening: a base, a draft, a sample, a dropped file, a new resolution. Whatever the way, unsaved work
 * is asked about first, reading happens before anything on the screen changes, and a file that cannot be
 * read gives one sentence and leaves the window as it was.
 */

import { keymap } from "prosemirror-keymap";
import { sizeAllowed } from "../../shared/draft/largest-file";
import type { TrackedUse } from "../../shared/draft/open";
import { commentsKey } from "../../shared/editing/comments";
import { decisionPlugin } from "../../shared/editing/decide";
import { createDraftState } from "../../shared/editing/draft-state";
import type { OpenedFile } from "../../shared/ipc";
import { compile } from "../../shared/redline/compile";
import type { Message, Result } from "../../shared/result";
import { schema } from "../../shared/schema/schema";
import { showTime } from "../components/times";
import { pagePlugins } from "../editor/page-plugins";
import { words } from "../words";
import { redoAcceptance, undoAcceptance } from "./acceptance";
import { type DocumentParts, partsOf } from "./document-parts";
import { performBeside, performParts } from "./long-work";
import { repairDamaged } from "./repair-flow";
import { settleUnsaved } from "./save-flow";
import type { OpenDocument, Session } from "./session";

let documents = 0;

/** Where a document came from, when it has a place on disk. */
export interface Place {
  name: string;
  file: string | null;
  /** True when the file holds exactly this text. */
  saved: boolean;
}

/** Shows a document in place of the one before. */
export function showDocument(session: Session, parts: DocumentParts, { name, file, saved }: Place): void {
  const { base, current, source, labelPolicy, createdAt, messages, comments, earlier, links } = parts;
  const compilation = parts.proposals.length > 0 ? compile(base, parts.proposals) : null;
  const state = createDraftState({
    base,
    current,
    author: () => session.getSnapshot().settings.author,
    labelPolicy,
    ...(earlier ? { attribution: earlier } : {}),
    comments,
    plugins: [
      ...pagePlugins({ links, open: (address) => void openLink(session, address) }),
      ...(compilation ? [decisionPlugin(compilation)] : []),
      // These do nothing as long as there is an edit to undo or to redo.
      keymap({
        "Mod-z": () => undoAcceptance(session),
        "Mod-y": () => redoAcceptance(session),
        "Mod-Shift-z": () => redoAcceptance(session),
      }),
    ],
  });
  documents++;
  const document: OpenDocument = {
    key: documents,
    base,
    baseHash: parts.baseHash,
    source,
    state,
    file,
    name,
    createdAt,
    author: parts.author ?? session.getSnapshot().settings.author,
    savedDoc: saved ? state.doc : null,
    savedPolicy: labelPolicy,
    savedComments: commentsKey.getState(state)?.said ?? [],
    messages,
    compilation,
    before: null,
    after: null,
    acceptedIn: null,
  };
  const tab = messages.some(({ severity }) => severity !== "information") ? "messages" : "changes";
  session.update({ document, view: "marked", tab, newComment: null });
  if (!saved) session.journal?.begin();
  requestAnimationFrame(() => session.focusText());
}

/** Opens a link of the document outside the program, which asks first; one that may not be opened is told. */
async function openLink(session: Session, address: string): Promise<void> {
  if (/^(?:https?|mailto):/i.test(address)) await session.host.openLink(address);
  else session.fail("error.title", { severity: "error", code: "link.not-opened", values: { address } });
  session.focusText();
}

/** Asks for a base text and opens it. */
export async function openBaseFile(session: Session): Promise<void> {
  await openChosen(session, "base");
}

/** Asks for a draft and opens it. */
export async function openDraftFile(session: Session): Promise<void> {
  await openChosen(session, "draft");
}

/** Opens one of the files last used. */
export async function openRecent(session: Session, id: string): Promise<void> {
  const opened = await session.host.openRecent(id);
  if (!opened.ok) return session.fail("error.notOpened", opened.error);
  if (opened.value) await openBytes(session, opened.value);
}

async function openChosen(session: Session, purpose: "base" | "draft"): Promise<void> {
  if (!(await settleUnsaved(session))) return;
  const chosen = await session.host.openFile(purpose);
  if (!chosen.ok) return session.fail("error.notOpened", chosen.error);
  if (chosen.value) await openBytes(session, chosen.value);
}

/** Opens a file of the main process: a draft is continued, anything else becomes a base. */
export async function openBytes(session: Session, file: OpenedFile): Promise<boolean> {
  const parts = await readAsWanted(session, file);
  if (!parts) return false;
  if (!parts.ok) return openRepaired(session, file, parts.error);
  const { isDraft, base, current } = parts.value;
  const messages = [...heldElsewhere(session, file), ...parts.value.messages];
  showDocument(
    session,
    { ...parts.value, messages },
    {
      name: withoutExtension(file.name),
      // A base keeps no tie to its file: saving makes a draft beside it.
      file: isDraft && file.id !== "" ? file.id : null,
      saved: isDraft || base === current,
    },
  );
  tellWhatWasFound(session, parts.value, file.name);
  return true;
}

/** Two programs on one draft: the second is told at once; the save of either that comes second is refused. */
function heldElsewhere(session: Session, { name, heldBy }: OpenedFile): Message[] {
  if (!heldBy) return [];
  const { author, computer, since } = heldBy;
  const when = showTime(since, session.getSnapshot().settings.language, words);
  const values = { name, who: author || computer, computer, when };
  return [{ severity: "warning", code: "file.open-elsewhere", values }];
}

/** A damaged draft is opened as far as it goes, without a place: its file is left as it is. */
async function openRepaired(session: Session, file: OpenedFile, error: Message): Promise<boolean> {
  const parts = await repairDamaged(session, file, error);
  if (parts?.ok) showDocument(session, parts.value, { name: withoutExtension(file.name), file: null, saved: false });
  else session.fail("error.notOpened", parts?.error ?? error);
  return parts?.ok === true;
}

/** Reads a file; one with tracked changes is asked about, and null means that the user thought better of it. */
async function readAsWanted(session: Session, file: OpenedFile): Promise<Result<DocumentParts> | null> {
  const { name, bytes } = file;
  const read = (tracked?: TrackedUse) =>
    performParts(session, "open", { name }, { do: "open", file: { name, bytes }, ...(tracked ? { tracked } : {}) });
  const parts = await read();
  if (!parts.ok || !parts.value.tracked) return parts;
  const changes = parts.value.tracked;
  const use = await new Promise<TrackedUse | "cancel">((answer) => {
    session.ask({ kind: "tracked", name, changes, answer });
  });
  session.update({ dialog: null });
  if (use === "cancel") return null;
  return use === "proposal" ? parts : read(use);
}

function tellWhatWasFound(session: Session, { base, isDraft }: DocumentParts, name: string): void {
  let sections = 0;
  let items = 0;
  base.descendants((node) => {
    if (node.type.name === "section") sections++;
    if (node.type.name === "item") items++;
    return !node.isTextblock;
  });
  if (!isDraft) session.notify({ tone: "info", key: "toast.opened", values: { name, sections, items } });
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
  if (!file || second) return session.fail("error.notOpened", { severity: "error", code: "window.drop-one" });
  const allowed = sizeAllowed(file.name, file.size);
  if (!allowed.ok) return session.fail("error.notOpened", allowed.error);
  if (!(await settleUnsaved(session))) return;
  const bytes = new Uint8Array(await file.arrayBuffer());
  // The page never learns where a dropped file lives, so a draft opened this way asks for its place on saving.
  await openBytes(session, { id: "", name: file.name, bytes });
}

/** Starts a draft resolution that has no base: everything in it is an addition. */
export async function newResolution(session: Session): Promise<void> {
  if (!(await settleUnsaved(session))) return;
  const { language } = session.getSnapshot().settings;
  const bytes = await session.host.readResource(`skeletons/resolution-${language}.txt`);
  if (!bytes.ok) return session.fail("error.notOpened", bytes.error);
  const name = words("commands.newResolution");
  const read = await performBeside(session, "open", { name }, { do: "open", file: { name, bytes: bytes.value } });
  if (!read.ok) return session.fail("error.notOpened", read.error);
  const { current } = read.value;
  const base = schema.node("doc", { language: current.attrs.language }, [schema.node("proposal")]);
  showDocument(session, partsOf(base, current, null, []), { name, file: null, saved: false });
}

/** Leaves the document for the first screen. */
export async function closeDocument(session: Session): Promise<void> {
  if (!(await settleUnsaved(session))) return;
  session.update({ document: null, recoverable: await session.host.listRecoverable() });
}

/** A file's name as the name of what is in it. */
export function withoutExtension(name: string): string {
  return name.replace(/(?:\.resdraft|\.docx|\.docm|\.dotx|(?:\.critic)?\.txt)$/i, "");
}
