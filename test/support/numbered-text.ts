/** A resolution with two annexes and a numbered body, in each language; the operative part refers to its parts. */
import type { Node } from "prosemirror-model";
import type { Language } from "../../shared/model/document";
import { documentFromText } from "./read-document";

interface Words {
  head: string[];
  preamble: string;
  operative: string;
  /** References to 1.1.2 of the first annex, to section 2.1 of it, and to the second annex, each behind an `@`. */
  references: [string, string, string];
  annex: (number: number) => string;
}

const words: Record<Language, Words> = {
  en: {
    head: [
      "RESOLUTION 7 (Geneva, 2022)",
      "Roads",
      "The World Telecommunication Standardization Assembly (Geneva, 2022),",
    ],
    preamble: "considering",
    operative: "resolves",
    references: ["item @1.1.2 of Annex 1", "section @2.1 of Annex 1", "Annex @2"],
    annex: (number) => `ANNEX ${number}`,
  },
  fr: {
    head: [
      "RÉSOLUTION 7 (Genève, 2022)",
      "Routes",
      "L'Assemblée mondiale de normalisation des télécommunications (Genève, 2022),",
    ],
    preamble: "considérant",
    operative: "décide",
    references: ["point @1.1.2 de l'Annexe 1", "section @2.1 de l'Annexe 1", "Annexe @2"],
    annex: (number) => `ANNEXE ${number}`,
  },
  es: {
    head: [
      "RESOLUCIÓN 7 (Ginebra, 2022)",
      "Rutas",
      "La Asamblea Mundial de Normalización de las Telecomunicaciones (Ginebra, 2022),",
    ],
    preamble: "considerando",
    operative: "resuelve",
    references: ["punto @1.1.2 del Anexo 1", "sección @2.1 del Anexo 1", "Anexo @2"],
    annex: (number) => `ANEXO ${number}`,
  },
  ru: {
    head: [
      "РЕЗОЛЮЦИЯ 7 (Женева, 2022 г.)",
      "Дороги",
      "Всемирная ассамблея по стандартизации электросвязи (Женева, 2022 г.),",
    ],
    preamble: "учитывая",
    operative: "решает",
    references: ["пункт @1.1.2 Приложения 1", "раздел @2.1 Приложения 1", "Приложение @2"],
    annex: (number) => `ПРИЛОЖЕНИЕ ${number}`,
  },
  zh: {
    head: ["第7号决议（2022年，日内瓦）", "道路", "世界电信标准化全会（2022年，日内瓦），"],
    preamble: "考虑到",
    operative: "做出决议",
    references: ["附件1第@1.1.2段", "附件1第@2.1节", "附件@2"],
    annex: (number) => `附件${number}`,
  },
  ar: {
    head: ["القرار 7 (جنيف، 2022)", "الطرق", "إن الجمعية العالمية لتقييس الاتصالات (جنيف، 2022)،"],
    preamble: "إذ تدرك",
    operative: "تقرر",
    references: ["الفقرة @1.1.2 من الملحق 1", "القسم @2.1 من الملحق 1", "الملحق @2"],
    annex: (number) => `الملحق ${number}`,
  },
};

/** The text of a language, read as a user's file is; `change` may alter its lines before. */
export function documentOfLanguage(language: Language, change = (text: string) => text): Node {
  const { head, preamble, operative, references, annex } = words[language];
  const lines = [
    ...head,
    preamble,
    "a)\tx;",
    "b)\ty,",
    operative,
    ...references.map((reference, i) => `${i + 1}\t${reference.replace("@", "")};`),
    annex(1),
    "Wwww xxxx yyyy",
    "1\toneone pppp",
    "1.1\twide",
    "1.1.1\taaaa",
    "1.1.2\tbbbb",
    "1.2\tcccc other",
    "2\ttwotwo",
    "2.1\tdddd",
    "2.2\teeee",
    annex(2),
    "Mmmm nnnn oooo",
    "1\tffff",
    "2\tgggg hhhh iiii",
  ];
  return documentFromText(change(lines.join("\n")));
}
