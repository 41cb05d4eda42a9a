/**
 * One resolution in the six languages, written for these tests: paragraph by paragraph the same, so that whatever a
 * reader makes of one version it must make of all. Roles say what each paragraph is; labels are typed as each
 * language types them.
 */
import type { Language } from "../../shared/model/document";

/** What a paragraph is: `a2` is the second letter of a preambular list, `n1` an operative number, `i1` a numeral below. */
export type ParallelRole =
  | "proposal"
  | "number"
  | "title"
  | "reference"
  | "enacting"
  | "call"
  | "bare"
  | "annexNumber"
  | "annexTitle"
  | "heading"
  | "text"
  | "reasons"
  | `a${number}`
  | `n${number}`
  | `i${number}`
  | `s${number}`
  | "dash";

export const parallelRoles: readonly ParallelRole[] = [
  "proposal",
  "number",
  "title",
  "reference",
  "enacting",
  "call",
  "a1",
  "a2",
  "call",
  "a1",
  "a2",
  "i1",
  "i2",
  "a3",
  "call",
  "bare",
  "call",
  "n1",
  "n2",
  "s1",
  "s2",
  "dash",
  "dash",
  "n3",
  "call",
  "n1",
  "n2",
  "call",
  "bare",
  "annexNumber",
  "annexTitle",
  "heading",
  "text",
  "reasons",
];

export const parallelTexts: Readonly<Record<Language, readonly string[]>> = {
  en: [
    "MOD\tACP/22A1/1",
    "RESOLUTION 904 (Rev. Clearhaven, 2030)",
    "Sharing the spare capacity of library networks",
    "(Eastmere, 2025; Clearhaven, 2030)",
    "The World Telecommunication Development Conference (Clearhaven, 2030),",
    "recalling",
    "Resolution 905 (Eastmere, 2025), on reading rooms;",
    "the outcome of the workshop held in 2027,",
    "recognizing further",
    "that every library decides for itself;",
    "that an agreement covers, as a minimum:",
    "the hours of sharing;",
    "the greatest volume;",
    "that teachers need to know in advance,",
    "noting with concern",
    "that few agreements have been signed,",
    "resolves",
    "that sharing shall be promoted;",
    "that the model agreement shall state:",
    "the hours;",
    "the steward, who is reached:",
    "during the day;",
    "at night;",
    "to keep the model under review,",
    "instructs the Director of the Telecommunication Development Bureau",
    "to hold one training session a year;",
    "to publish the model agreement,",
    "invites Member States",
    "to name one library in each district.",
    "ANNEX (to Resolution 904 (Rev. Clearhaven, 2030))",
    "Model agreement",
    "Scope",
    "The agreement is signed for one year.",
    "Reasons:\tTo share more.",
  ],
  fr: [
    "MOD\tACP/22A1/1",
    "RÉSOLUTION 904 (Rév. Clairport, 2030)",
    "Mise en commun de la capacité inutilisée des réseaux des bibliothèques",
    "(Estlac, 2025; Clairport, 2030)",
    "La Conférence mondiale de développement des télécommunications (Clairport, 2030),",
    "rappelant",
    "la Résolution 905 (Estlac, 2025), relative aux salles de lecture;",
    "les résultats de l'atelier tenu en 2027,",
    "reconnaissant en outre",
    "que chaque bibliothèque décide pour elle-même;",
    "qu'un accord porte au minimum sur:",
    "les heures de partage;",
    "le volume maximal;",
    "que les enseignants doivent être informés à l'avance,",
    "notant avec préoccupation",
    "que peu d'accords ont été signés,",
    "décide",
    "que le partage doit être encouragé;",
    "que l'accord type doit indiquer:",
    "les heures;",
    "le responsable, joignable:",
    "le jour;",
    "la nuit;",
    "de tenir l'accord type à jour,",
    "charge le Directeur du Bureau de développement des télécommunications",
    "d'organiser une formation par an;",
    "de publier l'accord type,",
    "invite les États Membres",
    "à désigner une bibliothèque par district.",
    "ANNEXE (de la Résolution 904 (Rév. Clairport, 2030))",
    "Accord type",
    "Champ d'application",
    "L'accord est signé pour un an.",
    "Motifs:\tPartager davantage.",
  ],
  es: [
    "MOD\tACP/22A1/1",
    "RESOLUCIÓN 904 (Rev. Puertoclaro, 2030)",
    "Uso compartido de la capacidad sobrante de las redes de las bibliotecas",
    "(Lago Este, 2025; Puertoclaro, 2030)",
    "La Conferencia Mundial de Desarrollo de las Telecomunicaciones (Puertoclaro, 2030),",
    "recordando",
    "la Resolución 905 (Lago Este, 2025), sobre salas de lectura;",
    "los resultados del taller celebrado en 2027,",
    "reconociendo además",
    "que cada biblioteca decide por sí misma;",
    "que un acuerdo abarca, como mínimo:",
    "las horas de uso compartido;",
    "el volumen máximo;",
    "que los profesores han de saberlo de antemano,",
    "observando con preocupación",
    "que se han firmado pocos acuerdos,",
    "resuelve",
    "que se fomente el uso compartido;",
    "que el acuerdo modelo indique:",
    "las horas;",
    "el responsable, con quien se contacta:",
    "de día;",
    "de noche;",
    "mantener el modelo en examen,",
    "encarga al Director de la Oficina de Desarrollo de las Telecomunicaciones",
    "que organice una sesión de formación al año;",
    "que publique el acuerdo modelo,",
    "invita a los Estados Miembros",
    "a designar una biblioteca en cada distrito.",
    "ANEXO (a la Resolución 904 (Rev. Puertoclaro, 2030))",
    "Acuerdo modelo",
    "Ámbito de aplicación",
    "El acuerdo se firma por un año.",
    "Motivos:\tCompartir más.",
  ],
  ru: [
    "MOD\tACP/22A1/1",
    "РЕЗОЛЮЦИЯ 904 (Пересм. Светлая Гавань, 2030 г.)",
    "Совместное использование свободной емкости сетей библиотек",
    "(Восточное Озеро, 2025 г.; Светлая Гавань, 2030 г.)",
    "Всемирная конференция по развитию электросвязи (Светлая Гавань, 2030 г.),",
    "напоминая",
    "о Резолюции 905 (Восточное Озеро, 2025 г.) о читальных залах;",
    "о результатах семинара-практикума, проведенного в 2027 году,",
    "признавая далее,",
    "что каждая библиотека принимает решение самостоятельно;",
    "что соглашение охватывает как минимум:",
    "часы совместного использования;",
    "наибольший объем;",
    "что преподавателям нужно знать об этом заранее,",
    "отмечая с обеспокоенностью,",
    "что подписано мало соглашений,",
    "решает,",
    "что совместное использование следует поощрять;",
    "что в типовом соглашении должны быть указаны:",
    "часы;",
    "ответственное лицо, с которым можно связаться:",
    "днем;",
    "ночью;",
    "продолжать рассмотрение типового соглашения,",
    "поручает Директору Бюро развития электросвязи",
    "проводить одно учебное мероприятие в год;",
    "опубликовать типовое соглашение,",
    "предлагает Государствам-Членам",
    "назвать по одной библиотеке в каждом районе.",
    "ПРИЛОЖЕНИЕ (к Резолюции 904 (Пересм. Светлая Гавань, 2030 г.))",
    "Типовое соглашение",
    "Сфера применения",
    "Соглашение подписывается на один год.",
    "Основания:\tРасширить совместное использование.",
  ],
  zh: [
    "MOD\tACP/22A1/1",
    "第904号决议（2030年，清港，修订版）",
    "共享图书馆网络的闲置容量",
    "（2025年，东湖；2030年，清港）",
    "世界电信发展大会（2030年，清港），",
    "忆及",
    "关于阅览室的第905号决议（2025年，东湖）；",
    "2027年举行的讲习班的成果，",
    "进一步认识到",
    "每个图书馆自行做出决定；",
    "一项协议至少涵盖：",
    "共享的时间；",
    "最大数据量；",
    "教师需要提前得知，",
    "关切地注意到",
    "签署的协议为数不多，",
    "做出决议",
    "应促进共享；",
    "示范协议应说明：",
    "时间；",
    "负责人的联系方式：",
    "白天；",
    "夜间；",
    "继续审议示范协议，",
    "责成电信发展局主任",
    "每年举办一次培训；",
    "公布示范协议，",
    "请成员国",
    "在每个地区指定一个图书馆。",
    "附件（第904号决议（2030年，清港，修订版））",
    "示范协议",
    "范围",
    "协议有效期为一年。",
    "理由：\t扩大共享。",
  ],
  ar: [
    "MOD\tACP/22A1/1",
    "القـرار 904 (المراجَع في المرفأ الصافي، 2030)",
    "تقاسم السعة الفائضة لشبكات المكتبات",
    "(البحيرة الشرقية، 2025؛ المرفأ الصافي، 2030)",
    "إن المؤتمر العالمي لتنمية الاتصالات (المرفأ الصافي، 2030)،",
    "إذ يذكّر",
    "بالقرار 905 (البحيرة الشرقية، 2025)، بشأن قاعات المطالعة؛",
    "بنتائج ورشة العمل التي عقدت في عام 2027،",
    "وإذ يدرك كذلك",
    "أن كل مكتبة تقرر لنفسها؛",
    "أن الاتفاق يشمل كحد أدنى ما يلي:",
    "ساعات التقاسم؛",
    "الحجم الأقصى؛",
    "أن المعلمين بحاجة إلى المعرفة مسبقاً،",
    "وإذ يلاحظ مع القلق",
    "أن عدد الاتفاقات الموقعة قليل،",
    "يقرر",
    "تشجيع التقاسم؛",
    "أن يحدد الاتفاق النموذجي ما يلي:",
    "الساعات؛",
    "المسؤول الذي يمكن الاتصال به:",
    "نهاراً؛",
    "ليلاً؛",
    "إبقاء النموذج قيد الاستعراض،",
    "يكلف مدير مكتب تنمية الاتصالات",
    "بعقد دورة تدريبية واحدة كل عام؛",
    "بنشر الاتفاق النموذجي،",
    "يدعو الدول الأعضاء",
    "إلى تسمية مكتبة واحدة في كل منطقة.",
    "الملحق (بالقرار 904 (المراجَع في المرفأ الصافي، 2030))",
    "الاتفاق النموذجي",
    "النطاق",
    "يوقع الاتفاق لمدة عام واحد.",
    "الأسباب:\tزيادة التقاسم.",
  ],
};

/** A paragraph of a version, perhaps with a note at its end; or a table. */
export interface ParallelLine {
  role: ParallelRole;
  text: string;
  note?: string;
  rows?: string[][];
}

/** The resolution in a language, as it stands above. */
export function parallelLines(language: Language): ParallelLine[] {
  return parallelRoles.map((role, index) => ({ role, text: parallelTexts[language][index]! }));
}

const arabicTyped = ["\u00A0أ )", "ب)", "ج)", "د )"];
const romans = ["i)", "ii)", "iii)", "iv)"];

/** The label that a role has when it is typed; empty for a paragraph without one. */
export function typedLabel(role: ParallelRole, language: Language): string {
  const ordinal = Number(role.slice(1));
  if (role === "dash") return "–";
  if (/^[as]\d$/u.test(role)) {
    if (language === "ar") return arabicTyped[ordinal - 1]!;
    // Typists of Russian take the Cyrillic letters that look like the Latin ones.
    return language === "ru" ? `${"аbсd"[ordinal - 1]})` : `${"abcd"[ordinal - 1]})`;
  }
  if (/^i\d$/u.test(role)) return language === "ar" ? `${ordinal})` : romans[ordinal - 1]!;
  return /^n\d$/u.test(role) ? String(ordinal) : "";
}
