/**
 * What a call says differently at each body: whom the body instructs, and in Arabic the gender of the verb, which is
 * feminine for an assembly and masculine for a conference. The structure of a new resolution is written as for the
 * assembly that standardizes and brought to another body from there.
 */
import type { Language } from "../../model/document";
import type { Body } from "../conferences";

/** Whom each body instructs, as the call names them. */
const instructed: Record<Language, Record<Body, string>> = {
  en: {
    PP: "the Secretary-General",
    WTSA: "the Director of the Telecommunication Standardization Bureau",
    WTDC: "the Director of the Telecommunication Development Bureau",
    WRC: "the Director of the Radiocommunication Bureau",
    RA: "the Director of the Radiocommunication Bureau",
  },
  fr: {
    PP: "le Secrétaire général",
    WTSA: "le Directeur du Bureau de la normalisation des télécommunications",
    WTDC: "le Directeur du Bureau de développement des télécommunications",
    WRC: "le Directeur du Bureau des radiocommunications",
    RA: "le Directeur du Bureau des radiocommunications",
  },
  es: {
    PP: "al Secretario General",
    WTSA: "al Director de la Oficina de Normalización de las Telecomunicaciones",
    WTDC: "al Director de la Oficina de Desarrollo de las Telecomunicaciones",
    WRC: "al Director de la Oficina de Radiocomunicaciones",
    RA: "al Director de la Oficina de Radiocomunicaciones",
  },
  ru: {
    PP: "Генеральному секретарю",
    WTSA: "Директору Бюро стандартизации электросвязи",
    WTDC: "Директору Бюро развития электросвязи",
    WRC: "Директору Бюро радиосвязи",
    RA: "Директору Бюро радиосвязи",
  },
  zh: {
    PP: "秘书长",
    WTSA: "电信标准化局主任",
    WTDC: "电信发展局主任",
    WRC: "无线电通信局主任",
    RA: "无线电通信局主任",
  },
  ar: {
    PP: "الأمين العام",
    WTSA: "مدير مكتب تقييس الاتصالات",
    WTDC: "مدير مكتب تنمية الاتصالات",
    WRC: "مدير مكتب الاتصالات الراديوية",
    RA: "مدير مكتب الاتصالات الراديوية",
  },
};

/** Calls in the feminine and in the masculine. */
const genders: Partial<Record<Language, [feminine: string, masculine: string][]>> = {
  ar: [
    ["تضع في اعتبارها", "يضع في اعتباره"],
    ["تدرك", "يدرك"],
    ["تقرر", "يقرر"],
    ["تكلف", "يكلف"],
    ["تدعو", "يدعو"],
  ],
};
const masculine: ReadonlySet<Body> = new Set<Body>(["PP", "WTDC", "WRC"]);

/** A call of the structure of a new resolution, as this body says it. */
export function callAtBody(call: string, body: Body, language: Language): string {
  const addressed = call.replace(instructed[language].WTSA, instructed[language][body]);
  const forms = masculine.has(body) ? (genders[language] ?? []) : [];
  return forms.reduce((text, [feminine, other]) => text.replace(feminine, other), addressed);
}
