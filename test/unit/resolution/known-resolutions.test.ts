/** Which cited revisions were followed by another, as far as the table knows. */
import { expect, it } from "vitest";
import type { Language } from "../../../shared/model/document";
import { builtInResolutions, outdatedIn, readKnownResolutions } from "../../../shared/resolution/known-resolutions";

const newer = (text: string, language: Language = "fr", before = 2026, more = "") =>
  outdatedIn(text, language, [...builtInResolutions, ...readKnownResolutions(more).known], before).map(
    ({ citation, newer: { body, number, place, year } }) =>
      `${text.slice(citation.start, citation.end)} → ${body} ${number} ${place} ${year}`,
  );

it("the newest revision before the conference is named, in the language of the text", () => {
  expect(newer("la Résolution 71 (Rév. Busan, 2014) de la Conférence de plénipotentiaires")).toEqual([
    "Résolution 71 (Rév. Busan, 2014) → PP 71 Bucarest 2022",
  ]);
  expect(newer("la Résolution 71 (Rév. Busan, 2014)", "fr", 2020)).toEqual([
    "Résolution 71 (Rév. Busan, 2014) → PP 71 Dubaï 2018",
  ]);
});

it.each([
  ["en", "Resolution 71 (Rev. Dubai, 2018)", "Bucharest"],
  ["es", "Resolución 71 (Rev. Dubái, 2018)", "Bucarest"],
  ["ru", "Резолюции 71 (Пересм. Дубай, 2018 г.)", "Бухарест"],
  ["zh", "第71号决议（2018年，迪拜，修订版）", "布加勒斯特"],
  ["ar", "القرار 71 (المراجَع في دبي، 2018)", "بوخارست"],
] as [Language, string, string][])("%s", (language, text, place) => {
  expect(newer(text, language)).toEqual([`${text} → PP 71 ${place} 2022`]);
});

it("the body follows from place and year: the same number elsewhere is another resolution", () => {
  expect(newer("Résolution 58 (Rév. Dubaï, 2014)")).toEqual([
    "Résolution 58 (Rév. Dubaï, 2014) → WTDC 58 Buenos Aires 2017",
  ]);
  expect(newer("Résolution 58 (Rév. Dubaï, 2012)")).toEqual([]);
  expect(newer("Résolution UIT-R 66 (Genève, 2015)")).toEqual([
    "Résolution UIT-R 66 (Genève, 2015) → RA 66 Charm el-Cheikh 2019",
  ]);
});

it("what is newest, unknown, no resolution, or of the same year says nothing", () => {
  expect(newer("Résolution 71 (Rév. Bucarest, 2022)")).toEqual([]);
  expect(newer("Résolution 4711 (Rév. Busan, 2014)")).toEqual([]);
  expect(newer("Recommandation UIT-D 45 (Dubaï, 2014)", "fr", 2026, "WTDC 45 Kigali 2022")).toEqual([]);
  expect(newer("Résolution 71 (Rév. Dubaï, 2018)", "fr", 2022)).toEqual([]);
});

it("a user's table adds revisions and places that the program does not know", () => {
  const table = "WTDC 45 Kigali 2022\n\nPP 5 Atlantis, 2024\nnonsense\nPP 71 2022";
  const { known, wrong } = readKnownResolutions(table);
  expect(known.map(({ body, number, place, year }) => `${body} ${number} ${place} ${year}`)).toEqual([
    "WTDC 45 Kigali 2022",
    "PP 5 Atlantis 2024",
  ]);
  expect(wrong).toEqual([4, 5]);
  expect(newer("Résolution 45 (Rév. Dubaï, 2014)", "fr", 2026, table)).toEqual([
    "Résolution 45 (Rév. Dubaï, 2014) → WTDC 45 Kigali 2022",
  ]);
});

it("every built-in line names a conference of its body", async () => {
  const { conferencesNamed } = await import("../../../shared/resolution/conferences");
  const wrong = builtInResolutions.filter(
    ({ body, place, year }) => !conferencesNamed(place, year).some((conference) => conference.body === body),
  );
  expect(builtInResolutions.length).toBeGreaterThan(30);
  expect(wrong).toEqual([]);
});
