/**
 * The language of a text, from its script first and its own words second: calls and number lines weigh
 * more than frequent words, and what the file declares counts when the text says little.
 */
import type { Language } from "../model/document";
import type { SourceBlock, SourceDocument } from "../model/source";
import { readCall } from "./call";
import { fold } from "./fold";
import { isEnacting, readFrontLabel, readReasonsLabel } from "./headings";
import type { LanguageData } from "./languages/language-data";
import { allLanguages, languageData } from "./languages/languages";
import { plainText } from "./lines";
import { readNumberLine } from "./number-line";

export interface DetectedLanguage {
  language: Language;
  /** False when neither words nor declaration decided and the most likely language was assumed. */
  certain: boolean;
}

/** Enough text to decide; more would only cost time. */
const sampleParagraphs = 400;
const sampleCharacters = 2000;
/** Scripts with the share of letters that settles it: Latin names stand in every text, and one Chinese character is a word. */
const scripts: [others: RegExp, Language, number][] = [
  [/\P{Script=Arabic}+/gu, "ar", 1 / 4],
  [/\P{Script=Han}+/gu, "zh", 1 / 8],
  [/\P{Script=Cyrillic}+/gu, "ru", 1 / 4],
];
/** The letters of most texts, told from all others in one look. */
const latinOnly = /^[A-Za-z\u00C0-\u024F]*$/;
/** A text of such letters alone says nothing in the words of another script. */
const latinLanguages = allLanguages.filter(({ language }) => !scripts.some(([, own]) => own === language));
/** Assumed where nothing tells; the reader of the message can choose another. */
const fallback: Language = "fr";
/** Fewer short words than this may be names or abbreviations. */
const enoughWords = 3;
/** A lead that no later page takes back: so high a score, and so many times that of the next. */
const clearLead = { score: 300, times: 4 };

/** Finds the language of a source document. */
export function detectLanguage(source: SourceDocument): DetectedLanguage {
  const texts = paragraphTexts(source.blocks)
    .slice(0, sampleParagraphs)
    .map((text) => text.slice(0, sampleCharacters));
  const sample = texts.join("\n");
  const letters = sample.replace(/\P{L}+/gu, "");
  const isLatin = latinOnly.test(letters);
  for (const [others, language, share] of isLatin ? [] : scripts) {
    const own = letters.replace(others, "").length;
    if (own > 0 && own >= letters.length * share) return { language, certain: true };
  }
  const scores = (isLatin ? latinLanguages : allLanguages).map(({ language }) => ({ language, score: 0 }));
  // A line at a time: what one language makes of its letters serves the next.
  for (const text of texts) {
    const words = fold(text).split(/[^\p{L}]+/u);
    for (const each of scores) each.score += score(text, words, languageData(each.language));
    scores.sort((a, b) => b.score - a.score);
    if (leadsClearly(scores)) break;
  }
  const best = scores[0];
  const ahead = best !== undefined && best.score > (scores[1]?.score ?? 0);
  if (ahead && best.score >= enoughWords) return { language: best.language, certain: true };
  const declared = source.language?.slice(0, 2).toLowerCase();
  const known = allLanguages.find((data) => data.language === declared);
  if (known) return { language: known.language, certain: true };
  return { language: ahead ? best.language : fallback, certain: false };
}

function leadsClearly([first, second]: readonly { score: number }[]): boolean {
  return first !== undefined && first.score >= clearLead.score && first.score >= (second?.score ?? 0) * clearLead.times;
}

function score(text: string, words: readonly string[], data: LanguageData): number {
  let total = 0;
  if (readNumberLine(text, data) || isEnacting(text, data)) total += 40;
  if (readCall(text, data)?.bare) total += 20;
  if (readReasonsLabel(text, data) || readFrontLabel(text, data)) total += 10;
  const frequent = frequentWords(data);
  for (const word of words) if (frequent.has(word)) total++;
  return total;
}

const frequentSets = new Map<Language, ReadonlySet<string>>();

function frequentWords({ language, frequentWords: words }: LanguageData): ReadonlySet<string> {
  let known = frequentSets.get(language);
  if (!known) {
    known = new Set(words);
    frequentSets.set(language, known);
  }
  return known;
}

function paragraphTexts(blocks: readonly SourceBlock[]): string[] {
  return blocks.flatMap((block) =>
    block.kind === "paragraph"
      ? [plainText(block.inlines)]
      : block.rows.flatMap((row) => row.cells.flatMap((cell) => paragraphTexts(cell.blocks))),
  );
}

/** The data of a language given by code, or of the detected one. */
export function dataFor(source: SourceDocument, language?: Language): { data: LanguageData; certain: boolean } {
  if (language) return { data: languageData(language), certain: true };
  const detected = detectLanguage(source);
  return { data: languageData(detected.language), certain: detected.certain };
}
