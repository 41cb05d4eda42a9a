import fc from "fast-check";
import type { Node } from "prosemirror-model";
import { describe, expect, it } from "vitest";
import { compareJson } from "../../../shared/redline/compare-json";
import { redlineToCritic } from "../../../shared/redline/critic";
import { redline } from "../../../shared/redline/redline";
import type { Provision, Redline } from "../../../shared/redline/redline-types";
import { blocksOf, blockText, contentText } from "../../../shared/schema/blocks";
import { criticToTexts } from "../../../shared/text/critic-markup";
import { pairs } from "../../support/random-pairs";
import { resolutions, withForeignIds } from "../../support/random-resolutions";

function side({ placements }: Redline, which: "before" | "after"): string[] {
  const drop = which === "before" ? "after" : "before";
  const op = which === "before" ? "+" : "-";
  return placements
    .filter((placement) => placement.side !== drop)
    .map(({ provision }) => {
      const { label, separator } = provision[which]!.node.attrs;
      const text = provision.segments.filter((segment) => segment.op !== op).map((segment) => segment.text);
      return label + separator + text.join("");
    });
}

const textsOf = (doc: Node) => blocksOf(doc).map(({ node }) => blockText(node));
const isFrame = ({ status }: Provision) => status === "frame";

describe("a redline of any two texts", () => {
  it("gives the base without its insertions and the current text without its deletions", () => {
    fc.assert(
      fc.property(pairs, ([base, current]) => {
        const result = redline(base, current);
        const rejected = { ...result, placements: result.placements.filter(({ provision }) => !isFrame(provision)) };
        expect(side(rejected, "before")).toEqual(textsOf(base));
        expect(side(result, "after")).toEqual(textsOf(current));
      }),
      { numRuns: 300 },
    );
  });

  it("does not look at ids", () => {
    fc.assert(
      fc.property(pairs, ([base, current]) => {
        const again = withForeignIds(current, "other");
        const one = compareJson(redline(base, current), base, current);
        expect(compareJson(redline(withForeignIds(base, "base"), again), base, again)).toEqual(one);
      }),
      { numRuns: 100 },
    );
  });

  it("is empty between a text and itself", () => {
    fc.assert(
      fc.property(resolutions, (doc) => {
        const { counts, marker, provisions } = redline(doc, withForeignIds(doc, "x"));
        expect(marker).toBe("NOC");
        expect(provisions.every(({ status }) => status === "unchanged")).toBe(true);
        expect(counts).toEqual({
          added: 0,
          modified: 0,
          suppressed: 0,
          relabelled: 0,
          moved: 0,
          unchanged: blocksOf(doc).length,
        });
      }),
    );
  });

  it("names provisions by their place in the base, new ones in order", () => {
    fc.assert(
      fc.property(pairs, ([base, current]) => {
        const { provisions } = redline(base, current);
        expect(new Set(provisions.map(({ id }) => id)).size).toBe(provisions.length);
        const fresh = provisions.filter(({ before }) => !before).map(({ id }) => id);
        expect(fresh).toEqual(fresh.map((_, index) => `n${index + 1}`));
        const blocks = blocksOf(base);
        for (const { id, before } of provisions) {
          if (before) expect(blocks[Number(id.slice(1)) - 1]!.pos).toBe(before.pos);
        }
      }),
    );
  });

  it("never cuts a grapheme, a word or a number, and covers both contents", () => {
    const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
    // Chinese is cut between words too, but no test without a dictionary can see them.
    const insideWord = /[\p{L}\p{M}\p{Nd}][\p{L}\p{M}\p{Nd}]/u;
    const chinese = /\p{Script=Han}/u;
    fc.assert(
      fc.property(pairs, ([base, current]) => {
        for (const { before, after, segments } of redline(base, current).provisions) {
          for (const [block, drop] of [
            [before, "+"],
            [after, "-"],
          ] as const) {
            if (!block) continue;
            const text = contentText(block.node);
            const parts = segments.filter(({ op }) => op !== drop).map((segment) => segment.text);
            expect(parts.join("")).toBe(text);
            const starts = new Set(Array.from(graphemes.segment(text), ({ index }) => index));
            let at = 0;
            for (const part of parts.slice(0, -1)) {
              at += part.length;
              expect(starts.has(at)).toBe(true);
              const around = text.slice(at - 1, at + 1);
              expect(insideWord.test(around) && !chinese.test(around)).toBe(false);
            }
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it("survives CriticMarkup", () => {
    fc.assert(
      fc.property(pairs, ([base, current]) => {
        const result = redline(base, current);
        const read = criticToTexts(redlineToCritic(result));
        const lines = (texts: string[]) =>
          texts.flatMap((text) => text.split("\n")).filter((text) => text.trim() !== "");
        expect(read.ok && read.value.current.split("\n").slice(0, -1)).toEqual(lines(textsOf(current)));
        // New front matter and reasons are outside the comparison: they stand in both texts.
        const framed = result.placements
          .filter(({ side }) => side !== "after")
          .map(({ provision }) => blockText(provision.before!.node));
        if (!result.provisions.some(isFrame)) {
          expect(read.ok && read.value.base.split("\n").slice(0, -1)).toEqual(lines(framed));
        }
      }),
      { numRuns: 200 },
    );
  });
});
