/** Recognition behind the Word reader, on a published resolution with a structured body. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readDocx } from "../../../shared/docx/document-reader";
import { wordToSource } from "../../../shared/docx/word-file";
import { inspect } from "../../../shared/resolution/inspection";
import { modelToDoc } from "../../../shared/schema/model-to-doc";
import { outline, recogniseSource } from "./outline";

const file = fileURLToPath(
  new URL(
    "../../../../shared/corpus/metanorma+mn-samples-itu/reference-docs/T-RES-T.1-2016-MSW-E.docx",
    import.meta.url,
  ),
);
const have = existsSync(file);
const title = have
  ? "a published Word file"
  : "a published Word file: skipped, ../shared/corpus is not beside the project";

/** As the file types them: ten, among them one that an assembly put between two. */
const sections = ["SECTION 1", "Section 1bis", ...[2, 3, 4, 5, 6, 7, 8, 9].map((number) => `SECTION ${number}`)];

describe.skipIf(!have)(title, () => {
  const read = () => {
    const word = readDocx(new Uint8Array(readFileSync(file)));
    if (!word.ok) throw new Error(word.error.code);
    return recogniseSource(wordToSource(word.value, "accept"));
  };

  it("has its head, its sections, its numbered body and its appendices", () => {
    const { model, messages } = read();
    const seen = inspect(model, messages);
    expect(() => modelToDoc(model)).not.toThrow();
    expect(seen).toMatchObject({
      kind: "resolution",
      language: "en",
      number: expect.stringMatching(/^RESOLUTION\s1\s\(Rev\.\sHammamet,\s2016\)$/u),
      enacting: "The World Telecommunication Standardization Assembly (Hammamet, 2016),",
    });
    expect(seen.title).toContain("\n");
    expect(seen.sections.map(({ part, call }) => [part, call])).toEqual([
      ["preamble", "considering"],
      ["operative", "resolves"],
    ]);
    expect(seen.sections[0]?.items.map(({ label }) => label)).toEqual([
      ..."ab".split("").map((letter) => `${letter})`),
      "b)bis",
      ..."cdefghi".split("").map((letter) => `${letter})`),
    ]);
    expect(seen.annexes.map((annex) => annex.title)).toEqual([
      "Information for submission of a Question",
      "Suggested text of the note to be included in the circular",
    ]);
    // Five marks are typed; Word counts the one of "1bis", of which "bis" is typed.
    expect(seen.footnotes.map(({ mark }) => mark)).toEqual(["1", "", "2", "3", "4", "5"]);
    expect(seen.footnotes[1]?.text).toMatch(/^bis\s/u);
  });

  it("has headings and lists on their levels", () => {
    const lines = outline(read().model).map((line) => line.trim().replaceAll("\u00A0", " "));
    const divisions = lines.filter((line) => line.startsWith("heading 1 (divisionNumber): "));
    expect(divisions.map((line) => line.slice(line.indexOf(": ") + 2))).toEqual(sections);
    // A heading of the third level is one wherever it stands, with its label as typed.
    const thirds = [2, 3, 4, 5].flatMap((part) =>
      ["Definition", "Approval", "Deletion"].map((text, at) => `heading 3 1bis.${part}.${at + 1}: ${text}`),
    );
    expect(lines).toEqual(expect.arrayContaining(thirds));
    expect(lines).toContain("heading 1 (divisionNumber): SECTION 1");
    expect(lines).toContain("heading 2 1bis.1: General principles");
    expect(lines).toContain("heading 3 1bis.1.1: Presentation of texts");
    for (const start of [
      "item 1 1bis.1.1.1: Texts should",
      "item 1 1.11.1: WTSA",
      "item 2 a): If an existing",
      "item 3 i): propose",
    ]) {
      expect(lines.some((line) => line.startsWith(start))).toBe(true);
    }
    expect(lines.filter((line) => line.startsWith("item 4 −"))).toHaveLength(3);
  });
});
