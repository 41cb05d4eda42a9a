import { EditorView } from "prosemirror-view";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { nodeViews } from "../../../../renderer/editor/node-views";
import { pagePlugins } from "../../../../renderer/editor/page-plugins";
import { findingsKey } from "../../../../renderer/session/findings";
import { speak } from "../../../../renderer/words";
import { check } from "../../../../shared/checks/check";
import { createDraftState } from "../../../../shared/editing/draft-state";
import { exactRedline, settleRedline } from "../../../../shared/editing/redline-plugin";
import { caret, type } from "../../../support/drafting";
import { createEditorSource } from "../../../support/editor-source";
import { resolution } from "../../../support/resolution-builder";

const text = `The Assembly,
considering
a)\tthat one one is one;
b)\tthat two is two
c)\tthat three is three,`;

/** Idle moments are rare on a busy machine. */
const patience = { timeout: 20_000 };
const views: EditorView[] = [];

function open() {
  const base = resolution(text, "en");
  const options = { base, current: base, author: "A", labelPolicy: "renumber" as const, plugins: pagePlugins() };
  const source = createEditorSource(createDraftState(options));
  const view = new EditorView(document.createElement("div"), {
    state: source.getState(),
    nodeViews,
    dispatchTransaction: source.dispatch,
  });
  source.subscribe(() => view.updateState(source.getState()));
  views.push(view);
  return { source, view };
}

const found = (view: EditorView) => findingsKey.getState(view.state)?.findings;
const signs = (view: EditorView) => view.dom.querySelectorAll("[data-finding]").length;

beforeAll(() => speak("en"));
afterEach(() => {
  for (const view of views.splice(0)) view.destroy();
});

describe("findings on the page", () => {
  it("are looked for after the text is shown, and are those of the checks", async () => {
    const { view } = open();
    expect(found(view)).toBeNull();
    expect(signs(view)).toBe(0);
    await vi.waitFor(() => expect(found(view)).not.toBeNull(), patience);
    expect(found(view)).toEqual(check(view.state.doc, exactRedline(view.state)));
    expect(found(view)!.length).toBeGreaterThan(1);
    expect(signs(view)).toBeGreaterThan(0);
  });

  it("are given up when somebody types, move along with the text, and follow once the redline is exact", async () => {
    const { source, view } = open();
    await vi.waitFor(() => expect(found(view)).not.toBeNull(), patience);
    const before = found(view);
    const words = [...view.dom.querySelectorAll(".finding")].map((mark) => mark.textContent);
    const typed = type(caret(source.getState(), "|that one one"), "and ");
    source.dispatch(source.getState().tr.replaceWith(0, source.getState().doc.content.size, typed.doc.content));
    expect(found(view)).toBe(before);
    settleRedline(source.getState(), source.dispatch);
    await vi.waitFor(() => expect(found(view)).not.toBe(before), patience);
    expect(found(view)).toEqual(check(view.state.doc, exactRedline(view.state)));
    expect([...view.dom.querySelectorAll(".finding")].map((mark) => mark.textContent)).toEqual(words);
  });
});
