/** A contribution with proposals of every kind, written to Word and read again: the same contribution. */
import { describe, expect, test } from "vitest";
import { openBase } from "../../../shared/draft/open";
import { headerOf } from "../../../shared/editing/header-block";
import { proposalsOf } from "../../../shared/editing/proposal-commands";
import type { Language } from "../../../shared/model/document";
import { contribution, writtenContribution } from "../../support/contribution";

const languages: Language[] = ["ar", "zh", "en", "fr", "ru", "es"];

describe.each(languages)("a contribution in %s", (language) => {
  const state = contribution(language);
  test("gives the same header block, markers, identifiers and texts when its Word file is read", () => {
    const opened = openBase(writtenContribution(state), "contribution.docx");
    if (!opened.ok) throw new Error(opened.error.code);
    const again = opened.value.current!;
    expect(again.attrs.language).toBe(language);
    expect(headerOf(again)).toEqual(headerOf(state.doc));
    const named = (doc: typeof again) => proposalsOf(doc).map(({ node }) => [node.attrs.marker, node.attrs.identifier]);
    expect(named(again)).toEqual([
      ["MOD", "ACP/42A1/1"],
      ["ADD", "ACP/42A1/2"],
      ["SUP", "ACP/42A1/3"],
      ["NOC", "ACP/42A1/4"],
      ["NOC-underlined", "ACP/42A1/5"],
    ]);
    expect(proposalsOf(again).map(({ node }) => node.textContent)).toEqual(
      proposalsOf(state.doc).map(({ node }) => node.textContent),
    );
    // Only the modification is marked, with the one change that was made.
    expect(opened.value.tracked?.count).toBe(1);
    expect(proposalsOf(again).every(({ node }) => node.lastChild!.type.name === "reasons")).toBe(true);
  });
});
