/** Comments on a text that is edited: their places follow, undo covers what is said, drafts and journals keep it. */
import { redo, undo } from "prosemirror-history";
import type { Command, EditorState } from "prosemirror-state";
import { Step } from "prosemirror-transform";
import { describe, expect, test } from "vitest";
import { replay } from "../../../renderer/session/replay";
import {
  addComment,
  answerComment,
  commentsKey,
  commentsOf,
  removeComment,
  rewordComment,
  settleThread,
} from "../../../shared/editing/comments";
import { createDraftState } from "../../../shared/editing/draft-state";
import { isComment } from "../../../shared/model/comment";
import { schema } from "../../../shared/schema/schema";
import { resolution } from "../../support/resolution-builder";

const base = resolution(
  "La Conférence,\nconsidérant\na)\tque les relevés sont rares;\nb)\tque les stations sont anciennes,",
  "fr",
);
const saying = { author: "Li", date: "2030-01-02T10:00:00Z", text: "Since when?" };

const begin = (comments = commentsOf(createDraftState({ base, current: base, author: "", labelPolicy: "renumber" }))) =>
  createDraftState({ base, current: base, author: "Drafter", labelPolicy: "renumber", comments });

function run(state: EditorState, command: Command): EditorState {
  let next = state;
  const did = command(state, (tr) => {
    next = state.apply(tr);
  });
  expect(did).toBe(true);
  return next;
}

/** Where words stand in the text. */
function stretchOf({ doc }: EditorState, words: string): { from: number; to: number } {
  let found = -1;
  doc.descendants((node, pos) => {
    const at = node.isTextblock ? node.textContent.indexOf(words) : -1;
    if (at >= 0) found = pos + 1 + at;
  });
  if (found < 0) throw new Error(`The text does not say: ${words}`);
  return { from: found, to: found + words.length };
}

/** The words that a comment is about now. */
function wordsAt(state: EditorState, id = "0"): string | null {
  const place = commentsKey.getState(state)?.places.get(id);
  return place ? state.doc.textBetween(place.from, place.to) : null;
}

const commented = () => {
  const state = begin();
  return run(state, addComment(stretchOf(state, "relevés"), saying));
};

describe("a place", () => {
  test("moves with what is typed before it and takes in what is typed inside", () => {
    let state = commented();
    state = state.apply(state.tr.insertText("tous ", stretchOf(state, "les relevés").from));
    expect(wordsAt(state)).toBe("relevés");
    state = state.apply(state.tr.insertText("ev", stretchOf(state, "levés").from));
    expect(wordsAt(state)).toBe("reevlevés");
    state = state.apply(state.tr.insertText("!", stretchOf(state, " sont rares").from));
    expect(wordsAt(state)).toBe("reevlevés");
  });

  test("is lost with its words, and found again when undo brings them back", () => {
    let state = commented();
    const { from, to } = stretchOf(state, "les relevés sont");
    state = state.apply(state.tr.delete(from, to));
    expect(wordsAt(state)).toBe(null);
    expect(commentsOf(state)).toMatchObject([{ text: "Since when?", current: null, quote: "relevés" }]);
    state = run(state, undo);
    expect(wordsAt(state)).toBe("relevés");
  });

  test("is told by block and offset, in the base as well", () => {
    const state = commented();
    const [comment] = commentsOf(state);
    expect(comment?.current?.from).toEqual({ block: expect.any(String), offset: 8 });
    expect(comment?.base?.from.offset).toBe(8);
    // Kept and opened again, it stands where it stood.
    expect(wordsAt(begin(commentsOf(state)))).toBe("relevés");
  });
});

describe("what is said", () => {
  test("is answered, reworded, settled for the whole thread and opened again", () => {
    let state = run(commented(), answerComment("0", { ...saying, text: "Since 2026." }));
    state = run(state, rewordComment("1", "Since 2027."));
    state = run(state, settleThread("0", true));
    expect(commentsOf(state)).toMatchObject([
      { id: "0", parent: null, resolved: true },
      { id: "1", parent: "0", resolved: true, text: "Since 2027.", quote: "relevés" },
    ]);
    state = run(state, settleThread("0", false));
    expect(commentsOf(state).map(({ resolved }) => resolved)).toEqual([false, false]);
  });

  test("comes and goes with undo and redo, between the edits", () => {
    let state = commented();
    state = state.apply(state.tr.insertText("tous ", stretchOf(state, "les relevés").from));
    state = run(state, removeComment("0"));
    expect(commentsOf(state)).toEqual([]);
    state = run(state, undo);
    expect(wordsAt(state)).toBe("relevés");
    state = run(run(state, undo), undo);
    expect(commentsOf(state)).toEqual([]);
    expect(state.doc.eq(base)).toBe(true);
    state = run(run(run(state, redo), redo), redo);
    expect(commentsOf(state)).toEqual([]);
    state = run(state, undo);
    expect(wordsAt(state)).toBe("relevés");
  });

  test("nothing said is no comment, and no comment can be answered that is not there", () => {
    const state = begin();
    expect(addComment(stretchOf(state, "relevés"), { ...saying, text: "  " })(state)).toBe(false);
    expect(answerComment("7", saying)(state)).toBe(false);
    expect(settleThread("7", true)(state)).toBe(false);
  });

  test("is in the journal with the edits", () => {
    const lines: string[] = [];
    let state = begin();
    const take = (command: Command) => {
      command(state, (tr) => {
        lines.push(JSON.stringify({ steps: tr.steps.map((step) => step.toJSON()) }));
        state = state.apply(tr);
      });
    };
    take(addComment(stretchOf(state, "anciennes"), saying));
    take((from, dispatch) => {
      dispatch?.(from.tr.insertText("très ", stretchOf(from, "anciennes").from));
      return true;
    });
    take(answerComment("0", { ...saying, text: "Long since." }));
    const whole = replay(base, "renumber", lines);
    expect(whole.replayed).toBe(3);
    expect(whole.comments).toEqual(commentsOf(state));
  });
});

test("a step or a file that holds what is no comment is refused", () => {
  const bad = { stepType: "comment", before: null, after: { id: "1", text: 7 } };
  expect(() => Step.fromJSON(schema, bad)).toThrow(RangeError);
  const [good] = commentsOf(commented());
  expect(isComment(good)).toBe(true);
  expect(isComment({ ...good, current: { from: { block: "x", offset: -1 }, to: { block: "x", offset: 0 } } })).toBe(
    false,
  );
  expect(isComment({ ...good, text: "x".repeat(100_001) })).toBe(false);
});
