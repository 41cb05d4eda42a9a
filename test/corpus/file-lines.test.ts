/**
 * The proof reads a file paragraph by paragraph; the program opens it as a whole. Both must find the same lines on
 * both sides, in any Word file, well made or not. Larger files are read with CORPUS=all in the environment.
 */
import { describe, expect, it } from "vitest";
import { readDocx } from "../../shared/docx/document-reader";
import { readFileLines } from "../../shared/docx/file-lines";
import { linesOfSource } from "../../shared/docx/text-lines";
import { wordToSource } from "../../shared/docx/word-file";
import { atOnce } from "../../shared/opc/packing";
import { corpusBytes, corpusTable, hasCorpus, smallFile, whole } from "./corpus";

const files = corpusTable("index.tsv").filter(
  ({ path, bytes }) => /\.do[ct][xm]$/i.test(path!) && (whole || Number(bytes) <= smallFile),
);

describe.skipIf(!hasCorpus)("the lines of a file (skipped where the corpus is not beside the project)", () => {
  it("are the same read in a stream and read as a whole", { timeout: 900_000 }, () => {
    let compared = 0;
    for (const { path } of files) {
      const bytes = corpusBytes(path!);
      for (const without of ["strike", undefined] as const) {
        const options = without ? ({ without, flat: true } as const) : {};
        const streamed = atOnce(readFileLines(bytes, { accept: options, reject: options }));
        const file = readDocx(bytes);
        if (!file.ok || !streamed.ok) {
          expect([path, streamed.ok || streamed.error.code]).toEqual([path, file.ok || file.error.code]);
          continue;
        }
        for (const side of ["accept", "reject"] as const) {
          const lines = linesOfSource(wordToSource(file.value, side), options);
          expect([path, side, ...streamed.value[side].map(({ text }) => text)]).toEqual([
            path,
            side,
            ...lines.map(({ text }) => text),
          ]);
          compared++;
        }
      }
    }
    expect(compared).toBeGreaterThan(100);
  });
});
