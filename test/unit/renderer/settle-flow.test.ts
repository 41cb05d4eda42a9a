/** Accepting and rejecting in the window, undone as any edit is; deciding on proposals that were read beside the open draft. */
import { readFileSync } from "node:fs";
import { strToU8 } from "fflate";
import { beforeEach, expect, test } from "vitest";
import { isEnabled, runCommand } from "../../../renderer/commands/registry";
import { compareBytes } from "../../../renderer/session/compare-flow";
import { addProposalBytes } from "../../../renderer/session/compile-flow";
import { beginDecisions, decideRows } from "../../../renderer/session/decide-flow";
import { draftBytes } from "../../../renderer/session/formats";
import { openBytes } from "../../../renderer/session/open-flow";
import { createSession, type OpenDocument, type Session } from "../../../renderer/session/session";
import { loadSettings } from "../../../renderer/session/settings";
import { acceptThese, changesOfDocument, rejectThese } from "../../../renderer/session/settle-flow";
import { speak } from "../../../renderer/words";
import { fakeHost } from "../../support/fake-host";

const text = `RESOLUTION 7 (Place, 2030)
Sharing of readings
The World Telecommunication Standardization Assembly (Place, 2030),
considering
a)\tthat readings are kept;
b)\tthat readings are shared,
resolves
1\tto keep sharing readings.`;
const revised = text.replace("are shared", "are seldom shared").replace("are kept", "are well kept");
let session: Session;

beforeEach(async () => {
  await speak("en");
  const host = fakeHost();
  host.resources.set("templates/itu.docx", new Uint8Array(readFileSync("resources/templates/itu.docx")));
  session = createSession(host);
  await loadSettings(session);
  const file = (name: string, content: string) => ({ id: name, name, bytes: strToU8(content) });
  await compareBytes(session, file("base.txt", text), file("revised.txt", revised));
});

function open(): OpenDocument {
  const { document } = session.getSnapshot();
  if (!document) throw new Error("No document is open.");
  return document;
}

const changes = () => changesOfDocument(open()).map(({ after }) => after.trim());

test("accepting changes the base, and undo gives it back", async () => {
  const before = open();
  expect(changes()).toEqual(["well", "seldom"]);
  await acceptThese(session, ({ after }) => after.includes("well"));
  expect(changes()).toEqual(["seldom"]);
  expect(open().base.textContent).toContain("are well kept");
  expect(open().state.doc.textContent).toBe(before.state.doc.textContent);
  expect(isEnabled(session, "undo")).toBe(true);
  runCommand(session, "undo", "shortcut");
  expect(changes()).toEqual(["well", "seldom"]);
  expect(open().base).toBe(before.base);
});

test("an acceptance is undone and made again, with the edits on both sides of it", async () => {
  const type = (words: string) =>
    session.dispatch(open().state.tr.insertText(words, open().state.doc.content.size - 2));
  const began = open().state.doc.textContent;
  type("early ");
  await acceptThese(session, ({ after }) => after.includes("well"));
  const accepted = open().base;
  type("late ");
  const end = open().state.doc.textContent;
  for (const step of ["undo", "undo", "undo"]) runCommand(session, step as "undo", "shortcut");
  expect(open().state.doc.textContent).toBe(began);
  expect(open().base.textContent).not.toContain("well");
  expect(isEnabled(session, "undo")).toBe(false);
  for (const step of ["redo", "redo", "redo"]) runCommand(session, step as "redo", "shortcut");
  expect(open().state.doc.textContent).toBe(end);
  expect(open().base).toBe(accepted);
  expect(isEnabled(session, "redo")).toBe(false);
});

test("an edit after an undone acceptance ends what redo could make again", async () => {
  await acceptThese(session, () => true);
  runCommand(session, "undo", "shortcut");
  expect(isEnabled(session, "redo")).toBe(true);
  session.dispatch(open().state.tr.insertText("new ", open().state.doc.content.size - 2));
  expect(isEnabled(session, "redo")).toBe(false);
});

test("an acceptance that was saved and undone wants to be saved again, in the same place", async () => {
  session.update({ document: { ...open(), savedDoc: open().state.doc } });
  await acceptThese(session, () => true);
  session.update({ document: { ...open(), file: "here", savedDoc: open().state.doc } });
  runCommand(session, "undo", "shortcut");
  expect(open().file).toBe("here");
  expect(open().savedDoc).toBe(null);
});

test("rejecting all is one edit", () => {
  rejectThese(session, () => true);
  expect(changes()).toEqual([]);
  runCommand(session, "undo", "shortcut");
  expect(changes()).toEqual(["well", "seldom"]);
});

test.each([
  ["accepted", acceptThese, "deletion"],
  ["rejected", rejectThese, "insertion"],
] as const)(
  "what cannot be told apart from the %s change goes along, and a notice says so",
  async (_, settle, chosen) => {
    const file = (name: string, content: string) => ({ id: name, name, bytes: strToU8(content) });
    const before = "The Conference,\nresolves\na)\treadings open open\nb)\tseldom";
    const after = "The Conference,\nconsidering\na)\topen readings";
    await compareBytes(session, file("base.txt", before), file("revised.txt", after));
    await settle(session, ({ kind }) => kind === chosen);
    expect(changes()).toEqual([]);
    expect(session.getSnapshot().notices.map(({ key }) => key)).toContain("messages.settle.together");
    runCommand(session, "undo", "shortcut");
    expect(changes().length).toBeGreaterThan(1);
  },
);

test("a proposal is laid beside the draft, decided on, and read again from the file", async () => {
  const { base, state } = open();
  const other = text.replace("are kept", "are badly kept");
  const helper = createSession(fakeHost());
  await loadSettings(helper);
  const file = (name: string, content: string) => ({ id: name, name, bytes: strToU8(content) });
  await compareBytes(helper, file("base.txt", text), file("Kenya.txt", other));
  const theirs = helper.getSnapshot().document as OpenDocument;
  await addProposalBytes(session, "Kenya.resdraft", draftBytes(theirs, "file"));
  expect(session.getSnapshot().proposals.map(({ source }) => source)).toEqual(["Kenya"]);
  const answered = beginDecisions(session);
  const { dialog } = session.getSnapshot();
  if (dialog?.kind === "unsaved") dialog.answer("discard");
  await answered;
  expect(open().base).toBe(base);
  expect(open().state.doc.textContent).toBe(base.textContent);
  const { compilation } = open();
  const row = compilation?.rows.find(({ agreement }) => agreement === "conflict");
  if (!compilation || !row) throw new Error("There is no conflict.");
  decideRows(session, [row], "take", ["Kenya"]);
  expect(changes()).toEqual(["badly"]);
  expect(changesOfDocument(open())[0]?.author).toBe("Kenya");
  const saved = draftBytes(open(), "file");
  await openBytes(session, { id: "meeting", name: "meeting.resdraft", bytes: saved });
  expect(open().compilation?.sources.map(({ source }) => source)).toHaveLength(2);
  expect(changes()).toEqual(["badly"]);
  expect(state.doc.textContent).toContain("seldom");
});
