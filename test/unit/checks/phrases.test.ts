/**
 * A second resolution in each language, of this project's own writing and full of what ITU texts usually say (adverbs in
 * calls, references of every kind, lists in lists, bands, periods, cited titles): recognised section by section, and
 * without a finding.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { textOf } from "../../../shared/checks/block-text";
import { check } from "../../../shared/checks/check";
import { callReferencesIn } from "../../../shared/resolution/call-references";
import { labelReferencesIn } from "../../../shared/resolution/references";
import { blocksOf } from "../../../shared/schema/blocks";
import { languages } from "../../support/clean-samples";
import { blockWith } from "../../support/findings";
import { documentFromText } from "../../support/read-document";

const read = (language: string) =>
  documentFromText(readFileSync(new URL(`../../fixtures/phrases/resolution-${language}.txt`, import.meta.url), "utf8"));

describe.each(languages)("%s", (language) => {
  const doc = read(language);
  const blocks = blocksOf(doc);

  it("is read in its language, with its preamble before its operative part", () => {
    expect(doc.attrs.language).toBe(language);
    const parts = blocks.filter(({ node }) => node.type.name === "call").map(({ part }) => part);
    expect(parts.slice(0, 5)).toEqual(Array(5).fill("preamble"));
    // Arabic has one section less: it instructs no study group.
    expect(parts.slice(5)).toEqual(Array(language === "ar" ? 5 : 6).fill("operative"));
  });

  it("has its references found", () => {
    const texts = blocks.map(({ node }) => textOf(node));
    const labels = texts.flatMap((text) => labelReferencesIn(text, language));
    const calls = texts.flatMap((text) => callReferencesIn(text, language).filter(({ labelled }) => !labelled));
    expect(labels.length).toBeGreaterThanOrEqual(4);
    expect(calls.length).toBeGreaterThanOrEqual(language === "ar" ? 1 : 2);
  });

  it("has no finding", () =>
    expect(
      check(doc).map(({ code, block, from, to }) => `${code}: ${textOf(blockWith(doc, block).node).slice(from, to)}`),
    ).toEqual([]));
});
