/** Lines as typists of the six languages really set them, beside the forms that the manuals know. */
import { describe, expect, it } from "vitest";
import type { Language } from "../../../shared/model/document";
import { readCall } from "../../../shared/resolution/call";
import { isAnnexHeading, isEnacting, isReasonsHeading } from "../../../shared/resolution/headings";
import { languageData } from "../../../shared/resolution/languages/languages";
import { readMarkerLine } from "../../../shared/resolution/marker";
import { readNumberLine } from "../../../shared/resolution/number-line";
import { outline, recogniseText } from "./outline";

describe("number lines of resolution 98", () => {
  it.each<[Language, string[]]>([
    [
      "en",
      ["Resolution No. 98", "RESOLUTION NO. 98 (REV. GENEVA, 2022)", "Res. 98", "WTSA RESOLUTION 98", "RESOLUTION #98"],
    ],
    ["en", ["Resolution 98 – (Rev. Geneva, 2022)", "RESOLUTION 98 (Revised Geneva, 2022)", "COUNCIL RESOLUTION 98"]],
    [
      "fr",
      [
        "Résolution n° 98",
        "RÉSOLUTION N°\u00A098 (Rév. Genève, 2022)",
        "RESOLUTION No 98",
        "RÉS. 98",
        "Résolution nº 98",
      ],
    ],
    ["es", ["Resolución N.º 98", "RESOLUCION Nº 98 (Rev. Ginebra, 2022)", "Resolución núm. 98", "Res. 98"]],
    [
      "ru",
      [
        "РЕЗОЛЮЦИЯ № 98 (Пересм. Женева, 2022 г.)",
        "Резолюция №98",
        "Рез. 98",
        "РEЗOЛЮЦИЯ 98 (Пересм. Женева, 2022 год)",
      ],
    ],
    [
      "zh",
      ["98号决议", "第 98 号 决 议（2022年，日内瓦）", "国际电联第98号决议", "第９８号决议（２０２２年，日内瓦）"],
    ],
    ["ar", ["القرار رقم 98 (المراجع في جنيف، 2022)", "قرار 98", "القـــرار ٩٨ (المراجع جنيف، ٢٠٢٢)"]],
  ])("%s: %j", (language, lines) => {
    for (const line of lines)
      expect([line, readNumberLine(line, languageData(language))?.number]).toEqual([line, "98"]);
  });

  it("takes Chinese numerals for a number", () => {
    expect(readNumberLine("第九十八号决议", languageData("zh"))?.number).toBe("九十八");
  });
});

describe("number lines of drafts", () => {
  it.each<[Language, string, string]>([
    ["en", "[ADD] DRAFT NEW RESOLUTION [IAP-1]", "iap-1"],
    ["en", "PRELIMINARY DRAFT NEW RESOLUTION [AFCP-3]", "afcp-3"],
    ["en", "DRAFT NEW WTSA RESOLUTION [EUR-2]", "eur-2"],
    ["en", "Draft new Resolution IAP-1", "iap-1"],
    ["fr", "[ADD] PROJET DE NOUVELLE RÉSOLUTION [EUR-1]", "eur-1"],
    ["fr", "AVANT-PROJET DE NOUVELLE RÉSOLUTION [ARB-1]", "arb-1"],
    ["fr", "Projet de Résolution révisée 98", "98"],
    ["es", "ANTEPROYECTO DE NUEVA RESOLUCIÓN [IAP-2]", "iap-2"],
    ["es", "[ADD] PROYECTO DE NUEVA RESOLUCION [IAP-1]", "iap-1"],
    ["ru", "ПРЕДВАРИТЕЛЬНЫЙ ПРОЕКТ НОВОЙ РЕЗОЛЮЦИИ [RCC-2]", "rcc-2"],
    ["zh", "拟议新决议草案[ACP-1]", "acp-1"],
    ["zh", "新的决议草案 ACP-1", "acp-1"],
    ["ar", "[ADD] مشروع قرار جديد [ARB-1]", "arb-1"],
    ["ar", "مشروع جديد لقرار [ARB-1]", "arb-1"],
  ])("%s: %s", (language, line, number) => {
    expect(readNumberLine(line, languageData(language))).toMatchObject({ number, draft: true });
  });
});

describe("calls", () => {
  it.each<[Language, string[], string[]]>([
    [
      "en",
      [
        "deeply concerned",
        "fully aware",
        "noting, however",
        "noting with deep concern",
        "recalling again",
        "cognizant",
      ],
      ["resolves as follows:", "supports", "strongly encourages", "also invites"],
    ],
    [
      "fr",
      ["CONSIDERANT", "profondément préoccupée", "notant toutefois", "pleinement consciente", "rappelant également"],
      ["DECIDE", "décide ce qui suit :", "encourage vivement", "réaffirme"],
    ],
    [
      "es",
      ["profundamente preocupada", "observando, no obstante", "teniendo en cuenta además", "reiterando"],
      ["resuelve lo siguiente:", "reitera", "insta asimismo"],
    ],
    [
      "ru",
      ["отмечая, однако,", "принимая также во внимание", "полностью сознавая", "учитывая, кроме того,"],
      ["решает следующее:", "также поручает", "приглашает"],
    ],
    [
      "zh",
      ["充分认识到", "深切关注", "并考虑到", "特别考虑到", "考 虑 到"],
      ["做出决议如下：", "吁请", "还责成", "做出决定"],
    ],
    [
      "ar",
      ["وإذ تضع في الاعتبار", "إذ يساوره قلق بالغ", "وإذ تؤكد مجدداً", "إذ تلاحظ، مع ذلك،"],
      ["تقرر ما يلي:", "كما يقرر", "وتقرر كذلك"],
    ],
  ])("%s", (language, preamble, operative) => {
    const parts = (texts: string[]) => texts.map((text) => [text, readCall(text, languageData(language))]);
    for (const [text, call] of parts(preamble))
      expect([text, call]).toMatchObject([text, { part: "preamble", bare: true }]);
    for (const [text, call] of parts(operative))
      expect([text, call]).toMatchObject([text, { part: "operative", bare: true }]);
  });
});

describe("lines that name what follows", () => {
  it.each<[Language, string[], string[], string]>([
    [
      "en",
      [
        "The World Conference on International Telecommunications (Dubai, 2012),",
        "The Council:",
        "The Plenipotentiary Conference (Bucharest, 2022)",
      ],
      ["ATTACHMENT 1", "Annex 1bis"],
      "Reasons",
    ],
    [
      "fr",
      ["L'ASSEMBLEE MONDIALE DE NORMALISATION DES TELECOMMUNICATIONS (New Delhi, 2024),"],
      ["PIECE JOINTE 1"],
      "MOTIFS",
    ],
    ["es", ["La Conferencia Regional de Radiocomunicaciones (Ginebra, 2006),"], ["APENDICE 1", "Adjunto 1"], "Motivos"],
    ["ru", ["Всемирная административная радиоконференция (Женева, 1979 г.),"], ["Прилагаемый документ 1"], "Основания"],
    [
      "zh",
      ["国际电联全权代表大会（2022年，布加勒斯特），"],
      ["附 件 1", "（第98号决议）附件A", "附件1\u3000职责范围", "新决议草案[ACP-1]附件"],
      "理 由",
    ],
    ["ar", ["الجمعية العالمية لتقييس الاتصالات (نيودلهي، 2024)،"], ["الملحـق ألف"], "الأسـباب"],
  ])("%s: formula, annex, reasons", (language, formulas, annexes, reasons) => {
    const data = languageData(language);
    expect(formulas.filter((line) => !isEnacting(line, data))).toEqual([]);
    expect(annexes.filter((line) => !isAnnexHeading(line, data))).toEqual([]);
    expect(isReasonsHeading(reasons, data)).toBe(true);
  });
});

describe("markers", () => {
  it.each([
    ["MOD PROPOSAL 5/3/1", "MOD", "PROPOSAL 5/3/1"],
    ["MOD\tПРЕДЛОЖЕНИЕ 5/3/1", "MOD", "ПРЕДЛОЖЕНИЕ 5/3/1"],
    ["[ADD]", "ADD", ""],
    ["[MOD]\tEUR/5/1", "MOD", "EUR/5/1"],
    ["\u200FMOD\tARB/36A1/1\u200E", "MOD", "ARB/36A1/1"],
    ["MOD/EUR/5/1", "MOD", "EUR/5/1"],
    ["MOD\tC23/47/1", "MOD", "C23/47/1"],
    ["MOD\tEUR/5/1 (Rev.1)", "MOD", "EUR/5/1 (Rev.1)"],
  ])("%j", (line, marker, identifier) => {
    expect(readMarkerLine(line)).toEqual({ marker, identifier });
  });

  it.each(["MODIFY", "MOD 1", "NOC_", "Proposal EUR/5/1 MOD", "MOD the text of 5"])("are not in %j", (line) => {
    expect(readMarkerLine(line)).toBeNull();
  });

  it("may stand in the line of what they mark", () => {
    const text =
      "SUP RESOLUTION 45 (Rev. Dubai, 2018)\nTitle\nReasons:\tDone.\n[ADD] DRAFT NEW RESOLUTION [IAP-1]\nTitle\nThe Council,\nconsidering\nthat,\nresolves\nthat.";
    const found = outline(recogniseText(text, "en").model).map((line) => line.trim());
    expect(found.filter((line) => line.startsWith("<proposal") || line.startsWith("resolutionNumber"))).toEqual([
      "<proposal SUP>",
      "resolutionNumber: SUP RESOLUTION 45 (Rev. Dubai, 2018)",
      "<proposal ADD>",
      "resolutionNumber: [ADD] DRAFT NEW RESOLUTION [IAP-1]",
    ]);
  });
});

describe("one resolution in Chinese and in English labels", () => {
  it("has the same structure", () => {
    const chinese =
      "第98号决议（2022年，日内瓦，修订版）\n题名\n世界电信标准化全会（2022年，日内瓦），\n考虑到\n一、甲方：\n（一）其一；\n（二）其二；\n二、乙方，\n做出决议\n1、一事；\n2、二事。\n附件1\n职责范围\n正文。";
    const english =
      "RESOLUTION 98 (Rev. Geneva, 2022)\nTitle\nThe World Telecommunication Standardization Assembly (Geneva, 2022),\nconsidering\na)\tone:\ni)\tfirst;\nii)\tsecond;\nb)\ttwo,\nresolves\n1\tone;\n2\ttwo.\nANNEX 1\nTerms\nText.";
    const shape = (text: string, language: Language) =>
      outline(recogniseText(text, language).model).map((line) => line.trim().replace(/^(\w+(?: \d)?).*$/su, "$1"));
    expect(shape(chinese, "zh")).toEqual(shape(english, "en"));
  });
});
