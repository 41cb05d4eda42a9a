import { expect, test } from "vitest";
import { commandIds, menus } from "../../../shared/commands";
import { directionOf } from "../../../shared/locales/languages";
import { catalogues, translator } from "../../../shared/locales/translator";
import { wordMessage } from "../../../shared/locales/wording";
import type { Language } from "../../../shared/model/document";

type Catalogue = Record<string, Record<string, string>>;
const languages = Object.keys(catalogues) as Language[];

function keysOf(catalogue: Catalogue): string[] {
  return Object.entries(catalogue)
    .flatMap(([section, entries]) => Object.keys(entries).map((key) => `${section}.${key}`))
    .sort();
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] as string).sort();
}

const english = catalogues.en as Catalogue;

test.each(languages)("%s has the same keys as English", (language) => {
  expect(keysOf(catalogues[language] as Catalogue)).toEqual(keysOf(english));
});

test.each(languages)("%s fills the same places in every sentence as English", (language) => {
  const wrong = Object.entries(english).flatMap(([section, entries]) =>
    Object.entries(entries).flatMap(([key, text]) => {
      const other = (catalogues[language] as Catalogue)[section]?.[key] ?? "";
      return placeholders(other).join() === placeholders(text).join() ? [] : [`${section}.${key}`];
    }),
  );
  expect(wrong).toEqual([]);
});

test.each(languages)("%s leaves nothing empty but the status that has no word", (language) => {
  const empty = Object.entries(catalogues[language] as Catalogue).flatMap(([section, entries]) =>
    Object.entries(entries).flatMap(([key, text]) => (text.trim() === "" ? [`${section}.${key}`] : [])),
  );
  expect(empty).toEqual(["status.frame"]);
});

test.each(languages)("%s names every command and menu", (language) => {
  const { commands, menus: names } = catalogues[language] as Catalogue;
  expect(commandIds.filter((id) => !commands?.[id])).toEqual([]);
  expect(menus.filter(({ id }) => !names?.[id])).toEqual([]);
});

test("French puts no space before double punctuation, as ITU does", () => {
  const spaced = Object.entries(catalogues.fr as Catalogue).flatMap(([section, entries]) =>
    Object.entries(entries).flatMap(([key, text]) =>
      /[\s\u00A0\u202F][;:?!]/.test(text) ? [`${section}.${key}`] : [],
    ),
  );
  expect(spaced).toEqual([]);
});

/** Words that stood for a thing beside the one that names it now. */
const elsewhere: Partial<Record<Language, RegExp>> = {
  fr: /étiquette|formule (?:introductive|initiale|d'appel|d'introduction)|verbes? introductif|texte au net|révision apparente/iu,
  es: /fórmula inicial|proyectos?\b(?! de (?:nueva )?resolución)/iu,
  ru: /черновик|исходн\p{L}+ текст|ё/iu,
  zh: /基础文本|制定机构行|(?<!决议)草案/u,
  ar: /صيغة الإصدار/u,
};

test.each(languages)("%s calls one thing by one name, with the quotation marks of ITU texts", (language) => {
  const wrong = Object.entries(catalogues[language] as Catalogue).flatMap(([section, entries]) =>
    Object.entries(entries).flatMap(([key, text]) =>
      elsewhere[language]?.test(text) || (language !== "en" && /[«»]/u.test(text))
        ? [`${section}.${key}: ${text}`]
        : [],
    ),
  );
  expect(wrong).toEqual([]);
});

test("a catalogue that no native reader has seen says so", () => {
  const waiting = languages.filter((language) => catalogues[language].meta.review === "awaiting a native reader");
  expect(waiting.sort()).toEqual(["ar", "es", "ru", "zh"]);
});

test("a code with dots is one key, and its values are filled in", () => {
  const sentence = wordMessage(translator("en"), {
    severity: "error",
    code: "window.not-a-draft",
    values: { name: "notes.txt" },
  });
  expect(sentence).toBe("notes.txt is not a Resdraft draft. Open it as a base text instead.");
});

test("a message names the line it speaks of, in each language's own way", () => {
  const message = { severity: "warning", code: "window.drop-one", where: { line: 7 } } as const;
  expect(wordMessage(translator("fr"), message)).toMatch(/\(ligne 7\)$/);
  expect(wordMessage(translator("zh"), message)).toMatch(/（第 7 行）$/);
});

test("a message about what a Word file holds names headers and notes by their words, and not the text itself", () => {
  const told = (part: string) =>
    wordMessage(translator("fr"), {
      severity: "information",
      code: "docx.kept-image",
      values: { count: 2 },
      where: { part },
    });
  expect(told("word/header2.xml")).toMatch(/ \(en-tête\)$/);
  expect(told("/word/footnotes.xml")).toMatch(/ \(notes de bas de page\)$/);
  expect(told("word/document.xml")).not.toContain("(");
  expect(told("word/glossary/odd.xml")).toMatch(/ \(word\/glossary\/odd\.xml\)$/);
});

test("an unknown code still gives a sentence that names it", () => {
  expect(wordMessage(translator("en"), { severity: "error", code: "no.such-code" })).toContain("no.such-code");
});

test("only Arabic is written from right to left", () => {
  expect(languages.filter((language) => directionOf(language) === "rtl")).toEqual(["ar"]);
});
