/** The dated lines of a resolution at another conference, in six languages. */
import { describe, expect, it } from "vitest";
import type { Language } from "../../../shared/model/document";
import {
  type LineEdit,
  type Occasion,
  revisedEnacting,
  revisedHistoryLine,
  revisedNumberLine,
} from "../../../shared/resolution/revised-lines";

const apply = (text: string, edit: LineEdit | null) =>
  edit ? text.slice(0, edit.from) + edit.text + text.slice(edit.to) : null;

interface Lines {
  place: string;
  /** Number line of a first adoption, of a revision, and what both become. */
  number: [first: string, revised: string, after: string];
  history: [before: string, after: string];
  enacting: [before: string, after: string];
}

const cases: Record<Language, Lines> = {
  fr: {
    place: "Genève",
    number: [
      "RÉSOLUTION 103 (New Delhi, 2024)",
      "RÉSOLUTION 103 (Rév. New Delhi, 2024)",
      "RÉSOLUTION 103 (Rév. Genève, 2028)",
    ],
    history: ["(Hammamet, 2016; New Delhi, 2024)", "(Hammamet, 2016; New Delhi, 2024; Genève, 2028)"],
    enacting: [
      "L'Assemblée mondiale de normalisation des télécommunications (New Delhi, 2024),",
      "L'Assemblée mondiale de normalisation des télécommunications (Genève, 2028),",
    ],
  },
  en: {
    place: "Geneva",
    number: ["RESOLUTION 1 (Hammamet, 2016)", "RESOLUTION 1 (Rev. Hammamet, 2016)", "RESOLUTION 1 (Rev. Geneva, 2028)"],
    history: ["(Hammamet, 2016)", "(Hammamet, 2016; Geneva, 2028)"],
    enacting: [
      "The World Telecommunication Standardization Assembly (Hammamet, 2016),",
      "The World Telecommunication Standardization Assembly (Geneva, 2028),",
    ],
  },
  es: {
    place: "Ginebra",
    number: [
      "RESOLUCIÓN 1 (Hammamet, 2016)",
      "RESOLUCIÓN 1 (Rev. Hammamet, 2016)",
      "RESOLUCIÓN 1 (Rev. Ginebra, 2028)",
    ],
    history: ["(Hammamet, 2016)", "(Hammamet, 2016; Ginebra, 2028)"],
    enacting: [
      "La Asamblea Mundial de Normalización de las Telecomunicaciones (Hammamet, 2016),",
      "La Asamblea Mundial de Normalización de las Telecomunicaciones (Ginebra, 2028),",
    ],
  },
  ru: {
    place: "Женева",
    number: [
      "РЕЗОЛЮЦИЯ 21 (Пусан, 2014 г.)",
      "РЕЗОЛЮЦИЯ 21 (Пересм. Пусан, 2014 г.)",
      "РЕЗОЛЮЦИЯ 21 (Пересм. Женева, 2028 г.)",
    ],
    history: ["(Пусан, 2014 г.)", "(Пусан, 2014 г.; Женева, 2028 г.)"],
    enacting: ["Полномочная конференция (Пусан, 2014 г.),", "Полномочная конференция (Женева, 2028 г.),"],
  },
  zh: {
    place: "日内瓦",
    number: [
      "第154号决议（2006年，安塔利亚）",
      "第154号决议（2006年，安塔利亚，修订版）",
      "第154号决议（2028年，日内瓦，修订版）",
    ],
    history: ["（2006年，安塔利亚）", "（2006年，安塔利亚；2028年，日内瓦）"],
    enacting: ["世界电信标准化全会（2006年，安塔利亚），", "世界电信标准化全会（2028年，日内瓦），"],
  },
  ar: {
    place: "جنيف",
    number: ["القرار 99 (بوسان، 2014)", "القرار 99 (المراجَع في بوسان، 2014)", "القرار 99 (المراجَع في جنيف، 2028)"],
    history: ["(بوسان، 2014)", "(بوسان، 2014؛ جنيف، 2028)"],
    enacting: [
      "إن الجمعية العالمية لتقييس الاتصالات (بوسان، 2014)،",
      "إن الجمعية العالمية لتقييس الاتصالات (جنيف، 2028)،",
    ],
  },
};

describe.each(Object.entries(cases) as [Language, Lines][])("%s", (language, { place, number, history, enacting }) => {
  const at: Occasion = { body: "WTSA", place, year: 2028 };

  it("a number line takes the sign of revision, place and year", () => {
    const [first, revised, after] = number;
    expect(apply(first, revisedNumberLine(first, at, language))).toBe(after);
    expect(apply(revised, revisedNumberLine(revised, at, language))).toBe(after);
    expect(revisedNumberLine(after, at, language)).toBeNull();
  });

  it("a history line goes on, and what this draft added is replaced", () => {
    const [before, after] = history;
    expect(apply(before, revisedHistoryLine(before, before, at, language))).toBe(after);
    expect(apply(before, revisedHistoryLine(before, null, at, language))).toBe(after);
    expect(revisedHistoryLine(after, before, at, language)).toBeNull();
    const other: Occasion = { ...at, year: 2032 };
    expect(apply(after, revisedHistoryLine(after, before, other, language))).toBe(after.replace("2028", "2032"));
  });

  it("an enacting formula keeps everything else", () => {
    const [before, after] = enacting;
    expect(apply(before, revisedEnacting(before, at, language))).toBe(after);
    expect(revisedEnacting(after, at, language)).toBeNull();
  });
});

it("capitals stay capitals", () => {
  const line = "RÉSOLUTION 154 (RÉV. BUSAN, 2014)";
  const edit = revisedNumberLine(line, { body: "PP", place: "Genève", year: 2028 }, "fr");
  expect(apply(line, edit)).toBe("RÉSOLUTION 154 (RÉV. GENÈVE, 2028)");
});

it.each([
  ["en", "RESOLUTION 28 (REV.WRC-15)", "RESOLUTION 28 (REV.WRC-27)"],
  ["en", "RESOLUTION 536 (WRC-97)", "RESOLUTION 536 (REV.WRC-27)"],
  ["fr", "RÉSOLUTION 28 (RÉV.CMR-15)", "RÉSOLUTION 28 (RÉV.CMR-27)"],
  ["es", "RESOLUCIÓN 18 (REV.CMR-12)", "RESOLUCIÓN 18 (REV.CMR-27)"],
] as [Language, string, string][])("a code of WRC, %s: %s", (language, before, after) => {
  expect(apply(before, revisedNumberLine(before, { body: "WRC", place: "Shanghai", year: 2027 }, language))).toBe(
    after,
  );
});

it("a Radiocommunication Assembly counts its revisions", () => {
  const line = "RESOLUTION ITU-R 1-8";
  const edit = revisedNumberLine(line, { body: "RA", place: "Shanghai", year: 2027 }, "en");
  expect(apply(line, edit)).toBe("RESOLUTION ITU-R 1-9");
});

it("other lines and a draft new text are left alone", () => {
  const at: Occasion = { body: "PP", place: "Doha", year: 2026 };
  expect(revisedNumberLine("DRAFT NEW RESOLUTION [ACP-2]", at, "en")).toBeNull();
  expect(revisedNumberLine("A title", at, "en")).toBeNull();
  expect(revisedEnacting("The Council,", at, "en")).toBeNull();
});
