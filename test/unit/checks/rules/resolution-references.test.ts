import { expect, it } from "vitest";
import { found, paragraph, repairedText } from "../../../support/findings";

const rule = "resolutionReferences";

it.each([
  ["fr", "la Résolution 196 (Rév. Dubaï 2018);", "comma", "la Résolution 196 (Rév. Dubaï, 2018);"],
  [
    "fr",
    "la Résolution 64 (Rév. Kigali, 2022 de la Conférence (CMDT)",
    "bracket",
    "la Résolution 64 (Rév. Kigali, 2022) de la Conférence (CMDT)",
  ],
  ["fr", "la Résolution 197 (Rév.Dubaï, 2018)", "space", "la Résolution 197 (Rév. Dubaï, 2018)"],
  ["fr", "la Résolution UIT‑R 66 (Genève,2015)", "space", "la Résolution UIT‑R 66 (Genève, 2015)"],
  ["en", "Resolution 71 (Rev. Dubai 2018)", "comma", "Resolution 71 (Rev. Dubai, 2018)"],
  ["es", "la Resolución 71 (Rev.Dubái, 2018)", "space", "la Resolución 71 (Rev. Dubái, 2018)"],
  ["ru", "Резолюции 21 (Пересм. Пусан 2014 г.)", "comma", "Резолюции 21 (Пересм. Пусан, 2014 г.)"],
  ["ar", "بالقرار 99 (المراجَع في بوسان 2014)", "comma", "بالقرار 99 (المراجَع في بوسان، 2014)"],
  ["zh", "第154号决议（2006年，安塔利亚", "bracket", "第154号决议（2006年，安塔利亚）"],
])("%s: %s", (language, text, which, after) => {
  const [one, ...others] = found(rule, paragraph(text, language));
  expect(one).toMatch(new RegExp(`^check.${rule}-${which}: `, "u"));
  expect(others).toEqual([]);
  expect(repairedText(rule, text, language)).toBe(after);
});

it.each([
  ["fr", "la Résolution 50 (Intégration optimale des technologies)"],
  ["fr", "la Résolution 70/1 de l'Assemblée générale"],
  ["en", "Resolution 28 (REV.WRC-15) and Resolution ITU-R 1-8"],
  ["fr", "la Résolution 2 [Rév] sur (les mandats)"],
  ["fr", "(Busan, 2014; Dubaï, 2018)"],
  ["ru", "Резолюция 21 (Пересм. Пусан, 2014 г.)"],
])("%s: leaves %s alone", (language, text) => expect(found(rule, paragraph(text, language))).toEqual([]));
