/**
 * The bundled samples in six languages, none of which has a finding: bare, and declared as a proposal declares it, with
 * marker, identifier and reasons.
 */
import { readFileSync } from "node:fs";
import type { Node } from "prosemirror-model";
import type { Language } from "../../shared/model/document";
import { languageData } from "../../shared/resolution/languages/languages";
import { type Block, blocksOf } from "../../shared/schema/blocks";
import { withText } from "./findings";
import { documentFromText } from "./read-document";

export const languages: Language[] = ["ar", "zh", "en", "fr", "ru", "es"];

export interface Clean {
  doc: Node;
  language: Language;
  blocks: readonly Block[];
  /** Text blocks of the sections, without their calls. */
  clauses: Block[];
}

function readClean(language: Language, frame: (text: string) => string): Clean {
  const file = new URL(`../../resources/samples/resolution-${language}.txt`, import.meta.url);
  const doc = documentFromText(frame(readFileSync(file, "utf8")));
  const blocks = blocksOf(doc);
  const clauses = blocks.filter(({ node, containers }) => containers.at(-1) === "section" && node.type.name !== "call");
  return { doc, language, blocks, clauses };
}

/** The bundled samples, none of which has a finding. */
export const samples = new Map(languages.map((language) => [language, readClean(language, String)]));

/** The same as proposals. */
export const declaredSamples = new Map(
  languages.map((language) => {
    const { reasons, punctuation } = languageData(language);
    const frame = (text: string) =>
      `MOD\tACP/22A12/1\n${text.trimEnd()}\n${reasons[0]}:\t${text.split("\n")[1]!.trim()}${punctuation.fullStop}`;
    return [language, readClean(language, frame)];
  }),
);

/** The id of a block. */
export const idOf = ({ node }: Block) => node.attrs.id as string;
/** The first block of a type. */
export const ofType = ({ blocks }: Clean, type: string) => blocks.find(({ node }) => node.type.name === type)!;
/** The labelled items of the calls. */
export const items = ({ clauses }: Clean) =>
  clauses.filter(({ node }) => node.attrs.label !== "" && node.attrs.level === 1);
/** The first item of the document, which another one follows. */
export const first = (clean: Clean) => items(clean)[0]!;
/** The last clause of the first section. */
export const lastOfFirst = (clean: Clean) =>
  clean.clauses.filter(({ path }) => path[0] === clean.clauses[0]!.path[0]).at(-1)!;
/** The sample with the text of one block changed. */
export const edited = (clean: Clean, block: Block, change: (text: string) => string) =>
  withText(clean.doc, idOf(block), change);
/** Puts words before the end mark of the first item. */
export const inserted = (clean: Clean, words: Partial<Record<Language, string>> & { en: string }) =>
  edited(clean, first(clean), (text) => text.replace(/(?=.$)/u, words[clean.language] ?? words.en));
