/**
 * Calls and number lines as the conferences set them in the six languages, a row for each, and their spellings:
 * whatever one version is read as, the others are read as well.
 */
import { describe, expect, it } from "vitest";
import type { Language } from "../../../shared/model/document";
import { readCall } from "../../../shared/resolution/call";
import { isAnnexHeading, isEnacting } from "../../../shared/resolution/headings";
import { languageData } from "../../../shared/resolution/languages/languages";
import { readNumberLine } from "../../../shared/resolution/number-line";

const order: readonly Language[] = ["en", "fr", "es", "ru", "zh", "ar"];

type Row = [string, string, string, string, string, string];

const preambular: Row[] = [
  ["recalling", "rappelant", "recordando", "напоминая", "忆及", "إذ يذكِّر"],
  ["recalling further", "rappelant en outre", "recordando además", "напоминая далее", "进一步忆及", "وإذ يذكر كذلك"],
  ["considering", "considérant", "considerando", "учитывая", "考虑到", "إذ يضع في اعتباره"],
  [
    "considering also",
    "considérant également",
    "considerando también",
    "учитывая также",
    "亦考虑到",
    "وإذ يضع في اعتباره أيضاً",
  ],
  [
    "considering further",
    "considérant en outre",
    "considerando además",
    "учитывая далее,",
    "进一步考虑到",
    "وإذ تضع في اعتبارها كذلك",
  ],
  ["noting", "notant", "observando", "отмечая,", "注意到", "وإذ يلاحظ"],
  ["noting also", "notant également", "observando también", "отмечая также", "还注意到", "وإذ يلاحظ أيضاً"],
  [
    "noting with appreciation",
    "notant avec satisfaction",
    "observando con agrado",
    "отмечая с признательностью",
    "赞赏地注意到",
    "وإذ يلاحظ مع التقدير",
  ],
  [
    "noting with satisfaction",
    "notant avec satisfaction",
    "observando con satisfacción",
    "с удовлетворением отмечая",
    "满意地注意到",
    "وإذ يلاحظ بارتياح",
  ],
  [
    "noting with concern",
    "notant avec préoccupation",
    "observando con preocupación",
    "отмечая с озабоченностью",
    "关切地注意到",
    "وإذ يلاحظ بقلق",
  ],
  ["taking note", "prenant note", "tomando nota", "принимая к сведению", "注意到", "وإذ يحيط علماً"],
  ["recognizing", "reconnaissant", "reconociendo", "признавая", "认识到", "وإذ يدرك"],
  [
    "recognizing also",
    "reconnaissant également",
    "reconociendo asimismo",
    "признавая также",
    "还认识到",
    "وإذ يدرك أيضاً",
  ],
  ["recognizing that", "reconnaissant que", "reconociendo que", "признавая, что", "认识到", "وإذ يعترف بأن"],
  ["acknowledging", "reconnaissant", "reconociendo", "признавая", "承认", "وإذ يقر"],
  [
    "taking into account",
    "tenant compte",
    "teniendo en cuenta",
    "принимая во внимание",
    "顾及",
    "وإذ يأخذ في الاعتبار",
  ],
  [
    "taking into consideration",
    "prenant en considération",
    "tomando en consideración",
    "принимая во внимание",
    "考虑到",
    "وإذ يراعي",
  ],
  ["bearing in mind", "ayant à l'esprit", "teniendo presente", "имея в виду", "铭记", "وإذ لا يغيب عن باله"],
  ["bearing in mind", "gardant à l’esprit", "teniendo presente", "памятуя", "牢记", "وإذ يضع نصب عينيه"],
  ["emphasizing", "soulignant", "destacando", "подчёркивая", "强调", "وإذ يشدد"],
  ["stressing", "insistant", "subrayando", "подчеркивая", "强调", "وإذ يؤكد"],
  ["aware", "consciente", "consciente", "осознавая", "意识到", "وإذ يعي"],
  ["conscious", "consciente", "consciente", "сознавая", "意识到", "وإذ تعي"],
  ["mindful", "consciente", "consciente", "памятуя", "铭记", "وإدراكاً منه"],
  ["convinced", "convaincue", "convencida", "будучи убеждена", "确信", "واقتناعاً منها"],
  ["concerned", "préoccupée", "preocupada", "будучи обеспокоена", "关切", "وإذ يساوره القلق"],
  ["welcoming", "se félicitant", "acogiendo con satisfacción", "приветствуя", "欢迎", "وإذ يرحب"],
  [
    "welcoming",
    "accueillant avec satisfaction",
    "acogiendo con beneplácito",
    "с удовлетворением отмечая",
    "欢迎",
    "وإذ ترحب",
  ],
  ["appreciating", "appréciant", "apreciando", "высоко оценивая", "赞赏", "وإذ يعرب عن تقديره"],
  ["reaffirming", "réaffirmant", "reafirmando", "вновь подтверждая", "重申", "وإذ يؤكد من جديد"],
  ["having considered", "ayant examiné", "habiendo examinado", "рассмотрев", "经审议", "وقد نظر"],
  ["having examined", "ayant examiné", "habiendo examinado", "изучив", "审议了", "وقد درس"],
  ["desiring", "désireuse", "deseosa", "желая", "希望", "ورغبةً منه"],
  ["guided by", "guidée par", "guiada por", "руководствуясь", "遵循", "وإذ يسترشد"],
  ["referring to", "se référant", "refiriéndose", "ссылаясь", "提及", "وإذ يشير"],
  [
    "expressing its appreciation",
    "exprimant sa gratitude",
    "expresando su agradecimiento",
    "выражая признательность",
    "表示赞赏",
    "وإذ يعرب عن تقديره",
  ],
];

const operative: Row[] = [
  ["resolves", "décide", "resuelve", "решает", "做出决议", "يقرر"],
  ["resolves further", "décide en outre", "resuelve además", "решает далее", "进一步做出决议", "يقرر كذلك"],
  ["further resolves", "décide en outre", "resuelve asimismo", "решает далее,", "进一步作出决议", "ويقرر كذلك"],
  ["decides", "décide", "decide", "решает", "决定", "تقرر"],
  [
    "resolves to instruct the Secretary-General",
    "décide de charger le Secrétaire général",
    "resuelve encargar al Secretario General",
    "решает поручить Генеральному секретарю",
    "做出决议，责成秘书长",
    "يقرر تكليف الأمين العام",
  ],
  [
    "resolves to invite Member States",
    "décide d'inviter les États Membres",
    "resuelve invitar a los Estados Miembros",
    "решает предложить Государствам-Членам",
    "做出决议，请成员国",
    "يقرر أن يدعو الدول الأعضاء",
  ],
  [
    "instructs the Secretary-General",
    "charge le Secrétaire général",
    "encarga al Secretario General",
    "поручает Генеральному секретарю",
    "责成秘书长",
    "يكلف الأمين العام",
  ],
  ["instructs the Council", "charge le Conseil", "encarga al Consejo", "поручает Совету", "责成理事会", "يكلف المجلس"],
  [
    "instructs the ITU Council",
    "charge le Conseil de l'UIT",
    "encarga al Consejo de la UIT",
    "поручает Совету МСЭ",
    "责成国际电联理事会",
    "يكلف مجلس الاتحاد",
  ],
  [
    "instructs the Directors of the three Bureaux",
    "charge les Directeurs des trois Bureaux",
    "encarga a los Directores de las tres Oficinas",
    "поручает Директорам трех Бюро",
    "责成三个局的主任",
    "يكلف مديري المكاتب الثلاثة",
  ],
  [
    "further instructs the Secretary-General",
    "charge en outre le Secrétaire général",
    "encarga además al Secretario General",
    "поручает далее Генеральному секретарю",
    "进一步责成秘书长",
    "يكلف كذلك الأمين العام",
  ],
  ["invites the Council", "invite le Conseil", "invita al Consejo", "предлагает Совету", "请理事会", "يدعو المجلس"],
  [
    "invites Member States and Sector Members",
    "invite les États Membres et les Membres de Secteur",
    "invita a los Estados Miembros y a los Miembros de Sector",
    "предлагает Государствам-Членам и Членам Секторов",
    "请成员国和部门成员",
    "يدعو الدول الأعضاء وأعضاء القطاعات",
  ],
  [
    "further invites Member States",
    "invite en outre les États Membres",
    "invita además a los Estados Miembros",
    "предлагает далее Государствам-Членам",
    "进一步请成员国",
    "يدعو كذلك الدول الأعضاء",
  ],
  [
    "encourages Member States",
    "encourage les États Membres",
    "alienta a los Estados Miembros",
    "рекомендует Государствам-Членам",
    "鼓励成员国",
    "يشجع الدول الأعضاء",
  ],
  [
    "requests the Secretary-General",
    "prie le Secrétaire général",
    "solicita al Secretario General",
    "просит Генерального секретаря",
    "要求秘书长",
    "يطلب من الأمين العام",
  ],
  [
    "requests the Director",
    "demande au Directeur",
    "pide al Director",
    "просит Директора",
    "要求主任",
    "يطلب إلى المدير",
  ],
  [
    "urges Member States",
    "prie instamment les États Membres",
    "insta a los Estados Miembros",
    "настоятельно призывает Государства-Члены",
    "敦促成员国",
    "يحث الدول الأعضاء",
  ],
  [
    "calls upon Member States",
    "engage les États Membres",
    "exhorta a los Estados Miembros",
    "призывает Государства-Члены",
    "呼吁成员国",
    "يناشد الدول الأعضاء",
  ],
  [
    "appeals to Member States",
    "lance un appel aux États Membres",
    "hace un llamamiento a los Estados Miembros",
    "обращается с призывом к Государствам-Членам",
    "呼吁成员国",
    "يناشد الدول الأعضاء",
  ],
  [
    "authorizes the Secretary-General",
    "autorise le Secrétaire général",
    "autoriza al Secretario General",
    "уполномочивает Генерального секретаря",
    "授权秘书长",
    "يفوض الأمين العام",
  ],
  [
    "authorizes the Council",
    "autorise le Conseil",
    "autoriza al Consejo",
    "разрешает Совету",
    "授权理事会",
    "يرخص للمجلس",
  ],
  ["recommends", "recommande", "recomienda", "рекомендует", "建议", "يوصي"],
  [
    "recommends that Member States",
    "recommande aux États Membres",
    "recomienda a los Estados Miembros",
    "рекомендует Государствам-Членам",
    "建议成员国",
    "يوصي الدول الأعضاء",
  ],
  ["endorses", "approuve", "respalda", "одобряет", "赞同", "يؤيد"],
  ["approves", "approuve", "aprueba", "утверждает", "批准", "يوافق"],
  [
    "expresses its gratitude",
    "exprime sa gratitude",
    "expresa su gratitud",
    "выражает благодарность",
    "表示感谢",
    "يعرب عن امتنانه",
  ],
  [
    "thanks the Secretary-General",
    "remercie le Secrétaire général",
    "da las gracias al Secretario General",
    "благодарит Генерального секретаря",
    "感谢秘书长",
    "يشكر الأمين العام",
  ],
  ["confirms", "confirme", "confirma", "подтверждает", "确认", "يؤكد"],
  ["declares", "déclare", "declara", "заявляет", "宣布", "يعلن"],
];

/** Thanks and reverence are said with a verb alone in one language and with more words in the next. */
const phrases = new Set(["appreciating", "expressing its appreciation", "expresses its gratitude"]);

describe.each([
  ["preamble", preambular],
  ["operative", operative],
] as const)("calls of the %s", (part, rows) => {
  it.each(rows.flatMap((row) => row.map((text, at): [Language, string] => [order[at]!, text])))(
    "%s: %s",
    (language, text) => {
      expect(readCall(text, languageData(language))).toMatchObject({ part });
    },
  );

  it("are bare in all languages or in none", () => {
    const mixed = rows.filter((row) => {
      if (phrases.has(row[0])) return false;
      const bare = row.map((text, at) => readCall(text, languageData(order[at]!))?.bare);
      return new Set(bare).size > 1;
    });
    expect(mixed).toEqual([]);
  });
});

const numberLines: [string, Row][] = [
  [
    "904 revised",
    [
      "RESOLUTION 904 (REV. CLEARHAVEN, 2030)",
      "RÉSOLUTION 904 (RÉV. CLAIRPORT, 2030)",
      "RESOLUCIÓN 904 (REV. PUERTOCLARO, 2030)",
      "РЕЗОЛЮЦИЯ 904 (ПЕРЕСМ. СВЕТЛАЯ ГАВАНЬ, 2030 Г.)",
      "第904号决议（2030年，清港，修订版）",
      "القـرار 904 (المراجَع في المرفأ الصافي، 2030)",
    ],
  ],
  [
    "904 revised",
    [
      "Resolution\u00A0904  (Rev.\u00A0Clearhaven,\u00A02030)",
      "Résolution\u00A0904 (Rév.\u00A0Clairport, 2030)",
      "Resolución 904\u00A0(Rev. Puertoclaro, 2030)",
      "Резолюция 904 (Пересм. Светлая Гавань, 2030\u00A0г.)",
      "第 904 号决议 (2030年, 清港, 修订版)",
      "القــرار\u00A0904 (المراجع في المرفأ الصافي، 2030)",
    ],
  ],
  [
    "904 revised",
    [
      "RESOLUTION 904 (REV.WRC\u201130)",
      "RÉSOLUTION 904 (RÉV.CMR\u201130)",
      "RESOLUCIÓN 904 (REV.CMR\u201130)",
      "РЕЗОЛЮЦИЯ 904 (ПЕРЕСМ. ВКР-30)",
      "第904号决议（WRC-30，修订版）",
      "القـرار 904 (REV.WRC-30)",
    ],
  ],
  [
    "904 new",
    [
      "RESOLUTION 904 (Eastmere, 2025)",
      "RÉSOLUTION 904 (Estlac, 2025)",
      "RESOLUCIÓN 904 (Lago Este, 2025)",
      "РЕЗОЛЮЦИЯ 904 (Восточное Озеро, 2025 г.)",
      "第904号决议（2025年，东湖）",
      "القرار 904 (البحيرة الشرقية، 2025)",
    ],
  ],
  [
    "5 revised",
    [
      "DECISION 5 (REV. CLEARHAVEN, 2030)",
      "DÉCISION 5 (RÉV. CLAIRPORT, 2030)",
      "DECISIÓN 5 (REV. PUERTOCLARO, 2030)",
      "РЕШЕНИЕ 5 (ПЕРЕСМ. СВЕТЛАЯ ГАВАНЬ, 2030 Г.)",
      "第5号决定（2030年，清港，修订版）",
      "المقرر 5 (المراجَع في المرفأ الصافي، 2030)",
    ],
  ],
  [
    "acp-1 draft",
    [
      "DRAFT NEW RESOLUTION [ACP-1] (CLEARHAVEN, 2030)",
      "PROJET DE NOUVELLE RÉSOLUTION [ACP-1] (CLAIRPORT, 2030)",
      "PROYECTO DE NUEVA RESOLUCIÓN [ACP-1] (PUERTOCLARO, 2030)",
      "ПРОЕКТ НОВОЙ РЕЗОЛЮЦИИ [ACP-1] (СВЕТЛАЯ ГАВАНЬ, 2030 Г.)",
      "第[ACP-1]号新决议草案（2030年，清港）",
      "مشروع القرار الجديد [ACP-1] (المرفأ الصافي، 2030)",
    ],
  ],
  [
    "904 draft revised",
    [
      "DRAFT REVISION OF RESOLUTION 904 (REV. CLEARHAVEN, 2030)",
      "PROJET DE RÉVISION DE LA RÉSOLUTION 904 (RÉV. CLAIRPORT, 2030)",
      "PROYECTO DE REVISIÓN DE LA RESOLUCIÓN 904 (REV. PUERTOCLARO, 2030)",
      "ПРОЕКТ ПЕРЕСМОТРА РЕЗОЛЮЦИИ 904 (ПЕРЕСМ. СВЕТЛАЯ ГАВАНЬ, 2030 Г.)",
      "第904号决议（2030年，清港，修订版）的修订草案",
      "مشروع مراجعة القرار 904 (المراجَع في المرفأ الصافي، 2030)",
    ],
  ],
];

describe("number lines", () => {
  it.each(
    numberLines.flatMap(([what, row]) => row.map((text, at): [Language, string, string] => [order[at]!, text, what])),
  )("%s: %s", (language, text, what) => {
    const read = readNumberLine(text, languageData(language));
    expect(
      read &&
        [read.number, read.draft ? "draft" : "", read.revised ? "revised" : read.draft ? "" : "new"]
          .filter(Boolean)
          .join(" "),
    ).toBe(what);
  });
});

const formulas: Row[] = [
  [
    "The Plenipotentiary Conference of the International Telecommunication Union (Clearhaven, 2030),",
    "La Conférence de plénipotentiaires de l'Union internationale des télécommunications (Clairport, 2030),",
    "La Conferencia de Plenipotenciarios de la Unión Internacional de Telecomunicaciones (Puertoclaro, 2030),",
    "Полномочная конференция Международного союза электросвязи (Светлая Гавань, 2030 г.),",
    "国际电信联盟全权代表大会（2030年，清港），",
    "إن مؤتمر المندوبين المفوضين للاتحاد الدولي للاتصالات (المرفأ الصافي، 2030)،",
  ],
  [
    "The World Telecommunication Standardization Assembly (Clearhaven, 2030),",
    "L’Assemblée mondiale de normalisation des télécommunications (Clairport, 2030),",
    "La Asamblea Mundial de Normalización de las Telecomunicaciones (Puertoclaro, 2030),",
    "Всемирная ассамблея по стандартизации электросвязи (Светлая Гавань, 2030 г.),",
    "世界电信标准化全会（2030年，清港），",
    "إن الجمعية العالمية لتقييس الاتصالات (المرفأ الصافي، 2030)،",
  ],
  [
    "The ITU Radiocommunication Assembly,",
    "L'Assemblée des radiocommunications de l'UIT,",
    "La Asamblea de Radiocomunicaciones de la UIT,",
    "Ассамблея радиосвязи МСЭ,",
    "国际电联无线电通信全会，",
    "إن جمعية الاتصالات الراديوية للاتحاد الدولي للاتصالات،",
  ],
  [
    "The ITU Council,",
    "Le Conseil de l'UIT,",
    "El Consejo de la UIT,",
    "Совет МСЭ,",
    "国际电联理事会，",
    "إن مجلس الاتحاد،",
  ],
];

it.each(formulas.flatMap((row) => row.map((text, at): [Language, string] => [order[at]!, text])))(
  "%s enacts: %s",
  (language, text) => {
    expect(isEnacting(text, languageData(language))).toBe(true);
  },
);

const annexes: Row[] = [
  ["ANNEX", "ANNEXE", "ANEXO", "ПРИЛОЖЕНИЕ", "附件", "الملحـق"],
  ["ANNEX 2", "ANNEXE 2", "ANEXO 2", "ПРИЛОЖЕНИЕ 2", "附件2", "الملحـق 2"],
  [
    "ANNEX TO RESOLUTION 904 (REV. CLEARHAVEN, 2030)",
    "ANNEXE DE LA RÉSOLUTION 904 (RÉV. CLAIRPORT, 2030)",
    "ANEXO A LA RESOLUCIÓN 904 (REV. PUERTOCLARO, 2030)",
    "ПРИЛОЖЕНИЕ К РЕЗОЛЮЦИИ 904 (ПЕРЕСМ. СВЕТЛАЯ ГАВАНЬ, 2030 Г.)",
    "第904号决议（2030年，清港，修订版）附件",
    "ملحق القـرار 904 (المراجَع في المرفأ الصافي، 2030)",
  ],
  [
    "ANNEX 1 TO RESOLUTION 904 (REV. CLEARHAVEN, 2030)",
    "ANNEXE 1 DE LA RÉSOLUTION 904 (RÉV. CLAIRPORT, 2030)",
    "ANEXO 1 A LA RESOLUCIÓN 904 (REV. PUERTOCLARO, 2030)",
    "ПРИЛОЖЕНИЕ 1 К РЕЗОЛЮЦИИ 904 (ПЕРЕСМ. СВЕТЛАЯ ГАВАНЬ, 2030 Г.)",
    "第904号决议（2030年，清港，修订版）附件1",
    "الملحق 1 بالقـرار 904 (المراجَع في المرفأ الصافي، 2030)",
  ],
];

it.each(annexes.flatMap((row) => row.map((text, at): [Language, string] => [order[at]!, text])))(
  "%s has an annex: %s",
  (language, text) => {
    expect(isAnnexHeading(text, languageData(language))).toBe(true);
  },
);
