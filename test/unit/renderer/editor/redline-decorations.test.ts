import fc from "fast-check";
import { undo } from "prosemirror-history";
import { EditorView } from "prosemirror-view";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { nodeViews } from "../../../../renderer/editor/node-views";
import { pagePlugins } from "../../../../renderer/editor/page-plugins";
import { speak } from "../../../../renderer/words";
import { deleteSelected } from "../../../../shared/editing/delete-selection";
import { createDraftState } from "../../../../shared/editing/draft-state";
import type { Edit } from "../../../../shared/editing/edit";
import { goToReasons } from "../../../../shared/editing/proposal-commands";
import { settleRedline } from "../../../../shared/editing/redline-plugin";
import { splitBlock } from "../../../../shared/editing/split-block";
import { caret, run, type } from "../../../support/drafting";
import { createEditorSource } from "../../../support/editor-source";
import { applyEdit, edits } from "../../../support/random-edits";
import { resolution } from "../../../support/resolution-builder";

const text = `The Assembly,
considering
a)\tthat one is one;
b)\tthat two is two;
c)\tthat three is three,`;

const views: EditorView[] = [];

/** Shows a state that was edited from the start state by `edit`, drawn step by step and, beside it, at once. */
function pages(edit: (state: ReturnType<typeof open>) => ReturnType<typeof open>) {
  const source = createEditorSource(edit(open()));
  settleRedline(source.getState(), source.dispatch);
  const fresh = createDraftState({ ...options(), current: source.getState().doc, plugins: pagePlugins() });
  return [draw(source.getState()), draw(fresh)] as const;
}

const remove: Edit = (tr) => deleteSelected(tr);
const base = resolution(text, "en");
const options = () => ({ base, current: base, author: "A", labelPolicy: "renumber" as const });
const open = () => createDraftState({ ...options(), plugins: pagePlugins() });

function draw(state: ReturnType<typeof open>): HTMLElement {
  const view = new EditorView(document.createElement("div"), { state, nodeViews });
  views.push(view);
  return view.dom;
}

/** What is marked, and how: without the captions that say who did it. */
const marks = (page: HTMLElement) =>
  [...page.querySelectorAll<HTMLElement>(".block")].map((block) => [
    block.dataset.status ?? "",
    block.querySelector("p")?.dataset.before ?? "",
    block.querySelector("p")?.dataset.label ?? "",
    [...block.querySelectorAll("ins, del")].map((mark) => `${mark.tagName} ${mark.textContent}`).join(),
  ]);

beforeAll(() => speak("en"));
afterEach(() => {
  for (const view of views.splice(0)) view.destroy();
});

describe("the drawn redline", () => {
  it("is the same drawn step by step or at once, after typing and Enter at the start of an item", () => {
    const [stepwise, atOnce] = pages((start) => run(type(caret(start, "|that one is"), "test "), splitBlock));
    expect(marks(stepwise)).toEqual(marks(atOnce));
    expect(marks(stepwise)).toContainEqual(["relabelled", "a)", "b)", ""]);
  });

  it("keeps a struck block beside an item whose label changes", () => {
    const [stepwise, atOnce] = pages((start) => run(caret(start, "|that two", "|that three"), remove));
    expect(marks(stepwise)).toEqual(marks(atOnce));
    expect(stepwise.querySelector(".struck-block del")?.textContent).toBe("that two is two;");
    expect(stepwise.querySelector(".struck-block button")?.textContent).toBe("Restore");
  });

  it("raises the marks of notes in struck words and blocks, as on the rest of the page", () => {
    const noted = resolution(text.replace("one is", "one[^1] is").replace("two is", "two[^2] is"), "en");
    const start = createDraftState({ ...options(), base: noted, current: noted, plugins: pagePlugins() });
    const { from } = caret(start, "|one[^1]").selection;
    const shorter = start.apply(start.tr.delete(from, from + "one".length + 1));
    const source = createEditorSource(run(caret(shorter, "|that two", "|that three"), remove));
    settleRedline(source.getState(), source.dispatch);
    const struck = [...draw(source.getState()).querySelectorAll("del")];
    expect(struck.map(({ textContent }) => textContent?.trim())).toEqual(["one1", "that two2 is two;"]);
    expect(struck.map((each) => each.querySelector("sup")?.textContent)).toEqual(["1", "2"]);
  });

  it("leaves the reasons of a proposal unmarked", () => {
    const [stepwise, atOnce] = pages((start) => type(run(start, goToReasons("Reasons:")), "Because."));
    expect(marks(stepwise)).toEqual(marks(atOnce));
    expect(marks(stepwise).at(-1)).toEqual(["frame", "", "Reasons:", ""]);
  });

  it("marks no word of new reasons that were split off behind typed words", () => {
    const [stepwise, atOnce] = pages((start) =>
      type(
        run(caret(type(run(start, goToReasons("Reasons:")), "Because. And so"), "Because.| And"), splitBlock),
        "More.",
      ),
    );
    expect(marks(stepwise)).toEqual(marks(atOnce));
  });

  it("keeps the words that were split off behind typed words as they were", () => {
    const [stepwise, atOnce] = pages((start) =>
      run(caret(type(caret(start, "that two| is"), " and four"), "that two and four| is"), splitBlock),
    );
    expect(marks(stepwise)).toEqual(marks(atOnce));
  });

  it("keeps the marks of a block that is drawn again after one that stands behind it", () => {
    // The pasted copy of b) gives its name back to the original, which stands before it.
    const join = { kind: "joinForward", at: 0, length: 0, text: "" };
    const edits = [join, join, { kind: "cutPaste", at: 0, length: 45, text: "" }];
    const [stepwise, atOnce] = pages((start) => edits.reduce(applyEdit, start));
    expect(marks(stepwise)).toContainEqual(["relabelled", "b)", "a)", ""]);
    expect(marks(stepwise)).toEqual(marks(atOnce));
  });

  it("is the same drawn step by step or at once, after any edits", () => {
    fc.assert(
      fc.property(edits, (list) => {
        const [stepwise, atOnce] = pages((start) => list.reduce(applyEdit, start));
        expect(marks(stepwise)).toEqual(marks(atOnce));
      }),
      { numRuns: 60 },
    );
  });

  it("is empty again after undo", () => {
    const [stepwise] = pages((start) => run(caret(start, "that one| is"), splitBlock, undo));
    expect(marks(stepwise).every(([status]) => status === "")).toBe(true);
    expect(stepwise.querySelectorAll("ins, del")).toHaveLength(0);
  });
});
