import { expect, it } from "vitest";
import type { Language } from "../../../shared/model/document";
import { labelReferencesIn, mayRefer, referencesIn } from "../../../shared/resolution/references";

const cases: [Language, string, string[], string][] = [
  ["fr", "conformément au considérant c) ci-dessus,", ["c)"], "considérant"],
  ["fr", "aux points e), f) et g) du considérant;", ["e)", "f)", "g)"], "considérant"],
  ["fr", "au point 2 du charge le Directeur du Bureau de la présente Résolution,", ["2"], "charge"],
  ["fr", "visé au point b)bis du reconnaissant,", ["b)bis"], "reconnaissant"],
  ["en", "referred to in considering e), f), g) and h) above;", ["e)", "f)", "g)", "h)"], "considering"],
  ["en", "in item 2 of resolves above", ["2"], "resolves"],
  ["es", "según el considerando c) anterior", ["c)"], "considerando"],
  ["es", "en el punto 2 del encarga al Director", ["2"], "encarga"],
  ["ru", "в пункте c) раздела учитывая", ["c)"], "учитывая"],
  ["zh", "上述考虑到a)和b)", ["a)", "b)"], "考虑到"],
  ["ar", 'الفقرة ج) من "إذ تدرك"', ["ج)"], "إذ تدرك"],
  ["en", "the outcome of resolves 2 shall be reported", ["2"], "resolves"],
  ["fr", "conformément au décide 3,", ["3"], "décide"],
  ["ar", 'الفقرة و ) من "إذ تدرك"', ["و )"], "إذ تدرك"],
  ["en", "under resolves 1 and 2 above", ["1", "2"], "resolves"],
  ["en", "instructs 3 of this resolution", ["3"], "instructs"],
  ["en", "as in considering further a) above", ["a)"], "considering"],
  ["en", "as in further resolves 2 above", ["2"], "further resolves"],
  ["fr", "au décide 2 ci-dessus", ["2"], "décide"],
  ["fr", "au reconnaissant en outre b)", ["b)"], "reconnaissant"],
  ["es", "en el resuelve 1 anterior", ["1"], "resuelve"],
  ["es", "el considerando además a)", ["a)"], "considerando"],
  ["ru", "в разделе решает 3, выше", ["3"], "решает"],
  ["ar", 'في الفقرتين ب) وج) من "إذ تدرك"', ["ب)", "ج)"], "إذ تدرك"],
  ["ar", 'تنفيذ الفقرتين 1 و2 من "يقرر" أعلاه', ["1", "2"], "يقرر"],
];

it.each(cases)("%s: %s", (language, text, labels, verb) => {
  const [reference, ...others] = labelReferencesIn(text, language);
  expect(others).toEqual([]);
  expect(reference?.labels.map(({ label }) => label)).toEqual(labels);
  expect(reference?.labels.map(({ from, to }) => text.slice(from, to))).toEqual(labels);
  expect(reference?.verb).toBe(verb);
  expect(reference?.call.startsWith(verb)).toBe(true);
});

it.each<[Language, string, string[]]>([
  ["fr", "au point 2 i) du décide;", ["2", "2 > i)"]],
  ["fr", "au sous-point ii) du point 2 du décide;", ["2 > ii)", "2"]],
  ["fr", "aux alinéas i) et iii) du point 2 du décide;", ["2 > i)", "2 > iii)", "2"]],
  ["fr", "visé au considérant b) iv) et c);", ["b)", "b) > iv)", "c)"]],
  ["en", "under resolves 2 i) above", ["2", "2 > i)"]],
  ["en", "in sub-item ii) of item 2 of resolves", ["2 > ii)", "2"]],
  ["en", "recognizing b) i)", ["b)", "b) > i)"]],
  ["es", "en el punto 2 ii) del resuelve", ["2", "2 > ii)"]],
  ["es", "en el apartado ii) del punto 2 del resuelve", ["2 > ii)", "2"]],
  ["ru", "в подпункте ii) пункта 2 раздела решает", ["2 > ii)", "2"]],
  ["ru", "в пункте b) i) раздела учитывая", ["b)", "b) > i)"]],
  ["zh", "认识到b) ii)", ["b)", "b) > ii)"]],
  ["ar", 'الفقرة ب) ii) من "إذ تدرك"', ["ب)", "ب) > ii)"]],
  ["ar", 'الفقرة ب) مكرراً من "إذ تدرك"', ["ب) مكرراً"]],
  ["fr", "au considérant bbis)", ["bbis)"]],
])("sub-items, %s: %s", (language, text, wanted) => {
  const [reference, ...others] = labelReferencesIn(text, language);
  expect(others).toEqual([]);
  expect(reference?.labels.map(({ label, parent }) => (parent ? `${parent} > ${label}` : label))).toEqual(wanted);
  expect(reference?.labels.every(({ label, from, to }) => text.slice(from, to) === label)).toBe(true);
});

it.each<[Language, string]>([
  ["fr", "au point 10 du invite de la Résolution 34,"],
  ["fr", "encourage 5 pays et invite 2 Directeurs"],
  ["fr", "a) les points à examiner (voir l'Annexe A)"],
  ["en", "considering (a) that"],
  ["en", "resolves 2 problems"],
  ["en", "invites 3 of the above members"],
  ["en", "(see Notes 5 and 6 above)"],
])("%s: %s refers to nothing here", (language, text) => expect(labelReferencesIn(text, language)).toEqual([]));

it("looks for a sign of a reference first, and passes every text in which there is one", () => {
  const fillers = ["", "that the work of 2030 (Part 1) goes on, ", "’tis ", "عام 2030 "];
  for (const [language, sentence] of cases) {
    for (const filler of fillers) {
      for (const text of [
        filler + sentence,
        (filler + sentence).toUpperCase(),
        filler + sentence.replaceAll(" ", "\u00A0"),
      ]) {
        if (referencesIn(text, language).length > 0) expect(mayRefer(text, language), text).toBe(true);
      }
    }
    expect(mayRefer("", language)).toBe(false);
  }
  expect(mayRefer("that item 1 of the list (c) stays", "en")).toBe(false);
});
