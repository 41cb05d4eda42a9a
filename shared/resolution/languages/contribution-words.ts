/**
 * What a contribution says around its proposals, in each language: the lines of its header block, the labels of its
 * front matter, the number line of a new text. `{…}` stands for what a contribution fills in. Entries for Arabic,
 * Chinese, Russian and Spanish that were not seen in a real document await a native reader.
 */
import type { Language } from "../../model/document";
import type { Body } from "../conferences";

/** Parts of the front matter, in the order in which contributions have them. */
export const frontParts = [
  "abstract",
  "priorityArea",
  "expectedResults",
  "references",
  "introduction",
  "background",
  "proposal",
] as const;
export type FrontPart = (typeof frontParts)[number];

/** The parts whose names stand in front of their text; the others are headings. */
const labelledParts: ReadonlySet<FrontPart> = new Set(["abstract", "priorityArea", "expectedResults", "references"]);

export interface ContributionWords {
  /** Name and acronym of each body; the year follows the acronym. */
  bodies: Record<Body, { name: string; acronym: string }>;
  meeting: string;
  /** `Document 22-E`. */
  document: string;
  revision: string;
  addendum: string;
  /** Of an addendum, or a revision, to an addendum: `{part}` is its own number. */
  addendumToAddendum: string;
  revisionOfAddendum: string;
  /** What stands in front of a field where a first page names its fields. */
  fields: Record<"source" | "documentTitle" | "documentDate", readonly string[]>;
  original: string;
  /** Names of the languages as they follow "Original:". */
  originals: Record<Language, string>;
  agendaItem: string;
  /** A label in front of its text. */
  labelled: string;
  front: Record<FrontPart, string>;
  /** Number line of a new resolution; `{tag}` is the placeholder. */
  newNumber: string;
  /** What stands behind the body's name in the enacting formula. */
  at: string;
  /** How the line of place and dates begins. */
  place: string;
  /** The enacting formula; `{body}` is the body's name as it opens a sentence. */
  enacting: Record<Body, string>;
}

const byLanguage: Record<Language, ContributionWords> = {
  en: {
    bodies: {
      PP: { name: "Plenipotentiary Conference", acronym: "PP" },
      WTSA: { name: "World Telecommunication Standardization Assembly", acronym: "WTSA" },
      WTDC: { name: "World Telecommunication Development Conference", acronym: "WTDC" },
      WRC: { name: "World Radiocommunication Conference", acronym: "WRC" },
      RA: { name: "Radiocommunication Assembly", acronym: "RA" },
    },
    meeting: "PLENARY MEETING",
    document: "Document {document}-E",
    revision: "Revision {revision} to Document {document}-E",
    addendum: "Addendum {addendum} to Document {document}-E",
    addendumToAddendum: "Addendum {part} to Addendum {addendum} to Document {document}-E",
    revisionOfAddendum: "Revision {part} to Addendum {addendum} to Document {document}-E",
    fields: { source: ["Source"], documentTitle: ["Title"], documentDate: ["Date"] },
    original: "Original: {language}",
    originals: { ar: "Arabic", zh: "Chinese", en: "English", fr: "French", ru: "Russian", es: "Spanish" },
    agendaItem: "Agenda item {item}",
    labelled: "{part}:",
    front: {
      abstract: "Abstract",
      priorityArea: "Priority area",
      expectedResults: "Expected results",
      references: "References",
      introduction: "Introduction",
      background: "Background",
      proposal: "Proposal",
    },
    newNumber: "DRAFT NEW RESOLUTION [{tag}]",
    at: " ({place}, {year}),",
    place: "{place}, {year}",
    enacting: {
      PP: "The Plenipotentiary Conference of the International Telecommunication Union",
      WTSA: "The World Telecommunication Standardization Assembly",
      WTDC: "The World Telecommunication Development Conference",
      WRC: "The World Radiocommunication Conference",
      RA: "The ITU Radiocommunication Assembly",
    },
  },
  fr: {
    bodies: {
      PP: { name: "Conférence de plénipotentiaires", acronym: "PP" },
      WTSA: { name: "Assemblée mondiale de normalisation des télécommunications", acronym: "AMNT" },
      WTDC: { name: "Conférence mondiale de développement des télécommunications", acronym: "CMDT" },
      WRC: { name: "Conférence mondiale des radiocommunications", acronym: "CMR" },
      RA: { name: "Assemblée des radiocommunications", acronym: "AR" },
    },
    meeting: "SÉANCE PLÉNIÈRE",
    document: "Document {document}-F",
    revision: "Révision {revision} au Document {document}-F",
    addendum: "Addendum {addendum} au Document {document}-F",
    addendumToAddendum: "Addendum {part} à l'Addendum {addendum} au Document {document}-F",
    revisionOfAddendum: "Révision {part} à l'Addendum {addendum} au Document {document}-F",
    fields: { source: ["Origine", "Source"], documentTitle: ["Titre"], documentDate: ["Date"] },
    original: "Original: {language}",
    originals: { ar: "arabe", zh: "chinois", en: "anglais", fr: "français", ru: "russe", es: "espagnol" },
    agendaItem: "Point {item} de l'ordre du jour",
    labelled: "{part}:",
    front: {
      abstract: "Résumé",
      priorityArea: "Domaine prioritaire",
      expectedResults: "Résultats attendus",
      references: "Références",
      introduction: "Introduction",
      background: "Considérations générales",
      proposal: "Proposition",
    },
    newNumber: "PROJET DE NOUVELLE RÉSOLUTION [{tag}]",
    at: " ({place}, {year}),",
    place: "{place}, {year}",
    enacting: {
      PP: "La Conférence de plénipotentiaires de l'Union internationale des télécommunications",
      WTSA: "L'Assemblée mondiale de normalisation des télécommunications",
      WTDC: "La Conférence mondiale de développement des télécommunications",
      WRC: "La Conférence mondiale des radiocommunications",
      RA: "L'Assemblée des radiocommunications de l'UIT",
    },
  },
  es: {
    bodies: {
      PP: { name: "Conferencia de Plenipotenciarios", acronym: "PP" },
      WTSA: { name: "Asamblea Mundial de Normalización de las Telecomunicaciones", acronym: "AMNT" },
      WTDC: { name: "Conferencia Mundial de Desarrollo de las Telecomunicaciones", acronym: "CMDT" },
      WRC: { name: "Conferencia Mundial de Radiocomunicaciones", acronym: "CMR" },
      RA: { name: "Asamblea de Radiocomunicaciones", acronym: "AR" },
    },
    meeting: "SESIÓN PLENARIA",
    document: "Documento {document}-S",
    revision: "Revisión {revision} al Documento {document}-S",
    addendum: "Addéndum {addendum} al Documento {document}-S",
    addendumToAddendum: "Addéndum {part} al Addéndum {addendum} al Documento {document}-S",
    revisionOfAddendum: "Revisión {part} al Addéndum {addendum} al Documento {document}-S",
    fields: { source: ["Origen", "Fuente"], documentTitle: ["Título"], documentDate: ["Fecha"] },
    original: "Original: {language}",
    originals: { ar: "árabe", zh: "chino", en: "inglés", fr: "francés", ru: "ruso", es: "español" },
    agendaItem: "Punto {item} del orden del día",
    labelled: "{part}:",
    front: {
      abstract: "Resumen",
      priorityArea: "Área prioritaria",
      expectedResults: "Resultados previstos",
      references: "Referencias",
      introduction: "Introducción",
      background: "Antecedentes",
      proposal: "Propuesta",
    },
    newNumber: "PROYECTO DE NUEVA RESOLUCIÓN [{tag}]",
    at: " ({place}, {year}),",
    place: "{place}, {year}",
    enacting: {
      PP: "La Conferencia de Plenipotenciarios de la Unión Internacional de Telecomunicaciones",
      WTSA: "La Asamblea Mundial de Normalización de las Telecomunicaciones",
      WTDC: "La Conferencia Mundial de Desarrollo de las Telecomunicaciones",
      WRC: "La Conferencia Mundial de Radiocomunicaciones",
      RA: "La Asamblea de Radiocomunicaciones de la UIT",
    },
  },
  ru: {
    bodies: {
      PP: { name: "Полномочная конференция", acronym: "ПК" },
      WTSA: { name: "Всемирная ассамблея по стандартизации электросвязи", acronym: "ВАСЭ" },
      WTDC: { name: "Всемирная конференция по развитию электросвязи", acronym: "ВКРЭ" },
      WRC: { name: "Всемирная конференция радиосвязи", acronym: "ВКР" },
      RA: { name: "Ассамблея радиосвязи", acronym: "АР" },
    },
    meeting: "ПЛЕНАРНОЕ ЗАСЕДАНИЕ",
    document: "Документ {document}-R",
    revision: "Пересмотр {revision} к Документу {document}-R",
    addendum: "Дополнительный документ {addendum} к Документу {document}-R",
    addendumToAddendum:
      "Дополнительный документ {part} к Дополнительному документу {addendum} к Документу {document}-R",
    revisionOfAddendum: "Пересмотр {part} к Дополнительному документу {addendum} к Документу {document}-R",
    fields: { source: ["Источник"], documentTitle: ["Название"], documentDate: ["Дата"] },
    original: "Оригинал: {language}",
    originals: {
      ar: "арабский",
      zh: "китайский",
      en: "английский",
      fr: "французский",
      ru: "русский",
      es: "испанский",
    },
    agendaItem: "Пункт {item} повестки дня",
    labelled: "{part}:",
    front: {
      abstract: "Резюме",
      priorityArea: "Приоритетная область",
      expectedResults: "Ожидаемые результаты",
      references: "Справочные материалы",
      introduction: "Введение",
      background: "Базовая информация",
      proposal: "Предложение",
    },
    newNumber: "ПРОЕКТ НОВОЙ РЕЗОЛЮЦИИ [{tag}]",
    at: " ({place}, {year} г.),",
    place: "{place}, {year}",
    enacting: {
      PP: "Полномочная конференция Международного союза электросвязи",
      WTSA: "Всемирная ассамблея по стандартизации электросвязи",
      WTDC: "Всемирная конференция по развитию электросвязи",
      WRC: "Всемирная конференция радиосвязи",
      RA: "Ассамблея радиосвязи МСЭ",
    },
  },
  zh: {
    bodies: {
      PP: { name: "全权代表大会", acronym: "PP" },
      WTSA: { name: "世界电信标准化全会", acronym: "WTSA" },
      WTDC: { name: "世界电信发展大会", acronym: "WTDC" },
      WRC: { name: "世界无线电通信大会", acronym: "WRC" },
      RA: { name: "无线电通信全会", acronym: "RA" },
    },
    meeting: "全体会议",
    document: "文件 {document}-C",
    revision: "文件 {document}(Rev.{revision})-C",
    addendum: "文件 {document}(Add.{addendum})-C",
    addendumToAddendum: "文件 {document}(Add.{addendum})(Add.{part})-C",
    revisionOfAddendum: "文件 {document}(Add.{addendum})(Rev.{part})-C",
    fields: { source: ["来源"], documentTitle: ["标题", "题目"], documentDate: ["日期"] },
    original: "原文：{language}",
    originals: { ar: "阿拉伯文", zh: "中文", en: "英文", fr: "法文", ru: "俄文", es: "西班牙文" },
    agendaItem: "议项{item}",
    labelled: "{part}：",
    front: {
      abstract: "概要",
      priorityArea: "优先领域",
      expectedResults: "预期结果",
      references: "参考文件",
      introduction: "引言",
      background: "背景",
      proposal: "提案",
    },
    newNumber: "新决议草案 [{tag}]",
    at: "（{year}年，{place}），",
    place: "{year}年，{place}",
    enacting: {
      PP: "国际电信联盟全权代表大会",
      WTSA: "世界电信标准化全会",
      WTDC: "世界电信发展大会",
      WRC: "世界无线电通信大会",
      RA: "国际电联无线电通信全会",
    },
  },
  ar: {
    bodies: {
      PP: { name: "مؤتمر المندوبين المفوضين", acronym: "PP" },
      WTSA: { name: "الجمعية العالمية لتقييس الاتصالات", acronym: "WTSA" },
      WTDC: { name: "المؤتمر العالمي لتنمية الاتصالات", acronym: "WTDC" },
      WRC: { name: "المؤتمر العالمي للاتصالات الراديوية", acronym: "WRC" },
      RA: { name: "جمعية الاتصالات الراديوية", acronym: "RA" },
    },
    meeting: "الجلسة العامة",
    document: "الوثيقة {document}-A",
    revision: "المراجعة {revision} للوثيقة {document}-A",
    addendum: "الإضافة {addendum} للوثيقة {document}-A",
    addendumToAddendum: "الإضافة {part} للإضافة {addendum} للوثيقة {document}-A",
    revisionOfAddendum: "المراجعة {part} للإضافة {addendum} للوثيقة {document}-A",
    fields: { source: ["المصدر"], documentTitle: ["العنوان"], documentDate: ["التاريخ"] },
    original: "الأصل: {language}",
    originals: {
      ar: "بالعربية",
      zh: "بالصينية",
      en: "بالإنكليزية",
      fr: "بالفرنسية",
      ru: "بالروسية",
      es: "بالإسبانية",
    },
    agendaItem: "البند {item} من جدول الأعمال",
    labelled: "{part}:",
    front: {
      abstract: "ملخص",
      priorityArea: "مجال الأولوية",
      expectedResults: "النتائج المتوخاة",
      references: "المراجع",
      introduction: "مقدمة",
      background: "خلفية",
      proposal: "المقترح",
    },
    newNumber: "مشروع القرار الجديد [{tag}]",
    at: " ({place}، {year})،",
    place: "{place}، {year}",
    enacting: {
      PP: "إن مؤتمر المندوبين المفوضين للاتحاد الدولي للاتصالات",
      WTSA: "إن الجمعية العالمية لتقييس الاتصالات",
      WTDC: "إن المؤتمر العالمي لتنمية الاتصالات",
      WRC: "إن المؤتمر العالمي للاتصالات الراديوية",
      RA: "إن جمعية الاتصالات الراديوية للاتحاد الدولي للاتصالات",
    },
  },
};

/** The words of contributions in one language. */
export function contributionWords(language: Language): ContributionWords {
  return byLanguage[language];
}

/** The label of a part of the front matter, with the sign that stands behind it where its text follows. */
export function frontLabel(part: FrontPart, language: Language): string {
  const { front, labelled } = contributionWords(language);
  return labelledParts.has(part) ? labelled.replace("{part}", front[part]) : front[part];
}
