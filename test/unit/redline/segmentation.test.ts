import fc from "fast-check";
import { expect, test } from "vitest";
import { type Segment, visitSegments } from "../../../shared/redline/segmentation";

const asTheyAre = (segments: readonly Segment[]) => [...segments];

function segmentsOfText(text: string, language: string): Segment[] {
  const found: Segment[] = [];
  visitSegments(text, language, asTheyAre, (word, from, isWord) => found.push({ text: word, from, isWord }));
  return found;
}

const languages = ["ar", "zh", "en", "fr", "ru", "es"];

/** Signs that the rules of segmentation treat alike or unlike: letters, joints, marks, spaces of all kinds. */
const signs = fc.constantFrom(
  ..."abé12.,:;'’\"-_(/)%&",
  ..." \t\n\u00A0\u2003\u2009\u202F\u3000\u200B\u200D\u2060\u00AD",
  ..."\u0301\u0308\u0640\u064B\u0661\uFF9E\uFFFC",
  ..."决议网络カナ한글ไทยعربיד",
  "👩‍💻",
  "🏽",
  "🇨🇭",
  "🇫",
  "\uFE0F",
  " ",
  "  ",
);

test("cuts every text as the segmenter does", () => {
  fc.assert(
    fc.property(fc.constantFrom(...languages), fc.array(signs, { maxLength: 24 }), (language, parts) => {
      const text = parts.join("");
      const found = segmentsOfText(text, language);
      expect(found.map((segment) => segment.text).join("")).toBe(text);
      const segmenter = new Intl.Segmenter(language, { granularity: "word" });
      const expected = [...segmenter.segment(text)].map(({ segment, index, isWordLike }) => [
        segment,
        index,
        isWordLike,
      ]);
      expect(spread(found.map(({ text: word, from, isWord }) => [word, from, isWord]))).toEqual(spread(expected));
    }),
    { numRuns: 3000 },
  );
});

/** A run of spaces may come in one segment or in several: what uses them takes every space by itself. */
function spread(segments: unknown[][]): unknown[][] {
  return segments.flatMap(([word, from, isWord]) => {
    if ((word as string).trim() !== "") return [[word, from, isWord]];
    return [...(word as string)].map((space, index) => [space, (from as number) + index, isWord]);
  });
}
