import { EditorState, TextSelection } from "prosemirror-state";
import { Decoration, DecorationSet, EditorView } from "prosemirror-view";
import { afterEach, describe, expect, it } from "vitest";
import { struckClicks } from "../../../../renderer/editor/struck-clicks";
import { schema } from "../../../../shared/schema/schema";

let view: EditorView;

/** Two paragraphs; in the second, struck words stand after its first word. The caret is in the first. */
function open(): { struck: HTMLElement; place: number } {
  const paragraph = (text: string) => schema.node("paragraph", null, [schema.text(text)]);
  const doc = schema.node("doc", null, [paragraph("first"), paragraph("one two")]);
  const place = doc.child(0).nodeSize + 1 + "one".length;
  const struck = document.createElement("del");
  struck.className = "deletion";
  struck.contentEditable = "false";
  struck.textContent = "gone";
  const decorations = DecorationSet.create(doc, [
    Decoration.widget(place, () => struck, { side: -1, ignoreSelection: true }),
  ]);
  const state = EditorState.create({ doc, selection: TextSelection.create(doc, 2), plugins: [struckClicks()] });
  view = new EditorView(document.body.appendChild(document.createElement("div")), {
    state,
    decorations: () => decorations,
  });
  return { struck, place };
}

/** What the view does with a click, once it knows the place in the text. */
function click(target: Element, pos: number): boolean {
  const event = { target } as unknown as MouseEvent;
  return view.someProp("handleClick", (handle) => handle(view, pos, event)) === true;
}

afterEach(() => {
  view.destroy();
  document.body.replaceChildren();
});

describe("a click on struck words", () => {
  it("brings the caret beside them, in the state and on the page", () => {
    const { struck, place } = open();
    expect(click(struck, place)).toBe(true);
    expect(view.state.selection.head).toBe(place);
    expect(struck.contains(getSelection()?.focusNode ?? null)).toBe(false);
  });

  it("is left to the browser everywhere else", () => {
    const { place } = open();
    expect(click(view.dom.querySelector("p") as Element, place)).toBe(false);
    expect(view.state.selection.head).toBe(2);
  });
});
