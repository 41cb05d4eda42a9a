import { describe, expect, it } from "vitest";
import type { Language } from "../../../shared/model/document";
import { readCall } from "../../../shared/resolution/call";
import { detectLanguage } from "../../../shared/resolution/detect-language";
import { isEnacting, readReasonsLabel } from "../../../shared/resolution/headings";
import { allLanguages, languageData } from "../../../shared/resolution/languages/languages";
import { readNumberLine } from "../../../shared/resolution/number-line";
import { outline, recogniseText, sourceOf } from "./outline";

describe("number lines", () => {
  it.each<[Language, string, string, boolean]>([
    ["fr", "RÉSOLUTION 85 (Rév. Kigali, 2022)", "85", true],
    ["fr", "RÉSOLUTION 103 (New Delhi, 2024)", "103", false],
    ["fr", "DÉCISION 5 (RÉV. BUSAN, 2014)", "5", true],
    ["fr", "RÉSOLUTION UIT\u2011R 1-8", "1-8", false],
    ["fr", "RÉSOLUTION\u00A071\u00A0(Minneapolis, 1998)", "71", false],
    ["en", "RESOLUTION 1 (Rev. Hammamet, 2016)", "1", true],
    ["en", "RESOLUTION 28 (REV.WRC-15)", "28", true],
    ["en", "RESOLUTION 111 (ORB-88)", "111", false],
    ["en", "RESOLUTION ITU-R 1-5", "1-5", false],
    ["es", "RESOLUCIÓN 18 (REV.CMR-12)", "18", true],
    ["es", "Resolución 31 (Estambul, 2002)", "31", false],
    ["ru", "РЕЗОЛЮЦИЯ 21 (Пересм. Пусан, 2014 г.)", "21", true],
    ["ru", "РЕШЕНИЕ 5 (Пересм. Гвадалахара, 2010 г.)", "5", true],
    ["zh", "第154号决议（2006年，安塔利亚）", "154", false],
    ["zh", "第99号决议（2018年，迪拜，修订版）", "99", true],
    ["zh", "ITU-R 第35-2号决议", "35-2", false],
    ["ar", "القرار 99 (المراجَع في بوسان، 2014)", "99", true],
    ["ar", "القـرار 163 (غوادالاخارا، 2010)", "163", false],
  ])("%s: %s", (language, line, number, revised) => {
    expect(readNumberLine(line, languageData(language))).toMatchObject({ number, revised, draft: false });
  });

  it.each<[Language, string, string]>([
    ["fr", "PROJET DE NOUVELLE RÉSOLUTION [ACP-2]", "acp-2"],
    ["en", "DRAFT NEW RESOLUTION [AFCP-1]", "afcp-1"],
    ["en", "DRAFT RESOLUTION [SEN-1]", "sen-1"],
    ["es", "PROYECTO DE NUEVA RESOLUCIÓN [AFCP-1]", "afcp-1"],
    ["ru", "ПРОЕКТ НОВОЙ РЕЗОЛЮЦИИ [RCC-1]", "rcc-1"],
    ["zh", "新决议草案 [ACP-1]", "acp-1"],
    ["ar", "مشروع القرار الجديد [ARB-1]", "arb-1"],
  ])("%s draft: %s", (language, line, tag) => {
    expect(readNumberLine(line, languageData(language))).toMatchObject({ number: tag, draft: true });
  });

  it.each([
    "la Résolution 71 (Rév. Dubaï, 2018) de la Conférence",
    "Résolution 50 (Intégration optimale) et Résolution 77",
    "RÉSOLUTION 100 [Nouvelle] – Numéro d'urgence",
  ])("is not one: %s", (line) => {
    expect(readNumberLine(line, languageData("fr"))).toBeNull();
  });
});

describe("calls", () => {
  it.each<[Language, string, "preamble" | "operative", boolean]>([
    ["en", "considering", "preamble", true],
    ["en", "recognizing further", "preamble", true],
    ["en", "noting with concern", "preamble", true],
    ["en", "considering in particular", "preamble", true],
    ["en", "resolves", "operative", true],
    ["en", "further resolves", "operative", true],
    ["en", "resolves to invite the ITU Radiocommunication Sector", "operative", false],
    ["en", "instructs the Director of the Radiocommunication Bureau", "operative", false],
    ["fr", "Tenant\u00A0compte", "preamble", true],
    ["fr", "consciente", "preamble", true],
    ["fr", "décide en outre que les bureaux régionaux", "operative", false],
    ["fr", "charge en outre", "operative", true],
    ["fr", "prie instamment les États Membres", "operative", false],
    ["es", "teniendo en cuenta", "preamble", true],
    ["es", "reconociendo además", "preamble", true],
    ["es", "encarga al Director de la Oficina", "operative", false],
    ["ru", "учитывая далее", "preamble", true],
    ["ru", "с удовлетворением отметив,", "preamble", true],
    ["ru", "поручает Генеральному секретарю", "operative", false],
    ["ru", "настоятельно призывает Государства – Члены,", "operative", false],
    ["zh", "进一步考虑到", "preamble", true],
    ["zh", "满意地注意到", "preamble", true],
    ["zh", "做出决议", "operative", true],
    ["zh", "责成电信标准化局主任", "operative", false],
    ["zh", "请各成员国", "operative", false],
    ["ar", "إذ يضع في اعتباره", "preamble", true],
    ["ar", "وإذ يلاحظ كذلك", "preamble", true],
    ["ar", "وإذ تُدرك", "preamble", true],
    ["ar", "يقـرر", "operative", true],
    ["ar", "يدعـو", "operative", true],
    ["ar", "يكلف الأمين العام", "operative", false],
  ])("%s: %s is %s", (language, text, part, bare) => {
    expect(readCall(text, languageData(language))).toMatchObject({ part, bare });
  });

  it.each<[Language, string]>([
    ["fr", "chargement des données"],
    ["fr", "charge le Directeur de faire rapport."],
    ["en", "resolvesome"],
    ["en", "considering that this is so, the Assembly;"],
    ["fr", "considérant les faits,"],
  ])("%s: %s is none", (language, text) => {
    expect(readCall(text, languageData(language))).toBeNull();
  });

  it("keeps preambular and operative verbs apart in every language", () => {
    for (const data of allLanguages) {
      for (const verb of data.preambularVerbs) expect([verb, readCall(verb, data)?.part]).toEqual([verb, "preamble"]);
      for (const verb of data.operativeVerbs) expect([verb, readCall(verb, data)?.part]).toEqual([verb, "operative"]);
    }
  });
});

describe("a small resolution in each language", () => {
  const texts: Record<Language, string> = {
    fr: "RÉSOLUTION 7 (Rév. Ici, 2022)\nTitre\nLe Conseil,\nconsidérant\na)\tque;\nb)\tque,\ndécide\nde,\ninvite les États Membres\n1\tà.\nMotifs:\tnon.",
    en: "RESOLUTION 7 (WRC-15)\nTitle\nThe World Radiocommunication Conference (Here, 2015),\nconsidering\na)\tthat;\nb)\tthat,\nresolves\nthat,\ninvites administrations\n1\tto.",
    es: "RESOLUCIÓN 7 (CMR-15)\nTítulo\nLa Conferencia Mundial de Radiocomunicaciones (Ginebra, 2015),\nconsiderando\na)\tque;\nb)\tque,\nresuelve\nque,\ninvita a las administraciones\n1\ta.",
    ru: "РЕЗОЛЮЦИЯ 7 (Пересм. Пусан, 2014 г.)\nНазвание\nПолномочная конференция Международного союза электросвязи (Пусан, 2014 г.),\nучитывая\nа)\tчто;\nb)\tчто,\nрешает\nчто,\nпризывает Государства – Члены\n1\tк.",
    zh: "第7号决议（2018年，迪拜，修订版）\n标题\n国际电信联盟全权代表大会（2018年，迪拜），\n考虑到\na)\t甲；\nb)\t乙，\n做出决议\n丙，\n请各成员国\n1\t丁。",
    ar: "القرار 7 (المراجع في بوسان، 2014)\nعنوان\nإن مؤتمر المندوبين المفوضين للاتحاد الدولي للاتصالات (بوسان، 2014)،\nإذ يضع في اعتباره\n أ )\tأن؛\nب)\tأن،\nيقـرر\nأن،\nيدعو الدول الأعضاء\n1\tإلى.",
  };

  it.each(Object.entries(texts) as [Language, string][])("%s: language, head, sections and items", (language, text) => {
    const source = sourceOf(text);
    expect(detectLanguage(source)).toEqual({ language, certain: true });
    const types = outline(recogniseText(text).model).map((line) => line.trim().replace(/:.*$/su, ""));
    const labels = language === "ar" ? ["أ )", "ب)"] : language === "ru" ? ["а)", "b)"] : ["a)", "b)"];
    expect(types.slice(0, 15)).toEqual([
      "<proposal>",
      "<resolution>",
      "resolutionNumber",
      "resolutionTitle",
      "enacting",
      "<section preamble>",
      "call",
      `item 1 ${labels[0]}`,
      `item 1 ${labels[1]}`,
      "<section operative>",
      "call",
      "item 1",
      "<section operative>",
      "call",
      "item 1 1",
    ]);
  });

  it("names reasons and bodies in every language", () => {
    for (const data of allLanguages) {
      expect(readReasonsLabel(`${data.reasons[0]}:\tx`, data)).toMatchObject({ separator: "\t" });
      for (const opening of data.enactingOpenings)
        expect(isEnacting(`${opening} (2022)${data.punctuation.comma}`, data)).toBe(true);
    }
  });
});

describe("detectLanguage", () => {
  it("takes what the file declares when the text says nothing, and else says that it assumed", () => {
    const source = sourceOf("ITU-T X.4000");
    expect(detectLanguage({ ...source, language: "es-ES" })).toEqual({ language: "es", certain: true });
    expect(detectLanguage(source)).toEqual({ language: "fr", certain: false });
    expect(recogniseText("ITU-T X.4000").messages.map(({ code }) => code)).toContain("recognition.language-assumed");
  });

  it("is not misled by Latin names in a Chinese, Russian or Arabic text", () => {
    expect(detectLanguage(sourceOf("考虑到 ITU-T Y.4000 和 IoT 系统 Internet of Things"))).toMatchObject({
      language: "zh",
    });
    expect(detectLanguage(sourceOf("учитывая Internet of Things и другое такое"))).toMatchObject({ language: "ru" });
    expect(detectLanguage(sourceOf("إذ يدرك أن قطاع تقييس الاتصالات ITU-T"))).toMatchObject({ language: "ar" });
  });
});
