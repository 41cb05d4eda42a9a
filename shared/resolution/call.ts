/**
 * Calls: the paragraphs that open a section, "considérant", "charge le Directeur …, en collaboration avec …".
 * The verb decides whether the section is preambular or operative. A bare verb is a call by itself; a verb
 * with an addressee only looks like one, and the paragraphs around it decide (see `clause-reader`).
 */
import { foldBare, startsWithWord } from "./fold";
import { draftingData } from "./languages/drafting";
import type { LanguageData } from "./languages/language-data";

export interface Call {
  part: "preamble" | "operative";
  /** The verb as the language data lists it. */
  verb: string;
  /** Nothing but verb and adverb: a call wherever it stands, and its addressee may follow in the next paragraph. */
  bare: boolean;
}

interface Verb {
  text: string;
  verb: string;
  part: Call["part"];
}

/** The longest calls of real texts have some 250 characters. */
const longestCall = 400;
const sentenceEnd = /[.;!?。；؛]$/u;
const wordsByLanguage = new Map<string, { verbs: Verb[]; adverbs: string[]; leading: string[] }>();

/** Reads a paragraph as a call, or null when it cannot be one. */
export function readCall(text: string, data: LanguageData): Call | null {
  // Asked twice: most paragraphs need not be folded to end like a sentence.
  if (text.length > longestCall || sentenceEnd.test(text)) return null;
  const folded = foldBare(text);
  if (sentenceEnd.test(folded)) return null;
  const { verbs, adverbs, leading } = wordsOf(data);
  const { joinedTo, callEnds } = draftingData(data.language);
  // A later Arabic call begins with "and", joined to the verb.
  const starts = joinedTo && folded.startsWith(joinedTo) ? [folded, folded.slice(joinedTo.length)] : [folded];
  for (const start of starts.flatMap((each) => [withoutLeading(each, leading), each])) {
    const verb = verbs.find((candidate) => startsWithWord(start, candidate.text));
    if (!verb) continue;
    const bare = isBare(start.slice(verb.text.length), adverbs);
    // A comma ends a clause; only a bare verb may carry it, unless calls of the language end so.
    if (!bare && /[,،]$/u.test(start) && !callEnds.includes(start.at(-1)!)) continue;
    return { part: verb.part, verb: verb.verb, bare };
  }
  return null;
}

function withoutLeading(text: string, leading: readonly string[]): string {
  const adverb = leading.find((candidate) => startsWithWord(text, candidate));
  return adverb ? text.slice(adverb.length).trim() : text;
}

function isBare(tail: string, adverbs: readonly string[]): boolean {
  let rest = tail.replace(/[,،:]/gu, "").trim();
  while (rest !== "") {
    const adverb = adverbs.find((candidate) => startsWithWord(rest, candidate));
    if (!adverb) return false;
    rest = rest.slice(adverb.length).trim();
  }
  return true;
}

function wordsOf(data: LanguageData): { verbs: Verb[]; adverbs: string[]; leading: string[] } {
  const known = wordsByLanguage.get(data.language);
  if (known) return known;
  const words = {
    verbs: longestFirst([
      ...data.preambularVerbs.map((verb): Verb => ({ text: foldBare(verb), verb, part: "preamble" })),
      ...data.operativeVerbs.map((verb): Verb => ({ text: foldBare(verb), verb, part: "operative" })),
    ]),
    adverbs: longestFirst(data.adverbs.map((text) => ({ text: foldBare(text) }))).map(({ text }) => text),
    leading: longestFirst(data.leadingAdverbs.map((text) => ({ text: foldBare(text) }))).map(({ text }) => text),
  };
  wordsByLanguage.set(data.language, words);
  return words;
}

function longestFirst<Word extends { text: string }>(words: Word[]): Word[] {
  return words.sort((a, b) => b.text.length - a.text.length);
}
