/**
 * Every step of an edit goes to the main process's journal within half a second, so that a crash costs
 * nothing. A line is JSON: steps, or the label policy. The journal begins with a whole draft; when the
 * main process says that it is full, it begins anew with the text as it is.
 */

import type { Transaction } from "prosemirror-state";
import { type LabelPolicy, labelPolicyOf } from "../../shared/editing/label-policy";
import type { DocumentId } from "../../shared/ipc";
import type { Message } from "../../shared/result";
import { draftBytes } from "./formats";
import type { JournalLine } from "./replay";
import type { Safekeeping, Session } from "./session";

const delayMs = 400;
/** After a failure: soon enough to be safe again, not so soon as to keep a full disk busy. */
const retryMs = 5000;

/** Keeps a journal of whatever document is open, from now on. */
export function keepJournal(session: Session): Safekeeping {
  return new Journal(session);
}

class Journal implements Safekeeping {
  private id: DocumentId | null = null;
  /** The document that the journal is about. */
  private key = 0;
  private lines: string[] = [];
  private unwritten = false;
  private policy: LabelPolicy = "renumber";
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Writes go out one after the other. */
  private writing: Promise<void> = Promise.resolve();
  /** Stops waiting for a document that the user let go to be gone. */
  private staying: (() => void) | null = null;
  /** The user was told that the journal cannot be written; once is enough until it can again. */
  private told = false;

  constructor(private readonly session: Session) {
    session.onEdit((transactions) => this.note(transactions));
  }

  /** Writes down a document that no file holds yet, before its first edit. */
  begin(): void {
    this.follow();
    this.unwritten = true;
    this.timer ??= setTimeout(() => this.flush(), delayMs);
  }

  /** Takes over the journal that a recovered document came from, and begins it anew: its end may be torn. */
  adopt(id: DocumentId): void {
    this.begin();
    this.id = id;
  }

  /** Writes at once what waits, so that a file about to be saved is never ahead of its journal. */
  settle(): Promise<void> {
    clearTimeout(this.timer);
    this.flush();
    return this.writing;
  }

  isKept(): boolean {
    return !this.told;
  }

  /** The user lets the document go without saving: its journal goes with it, but not before. */
  async giveUp(): Promise<void> {
    const { session, key } = this;
    this.staying?.();
    await this.settle();
    const stop = session.subscribe(() => {
      if (session.getSnapshot().document?.key === key) return;
      this.staying?.();
      void this.end();
    });
    this.staying = () => {
      stop();
      this.staying = null;
    };
  }

  /** The document is on disk or gone: nothing needs recovering. */
  async end(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.lines = [];
    this.unwritten = false;
    const { key, id } = this;
    await this.writing;
    // Meanwhile another document may have taken its place.
    const last = this.key === key ? this.id : id;
    if (this.key === key) this.id = null;
    if (last !== null) await this.session.host.discardJournal(last);
  }

  private note(transactions: readonly Transaction[]): void {
    const { document } = this.session.getSnapshot();
    if (!document) return;
    this.staying?.();
    this.follow();
    const steps = transactions.flatMap((transaction) => transaction.steps.map((step) => step.toJSON()));
    const policy = labelPolicyOf(document.state);
    const line: JournalLine = {};
    if (steps.length > 0) line.steps = steps;
    if (policy !== this.policy) line.policy = policy;
    this.policy = policy;
    if (!line.steps && !line.policy) return;
    this.lines.push(JSON.stringify(line));
    // Not put off by further typing: the first key of a burst waits no longer than the last.
    this.timer ??= setTimeout(() => this.flush(), delayMs);
  }

  /** A new document has a journal of its own. */
  private follow(): void {
    const { document } = this.session.getSnapshot();
    if (!document || document.key === this.key) return;
    this.key = document.key;
    this.id = null;
    this.lines = [];
    this.policy = document.savedPolicy;
  }

  private flush(): void {
    this.timer = undefined;
    this.writing = this.writing.then(() => this.write());
  }

  private async write(): Promise<void> {
    const { session } = this;
    const { document } = session.getSnapshot();
    if (!document || (this.lines.length === 0 && !this.unwritten)) return;
    const lines = this.lines;
    this.lines = [];
    const { unwritten } = this;
    this.unwritten = false;
    if (this.id !== null && !unwritten) {
      const added = await session.host.appendJournal(this.id, lines);
      if (added.ok) return;
      if (added.error.code !== "journal.full") return this.fail(document.key, added.error);
    }
    // The first entry of a document, or of a new length of journal, is the whole draft.
    const draft = draftBytes(document, "journal");
    const begun = await session.host.startJournal(this.id, document.name, draft);
    if (!begun.ok) return this.fail(document.key, begun.error);
    this.told = false;
    if (this.key === document.key) this.id = begun.value;
  }

  /** What could not be added is lost to the journal, so it begins anew with the whole text as soon as it can. */
  private fail(key: number, error: Message): void {
    if (this.key !== key) return;
    this.unwritten = true;
    this.timer ??= setTimeout(() => this.flush(), retryMs);
    const isNews = !this.told;
    this.told = true;
    if (isNews) this.session.fail("error.notKept", error, { isKept: false });
  }
}
