/**
 * One revision of one document in six languages, exported into the Word files of its versions, before LibreOffice: whoever
 * rejects all changes has the file as it was, whoever accepts them has the clean export.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { exportDocx } from "../../shared/docx/export-docx";
import { openBase } from "../../shared/draft/open";
import type { Language } from "../../shared/model/document";
import { redline } from "../../shared/redline/redline";
import { asEdited } from "../support/edited-source";
import { revisedVersion, wholeVersion } from "../support/parallel-edits";
import { type Dressing, ituStyle, parallelWord } from "../support/parallel-word";
import { judgeBytes } from "./lines";
import type { JudgedParagraph, Verdict } from "./office";

const template = new Uint8Array(readFileSync(join(__dirname, "../../resources/templates/itu.docx")));
const languages: readonly Language[] = ["ar", "en", "es", "fr", "ru", "zh"];
const dressings: Record<string, Dressing> = {
  "styles of ITU": { styleOf: ituStyle },
  "no styles, typed marks of notes": { formatted: true, typedNotes: true },
  "numbers that Word counts": { lists: { letter: "lowerLetter", roman: "lowerRoman", number: "decimal" } },
};

const lines = (paragraphs: readonly JudgedParagraph[]) => paragraphs.map(({ where, text }) => `${where}: ${text}`);

function open(bytes: Uint8Array) {
  const opened = openBase(bytes, "file.docx");
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value.doc;
}

function filesOf(language: Language, dressing: Dressing): Record<"base" | "tracked" | "clean", Uint8Array> {
  const source = parallelWord(language, dressing, wholeVersion(language));
  const base = open(source);
  const current = asEdited(base, open(parallelWord(language, dressing, revisedVersion(language))));
  const write = (mode: "tracked" | "clean") => {
    const compared = { base, current, redline: redline(base, current) };
    const written = exportDocx({ ...compared, mode, author: "Délégation", date: "2026-11-22", template, source });
    if (!written.ok) throw new Error(`${written.error.code} ${JSON.stringify(written.error.values)}`);
    expect(written.messages.map(({ code }) => code)).not.toContain("export.into-template");
    return written.value;
  };
  return { base: source, tracked: write("tracked"), clean: write("clean") };
}

describe.each(Object.keys(dressings))("%s", (name) => {
  test("is accepted and rejected to its texts in each language", { timeout: 240_000 }, async () => {
    const files = new Map(
      languages.flatMap((language) =>
        Object.entries(filesOf(language, dressings[name]!)).map(
          ([kind, bytes]) => [`${language} ${kind}`, bytes] as const,
        ),
      ),
    );
    const verdicts = await judgeBytes(files);
    const verdict = (file: string): Verdict => verdicts.get(file)!;
    for (const language of languages) {
      const { accepted, rejected, changes } = verdict(`${language} tracked`);
      expect([language, ...lines(rejected)]).toEqual([language, ...lines(verdict(`${language} base`).shown)]);
      expect([language, ...lines(accepted)]).toEqual([language, ...lines(verdict(`${language} clean`).shown)]);
      expect(changes.length).toBeGreaterThan(10);
    }
  });
});
