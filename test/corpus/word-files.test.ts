/**
 * Every Word file of the corpus opens or is refused with one sentence. The table of what came of each is
 * written to test/results/word-files.tsv. Files beyond 120 kB are read only with CORPUS=all in the
 * environment, because they take most of the time and teach little that the others do not.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readDocx } from "../../shared/docx/document-reader";
import { revisionsOf } from "../../shared/docx/revisions-reader";
import { findSlice, type WordFile } from "../../shared/docx/word-file";
import english from "../../shared/locales/en.json";
import { sizeOfInlines } from "../../shared/model/source";
import { findPart, withPatches } from "../../shared/opc/package";
import { sourceOfSlice } from "../support/word-package";
import { corpusBytes, corpusTable, hasCorpus, smallFile, whole } from "./corpus";

const results = fileURLToPath(new URL("../results/", import.meta.url));

/** Tags of files that no reader should open, with the refusals that fit. */
const refused: Record<string, string[]> = {
  "H:BAD-ZIP": ["docx.damaged-zip", "docx.damaged-part"],
  "H:ENCRYPTED": ["docx.encrypted"],
  "H:legacy-doc": ["docx.legacy"],
  "H:DTD": ["docx.doctype"],
  "H:LOCK-FILE": ["docx.not-a-package"],
  "H:NOT-A-DOCUMENT": ["docx.not-a-package", "docx.plain-text"],
  "H:NO-CONTENT-TYPES": ["docx.no-content-types"],
  "H:ODD-ROOT": ["docx.not-word"],
  "H:BAD-RELS": ["docx.damaged-zip"],
};
/** Refused for their XML: Word refuses them as well. */
const malformed = ["UseJunior+safe-docx/packages/docx-core/src/testing/outputs/typescript_redline.docx"];

const files = corpusTable("index.tsv").filter(
  ({ path, tags }) => /\.(docx|docm|dotx|dotm|doc)$/i.test(path!) && tags !== "golden",
);

describe.skipIf(!hasCorpus)("Word files of the corpus (skipped where the corpus is not beside the project)", () => {
  it("open, or are refused with one sentence", { timeout: 600_000 }, () => {
    const rows = ["file\toutcome\tparagraphs\tchanges\tmessages\tms"];
    const faults: string[] = [];
    for (const { path, tags, bytes } of files) {
      if (!whole && Number(bytes) > smallFile) continue;
      const content = corpusBytes(path!);
      const from = performance.now();
      const read = readDocx(content);
      const ms = Math.round(performance.now() - from);
      const fitting = tags!.split(" ").flatMap((tag) => refused[tag] ?? []);
      if (!read.ok) {
        const { code } = read.error;
        rows.push(`${path}\t${code}\t\t\t\t${ms}`);
        if (!fitting.includes(code) && !malformed.includes(path!)) faults.push(`${path} is refused: ${code}`);
        if (!(code in english.messages)) faults.push(`${code} has no sentence`);
        continue;
      }
      const file = read.value;
      const codes = file.messages.map((message) => message.code);
      const changes = revisionsOf(file).length;
      if (changes === 0 && !sameText(file)) faults.push(`${path}: two sides without a change`);
      rows.push(`${path}\tread\t${file.sides.accept.paragraphs.length}\t${changes}\t${codes.join(" ")}\t${ms}`);
      if (fitting.length > 0) faults.push(`${path} should be refused (${tags})`);
      faults.push(...faultsOf(file).map((fault) => `${path}: ${fault}`));
      for (const code of codes) if (!(code in english.messages)) faults.push(`${code} has no sentence`);
    }
    mkdirSync(results, { recursive: true });
    writeFileSync(`${results}word-files.tsv`, `${rows.join("\n")}\n`);
    expect(faults).toEqual([]);
  });
});

/** What must hold for every file that opens. */
function faultsOf(file: WordFile): string[] {
  const faults: string[] = [];
  const { accept, reject } = file.sides;
  for (const { attributions, paragraphs } of [accept, reject]) {
    for (const { paragraph, from, to } of attributions) {
      const size = sizeOfInlines(paragraphs[paragraph]!.inlines);
      if (from > to || to > size) faults.push(`a change of paragraph ${paragraph} lies outside it`);
    }
    for (const { slice } of paragraphs) {
      if (slice === undefined) continue;
      const found = findSlice(file, slice);
      const text = sourceOfSlice(file, slice) ?? "";
      if (!found || !/^<([\w.-]+:)?p[\s/>]/.test(text) || !/(<\/([\w.-]+:)?p\s*>|\/>)$/.test(text)) {
        faults.push(`slice ${slice} is not a paragraph`);
      }
    }
  }
  for (const part of file.parts.values()) {
    const [before, after] = [file.package, withPatches(file.package, part.name, part.document, [])];
    if (!sameBytes(findPart(before, part.name)!.bytes!, findPart(after, part.name)!.bytes!)) {
      faults.push(`${part.name} does not keep its bytes`);
    }
  }
  return faults;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

function sameText({ sides: { accept, reject } }: WordFile): boolean {
  return accept === reject || JSON.stringify(accept.source) === JSON.stringify(reject.source);
}
