import { expect, it } from "vitest";
import type { Language } from "../../../shared/model/document";
import { numberOfPart, partReferencesIn } from "../../../shared/resolution/part-references";

it.each<[Language, string, string[]]>([
  ["fr", "indiqués dans l'Annexe 2 de la présente Résolution;", ["annex 2"]],
  ["fr", "les Annexes A, B et C, et l'Appendice 1", ["annex A B C", "appendix 1"]],
  ["fr", "conformément à la section 1.2, et à la note de bas de page 3", ["section 1.2", "note 3"]],
  ["en", "as set out in Annex 1 to this Resolution and in sections 2.1 and 2.3", ["annex 1", "section 2.1 2.3"]],
  ["en", "see footnote 2", ["note 2"]],
  [
    "es",
    "en el Anexo 1 a la presente Resolución, sección 3, nota a pie de página 1",
    ["annex 1", "section 3", "note 1"],
  ],
  ["ru", "в Приложении 2 к настоящей Резолюции, в разделе 1.1 и сноске 4", ["annex 2", "section 1.1", "note 4"]],
  ["zh", "见本决议附件2和第1.2节及脚注3", ["annex 2", "section 1.2", "note 3"]],
  ["ar", "في الملحق 2 لهذا القرار، والقسم 1.1، والحاشية 3", ["annex 2"]],
])("%s: %s", (language, text, wanted) => {
  const found = partReferencesIn(text, language);
  const names = found.map(({ kind, numbers }) => `${kind} ${numbers.map(({ number }) => number).join(" ")}`);
  expect(names.slice(0, wanted.length)).toEqual(wanted);
  for (const { numbers } of found) {
    for (const { number, from, to } of numbers) expect(text.slice(from, to)).toBe(number);
  }
});

it.each<[Language, string]>([
  ["fr", "l'Annexe 1 de la Résolution 71 (Rév. Dubaï, 2018)"],
  ["fr", "l'Appendice 30 du Règlement des radiocommunications"],
  ["fr", "il annexe a) la liste"],
  ["en", "Annex 2 to Resolution 71 (Rev. Dubai, 2018)"],
  ["en", "Appendix 4 to the Radio Regulations"],
  ["ru", "в Приложении 1 к Резолюции 71 (Пересм. Дубай, 2018 г.)"],
  ["zh", "第71号决议（2018年，迪拜，修订版）附件2"],
  ["en", "in sections of the annex"],
])("%s: %s is none of this resolution", (language, text) => expect(partReferencesIn(text, language)).toEqual([]));

it("the number of a part stands in its heading", () => {
  expect(numberOfPart("annex", "ANNEXE 2 (DE LA RÉSOLUTION 5)", "fr")).toBe("2");
  expect(numberOfPart("annex", "ANNEX B", "en")).toBe("B");
  expect(numberOfPart("annex", "ANNEXE", "fr")).toBeNull();
  expect(numberOfPart("annex", "الملحق 2 بالقرار 145", "ar")).toBe("2");
  expect(numberOfPart("annex", "附件1", "zh")).toBe("1");
});
