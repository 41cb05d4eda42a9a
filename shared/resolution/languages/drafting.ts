/**
 * What the drafting checks know about one language: how resolutions are cited, which names carry a hyphen, which
 * words may stand twice. Patterns are sources of regular expressions for texts as they are typed, not folded;
 * where a language has not been confirmed by a native drafter, only suggestions rest on its entries.
 */
import type { Language } from "../../model/document";
import type { Body } from "../conferences";

/** What a text refers to beside the items of its calls. */
export type PartKind = "annex" | "appendix" | "section" | "note";

export interface DraftingData {
  /** A cited text up to its number, `Résolution UIT-R 66`; pattern. */
  citation: string;
  /** What tells a cited resolution from a decision or a recommendation; pattern for folded text. */
  resolution: string;
  /** The sign of a revised text in front of the place, `Rév.`; pattern. */
  revised: string;
  /** What may follow the year inside the brackets; pattern. */
  yearEnding: string;
  /** True where the year stands before the place. */
  yearFirst: boolean;
  /** Names of the bodies as they are cited and as the enacting formula has them, folded. */
  bodies: Partial<Record<Body, string[]>>;
  /** Words of self-reference (`the present conference`), folded. */
  present: string[];
  /** Names that carry a hyphen, as they are typed. */
  hyphenated: string[];
  /** What may follow the semicolon of an item, folded. */
  conjunctions: string[];
  /** Words that rightly stand twice in a row, folded. */
  repeatable: string[];
  /** End marks that a call may carry. */
  callEnds: string;
  /** Whether the end marks of items were read in real texts of the language. */
  endMarksSeen: boolean;
  /** Signs of another script beside a letter of this one, and what stands for them here. */
  foreignSigns: Record<string, string>;
  /** Words that name an item when it is referred to, `point`; pattern. */
  itemWord: string;
  /** What shows around a number `{n}` behind a call that it is an item, `做出决议第2段`; pattern, null where nothing does. */
  itemBehind: string | null;
  /** What else is referred to by number or letter: annexes and appendices, numbered sections, footnotes; patterns. */
  parts: Record<PartKind, string>;
  /** What stands behind the number of a section, `第2节`; pattern. */
  sectionEnd: string;
  /** What links a part to the text that it is a part of, `l'annexe 1 de la …`; pattern, empty where nothing does. */
  ofText: string;
  /** What links an item to its call, `point 2 du charge`; pattern. */
  ofCall: string;
  /** What joins the labels of a list, apart from commas; pattern. */
  joins: string;
  /** What joins them written together with the next one, `و2`; null where nothing is. */
  joinedTo: string | null;
  /** How a place and a year are written: in an enacting formula, behind a revised number, behind a revised WRC number. */
  date: string;
  revisedDate: string;
  revisedCode: string;
  /** What stands between two dates of a history line. */
  historyJoin: string;
  /** Whether acronyms are introduced in brackets as in European languages. */
  introducesAcronyms: boolean;
}

const european = {
  yearEnding: "",
  yearFirst: false,
  callEnds: "",
  endMarksSeen: false,
  foreignSigns: {},
  introducesAcronyms: true,
  date: "{place}, {year}",
  historyJoin: "; ",
  itemBehind: null,
  joinedTo: null,
  sectionEnd: "",
};

const byLanguage: Record<Language, DraftingData> = {
  fr: {
    ...european,
    endMarksSeen: true,
    citation: "(?:r[ée]solution|d[ée]cision|recommandation)s?\\s+(?:uit[-‑]?[rtd]\\s*)?\\d+(?:-\\d+)?",
    resolution: "r[ée]solution",
    revised: "r[ée]v\\.?",
    bodies: {
      PP: ["conférence de plénipotentiaires", "pp"],
      WTSA: ["assemblée mondiale de normalisation des télécommunications", "amnt"],
      WTDC: ["conférence mondiale de développement des télécommunications", "cmdt"],
      WRC: ["conférence mondiale des radiocommunications", "cmr"],
      RA: ["assemblée des radiocommunications", "ar"],
    },
    present: ["présente", "présent"],
    hyphenated: ["UIT-T", "UIT-R", "UIT-D", "ONU-Habitat"],
    conjunctions: ["et", "ou", "et/ou"],
    repeatable: ["nous", "vous"],
    parts: {
      annex: "annexes?",
      appendix: "appendices?",
      section: "(?:sections?|§)",
      note: "notes? (?:de bas de page|infrapaginales?)",
    },
    ofText: "(?:de|du|des|à|au)(?: la| l['’])?",
    itemWord: "(?:(?:sous-)?points?|(?:sous-)?alinéas?|(?:sous-)?paragraphes?)",
    ofCall: "(?:du|de|des)",
    joins: "(?:et|ou|à)",
    revisedDate: "Rév. {place}, {year}",
    revisedCode: "RÉV.{code}",
  },
  en: {
    ...european,
    endMarksSeen: true,
    citation: "(?:resolution|decision|recommendation)s?\\s+(?:itu[-‑]?[rtd]\\s*)?\\d+(?:-\\d+)?",
    resolution: "resolution",
    revised: "rev\\.?",
    bodies: {
      PP: ["plenipotentiary conference", "pp"],
      WTSA: ["world telecommunication standardization assembly", "wtsa"],
      WTDC: ["world telecommunication development conference", "wtdc"],
      WRC: ["world radiocommunication conference", "wrc"],
      RA: ["radiocommunication assembly", "ra"],
    },
    present: ["this", "present"],
    hyphenated: ["ITU-T", "ITU-R", "ITU-D", "UN-Habitat"],
    conjunctions: ["and", "or", "and/or"],
    repeatable: ["that", "had"],
    parts: { annex: "annex(?:es)?", appendix: "appendi(?:x|ces)", section: "(?:sections?|§)", note: "footnotes?" },
    ofText: "(?:of|to)(?: the)?",
    itemWord: "(?:(?:sub-?)?items?|(?:sub-?)?paragraphs?|(?:sub-?)?points?|§)",
    ofCall: "(?:of|under)(?: the)?",
    joins: "(?:and|or|to)",
    revisedDate: "Rev. {place}, {year}",
    revisedCode: "REV.{code}",
  },
  es: {
    ...european,
    citation:
      "(?:resoluci[óo]n|resoluciones|acuerdo|decisi[óo]n|recomendaci[óo]n)\\s+(?:uit[-‑]?[rtd]\\s*)?\\d+(?:-\\d+)?",
    resolution: "resoluci[oó]n",
    revised: "rev\\.?",
    bodies: {
      PP: ["conferencia de plenipotenciarios", "pp"],
      WTSA: ["asamblea mundial de normalización de las telecomunicaciones", "amnt"],
      WTDC: ["conferencia mundial de desarrollo de las telecomunicaciones", "cmdt"],
      WRC: ["conferencia mundial de radiocomunicaciones", "cmr"],
      RA: ["asamblea de radiocomunicaciones", "ar"],
    },
    present: ["presente", "esta"],
    hyphenated: ["UIT-T", "UIT-R", "UIT-D", "ONU-Hábitat"],
    conjunctions: ["y", "o", "e", "u", "y/o"],
    repeatable: [],
    parts: {
      annex: "anexos?",
      appendix: "apéndices?",
      section: "(?:secci(?:ó|o)n|secciones|§)",
      note: "notas? (?:a|al|de) pie(?: de página)?",
    },
    ofText: "(?:de|del|a|al)(?: la)?",
    itemWord: "(?:(?:sub)?puntos?|(?:sub)?incisos?|(?:sub)?párrafos?|apartados?)",
    ofCall: "(?:del|de)",
    joins: "(?:y|e|o|a)",
    revisedDate: "Rev. {place}, {year}",
    revisedCode: "REV.{code}",
  },
  ru: {
    ...european,
    citation: "(?:резолюци|решени|рекомендаци)\\p{L}{1,3}\\s+(?:мсэ[-‑]?[rtdт]\\s*)?\\d+(?:-\\d+)?",
    resolution: "резолюци",
    revised: "пересм\\.?",
    yearEnding: "[\\s\\u00A0]?г\\.?",
    bodies: {
      PP: ["полномочной конференции", "полномочная конференция", "пк"],
      WTSA: [
        "всемирной ассамблеи по стандартизации электросвязи",
        "всемирная ассамблея по стандартизации электросвязи",
        "васэ",
      ],
      WTDC: [
        "всемирной конференции по развитию электросвязи",
        "всемирная конференция по развитию электросвязи",
        "вкрэ",
      ],
      WRC: ["всемирной конференции радиосвязи", "всемирная конференция радиосвязи", "вкр"],
      RA: ["ассамблеи радиосвязи", "ассамблея радиосвязи", "ар"],
    },
    present: ["настоящей", "настоящего"],
    hyphenated: ["МСЭ-T", "МСЭ-Т", "МСЭ-R", "МСЭ-D"],
    conjunctions: ["и", "или", "и/или"],
    repeatable: [],
    parts: {
      annex: "приложени\\p{L}{1,3}",
      appendix: "дополнени\\p{L}{1,3}",
      section: "(?:раздел\\p{L}{0,3}|§)",
      note: "сноск\\p{L}{1,3}",
    },
    ofText: "(?:к|из)",
    itemWord: "(?:под)?пункт\\p{L}{0,3}",
    ofCall: "(?:раздела)?",
    joins: "(?:и|или|по)",
    date: "{place}, {year} г.",
    revisedDate: "Пересм. {place}, {year} г.",
    revisedCode: "ПЕРЕСМ. {code}",
    // Texts of the Council end the call with a comma.
    callEnds: ",",
  },
  zh: {
    citation: "(?:itu[-‑]?[rtd]\\s*)?第\\s*\\d+(?:-\\d+)?\\s*号(?:决议|决定|建议)",
    resolution: "决议",
    revised: "[,，、]\\s*修订版",
    yearEnding: "年",
    yearFirst: true,
    bodies: {
      PP: ["全权代表大会"],
      WTSA: ["世界电信标准化全会"],
      WTDC: ["世界电信发展大会"],
      WRC: ["世界无线电通信大会"],
      RA: ["无线电通信全会"],
    },
    present: ["本届", "本"],
    hyphenated: ["ITU-T", "ITU-R", "ITU-D"],
    conjunctions: ["和", "或", "以及", "及"],
    repeatable: [],
    parts: { annex: "附件", appendix: "附录", section: "第", note: "脚注" },
    sectionEnd: "[\\s\\u00A0]{0,2}节",
    ofText: "",
    itemWord: "第",
    itemBehind: "第{n}(?=\\s*(?:[、和或至及]|段|项|点|款))",
    ofCall: "(?:段|点|项)?的?",
    joins: "(?:和|或|至|及|、)",
    joinedTo: null,
    date: "{year}年，{place}",
    revisedDate: "{year}年，{place}，修订版",
    revisedCode: "{code}，修订版",
    historyJoin: "；",
    callEnds: "",
    endMarksSeen: false,
    foreignSigns: { ",": "，", ";": "；", ":": "：", "?": "？" },
    introducesAcronyms: false,
  },
  ar: {
    citation:
      "(?:القرار|بالقرار|للقرار|والقرار|المقرر|بالمقرر|التوصية|بالتوصية)\\s+(?:itu[-‑]?[rtd]\\s*)?\\d+(?:-\\d+)?",
    resolution: "قرار",
    revised: "المراج[\\u064B-\\u0652]*ع[\\u064B-\\u0652]*ة?[\\u064B-\\u0652]*\\s+في",
    yearEnding: "",
    yearFirst: false,
    bodies: {
      PP: ["مؤتمر المندوبين المفوضين"],
      WTSA: ["الجمعية العالمية لتقييس الاتصالات"],
      WTDC: ["المؤتمر العالمي لتنمية الاتصالات"],
      WRC: ["المؤتمر العالمي للاتصالات الراديوية"],
      RA: ["جمعية الاتصالات الراديوية"],
    },
    present: ["لهذه", "لهذا", "هذه", "هذا"],
    hyphenated: ["ITU-T", "ITU-R", "ITU-D"],
    conjunctions: ["و", "أو", "و/أو"],
    repeatable: [],
    parts: {
      annex: "(?:ال|بال|لل|وال)?ملحق",
      appendix: "(?:ال|بال|لل|وال)?تذييل",
      section: "(?:ال|بال|لل|وال)?قسم",
      note: "(?:ال|بال|لل|وال)?حاشية",
    },
    sectionEnd: "",
    ofText: "(?:من|في)",
    itemBehind: null,
    itemWord: "(?:ال|لل|بال|وال)?(?:فقرة|فقرتين|فقرتان|فقرات|بند|بندين|بنود|نقطة|نقطتين)",
    ofCall: "من",
    joins: "(?:و|أو|إلى)",
    joinedTo: "و",
    date: "{place}، {year}",
    revisedDate: "المراجَع في {place}، {year}",
    revisedCode: "المراجَع في {code}",
    historyJoin: "؛ ",
    callEnds: "",
    endMarksSeen: false,
    foreignSigns: { ",": "،", ";": "؛", "?": "؟" },
    introducesAcronyms: false,
  },
};

/** The drafting data of one language. */
export function draftingData(language: Language): DraftingData {
  return byLanguage[language];
}
