/**
 * What the window knows: the settings, the open document and how it is shown. The text itself lives in
 * ProseMirror's EditorState; everything said about changes is derived from it and kept nowhere else.
 * The session holds values and small verbs; flows that talk to the main process are files beside it.
 */
import type { Node } from "prosemirror-model";
import type { Command, EditorState, Transaction } from "prosemirror-state";
import type { TrackedChanges, TrackedUse } from "../../shared/draft/open";
import { commentsKey } from "../../shared/editing/comments";
import { type LabelPolicy, labelPolicyOf } from "../../shared/editing/label-policy";
import type { DocumentId, Host, Recoverable, Settings } from "../../shared/ipc";
import type { DocumentComment } from "../../shared/model/comment";
import type { Language } from "../../shared/model/document";
import type { ComparedProposal, Compilation } from "../../shared/redline/compilation-types";
import type { Provision, Redline } from "../../shared/redline/redline-types";
import type { Message } from "../../shared/result";
import { type Background, inPlace } from "./background";
import { firstSearch, type Search } from "./find-query";
import type { NamedBytes } from "./named-bytes";
import type { RebasedParts } from "./settle-order";
import type { Beside } from "./side-by-side";
import { createStore, type Store } from "./store";

/** A text on the page, or the table that shows all of them beside one another. */
export type TextView = "marked" | "clean" | "base" | "sideBySide" | "compilation" | "versions";
export type PanelTab = "changes" | "checks" | "brackets" | "proposal" | "comments" | "messages" | "meeting";

export interface OpenDocument {
  /** Tells one opened document from the next, whatever their names. */
  key: number;
  base: Node;
  baseHash: string;
  /** The file the base was read from, kept in the draft so that export can go back into the same package. */
  source: { name: string; bytes: Uint8Array } | null;
  state: EditorState;
  /** Place on disk as the main process knows it; null until the first save. */
  file: DocumentId | null;
  name: string;
  createdAt: string;
  /** To whom changes belong that nobody else is known for; "" when that is nobody. */
  author: string;
  /** The document as it was last written to its file. */
  savedDoc: Node | null;
  savedPolicy: LabelPolicy;
  messages: Message[];
  /** What was said about the text when it was last written to its file. */
  savedComments: readonly DocumentComment[];
  /** What a meeting decides on, when the text is put together from proposals. */
  compilation: Compilation | null;
  /** The document before changes were accepted into its base: undo leads back to it when nothing else is left to undo. */
  before: OpenDocument | null;
  /** The document after an acceptance that was taken back, and the text in which redo makes it again. */
  after: OpenDocument | null;
  acceptedIn: Node | null;
}

/** Somebody else's proposal on the base of the open document. */
export interface OtherProposal extends ComparedProposal {
  /** The open document that it was laid beside. */
  key: number;
  /** What it was compared with. */
  base: Node;
}

/** What the room looks at in meeting mode, and how; see `meeting.ts`. */
export interface Meeting {
  /** Name of the row that the room looks at; null before the first one is chosen. */
  current: string | null;
  /** What next and previous walk. */
  walk: "changes" | "provisions";
  /** Whether stretches in which nothing changes are folded. */
  folds: boolean;
  theme: "light" | "dark";
  /** Size of the text in points. */
  size: number;
}

/** Another language version of the open document. */
export interface LanguageVersion {
  /** The open document that it was laid beside. */
  key: number;
  name: string;
  language: Language;
  redline: Redline;
}

/** A question or a form that stands in front of the window. */
export type DialogRequest =
  | { kind: "settings" }
  | { kind: "revise" }
  /** The form of a contribution: a new one, or the header block of the open one. */
  | { kind: "contribution"; editing: boolean }
  | { kind: "newProposal" }
  | { kind: "export"; format?: ExportKind }
  | { kind: "handout" }
  | { kind: "shortcuts" }
  | { kind: "about" }
  | { kind: "palette" }
  | { kind: "error"; title: string; message: Message; unsaved?: Unsaved }
  | { kind: "tracked"; name: string; changes: TrackedChanges; answer: (use: TrackedUse | "cancel") => void }
  | { kind: "otherBase"; name: string; differing: number; answer: (moves: boolean) => void }
  | { kind: "rebase"; name: string; parts: RebasedParts; answer: (yields: string[] | null) => void }
  | { kind: "unsaved"; name: string; answer: (choice: "save" | "discard" | "cancel") => void };

/** What a save that failed leaves behind: whether the text is at least in the journal. */
export interface Unsaved {
  isKept: boolean;
}

export type ExportKind = "tracked" | "typeset" | "clean" | "base" | "critic" | "json";

export interface Notice {
  id: number;
  tone: "success" | "info" | "warning";
  key: string;
  values?: Record<string, string | number>;
}

export interface SessionValue {
  settings: Settings;
  document: OpenDocument | null;
  view: TextView;
  /** How the side-by-side table is shown. */
  beside: Beside;
  /** Other proposals on the base of the open document; those of a document that was closed do not count. */
  proposals: OtherProposal[];
  version: LanguageVersion | null;
  /** Meeting mode, while the room looks on. */
  meeting: Meeting | null;
  /** The words that a new comment is being written about, in the text as it was when it was begun. */
  newComment: { from: number; to: number; doc: Node } | null;
  zoom: number;
  /** Whether the page takes the width there is, or keeps the size the user gave it. */
  zoomFits: boolean;
  outlineShown: boolean;
  panelShown: boolean;
  tab: PanelTab;
  /** A key of `app.busy.*` while something takes time, and how far it has come, where that is known. */
  busy: { key: string; values?: Record<string, string>; part?: number; stop?: () => void } | null;
  find: Search;
  dialog: DialogRequest | null;
  notices: Notice[];
  /** The template that was last chosen for an export. */
  template: NamedBytes | null;
  samples: string[];
  recoverable: Recoverable[];
  /** Whether the file that the window was started with is still being read. */
  awaitsFile: boolean;
}

/** What a crash must not cost is handed to this; see `journal.ts`. */
export interface Safekeeping {
  begin(): void;
  adopt(id: DocumentId): void;
  settle(): Promise<void>;
  /** Whether everything up to the last `settle` is on the disk. */
  isKept(): boolean;
  giveUp(): Promise<void>;
  end(): Promise<void>;
}

export interface Session extends Store<SessionValue> {
  host: Host;
  /** Applies a transaction to the open document's state. */
  dispatch(transaction: Transaction): void;
  /** Tells of every transaction that was applied, those that plugins added included. */
  onEdit(listener: (transactions: readonly Transaction[]) => void): () => void;
  /** Runs a document command; tells whether it did anything. */
  run(command: Command): boolean;
  /** Asks whether a document command could run. */
  can(command: Command): boolean;
  ask(dialog: DialogRequest): void;
  notify(notice: Omit<Notice, "id">): void;
  /** Shows what there was to say about something that was done. */
  tell(messages: readonly Message[]): void;
  /** Says what did not work; with `unsaved`, that the text has no file and where it is instead. */
  fail(title: string, message: Message, unsaved?: Unsaved): void;
  /** Keeps what a crash must not cost; none in a window without a main process. */
  journal: Safekeeping | null;
  /** Where long work is done. */
  background: Background;
  /** Set by the editor pane: gives the text the keyboard. */
  focusText: () => void;
  /** Set by the side-by-side table while it shows: brings a provision on screen there. */
  showProvision: ((provision: Provision) => void) | null;
}

export const zoomSteps = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3];

const firstSettings: Settings = { language: "en", author: "", theme: "system", knownResolutions: "" };

/** Starts a session without a document. */
export function createSession(host: Host, background: Background = inPlace()): Session {
  const store = createStore<SessionValue>({
    settings: firstSettings,
    document: null,
    view: "marked",
    proposals: [],
    version: null,
    beside: { columns: null, filter: "all", folds: false, author: null, section: null },
    meeting: null,
    newComment: null,
    zoom: 1,
    zoomFits: true,
    outlineShown: true,
    panelShown: true,
    tab: "changes",
    busy: null,
    find: firstSearch,
    dialog: null,
    notices: [],
    template: null,
    samples: [],
    recoverable: [],
    awaitsFile: false,
  });
  let notices = 0;
  const edits = new Set<(transactions: readonly Transaction[]) => void>();

  const session: Session = {
    ...store,
    host,
    dispatch(transaction) {
      const { document } = store.getSnapshot();
      if (!document) return;
      const { state, transactions } = document.state.applyTransaction(transaction);
      store.update({ document: { ...document, state } });
      for (const listener of edits) listener(transactions);
    },
    onEdit(listener) {
      edits.add(listener);
      return () => edits.delete(listener);
    },
    run(command) {
      const { document } = store.getSnapshot();
      return document ? command(document.state, session.dispatch) : false;
    },
    can(command) {
      const { document } = store.getSnapshot();
      return document ? command(document.state) : false;
    },
    ask: (dialog) => store.update({ dialog }),
    notify(notice) {
      notices++;
      store.update(({ notices: shown }) => ({ notices: [...shown, { ...notice, id: notices }] }));
    },
    tell(messages) {
      for (const { severity, code, values = {} } of messages) {
        session.notify({ tone: severity === "information" ? "info" : "warning", key: `messages.${code}`, values });
      }
    },
    fail(title, message, unsaved) {
      // Who stopped it needs no error to know.
      if (message.code === "window.task-cancelled") return;
      store.update({ dialog: { kind: "error", title, message, ...(unsaved ? { unsaved } : {}) } });
    },
    journal: null,
    background,
    focusText: () => {},
    showProvision: null,
  };
  return session;
}

/** Whether the open document differs from its file. */
export function isDirty(document: OpenDocument): boolean {
  const { savedDoc, savedPolicy, state } = document;
  return savedDoc !== state.doc || savedPolicy !== labelPolicyOf(state) || hasNewComments(document);
}

/** Whether something was said, answered or settled since the last save. */
export function hasNewComments({ savedComments, state }: OpenDocument): boolean {
  return (commentsKey.getState(state)?.said ?? savedComments) !== savedComments;
}
