/** Finding and replacing: which forms of a sign are one, what a match is, and that a replacement is a tracked edit. */
import { undo } from "prosemirror-history";
import { beforeEach, describe, expect, test } from "vitest";
import { commandOfKey } from "../../../renderer/commands/accelerators";
import { isEnabled, runCommand } from "../../../renderer/commands/registry";
import { changeSearch, closeSearch, replaceMatch, replaceMatches, stepSearch } from "../../../renderer/session/find";
import { firstSearch, matchesIn, queryOf, type Search } from "../../../renderer/session/find-query";
import { openBytes } from "../../../renderer/session/open-flow";
import { createSession, type Session } from "../../../renderer/session/session";
import { speak } from "../../../renderer/words";
import { exactRedline } from "../../../shared/editing/redline-plugin";
import { fakeHost } from "../../support/fake-host";

const text = `RESOLUTION 7 (Place, 2030)
Sharing of readings
The World Telecommunication Standardization Assembly (Place, 2030),
considering
a)\tthat readings of ITU\u2011T are kept at 5\u00A0% (see [1.2]);
b)\tthat the member’s Readings are “open”, all readings,
resolves
1\tto keep sharing readings at $5.`;

let session: Session;

beforeEach(async () => {
  await speak("en");
  session = createSession(fakeHost());
  await openBytes(session, { id: "id", name: "base.txt", bytes: new TextEncoder().encode(text) });
});

const document = () => session.getSnapshot().document!;
const found = (search: Partial<Search>) =>
  [...matchesIn(document().state, queryOf({ ...firstSearch, ...search }))].map(({ from, to }) =>
    document().state.doc.textBetween(from, to),
  );
const selected = () => {
  const { doc, selection } = document().state;
  return doc.textBetween(selection.from, selection.to);
};

describe("what is found", () => {
  test.each([
    ["ITU-T", "ITU\u2011T"],
    ["5 %", "5\u00A0%"],
    ["member's", "member’s"],
    ['"open"', "“open”"],
    ["[1.2]", "[1.2]"],
    ["$5.", "$5."],
  ])("%s finds %s", (words, there) => expect(found({ text: words })).toEqual([there]));

  test("letters of both cases, unless the case is to be matched", () => {
    expect(found({ text: "readings" })).toHaveLength(5);
    expect(found({ text: "Readings", matchesCase: true })).toEqual(["Readings"]);
  });

  test("parts of words, unless whole ones are asked for", () => {
    expect(found({ text: "reading" })).toHaveLength(5);
    expect(found({ text: "reading", wholeWords: true })).toEqual([]);
    expect(found({ text: "shar" })).toHaveLength(2);
  });

  test("nothing while there are no words", () => expect(found({ text: "" })).toEqual([]));
});

describe("the way from one to the next", () => {
  test("goes round the end of the text, in both directions", () => {
    changeSearch(session, { text: "that" });
    const first = document().state.selection.from;
    expect(selected()).toBe("that");
    expect(stepSearch(session, 1)).toBe(true);
    expect(document().state.selection.from).toBeGreaterThan(first);
    stepSearch(session, 1);
    expect(document().state.selection.from).toBe(first);
    stepSearch(session, -1);
    expect(document().state.selection.from).toBeGreaterThan(first);
    changeSearch(session, { text: "nowhere" });
    expect(stepSearch(session, 1)).toBe(false);
  });

  test("begins with the selected words, goes to the text from any view, and asks for words first", () => {
    expect(isEnabled(session, "findNext")).toBe(false);
    changeSearch(session, { text: "member’s" });
    session.update({ view: "base", find: { ...session.getSnapshot().find, text: "" } });
    runCommand(session, "find", "shortcut");
    expect(session.getSnapshot()).toMatchObject({ view: "marked", find: { shown: "find", text: "member’s" } });
    expect(isEnabled(session, "findNext")).toBe(true);
    closeSearch(session);
    expect(session.getSnapshot().find).toMatchObject({ shown: null, text: "member’s" });
  });

  test("has the keys of other editors", () => {
    const press = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
    expect(commandOfKey({ ...press, key: "f", ctrlKey: true })).toBe("find");
    expect(commandOfKey({ ...press, key: "h", ctrlKey: true })).toBe("replace");
    expect(commandOfKey({ ...press, key: "F3" })).toBe("findNext");
    expect(commandOfKey({ ...press, key: "F3", shiftKey: true })).toBe("findPrevious");
  });
});

describe("a replacement", () => {
  test("is first shown, then made, as a tracked edit", () => {
    session.update(({ find }) => ({ find: { ...find, text: "kept", replacement: "$& stored" } }));
    replaceMatch(session);
    expect(selected()).toBe("kept");
    replaceMatch(session);
    expect(document().state.doc.textContent).toContain("are $& stored at");
    const changed = exactRedline(document().state)!.provisions.filter(({ status }) => status === "modified");
    expect(
      changed.flatMap(({ segments }) => segments.filter(({ op }) => op !== "=").map(({ op, text }) => op + text)),
    ).toEqual(["-kept", "+$& stored"]);
  });

  test("of all at once is one step of undo", () => {
    session.update(({ find }) => ({ find: { ...find, text: "readings", replacement: "records" } }));
    expect(replaceMatches(session)).toBe(5);
    expect(found({ text: "readings" })).toEqual([]);
    expect(found({ text: "records" })).toHaveLength(5);
    session.run(undo);
    expect(found({ text: "readings" })).toHaveLength(5);
    expect(exactRedline(document().state)!.counts).toMatchObject({ modified: 0, added: 0, suppressed: 0 });
  });

  test("by nothing takes the words out", () => {
    session.update(({ find }) => ({ find: { ...find, text: " (see [1.2])", replacement: "" } }));
    expect(replaceMatches(session)).toBe(1);
    expect(document().state.doc.textContent).toContain("5\u00A0%;");
  });
});
