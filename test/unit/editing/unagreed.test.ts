/** Unagreed text as it is drafted: what each command does to the words, to the marks against the base, and after undo. */
import { undo } from "prosemirror-history";
import { describe, expect, it } from "vitest";
import { baseHash } from "../../../shared/draft/base-hash";
import { readDraft } from "../../../shared/draft/draft-reader";
import { writeDraft } from "../../../shared/draft/draft-writer";
import { exactRedline } from "../../../shared/editing/redline-plugin";
import {
  addAlternative,
  bracketSelection,
  dropBracketed,
  nextBracket,
  previousBracket,
  setHolders,
  settleBrackets,
  settleOn,
} from "../../../shared/editing/unagreed";
import { bracketsOf } from "../../../shared/schema/brackets";
import { attempt, caret, caretIn, draft, lines, run, type } from "../../support/drafting";

const text =
  "The Assembly,\nconsidering\na)\tthat the matter is urgent;\nb)\tthat it is known,\nresolves\nto study it.";
const plain = () => draft(text);
const changed = (state: ReturnType<typeof draft>) =>
  exactRedline(state)!.provisions.flatMap(({ status, segments, labelAfter }) =>
    status === "unchanged" ? [] : [`${status} ${labelAfter} ${segments.map(({ op, text }) => op + text).join("|")}`],
  );

describe("put in brackets", () => {
  it("the selected words, without the space at their end", () => {
    const state = run(caret(plain(), "the |matter", "matter |is urgent"), bracketSelection);
    expect(lines(state)[2]).toBe("a)\tthat the [matter] is urgent;");
    expect(changed(state)).toEqual(["modified a) =that the |-matter|+[matter]|= is urgent;"]);
  });

  it("without a selection the provision", () => {
    const state = run(caret(plain(), "it is kn|own"), bracketSelection);
    expect(lines(state)[3]).toBe("b)\t[that it is known,]");
    expect(changed(state)).toEqual(["modified b) +[|=that it is known,|+]"]);
  });

  it("words of two provisions", () => {
    const state = run(caret(plain(), "is |urgent", "it| is known"), bracketSelection);
    expect(lines(state).slice(2, 4)).toEqual(["a)\tthat the matter is [urgent;", "b)\tthat it] is known,"]);
    expect(bracketsOf(state.doc).pairs).toHaveLength(1);
  });

  it("undo takes the brackets and leaves what was typed just before", () => {
    const typed = type(caret(plain(), "it is kn|own"), "x");
    expect(lines(run(typed, bracketSelection, undo))[3]).toBe("b)\tthat it is knxown,");
  });

  it("one undo takes both brackets away", () => {
    const state = run(caret(plain(), "it is kn|own"), bracketSelection, undo);
    expect(changed(state)).toEqual([]);
  });
});

describe("alternatives", () => {
  const two = () =>
    type(run(caret(plain(), "the |matter", "matter| is urgent"), bracketSelection, addAlternative), "question");

  it("are added behind the others, where one types on", () => {
    expect(lines(two())[2]).toBe("a)\tthat the [matter / question] is urgent;");
    expect(caretIn(two())).toBe("that the [matter / question|] is urgent;");
  });

  it("a first one puts the selection in brackets", () => {
    const state = run(caret(plain(), "the |matter", "matter| is urgent"), addAlternative);
    expect(lines(state)[2]).toBe("a)\tthat the [matter / ] is urgent;");
    expect(attempt(run(state, undo), addAlternative)).not.toBeNull();
  });

  it("the one at the caret is agreed on", () => {
    expect(lines(run(caret(two(), "ques|tion"), settleBrackets))[2]).toBe("a)\tthat the question is urgent;");
    const first = run(caret(two(), "mat|ter"), settleBrackets);
    expect(lines(first)[2]).toBe("a)\tthat the matter is urgent;");
    // The words of the base are back, so nothing is marked.
    expect(changed(first)).toEqual([]);
  });

  it("carry who holds them, through edits, moves and a saved draft, and no mark says so", () => {
    const state = two();
    const [pair] = bracketsOf(state.doc).pairs;
    const held = run(
      state,
      setHolders(pair!.alternatives[1]!.sign.pos, "  RCC,\n USA "),
      setHolders(pair!.open.pos, "EUR"),
    );
    expect(changed(held)).toEqual(changed(state));
    const later = type(caret(held, "|that the ["), "knowing ");
    const holders = (doc: typeof later.doc) => bracketsOf(doc).pairs[0]!.alternatives.map(({ holders: by }) => by);
    expect(holders(later.doc)).toEqual(["EUR", "RCC, USA"]);
    // What is typed behind a sign is not held.
    const typed = type(caret(held, "[|matter"), "old ");
    expect(typed.doc.nodeAt(bracketsOf(typed.doc).pairs[0]!.open.pos + 1)?.marks).toEqual([]);
    const base = plain().doc;
    const bytes = writeDraft({
      createdAt: "2030-01-01T10:00:00Z",
      savedAt: "2030-01-01T10:00:00Z",
      language: "en",
      labelPolicy: "renumber",
      author: "A",
      source: null,
      baseHash: baseHash(base),
      base,
      current: later.doc,
      attribution: null,
      journal: [],
    });
    const read = readDraft(bytes);
    expect(read.ok && holders(read.value.current)).toEqual(["EUR", "RCC, USA"]);
    expect(holders(run(held, setHolders(pair!.open.pos, "")).doc)).toEqual(["", "RCC, USA"]);
    expect(holders(run(held, undo).doc)).not.toEqual(holders(held.doc));
  });
});

describe("brackets that the base has", () => {
  const base = "The Assembly,\nnoting\na)\tone [two / three] four;\nb)\tfive [six] seven;\nc)\t[eight;]\nd)\tnine.";

  it("go with a tracked trace", () => {
    const state = run(caret(draft(base), "thr|ee"), settleBrackets);
    expect(lines(state)[2]).toBe("a)\tone three four;");
    expect(changed(state)).toEqual(["modified a) =one |-[two / three]|+three|= four;"]);
  });

  it("one alternative is named from the list", () => {
    const state = draft(base);
    const [pair] = bracketsOf(state.doc).pairs;
    expect(lines(run(state, settleOn(pair!.open.pos)))[2]).toBe("a)\tone two four;");
    expect(attempt(state, settleOn(2))).toBeNull();
  });

  it("are dropped with their text, and with the provision when it was nothing else", () => {
    expect(lines(run(caret(draft(base), "s|ix"), dropBracketed))[3]).toBe("b)\tfive seven;");
    const state = run(caret(draft(base), "ei|ght"), dropBracketed);
    expect(lines(state).slice(2)).toEqual(["a)\tone [two / three] four;", "b)\tfive [six] seven;", "c)\tnine."]);
    expect(changed(state)[0]).toBe("suppressed  -[eight;]");
  });

  it("are walked from the first to the last and round", () => {
    let state = draft(base);
    const walked: string[] = [];
    for (const step of [nextBracket, nextBracket, nextBracket, nextBracket, previousBracket, previousBracket]) {
      state = run(state, step);
      const { from, to } = state.selection;
      walked.push(state.doc.textBetween(from, to));
    }
    expect(walked).toEqual(["[two / three]", "[six]", "[eight;]", "[two / three]", "[eight;]", "[six]"]);
  });
});

it("a pair over two provisions is settled and dropped", () => {
  const state = draft("The Assembly,\nnoting\na)\tone [two;\nb)\tthree] four;\nc)\tfive.");
  expect(lines(run(caret(state, "t|wo"), settleBrackets)).slice(2, 4)).toEqual(["a)\tone two;", "b)\tthree four;"]);
  expect(lines(run(caret(state, "t|wo"), dropBracketed)).slice(2)).toEqual(["a)\tone four;", "b)\tfive."]);
});

it("nothing can be done where there is no bracket", () => {
  for (const edit of [settleBrackets, dropBracketed, nextBracket, previousBracket]) {
    expect(attempt(caret(plain(), "mat|ter"), edit)).toBeNull();
  }
});
