/**
 * Copy and paste. Who holds an alternative of unagreed text goes with it, here and in another window, and what is
 * pasted directly behind a letter is a step of its own for undo.
 */
import { undo } from "prosemirror-history";
import { EditorView } from "prosemirror-view";
import { describe, expect, it } from "vitest";
import { clipboardPlugin, htmlOf, readClipboard } from "../../../../renderer/editor/clipboard";
import { copiedBlocks } from "../../../../shared/editing/copied-blocks";
import { insertBlocks } from "../../../../shared/editing/insert-blocks";
import { setHolders } from "../../../../shared/editing/unagreed";
import { bracketsOf } from "../../../../shared/schema/brackets";
import { caret, draft, lines, run, type } from "../../../support/drafting";

const text = "The Assembly,\nconsidering\na)\tthat [every year / every two years] is much;\nb)\tthe end,";

function held() {
  const state = draft(text);
  const [pair] = bracketsOf(state.doc).pairs;
  const [one, two] = pair!.alternatives;
  return run(state, setHolders(one!.sign.pos, "EUR"), setHolders(two!.sign.pos, "RCC, USA"));
}
const holders = (state: ReturnType<typeof held>) =>
  bracketsOf(state.doc).pairs.map(({ alternatives }) => alternatives.map(({ holders: by }) => by));

describe("copied square brackets", () => {
  it.each([
    ["words inside an item", "|[every year", "years]|"],
    ["a whole item", "|that [", "|the end"],
  ])("keep who holds them: %s", (_, from, to) => {
    const state = caret(held(), from, to);
    const view = new EditorView(document.createElement("div"), { state });
    const html = htmlOf(copiedBlocks(state));
    for (const read of [html, html.replace(/resdraft-\w+/u, "resdraft-another")]) {
      const copied = readClipboard(read, "", view)!;
      const pasted = run(caret(state, "the end|"), insertBlocks(copied));
      expect(holders(pasted)).toEqual([
        ["EUR", "RCC, USA"],
        ["EUR", "RCC, USA"],
      ]);
    }
    view.destroy();
  });
});

it("undo takes back what was pasted and leaves the letters typed before it", () => {
  const state = type(caret(draft(text), "the end|"), " [");
  const view = new EditorView(document.createElement("div"), { state });
  const plugin = clipboardPlugin();
  const data = { getData: (kind: string) => (kind === "text/plain" ? "pasted words" : "") };
  expect(plugin.props.handlePaste!.call(plugin, view, { clipboardData: data } as ClipboardEvent, null as never)).toBe(
    true,
  );
  expect(lines(view.state).at(-1)).toBe("b)\tthe end [pasted words,");
  undo(view.state, view.dispatch);
  expect(lines(view.state).at(-1)).toBe("b)\tthe end [,");
  view.destroy();
});
