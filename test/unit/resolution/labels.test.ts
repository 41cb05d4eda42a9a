import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Language } from "../../../shared/model/document";
import { readLabel } from "../../../shared/resolution/label-reading";
import { bisLabel, decimalLabel, formLabel, nextLabel, parseLabel } from "../../../shared/resolution/labels";
import { ListLevels } from "../../../shared/resolution/list-levels";

describe("parseLabel", () => {
  it.each([
    ["a)", "letter", 1, 0],
    ["z)", "letter", 26, 0],
    ["aa)", "letter", 27, 0],
    ["b)bis", "letter", 2, 1],
    ["bbis)", "letter", 2, 1],
    ["ater)", "letter", 1, 2],
    ["i)", "letter", 9, 0],
    ["ii)", "roman", 2, 0],
    ["iv)", "roman", 4, 0],
    ["(a)", "letter", 1, 0],
    ["2", "number", 2, 0],
    ["16", "number", 16, 0],
    ["3bis", "number", 3, 1],
    ["137A", "number", 137, 1],
    ["a bis)", "letter", 1, 1],
    ["3 ter", "number", 3, 2],
    ["A1.2", "decimal", 1, 0],
    ["II", "roman", 2, 0],
    ["–", "dash", undefined, undefined],
    ["•", "bullet", undefined, undefined],
    ["Motifs:", "word", undefined, undefined],
    ["", "none", undefined, undefined],
  ])("reads %s as %s %s", (label, kind, ordinal, insertion) => {
    const parsed = parseLabel(label, "fr");
    expect([parsed.kind, parsed.parts[0]?.ordinal, parsed.parts[0]?.insertion]).toEqual([kind, ordinal, insertion]);
    expect(parsed.text).toBe(label);
  });

  it("keeps both readings of i)", () => {
    const parsed = parseLabel("i)", "en");
    expect([parsed.letter, parsed.roman]).toEqual([9, 1]);
  });

  it("reads every part of 1bis.1.2", () => {
    expect(parseLabel("1bis.1.2", "en").parts).toEqual([
      { ordinal: 1, insertion: 1 },
      { ordinal: 1, insertion: 0 },
      { ordinal: 2, insertion: 0 },
    ]);
  });

  it("reads Arabic letters with stray spaces and presentation forms", () => {
    const labels = [" أ )", "ب)", "ج)", "د )", "د)", "ﻫ )", "هـ )", "ه\u200D )", "\u00A0و )", "ي)"];
    expect(labels.map((label) => parseLabel(label, "ar").letter)).toEqual([1, 2, 3, 4, 4, 5, 5, 5, 6, 10]);
  });

  it("reads Cyrillic look-alikes as the letters they stand for", () => {
    expect(["а)", "с)", "е)"].map((label) => parseLabel(label, "ru").letter)).toEqual([1, 3, 5]);
  });
});

describe("readLabel", () => {
  it.each<[Language, string, string]>([
    ["en", "a) bis\tthat", "a) bis"],
    ["es", "a bis)\tque", "a bis)"],
    ["ar", "ب مكرراً)\tأن", "ب مكرراً)"],
    ["ar", "هـ )\tأن", "هـ )"],
    ["ru", "1\u00A0bis\tчто", "1\u00A0bis"],
    ["zh", "（a）各国", "（a）"],
    ["zh", "1）各国", "1）"],
    ["en", "A1.2\tScope", "A1.2"],
    ["en", "II.3.1\tScope", "II.3.1"],
    ["zh", "一、各国", "一、"],
    ["zh", "（十二）各国", "（十二）"],
    ["zh", "二十一、\t各国", "二十一、"],
    ["zh", "一\u3000各国", "一"],
    ["zh", "1、各国", "1、"],
    ["zh", "1．各国", "1．"],
    ["zh", "③各国", "③"],
    ["zh", "（甲）各国", "（甲）"],
    ["ar", "( أ )\tأن", "( أ )"],
    ["ar", "\u200Fب)\u200F\tأن", "\u200Fب)"],
    ["ar", "أ -\tأن", "أ -"],
    ["ar", "1- أن", "1-"],
    ["ar", "2 مكررًا\tأن", "2 مكررًا"],
    ["fr", "1°\tde", "1°"],
    ["es", "2º\tde", "2º"],
    ["en", "[2bis]\tthat", "[2bis]"],
    ["en", "A.\tScope", "A."],
    ["en", "\t(a)\tTo take note", "\t(a)"],
    ["en", "\t\t12.\tBorrowing", "\t\t12."],
    ["ar", "\t•\tأن", "\t•"],
  ])("%s: finds the label of %j", (language, text, label) => {
    expect(readLabel(text, language)?.label).toBe(label);
  });

  it.each<[Language, string]>([
    ["zh", "一、二两款应予保留"],
    ["zh", "一 各国"],
    ["zh", "第一，各国"],
    ["en", "A. Smith spoke"],
    ["en", "[b)\tthat it is] so"],
    ["en", "5 - 10 MHz"],
  ])("%s: finds none in %j", (language, text) => {
    const read = readLabel(text, language);
    expect(read?.loose ? null : read).toBeNull();
  });

  it.each(["a) terms of reference", "M.1036\tFrequency arrangements", "A.1 sets out", "UIT.R\tx"])(
    "finds no more than there is in %j",
    (text) => {
      const read = readLabel(text, "en");
      expect(read?.loose ? "" : (read?.label ?? "")).toBe(text.startsWith("a)") ? "a)" : "");
    },
  );
});

describe("a body whose numbers have a prefix", () => {
  it("counts on behind it", () => {
    expect(nextLabel("A1.2", "decimal", "en")).toBe("A1.3");
    const path = [1, 2, 1].map((ordinal) => ({ ordinal, insertion: 0 }));
    expect([decimalLabel(path, "A1.1", "en"), decimalLabel(path, "B.1", "en")]).toEqual(["A1.2.1", "B.1.2.1"]);
  });
});

describe("nextLabel", () => {
  it.each([
    [null, "letter", "fr", "a)"],
    [null, "number", "fr", "1"],
    [null, "roman", "en", "i)"],
    [null, "dash", "en", "–"],
    [null, "letter", "ar", "أ )"],
    ["a)", "letter", "en", "b)"],
    ["z)", "letter", "en", "aa)"],
    ["az)", "letter", "en", "ba)"],
    ["b)bis", "letter", "en", "c)"],
    ["h)", "letter", "fr", "i)"],
    ["i)", "roman", "fr", "ii)"],
    ["iii)", "roman", "fr", "iv)"],
    ["9", "number", "fr", "10"],
    ["1)", "number", "fr", "2)"],
    ["1.1.9", "decimal", "en", "1.1.10"],
    ["ج)", "letter", "ar", "د )"],
    ["II", "roman", "fr", "III"],
    ["\u0669", "number", "ar", "\u0661\u0660"],
    ["\u0661)", "number", "ar", "\u0662)"],
    ["\uFF11.\uFF19", "decimal", "zh", "\uFF11.\uFF11\uFF10"],
    ["九、", "number", "zh", "十、"],
    ["（十九）", "number", "zh", "（二十）"],
    ["二十九、", "number", "zh", "三十、"],
    ["丙、", "number", "zh", "丁、"],
    ["⑳", "number", "zh", "21"],
    ["( أ )", "letter", "ar", "( ب)"],
    ["1°", "number", "fr", "2°"],
  ] as const)("after %s (%s, %s) comes %s", (previous, kind, language, expected) => {
    expect(nextLabel(previous, kind, language)).toBe(expected);
  });
});

describe("bisLabel", () => {
  it.each([
    ["b)", 1, "en", "b)bis"],
    ["b)", 1, "fr", "bbis)"],
    ["b)", 2, "es", "bter)"],
    ["3", 1, "en", "3bis"],
    ["b)bis", 1, "en", "b)ter"],
    ["1.2", 1, "en", "1.2bis"],
    ["ب)", 1, "ar", "ب) مكرراً"],
    ["\u0663", 1, "ar", "\u0663 مكرراً"],
  ] as const)("after %s, number %s, in %s: %s", (after, n, language, expected) => {
    expect(bisLabel(after, n, language)).toBe(expected);
  });
});

describe("label laws", () => {
  const languages = fc.constantFrom("ar", "zh", "en", "fr", "ru", "es") as fc.Arbitrary<
    "ar" | "zh" | "en" | "fr" | "ru" | "es"
  >;

  it("a formed letter or number reads back as its ordinal", () => {
    fc.assert(
      fc.property(languages, fc.integer({ min: 1, max: 200 }), (language, ordinal) => {
        expect(parseLabel(formLabel("letter", ordinal, language), language).letter).toBe(ordinal);
        expect(parseLabel(formLabel("number", ordinal, language), language).parts[0]?.ordinal).toBe(ordinal);
        expect(parseLabel(formLabel("roman", ordinal, language), language).roman).toBe(ordinal);
      }),
    );
  });

  it("an inserted label lies between its neighbours, in the order of insertion", () => {
    fc.assert(
      fc.property(
        languages,
        fc.constantFrom("letter", "number") as fc.Arbitrary<"letter" | "number">,
        fc.integer({ min: 1, max: 26 }),
        fc.integer({ min: 1, max: 24 }),
        (language, kind, ordinal, n) => {
          const label = formLabel(kind, ordinal, language);
          const first = bisLabel(label, n, language);
          const second = bisLabel(label, n + 1, language);
          const placeOf = (text: string) => parseLabel(text, language).parts.at(-1);
          const agreed = placeOf(label)!;
          expect(placeOf(first)).toEqual({ ...agreed, insertion: n });
          expect(placeOf(second)).toEqual({ ...agreed, insertion: n + 1 });
          expect(bisLabel(first, 1, language)).toBe(second);
        },
      ),
    );
  });
});

describe("lists in lists", () => {
  const levels = (language: Language, labels: readonly string[]) => {
    const list = new ListLevels();
    return labels.map((label) => list.place(parseLabel(label, language), false, null));
  };

  it("stand a level lower where the same kind of number begins in other signs or brackets", () => {
    expect(levels("zh", ["一、", "（一）", "（二）", "1.", "2.", "（三）", "二、", "（一）", "三、"])).toEqual([
      1, 2, 2, 3, 3, 2, 1, 2, 1,
    ]);
    expect(levels("en", ["1", "1)", "2)", "2", "3"])).toEqual([1, 2, 2, 1, 1]);
  });

  it("stay one list where its brackets vary", () => {
    expect(levels("ar", ["أ )", "ب)", "( ج)", "د)"])).toEqual([1, 1, 1, 1]);
    expect(levels("en", ["1", "2.", "3"])).toEqual([1, 1, 1]);
  });
});
