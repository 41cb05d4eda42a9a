/** Meeting mode without its window: where next and previous lead, and that the room goes along with the chair. */
import { Selection } from "prosemirror-state";
import { beforeEach, expect, test } from "vitest";
import {
  changeMeeting,
  endMeeting,
  followEdits,
  meetingSizes,
  resizeMeeting,
  stepMeeting,
  toggleMeeting,
} from "../../../renderer/session/meeting";
import { openBytes } from "../../../renderer/session/open-flow";
import { createSession, type Meeting, type Session } from "../../../renderer/session/session";
import { speak } from "../../../renderer/words";
import { fakeHost } from "../../support/fake-host";

const text = [
  "RÉSOLUTION 7 (Rév. Port-Serein, 2030)",
  "Relevés de niveau",
  "L'Assemblée mondiale de normalisation des télécommunications (Port-Serein, 2030),",
  "considérant",
  "a)\tque les relevés sont rares dans les vallées;",
  "b)\tque les stations sont anciennes;",
  "c)\tque les rivières sont longues;",
  "d)\tque les ponts sont hauts,",
].join("\n");

let session: Session;
let ids: string[];

beforeEach(async () => {
  await speak("fr");
  session = createSession(fakeHost());
  await openBytes(session, { id: "id:base.txt", name: "base.txt", bytes: new TextEncoder().encode(text) });
  ids = [];
  doc().descendants((node) => {
    if (node.type.name === "item") ids.push(node.attrs.id);
    return !node.isTextblock;
  });
  type(0, "tous ");
  type(2, "vraiment ");
});

const state = () => session.getSnapshot().document!.state;
const doc = () => state().doc;
const meeting = () => session.getSnapshot().meeting as Meeting;
/** The item that the room looks at. */
const shown = () => ids.indexOf(meeting().current ?? "");

function type(item: number, words: string): void {
  let place = -1;
  doc().descendants((node, pos) => {
    if (node.attrs.id === ids[item]) place = pos + 1;
    return !node.isTextblock;
  });
  session.dispatch(state().tr.setSelection(near(place)).insertText(words, place));
}

const near = (place: number) => Selection.near(doc().resolve(place));

test("begins at the first change and walks changes, staying at either end", () => {
  toggleMeeting(session);
  expect(session.getSnapshot().tab).toBe("meeting");
  expect(shown()).toBe(0);
  stepMeeting(session, 1);
  expect(shown()).toBe(2);
  stepMeeting(session, 1);
  expect(shown()).toBe(2);
  stepMeeting(session, -1);
  stepMeeting(session, -1);
  expect(shown()).toBe(0);
});

test("walks every provision when asked to, and finds back to the changes from between them", () => {
  toggleMeeting(session);
  changeMeeting(session, { walk: "provisions" });
  stepMeeting(session, 1);
  expect(shown()).toBe(1);
  changeMeeting(session, { walk: "changes" });
  stepMeeting(session, 1);
  expect(shown()).toBe(2);
  changeMeeting(session, { walk: "provisions", current: ids[1] as string });
  changeMeeting(session, { walk: "changes" });
  stepMeeting(session, -1);
  expect(shown()).toBe(0);
  changeMeeting(session, { walk: "provisions" });
  stepMeeting(session, "last");
  expect(shown()).toBe(3);
});

test("an edit takes the room along, a move of the caret does not", () => {
  toggleMeeting(session);
  const stop = followEdits(session);
  session.dispatch(state().tr.setSelection(near(doc().content.size - 3)));
  expect(shown()).toBe(0);
  type(3, "très ");
  expect(shown()).toBe(3);
  stop();
  type(1, "fort ");
  expect(shown()).toBe(3);
});

test("type stays readable from the back of a room, whatever is asked for", () => {
  toggleMeeting(session);
  for (let times = 0; times < 20; times++) resizeMeeting(session, -1);
  expect(meeting().size).toBe(24);
  for (let times = 0; times < 20; times++) resizeMeeting(session, 1);
  expect(meeting().size).toBe(meetingSizes.at(-1));
});

test("ends as it began", () => {
  toggleMeeting(session);
  endMeeting(session);
  expect(session.getSnapshot()).toMatchObject({ meeting: null, tab: "changes" });
  stepMeeting(session, 1);
  expect(session.getSnapshot().meeting).toBe(null);
});
