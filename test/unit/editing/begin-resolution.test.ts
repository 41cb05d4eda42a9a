import { undo } from "prosemirror-history";
import { describe, expect, it } from "vitest";
import type { DraftOptions } from "../../../shared/editing/draft-state";
import { exactRedline } from "../../../shared/editing/redline-plugin";
import { setRole } from "../../../shared/editing/set-role";
import type { TextBlockType } from "../../../shared/model/document";
import { schema } from "../../../shared/schema/schema";
import { caret, draft, draftOf, run } from "../../support/drafting";
import { block } from "../../support/resolution-builder";

const texts = [
  "Cover note",
  "DRAFT 7",
  "On tests",
  "The Assembly,",
  "considering",
  "one;",
  "resolves",
  "two",
  "Annex 1",
];

const plain = () =>
  draftOf(
    schema.node(
      "doc",
      { language: "en" },
      texts.map((text) => block("paragraph", text)),
    ),
  );

type State = ReturnType<typeof plain>;

const make = (state: State, text: string, type: TextBlockType) => run(caret(state, `|${text}`), setRole(type));

/** The structure as names, containers in brackets. */
function shape({ doc }: { doc: DraftOptions["base"] }): string {
  const names = (node: typeof doc): string =>
    node.children
      .map((child) => (child.isTextblock ? child.type.name : `${child.type.name}(${names(child)})`))
      .join(" ");
  return names(doc);
}

describe("a text without structure", () => {
  it("becomes a resolution as its number, title and calls are made", () => {
    let state = make(plain(), "DRAFT 7", "resolutionNumber");
    expect(shape(state)).toBe(
      "paragraph proposal(resolution(resolutionNumber paragraph paragraph paragraph paragraph paragraph paragraph paragraph))",
    );
    state = make(state, "On tests", "resolutionTitle");
    state = make(state, "The Assembly", "enacting");
    state = make(state, "considering", "call");
    state = make(state, "resolves", "call");
    state = make(state, "one", "item");
    state = make(state, "two", "item");
    state = make(state, "Annex 1", "annexNumber");
    expect(shape(state)).toBe(
      "paragraph proposal(resolution(resolutionNumber resolutionTitle enacting section(call item) section(call item) annex(annexNumber)))",
    );
    const parts: string[] = [];
    state.doc.descendants((node) => {
      if (node.type.name === "section") parts.push(node.attrs.part);
    });
    expect(parts).toEqual(["preamble", "operative"]);
  });

  it("may begin with its call; a title made afterwards joins it", () => {
    const called = make(plain(), "considering", "call");
    expect(shape(called)).toBe(
      "paragraph paragraph paragraph paragraph proposal(resolution(section(call paragraph paragraph paragraph paragraph)))",
    );
    expect(shape(make(called, "On tests", "resolutionTitle"))).toBe(
      "paragraph paragraph proposal(resolution(resolutionTitle paragraph section(call paragraph paragraph paragraph paragraph)))",
    );
  });

  it("goes back to what it was with one undo for each step", () => {
    const start = plain();
    const state = run(make(start, "considering", "call"), undo);
    expect(shape(state)).toBe(shape(start));
    expect(exactRedline(state)!.marker).toBe("NOC");
  });

  it("keeps its words: the redline strikes and inserts nothing", () => {
    const state = make(make(plain(), "DRAFT 7", "resolutionNumber"), "considering", "call");
    const { added, suppressed, moved } = exactRedline(state)!.counts;
    expect({ added, suppressed, moved }).toEqual({ added: 0, suppressed: 0, moved: 0 });
  });
});

describe("an annex", () => {
  const text = "The Assembly,\nconsidering\na)\tone;\nb)\ttwo,\nresolves\n1\tto count;";

  it("begins at its number in a section, and takes what follows", () => {
    expect(shape(make(draft(text), "two", "annexNumber"))).toBe(
      "proposal(resolution(enacting section(call item) annex(annexNumber section(call item))))",
    );
  });

  it("has its title in the annex", () => {
    const state = make(draft(text), "two", "annexNumber");
    expect(shape(make(state, "resolves", "annexTitle"))).toBe(
      "proposal(resolution(enacting section(call item) annex(annexNumber annexTitle item)))",
    );
    expect(shape(make(draft(text), "resolves", "annexTitle"))).toBe(
      "proposal(resolution(enacting section(call item item) annex(annexTitle item)))",
    );
  });
});
