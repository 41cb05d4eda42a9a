import { EditorState, Plugin, TextSelection } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { afterEach, describe, expect, it } from "vitest";
import { typedLetters } from "../../../../renderer/editor/typed-letters";
import { resolution } from "../../../support/resolution-builder";

const text = "The Assembly,\nconsidering\na)\tthat one is one;";
const opened: EditorView[] = [];

/** A page with the caret after "that", on the page as in the state. */
function page(plugins: Plugin[] = []) {
  const place = document.body.appendChild(document.createElement("div"));
  const doc = resolution(text, "en");
  const view = new EditorView(place, { state: EditorState.create({ doc, plugins: [...plugins, typedLetters()] }) });
  opened.push(view);
  let head = 0;
  doc.descendants((node, pos) => {
    if (node.isText && node.text!.startsWith("that one")) head = pos + 4;
  });
  view.dispatch(view.state.tr.setSelection(TextSelection.create(doc, head)));
  show(view, head);
  return { view, head };
}

/** Puts the caret of the page, without a word to the state. */
function show(view: EditorView, pos: number, end = pos) {
  const [from, to] = [view.domAtPos(pos), view.domAtPos(end)];
  document.getSelection()!.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}

function press(view: EditorView, letter: string, more: Partial<KeyboardEvent> = {}): boolean {
  const event = { charCode: letter.codePointAt(0)!, ctrlKey: false, altKey: false, metaKey: false, ...more };
  return view.someProp("handleKeyPress", (handle) => handle(view, event as KeyboardEvent) || undefined) ?? false;
}

const words = ({ state }: EditorView) => state.doc.lastChild!.textContent;

afterEach(() => {
  for (const view of opened.splice(0)) view.destroy();
  document.body.replaceChildren();
});

describe("a typed letter", () => {
  it("lands at the caret, one after the other, and the caret behind it", () => {
    const { view, head } = page();
    for (const letter of "lé한") {
      expect(press(view, letter)).toBe(true);
      // A page without a window has no focus, and only a focused page follows its state.
      show(view, view.state.selection.head);
    }
    expect(words(view)).toContain("thatlé한 one is one;");
    expect(view.state.selection.head).toBe(head + 3);
  });

  it("is left to the browser when the page shows another caret than the state knows", () => {
    const { view, head } = page();
    show(view, head + 4);
    expect(press(view, "x")).toBe(false);
    show(view, head - 2, head + 2);
    expect(press(view, "x")).toBe(false);
    expect(words(view)).toContain("that one is one;");
  });

  it("is left alone over a selection, in a composition and where nothing may be edited", () => {
    const { view, head } = page();
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, head, head + 4)));
    expect(press(view, "x")).toBe(false);
    const other = page();
    expect(press(other.view, "x", { isComposing: true })).toBe(false);
    other.view.setProps({ editable: () => false });
    expect(press(other.view, "x")).toBe(false);
  });

  it("is no shortcut, but right Alt types: it reports itself as Control and Alt", () => {
    const { view } = page();
    expect(press(view, "b", { ctrlKey: true })).toBe(false);
    expect(press(view, "b", { altKey: true })).toBe(false);
    expect(press(view, "b", { metaKey: true })).toBe(false);
    expect(press(view, "\r")).toBe(false);
    expect(press(view, "\u007f")).toBe(false);
    expect(press(view, "@", { ctrlKey: true, altKey: true })).toBe(true);
    expect(words(view)).toContain("that@ one");
  });

  it("can be taken by another plugin, as text input can", () => {
    const taken: string[] = [];
    const taker = new Plugin({
      props: {
        handleTextInput(_view, _from, _to, letter) {
          taken.push(letter);
          return true;
        },
      },
    });
    const { view } = page([taker]);
    expect(press(view, "x")).toBe(true);
    expect(taken).toEqual(["x"]);
    expect(words(view)).toContain("that one is one;");
  });
});
