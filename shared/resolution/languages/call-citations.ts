/**
 * How the six languages cite a whole section by its call, without a label: `considering above`, `au charge le Directeur
 * ci-dessus`, `в разделе решает`, `上述“认识到”部分`. Patterns of typed text in the order in which they are tried; the
 * slots are filled by the reader of such references. A form is listed only where ordinary prose cannot be meant:
 * `la demande ci-dessus` is a request, `du demande ci-dessus` cites a section.
 */
import type { Language } from "../../model/document";

export interface CallCitations {
  /**
   * Slots: `{list}` participles, joined as a list; `{verb}` any verb of a call and `{finite}` one of the operative
   * part; `{lead}`, `{rest}` what of the call follows its verb; `{points}` what points at this text; `{stop}` the end of
   * a clause.
   */
  forms: string[];
  /** What in front of a verb makes it the name of a section, `au`, `раздела`; pattern, empty where nothing does. */
  lead: string;
  /** What points from a reference at a section of the same text, `ci-dessus`; pattern. */
  points: string;
  /** Verbs that mean something else in these very forms: that no section has one is no fault. */
  everyday: string[];
}

const byLanguage: Record<Language, CallCitations> = {
  en: {
    forms: [
      "{list} {points}{stop}",
      "the {verb}{rest} {points}(?! all)",
      '(?:{lead} |\\()["“]?{finite}{rest}["”]? {points}',
    ],
    lead: "(?:in|under|of|by|to|with|from|per|see|pursuant to)(?: the)?",
    points: "(?:above|below|of (?:this|the present) resolution)",
    everyday: [
      "notes",
      "requests",
      "charges",
      "thanks",
      "wishes",
      "directs",
      "supports",
      "highlights",
      "stresses",
      "asks",
    ],
  },
  fr: {
    forms: ["{list} {points}{stop}", '{lead} ["“]?{verb}{rest}["”]? {points}'],
    lead: "(?:au|aux|du|des|(?:dans|par|selon|sous|sur|voir) le)",
    points:
      "(?:ci-(?:dessus|dessous|après)|susmentionnée?|précitée?|qui (?:précède|suit)|de la présente (?:résolution|décision))",
    everyday: ["vu"],
  },
  es: {
    forms: ["{list} {points}{stop}", '{lead} ["“]?{verb}{rest}["”]? {points}(?! (?:a|al)[\\s\\u00A0])'],
    lead: "(?:el|al|del)",
    points:
      "(?:anterior|precedente|supra|infra|más (?:arriba|abajo)|arriba|que (?:antecede|sigue)|siguiente|de (?:la presente|esta) (?:resolución|decisión))",
    everyday: ["visto", "vistos"],
  },
  ru: {
    forms: ['{lead} ["“«]?{verb}{rest}["”»]?(?:,? {points}|{stop})'],
    lead: "раздел(?:а|е|у|ом|ах|ов|ы|ам|ами)?",
    points: "(?:выше|ниже|настояще(?:й|го) (?:резолюции|решения))",
    everyday: [],
  },
  zh: {
    forms: [
      '(?:上述|上文|以上|前述|下述|本决议)(?:的|中)?[“"]{verb}{rest}[”"]',
      "(?:上述|上文|以上|前述|下述|本决议)(?:的|中)?{verb}{rest}(?:部分|一节|段落)",
      "(?:上述|上文|前述)(?:的|中)?{list}{stop}",
    ],
    lead: "",
    points: "(?:上文|下文|部分)",
    everyday: [
      ...["希望", "关注", "关切", "审议", "强调", "承认", "赞赏", "重申", "回顾", "欢迎"],
      ...[
        "决议",
        "决定",
        "建议",
        "要求",
        "授权",
        "批准",
        "呼吁",
        "通过",
        "确认",
        "邀请",
        "请",
        "委托",
        "核准",
        "感谢",
        "提请",
      ],
    ],
  },
  ar: {
    forms: [
      '(?:فقرة|الفقرة|للفقرة|بالفقرة|والفقرة|قسم|القسم|جزء|الجزء) ["“«]و?{verb}{rest}["”»]',
      '["“«]و?{verb}{rest}["”»] {points}',
      "{list} {points}{stop}",
    ],
    lead: "",
    points: "(?:الوارد\\p{L}{0,2} )?(?:أعلاه|أدناه|آنفاً|(?:من|في) هذا القرار)",
    everyday: [],
  },
};

/** How a language cites sections by their calls. */
export function callCitations(language: Language): CallCitations {
  return byLanguage[language];
}
