/** Comments in a session: what a new one is about, whose it is, and that saving and leaving know of it. */
import { Selection, TextSelection } from "prosemirror-state";
import { beforeEach, expect, test } from "vitest";
import { toThread } from "../../../renderer/editor/comment-marks";
import { beginComment, followComments, sayAnswer, sayComment, threadAtCaret } from "../../../renderer/session/comments";
import { openBytes } from "../../../renderer/session/open-flow";
import { saveDocument } from "../../../renderer/session/save-flow";
import { createSession, isDirty, type Session } from "../../../renderer/session/session";
import { loadSettings } from "../../../renderer/session/settings";
import { speak } from "../../../renderer/words";
import { commentsOf } from "../../../shared/editing/comments";
import { type FakeHost, fakeHost } from "../../support/fake-host";

const text = "La Conférence,\nconsidérant\na)\tque les relevés sont rares;\nb)\tque les stations sont anciennes,";

let host: FakeHost;
let session: Session;

beforeEach(async () => {
  await speak("fr");
  host = fakeHost({ author: "Awa Ndiaye" });
  session = createSession(host);
  await loadSettings(session);
  await openBytes(session, { id: "id:base.txt", name: "base.txt", bytes: new TextEncoder().encode(text) });
  followComments(session);
});

const open = () => session.getSnapshot().document!;
const said = () => commentsOf(open().state);

/** Where words stand in the text. */
function find(words: string): number {
  let found = -1;
  open().state.doc.descendants((node, pos) => {
    const at = node.isTextblock ? node.textContent.indexOf(words) : -1;
    if (at >= 0) found = pos + 1 + at;
  });
  return found;
}

function select(words: string): void {
  const { state } = open();
  const from = find(words);
  session.dispatch(state.tr.setSelection(TextSelection.create(state.doc, from, from + words.length)));
}

test("is about the selected words, by whom the settings name", () => {
  select("relevés");
  beginComment(session);
  expect(session.getSnapshot()).toMatchObject({ tab: "comments", panelShown: true });
  sayComment(session, "Lesquels?");
  expect(said()).toMatchObject([{ author: "Awa Ndiaye", text: "Lesquels?", quote: "relevés" }]);
  expect(session.getSnapshot().newComment).toBe(null);
});

test("is about the whole provision where nothing is selected", () => {
  session.dispatch(open().state.tr.setSelection(Selection.near(open().state.doc.resolve(find("stations")))));
  beginComment(session);
  sayComment(session, "Toutes?");
  expect(said()[0]?.quote).toBe("que les stations sont anciennes,");
});

test("an edit while it is written does not shift what it is about", () => {
  select("relevés");
  beginComment(session);
  session.dispatch(open().state.tr.insertText("bien avant ", find("que les relevés")));
  sayComment(session, "Lesquels?");
  expect(said()[0]?.quote).toBe("relevés");
});

test("makes the draft worth saving, until it is saved", async () => {
  host.toSave = ["draft.resdraft"];
  await saveDocument(session, "save");
  expect(isDirty(open())).toBe(false);
  select("relevés");
  beginComment(session);
  sayComment(session, "Lesquels?");
  expect(isDirty(open())).toBe(true);
  await saveDocument(session, "save");
  expect(isDirty(open())).toBe(false);
  sayAnswer(session, said()[0]!.id, "Ceux des rivières.");
  expect(isDirty(open())).toBe(true);
});

test("a balloon leads to its thread, in the text and in the panel", () => {
  select("relevés");
  beginComment(session);
  sayComment(session, "Lesquels?");
  select("anciennes");
  session.update({ tab: "changes" });
  expect(threadAtCaret(open())).toBe(null);
  session.dispatch(toThread(open().state, said()[0]!.id));
  expect(session.getSnapshot().tab).toBe("comments");
  expect(threadAtCaret(open())).toBe(said()[0]!.id);
});
