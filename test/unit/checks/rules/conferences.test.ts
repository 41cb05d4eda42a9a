import { expect, it } from "vitest";
import { found, paragraph, repairedText } from "../../../support/findings";

const rule = "conferences";

it.each([
  ["fr", "la Résolution 71 (Rév. Dubaï, 2019)", "year: Dubaï, 2019"],
  ["en", "Resolution 71 (Rev. Busan, 2018)", "year: Busan, 2018"],
  ["fr", "la Résolution 98 (Rév. Dubaï, 2018) de l'AMNT", "noBody: Dubaï, 2018"],
  ["fr", "la Résolution 98 (Rév. Genève, 2022) de la Conférence de plénipotentiaires", "body: Genève, 2022"],
  ["fr", "la Résolution 98 (Rév. Hamamet, 2016)", "place: Hamamet"],
  ["ru", "Резолюции 21 (Пересм. Пусан, 2015 г.)", "year: Пусан, 2015 г."],
  ["zh", "第154号决议（2007年，安塔利亚）", "year: 安塔利亚"],
  ["ar", "بالقرار 99 (المراجَع في بوسان، 2015)", "year: بوسان، 2015"],
])("%s: %s", (language, text, words) => {
  expect(found(rule, paragraph(text, language))).toEqual([`check.${rule}-${words}`]);
});

it("puts a misspelt place right", () => {
  expect(repairedText(rule, "la Résolution 98 (Rév. Hamamet, 2016)")).toBe("la Résolution 98 (Rév. Hammamet, 2016)");
});

it.each([
  ["fr", "la Résolution 902 (Rév. Valdombre, 2026) de la présente Assemblée"],
  ["fr", "la Résolution 50 (Rév. Kigali, 2022) de la présente Conférence relative à l'AMNT"],
  ["fr", "la Résolution 66 (Rév. Charm-el-Cheikh, 2019) de l'Assemblée des radiocommunications"],
  ["fr", "la Résolution 77 (Rév. Buenos Aires, 2017) de la CMDT"],
  ["en", "Resolution 71 (Rev. Geneva, 2033)"],
])("%s: leaves %s alone", (language, text) => expect(found(rule, paragraph(text, language))).toEqual([]));
