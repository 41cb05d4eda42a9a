/**
 * The bundled samples in six languages, none of which has a finding: bare, and declared as a proposal declares it, with
 * marker, identifier and reasons.
 */
import { readFileSync } from "node:fs";
import type { Node } from "prosemirror-model";
import type { Language } from "../../shared/model/document";
import { languageData } from "../../shared/resolution/languages/languages";
import { type Block, blocksOf } from "../../shared/schema/blocks";
import { documentFromText } from "./read-document";

export const languages: Language[] = ["ar", "zh", "en", "fr", "ru", "es"];

export interface Clean {
  doc: Node;
  language: Language;
  blocks: Block[];
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
