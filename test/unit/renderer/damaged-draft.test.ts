/** The ways back of the window: a damaged draft, its previous version, and a journal that cannot be written. */
import { strToU8 } from "fflate";
import { beforeEach, expect, test, vi } from "vitest";
import { isEnabled, runCommand } from "../../../renderer/commands/registry";
import { keepJournal } from "../../../renderer/session/journal";
import { openBytes } from "../../../renderer/session/open-flow";
import { saveDocument } from "../../../renderer/session/save-flow";
import { createSession, type OpenDocument, type Session } from "../../../renderer/session/session";
import { speak } from "../../../renderer/words";
import { failure, success } from "../../../shared/result";
import { type FakeHost, fakeHost } from "../../support/fake-host";

const text = "The Assembly,\nconsidering\na)\tthat readings are kept;\nb)\tthat readings are shared.";
let host: FakeHost;
let session: Session;

beforeEach(async () => {
  await speak("en");
  host = fakeHost();
  session = createSession(host);
  session.journal = keepJournal(session);
});

function open(): OpenDocument {
  const { document } = session.getSnapshot();
  if (!document) throw new Error("No document is open.");
  return document;
}

function type(words: string): void {
  session.dispatch(open().state.tr.insertText(words, open().state.doc.content.size - 4));
}

/** A draft as it stands on the disk after one edit. */
async function savedDraft(): Promise<Uint8Array> {
  await openBytes(session, { id: "", name: "base.txt", bytes: strToU8(text) });
  type(" widely");
  host.toSave.push("Draft.resdraft");
  await saveDocument(session, "saveAs");
  const bytes = host.saved.get("Draft.resdraft");
  if (!bytes) throw new Error("Nothing was saved.");
  return bytes;
}

test("a draft without its end is opened as a new document, and the list says what it is", async () => {
  const bytes = await savedDraft();
  const { state } = open();
  expect(await openBytes(session, { id: "x", name: "Draft.resdraft", bytes: bytes.slice(0, -30) })).toBe(true);
  expect(open().file).toBeNull();
  expect(open().state.doc.textContent).toBe(state.doc.textContent);
  expect(open().messages.map(({ code }) => code)).toContain("draft.repaired");
  expect(session.getSnapshot().tab).toBe("messages");
});

test("a draft that cannot be read falls back on its previous version, or leaves everything as it was", async () => {
  const bytes = await savedDraft();
  const before = open();
  const broken = { id: "x", name: "Draft.resdraft", bytes: bytes.slice(0, 20) };
  expect(await openBytes(session, broken)).toBe(false);
  expect(open()).toBe(before);
  expect(session.getSnapshot().dialog).toMatchObject({ kind: "error", message: { code: "draft.beyond-repair" } });
  host.previous.set("x", bytes);
  expect(await openBytes(session, broken)).toBe(true);
  expect(open().messages[0]).toMatchObject({ code: "draft.lost-all-from-previous" });
  expect(open().state.doc.textContent).toBe(before.state.doc.textContent);
});

test("a file of another kind is not repaired", async () => {
  await savedDraft();
  expect(await openBytes(session, { id: "x", name: "x.docx", bytes: strToU8("PK\u0003\u0004 and no more") })).toBe(
    false,
  );
  expect(session.getSnapshot().dialog).toMatchObject({ kind: "error", message: { code: "docx.damaged-zip" } });
});

test("the previous version opens as a document without a place", async () => {
  const first = await savedDraft();
  const kept = open().state.doc.textContent;
  type(" and often");
  expect(await saveDocument(session, "save")).toBe(true);
  const { file } = open();
  expect(isEnabled(session, "openPrevious")).toBe(true);
  runCommand(session, "openPrevious", "menu");
  await vi.waitFor(
    () => expect(session.getSnapshot().dialog).toMatchObject({ message: { code: "file.no-previous" } }),
    20_000,
  );
  session.update({ dialog: null });
  host.previous.set(file as string, first);
  runCommand(session, "openPrevious", "menu");
  await vi.waitFor(() => expect(open().file).toBeNull(), 20_000);
  expect(open().state.doc.textContent).toBe(kept);
  expect(open().messages[0]).toMatchObject({ code: "draft.previous-version" });
  expect(isEnabled(session, "openPrevious")).toBe(false);
});

test("a journal that could not be written is told once and begins anew with the whole text", async () => {
  await openBytes(session, { id: "", name: "base.txt", bytes: strToU8(text) });
  type(" one");
  await session.journal?.settle();
  const full = vi.spyOn(host, "appendJournal").mockImplementation(async () => failure("file.disk-full", { name: "x" }));
  type(" two");
  await session.journal?.settle();
  expect(session.getSnapshot().dialog).toMatchObject({ kind: "error", message: { code: "file.disk-full" } });
  session.update({ dialog: null });
  const start = vi
    .spyOn(host, "startJournal")
    .mockImplementationOnce(async () => failure("file.disk-full", { name: "x" }));
  type(" three");
  await session.journal?.settle();
  expect(session.getSnapshot().dialog).toBeNull();
  start.mockRestore();
  full.mockImplementation(async () => success(null));
  type(" four");
  await session.journal?.settle();
  const [journal] = host.journals.values();
  expect(journal?.lines).toEqual([]);
  const again = createSession(fakeHost());
  await openBytes(again, { id: "", name: "x.resdraft", bytes: journal?.draft as Uint8Array });
  expect(again.getSnapshot().document?.state.doc.textContent).toBe(open().state.doc.textContent);
});
