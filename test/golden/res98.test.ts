/**
 * The true marking of a real proposal (seed 000) against ours: nothing may be lost, every status must
 * be the drafter's, and the marks must be nearly as short as a person's.
 */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { redlineToCritic } from "../../shared/redline/critic";
import { redline } from "../../shared/redline/redline";
import { contentText } from "../../shared/schema/blocks";
import { type CriticToken, criticToTexts, readCriticMarkup } from "../../shared/text/critic-markup";
import { documentFromText } from "../support/read-document";

const folder = new URL("../../../shared/seeds/", import.meta.url);
const present = existsSync(folder);
if (!present) console.warn("The golden test is skipped: the seed documents are not on this machine.");

const read = (name: string) => readFileSync(new URL(name, folder), "utf8").replaceAll("\r\n", "\n");
const tokensOf = (markup: string): CriticToken[] => {
  const tokens = readCriticMarkup(markup);
  return tokens.ok ? tokens.value : [];
};
const marked = (tokens: CriticToken[]) =>
  tokens.filter((token) => token.op !== "=").reduce((sum, token) => sum + token.text.length, 0);

describe("the golden of seed 000", () => {
  if (!present) {
    it.skip("needs the seed documents", () => {});
    return;
  }
  const baseText = read("000-res98-base.txt");
  const revisedText = read("000-res98-revised.txt");
  const golden = read("000-res98-mod.marked.txt");
  const base = documentFromText(baseText);
  const revised = documentFromText(revisedText);
  const result = redline(base, revised);
  const critic = redlineToCritic(result);

  it("gives back the base and the revised text to the character", () => {
    const texts = criticToTexts(critic);
    expect(texts.ok && texts.value.base).toBe(baseText);
    expect(texts.ok && texts.value.current).toBe(revisedText);
  });

  it("gives every line the status of the golden", () => {
    const kinds = (markup: string) =>
      markup
        .split("\n")
        .filter(Boolean)
        .map((line) => {
          const tokens = tokensOf(line);
          if (tokens.every((token) => token.op === "-")) return `- ${line.slice(3, 12)}`;
          if (tokens.every((token) => token.op === "+")) return `+ ${line.slice(3, 12)}`;
          const label = line.match(/^(?:\{--\w+--\}\{\+\+\w+\+\+\})?\w*\)?\t/u)?.[0] ?? "";
          return `${tokens.length > 1 ? "*" : "="} ${label.trim()}`;
        });
    expect(kinds(critic)).toEqual(kinds(golden));
  });

  it("marks at most a tenth more characters than the drafter did", () => {
    const ratio = marked(tokensOf(critic)) / marked(tokensOf(golden));
    console.info(`Marked characters: ${ratio.toFixed(4)} of the golden's.`);
    expect(ratio).toBeLessThanOrEqual(1.03);
  });

  it("never cuts a word or a number", () => {
    const inside = /[\p{L}\p{M}\p{Nd}]$/u;
    const starts = /^[\p{L}\p{M}\p{Nd}]/u;
    for (const { before, after, segments } of result.provisions) {
      if (!before || !after) continue;
      const one = contentText(before.node);
      const two = contentText(after.node);
      for (const { op, fromA, toA, fromB, toB } of segments) {
        if (op !== "=") continue;
        for (const [text, at] of [
          [one, fromA],
          [one, toA],
          [two, fromB],
          [two, toB],
        ] as const) {
          const cut = inside.test(text.slice(0, at)) && starts.test(text.slice(at));
          expect(cut && text.slice(Math.max(at - 10, 0), at + 10)).toBe(false);
        }
      }
    }
  });

  it("marks nothing between a text and itself", () => {
    const none = redline(base, documentFromText(baseText));
    expect(none.marker).toBe("NOC");
    expect(none.provisions.every((provision) => provision.status === "unchanged")).toBe(true);
    expect(redlineToCritic(none)).toBe(baseText);
  });
});
