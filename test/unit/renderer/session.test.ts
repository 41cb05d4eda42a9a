import { readFileSync } from "node:fs";
import { strFromU8, strToU8 } from "fflate";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { isActive, isEnabled, runCommand } from "../../../renderer/commands/registry";
import { goToBrackets } from "../../../renderer/session/brackets";
import { compareBytes } from "../../../renderer/session/compare-flow";
import { exportDocument } from "../../../renderer/session/export-flow";
import { goToFinding } from "../../../renderer/session/findings";
import { draftBytes } from "../../../renderer/session/formats";
import { keepJournal } from "../../../renderer/session/journal";
import { openBaseFile, openBytes } from "../../../renderer/session/open-flow";
import { recover } from "../../../renderer/session/recover-flow";
import { replay } from "../../../renderer/session/replay";
import { saveDocument, settleUnsaved } from "../../../renderer/session/save-flow";
import { createSession, isDirty, type OpenDocument, type Session } from "../../../renderer/session/session";
import { loadSettings } from "../../../renderer/session/settings";
import { changesOfDocument } from "../../../renderer/session/settle-flow";
import { startSession } from "../../../renderer/session/start";
import { speak } from "../../../renderer/words";
import type { Finding } from "../../../shared/checks/finding";
import { commandIds } from "../../../shared/commands";
import { commentsOf } from "../../../shared/editing/comments";
import { exactRedline } from "../../../shared/editing/redline-plugin";
import type { OpenedFile } from "../../../shared/ipc";
import { success } from "../../../shared/result";
import { blocksOf } from "../../../shared/schema/blocks";
import { type FakeHost, fakeHost } from "../../support/fake-host";
import { wordPackage } from "../../support/word-package";

const text = `RESOLUTION 7 (Place, 2030)
Sharing of readings
The World Telecommunication Standardization Assembly (Place, 2030),
considering
a)\tthat readings are kept;
b)\tthat readings are shared,
resolves
1\tto keep sharing readings;
2\tto report every year.`;
const revised = text.replace("that readings are shared", "that readings are seldom shared");

let host: FakeHost;
let session: Session;

beforeEach(async () => {
  await speak("en");
  host = fakeHost();
  host.resources.set("templates/itu.docx", new Uint8Array(readFileSync("resources/templates/itu.docx")));
  session = createSession(host);
  session.journal = keepJournal(session);
  await loadSettings(session);
});

function file(name: string, content: string): OpenedFile {
  return { id: `id:${name}`, name, bytes: strToU8(content) };
}

function open(): OpenDocument {
  const { document } = session.getSnapshot();
  if (!document) throw new Error("No document is open.");
  return document;
}

test("what a check, a bracket or a thread is about is shown in the text, whatever table stands there", async () => {
  await openBytes(session, file("base.txt", text));
  const [block] = blocksOf(open().state.doc);
  const finding = { block: block!.node.attrs.id, from: 0, to: 4 } as Finding;
  for (const view of ["base", "sideBySide", "compilation", "versions", "clean"] as const) {
    for (const go of [() => goToFinding(session, finding), () => goToBrackets(session, 3, 5)]) {
      session.update({ view });
      go();
      expect(session.getSnapshot().view, view).toBe(view === "clean" ? "clean" : "marked");
    }
  }
});

function type(words: string): void {
  const { state } = open();
  let end = 0;
  state.doc.descendants((node, pos) => {
    if (node.isTextblock && node.textContent.startsWith("that readings are kept"))
      end = pos + 1 + "that readings".length;
  });
  session.dispatch(state.tr.insertText(words, end));
}

test("without a document only what needs none can run", () => {
  const possible = commandIds.filter((id) => isEnabled(session, id));
  expect(possible).toContain("openBase");
  expect(possible).not.toContain("save");
  expect(possible).not.toContain("bold");
  expect(possible).not.toContain("nextChange");
});

test("a base opens without changes, and is not dirty until somebody edits", async () => {
  await openBytes(session, file("base.txt", text));
  expect(isDirty(open())).toBe(false);
  expect(exactRedline(open().state)?.marker).toBe("NOC");
  type(" of rivers");
  expect(isDirty(open())).toBe(true);
  expect(exactRedline(open().state)?.counts.modified).toBe(1);
});

test("every command answers whether it can run on an open document, without changing it", async () => {
  await openBytes(session, file("base.txt", text));
  const before = open().state;
  for (const id of commandIds) {
    isEnabled(session, id);
    isActive(session, id);
  }
  expect(open().state).toBe(before);
});

test("a file that is no text leaves the window as it was and says why", async () => {
  await openBytes(session, file("base.txt", text));
  const { key } = open();
  await openBytes(session, {
    id: "id:x",
    name: "picture.png",
    bytes: new Uint8Array([137, 80, 78, 71, 0, 0, 1, 2, 0]),
  });
  expect(open().key).toBe(key);
  expect(session.getSnapshot().dialog).toMatchObject({ kind: "error", title: "error.notOpened" });
});

test("two texts become one draft: the first is the base, the second the text", async () => {
  await compareBytes(session, file("base.txt", text), file("revised.txt", revised));
  expect(open().base.textContent).not.toContain("seldom");
  expect(open().state.doc.textContent).toContain("seldom");
  expect(exactRedline(open().state)?.counts).toMatchObject({ modified: 1, added: 0, suppressed: 0 });
});

describe("a Word file with tracked changes", () => {
  const by = 'w:id="9" w:author="Awa" w:date="2030-01-01T00:00:00Z"';
  const bytes = wordPackage(
    `<w:p><w:r><w:t xml:space="preserve">that readings are </w:t></w:r><w:ins ${by}><w:r><w:t xml:space="preserve">seldom </w:t></w:r></w:ins><w:r><w:t>kept</w:t></w:r></w:p>`,
  );
  const marked = { id: "id:marked.docx", name: "marked.docx", bytes };

  async function answer(use: "proposal" | "accept" | "reject" | "cancel"): Promise<boolean> {
    const opening = openBytes(session, marked);
    await vi.waitFor(() => expect(session.getSnapshot().dialog?.kind).toBe("tracked"), 20_000);
    const { dialog } = session.getSnapshot();
    if (dialog?.kind !== "tracked") throw new Error("Nothing was asked.");
    expect(dialog.changes).toEqual({ count: 1, authors: ["Awa"] });
    dialog.answer(use);
    return opening;
  }

  test.each([
    ["proposal", "that readings are kept", "that readings are seldom kept"],
    ["accept", "that readings are seldom kept", "that readings are seldom kept"],
    ["reject", "that readings are kept", "that readings are kept"],
  ] as const)("opens as wanted: %s", async (use, base, current) => {
    expect(await answer(use)).toBe(true);
    expect(session.getSnapshot().dialog).toBe(null);
    expect(open().base.textContent).toBe(base);
    expect(open().state.doc.textContent).toBe(current);
  });

  test("leaves the window as it was when nobody wants it", async () => {
    await openBytes(session, file("base.txt", text));
    const { key } = open();
    expect(await answer("cancel")).toBe(false);
    expect(open().key).toBe(key);
    expect(session.getSnapshot().dialog).toBe(null);
  });
});

test("comments of the file are there, and still there when the draft is opened again", async () => {
  const bytes = wordPackage(
    '<w:p><w:commentRangeStart w:id="1"/><w:r><w:t>Readings</w:t></w:r><w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r><w:r><w:t> are kept</w:t></w:r></w:p>',
    { comments: '<w:comment w:id="1" w:author="Li"><w:p><w:r><w:t>Since when?</w:t></w:r></w:p></w:comment>' },
  );
  await openBytes(session, { id: "id:commented.docx", name: "commented.docx", bytes });
  expect(commentsOf(open().state)).toMatchObject([{ author: "Li", text: "Since when?", quote: "Readings" }]);
  const before = commentsOf(open().state);
  host.toSave = ["draft.resdraft"];
  expect(await saveDocument(session, "save")).toBe(true);
  await openBytes(session, { id: "", name: "draft.resdraft", bytes: host.saved.get("draft.resdraft")! });
  expect(commentsOf(open().state)).toEqual(before);
});

test("a saved draft opens again with text, base and policy", async () => {
  await openBytes(session, file("base.txt", text));
  type(" of rivers");
  runCommand(session, "labelsBis", "menu");
  host.toSave = ["draft.resdraft"];
  expect(await saveDocument(session, "save")).toBe(true);
  expect(isDirty(open())).toBe(false);
  const bytes = host.saved.get("draft.resdraft");
  expect(bytes).toBeDefined();
  const before = open();
  await openBytes(session, { id: "id:draft.resdraft", name: "draft.resdraft", bytes: bytes ?? new Uint8Array() });
  expect(open().key).not.toBe(before.key);
  expect(open().state.doc.eq(before.state.doc)).toBe(true);
  expect(open().base.eq(before.base)).toBe(true);
  expect(isActive(session, "labelsBis")).toBe(true);
  expect(open().file).toBe("id:draft.resdraft");
});

test("cancelling the save dialog leaves the draft unsaved", async () => {
  await openBytes(session, file("base.txt", text));
  type(" of rivers");
  expect(await saveDocument(session, "save")).toBe(false);
  expect(isDirty(open())).toBe(true);
});

test("an edit is in the journal within a second and comes back from it", async () => {
  await openBytes(session, file("base.txt", text));
  type(" of rivers");
  await vi.waitFor(() => expect(host.journals.size).toBe(1), { timeout: 1000 });
  type(" and lakes");
  await vi.waitFor(() => expect([...host.journals.values()][0]?.lines.length).toBe(1), { timeout: 1000 });
  const written = open().state.doc;

  const later = createSession(host);
  later.journal = keepJournal(later);
  const [entry] = await host.listRecoverable();
  if (!entry) throw new Error("Nothing to recover.");
  await recover(later, entry);
  expect(later.getSnapshot().document?.state.doc.eq(written)).toBe(true);
});

test("a saved document needs no recovering", async () => {
  await openBytes(session, file("base.txt", text));
  type(" of rivers");
  await vi.waitFor(() => expect(host.journals.size).toBe(1), { timeout: 1000 });
  host.toSave = ["draft.resdraft"];
  await saveDocument(session, "save");
  expect(host.journals.size).toBe(0);
});

test("unsaved work that the user lets go is kept until it is really gone", async () => {
  await openBytes(session, file("base.txt", text));
  type(" of rivers");
  await vi.waitFor(() => expect(host.journals.size).toBe(1), { timeout: 1000 });
  const letGo = async (then: () => Promise<unknown>) => {
    const going = then();
    await vi.waitFor(() => expect(session.getSnapshot().dialog?.kind).toBe("unsaved"), 20_000);
    const { dialog } = session.getSnapshot();
    if (dialog?.kind === "unsaved") dialog.answer("discard");
    await going;
  };
  // The dialog that asks for the next file is cancelled: the text stands, and a crash must not cost it.
  await letGo(() => openBaseFile(session));
  expect(host.journals.size).toBe(1);
  type(" and lakes");
  await vi.waitFor(() => expect([...host.journals.values()][0]?.lines.length).toBe(1), { timeout: 1000 });
  host.toOpen = [file("other.txt", revised)];
  await letGo(() => openBaseFile(session));
  expect(open().name).toBe("other");
  await vi.waitFor(() => expect(host.journals.size).toBe(0), 20_000);
});

test("changes between two files name nobody until somebody edits; a draft names its author", async () => {
  await compareBytes(session, file("base.txt", text), file("revised.txt", revised));
  const authors = () => changesOfDocument(open()).map(({ author }) => author);
  expect(authors()).toEqual([""]);
  type(" of rivers");
  expect(authors()).toEqual(["Drafter", ""]);
  const bytes = draftBytes({ ...open(), author: "Awa Ndiaye" }, "file");
  await openBytes(session, { id: "id:draft", name: "draft.resdraft", bytes });
  expect(authors()).toEqual(["Drafter", "Awa Ndiaye"]);
});

test("who opens a file directly after a crash is told that unsaved work is kept", async () => {
  await openBytes(session, file("base.txt", text));
  type(" of rivers");
  await vi.waitFor(() => expect(host.journals.size).toBe(1), { timeout: 1000 });
  host.takeStartupFile = async () => success(file("other.txt", revised));
  const later = createSession(host);
  await startSession(later);
  const told = () => later.getSnapshot().notices.filter(({ key }) => key === "toast.recoverable");
  await vi.waitFor(() => expect(told()).toMatchObject([{ values: { names: "base" } }]), { timeout: 5000 });
  expect(later.getSnapshot().document?.name).toBe("other");
  expect(host.journals.size).toBe(1);
});

test("a torn last line of a journal costs that line alone", async () => {
  await openBytes(session, file("base.txt", text));
  const { doc } = open().state;
  const step = { steps: [open().state.tr.insertText("X", 4).steps[0]?.toJSON()] };
  const whole = replay(doc, "renumber", [JSON.stringify(step), '{"steps":[{"stepT']);
  expect(whole.replayed).toBe(1);
  expect(whole.doc.textContent).toContain("X");
});

test("unsaved work is asked about, and Cancel stays", async () => {
  await openBytes(session, file("base.txt", text));
  type(" of rivers");
  const going = settleUnsaved(session);
  const { dialog } = session.getSnapshot();
  expect(dialog?.kind).toBe("unsaved");
  if (dialog?.kind === "unsaved") dialog.answer("cancel");
  expect(await going).toBe(false);
  expect(session.getSnapshot().dialog).toBe(null);
});

test("an unedited base is left without a question", async () => {
  await openBytes(session, file("base.txt", text));
  expect(await settleUnsaved(session)).toBe(true);
});

test("exports are proved and handed over under a name that says what they are", async () => {
  await compareBytes(session, file("base.txt", text), file("revised.txt", revised));
  for (const kind of ["tracked", "typeset", "clean", "base", "critic", "json"] as const) {
    await exportDocument(session, kind, { author: "Drafter", date: "2030-01-01T10:00:00Z" });
  }
  expect(session.getSnapshot().dialog).toBe(null);
  expect([...host.exported.keys()]).toEqual([
    "revised.docx",
    "revised-typeset.docx",
    "revised-clean.docx",
    "revised-base.docx",
    "revised.critic.txt",
    "revised.json",
  ]);
  expect(strFromU8(host.exported.get("revised.critic.txt") ?? new Uint8Array())).toContain("{++");
});

test("a template that is no package stops the export with a sentence", async () => {
  await compareBytes(session, file("base.txt", text), file("revised.txt", revised));
  host.resources.set("templates/itu.docx", strToU8("not a package"));
  await exportDocument(session, "tracked", { author: "Drafter" });
  expect(host.exported.size).toBe(0);
  expect(session.getSnapshot().dialog).toMatchObject({ kind: "error", title: "error.notExported" });
});
