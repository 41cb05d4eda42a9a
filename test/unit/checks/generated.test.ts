/**
 * Resolutions put together at random from clean clauses of each language: sections, lists and lists below in any
 * number, with the labels and end marks that belong there. None of them has a finding, and one clause spoilt anywhere
 * is found there.
 */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import type { Attrs } from "prosemirror-model";
import { describe, expect, it } from "vitest";
import { textOf } from "../../../shared/checks/block-text";
import { check } from "../../../shared/checks/check";
import type { Language } from "../../../shared/model/document";
import { nextLabel } from "../../../shared/resolution/labels";
import { languageData } from "../../../shared/resolution/languages/languages";
import { blocksOf } from "../../../shared/schema/blocks";
import { withAttributes, withText } from "../../support/findings";
import { documentFromText } from "../../support/read-document";

const languages: Language[] = ["ar", "zh", "en", "fr", "ru", "es"];

interface Drawn {
  /** For each section the number of items, and for each item how many stand below it. */
  preamble: number[][];
  operative: number[][];
}

const section = fc.array(
  fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 2, max: 4 }) }),
  {
    minLength: 2,
    maxLength: 30,
  },
);
const drawn: fc.Arbitrary<Drawn> = fc.record({
  preamble: fc.array(section, { minLength: 1, maxLength: 3 }),
  operative: fc.array(section, { minLength: 1, maxLength: 3 }),
});

/** Clean clauses and calls of a language, without labels and end marks. */
function materialOf(language: Language) {
  const file = new URL(`../../../resources/samples/resolution-${language}.txt`, import.meta.url);
  const doc = documentFromText(readFileSync(file, "utf8"));
  const blocks = blocksOf(doc).filter(({ containers }) => !containers.includes("annex"));
  const text = (type: string) =>
    blocks.filter(({ node }) => node.type.name === type).map(({ node }) => textOf(node).replace(/\uFFFC/gu, ""));
  const calls = (part: string) =>
    blocks.filter((block) => block.node.type.name === "call" && block.part === part).map(({ node }) => textOf(node));
  return {
    head: [
      ...text("resolutionNumber"),
      ...text("resolutionTitle"),
      ...text("resolutionReference"),
      ...text("enacting"),
    ],
    preamble: calls("preamble"),
    operative: calls("operative"),
    clauses: text("item").map((clause) => clause.replace(/[;,.:؛،；，。：]$/u, "")),
  };
}

const materials = new Map(languages.map((language) => [language, materialOf(language)]));

function write({ preamble, operative }: Drawn, language: Language): string {
  const { head, clauses, ...calls } = materials.get(language)!;
  const { comma, semicolon, fullStop, colon } = languageData(language).punctuation;
  const lines = [...head];
  let clause = 0;
  const next = () => clauses[clause++ % clauses.length]!;
  const sections = [
    ...preamble.map((items, index) => ({
      items,
      call: calls.preamble[index % calls.preamble.length]!,
      kind: "letter" as const,
    })),
    ...operative.map((items, index) => ({
      items,
      call: calls.operative[index % calls.operative.length]!,
      kind: "number" as const,
    })),
  ];
  sections.forEach(({ items, call, kind }, at) => {
    lines.push(call);
    let label: string | null = null;
    items.forEach((below, index) => {
      label = nextLabel(label, kind, language);
      const end = index < items.length - 1 ? semicolon : at < sections.length - 1 ? comma : fullStop;
      lines.push(`${label}\t${next()}${below > 0 ? colon : end}`);
      let sub: string | null = null;
      for (let i = 0; i < below; i++) {
        sub = nextLabel(sub, "roman", language);
        lines.push(`${sub}\t${next()}${i < below - 1 ? semicolon : end}`);
      }
    });
  });
  return lines.join("\n");
}

describe.each(languages)("%s", (language) => {
  it("has no finding in clean texts, and one where a clause is spoilt", () => {
    fc.assert(
      fc.property(drawn, fc.nat(), fc.boolean(), (plan, place, label) => {
        const doc = documentFromText(write(plan, language));
        expect(check(doc)).toEqual([]);
        const clauses = blocksOf(doc).filter(({ node }) => node.type.name === "item");
        const target = clauses[place % clauses.length]!.node.attrs;
        const spoilt = label
          ? withAttributes(doc, target.id, {
              label: nextLabel(nextLabel(target.label, kindOf(target), language), kindOf(target), language),
            })
          : withText(doc, target.id, (text) => text.slice(0, -1));
        const [first] = check(spoilt);
        expect(first?.rule).toBe(label ? "labelSequence" : "endPunctuation");
        if (!label) expect(first?.block).toBe(target.id);
      }),
      { numRuns: 15 },
    );
  });
});

function kindOf({ label, level }: Attrs): "letter" | "number" | "roman" {
  if (level > 1) return "roman";
  return /\d/u.test(label) ? "number" : "letter";
}
