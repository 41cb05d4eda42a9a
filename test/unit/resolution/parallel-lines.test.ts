/**
 * Calls, number lines, enacting formulas and annex headings as the conferences set them in the six languages, a row for
 * each in `test/fixtures/parallel-lines.tsv`: whatever one version is read as, the others are read as well.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Language } from "../../../shared/model/document";
import { readCall } from "../../../shared/resolution/call";
import { isAnnexHeading, isEnacting } from "../../../shared/resolution/headings";
import { languageData } from "../../../shared/resolution/languages/languages";
import { readNumberLine } from "../../../shared/resolution/number-line";

const [head = "", ...lines] = readFileSync(join(__dirname, "../../fixtures/parallel-lines.tsv"), "utf8")
  .trimEnd()
  // A tilde is a no-break space, which nobody would see.
  .replaceAll("~", "\u00A0")
  .split("\n");
const order = head.split("\t").slice(1) as Language[];
const rows = lines.map((line) => line.split("\t"));
const rowsOf = (kind: string) => rows.filter(([name]) => name === kind).map((row) => row.slice(1));
const each = (kind: string) =>
  rowsOf(kind).flatMap((row) => row.map((text, at): [Language, string] => [order[at]!, text]));

/** Thanks and reverence are said with a verb alone in one language and with more words in the next. */
const phrases = new Set(["appreciating", "expressing its appreciation", "expresses its gratitude"]);

describe.each(["preamble", "operative"])("calls of the %s", (part) => {
  it.each(each(part))("%s: %s", (language, text) => {
    expect(readCall(text, languageData(language))).toMatchObject({ part });
  });

  it("are bare in all languages or in none", () => {
    const mixed = rowsOf(part).filter((row) => {
      const bare = row.map((text, at) => readCall(text, languageData(order[at]!))?.bare);
      return !phrases.has(row[0]!) && new Set(bare).size > 1;
    });
    expect(mixed).toEqual([]);
  });
});

describe.each(["904 revised", "904 new", "5 revised", "com5/1 new", "acp-1 draft", "xx draft", "904 draft revised"])(
  "number line %s",
  (what) => {
    it.each(each(`number ${what}`))("%s: %s", (language, text) => {
      const read = readNumberLine(text, languageData(language));
      const form = read?.draft ? (read.revised ? "draft revised" : "draft") : read?.revised ? "revised" : "new";
      expect(read && `${read.number} ${form}`).toBe(what);
    });
  },
);

it.each(each("enacting"))("%s enacts: %s", (language, text) => {
  expect(isEnacting(text, languageData(language))).toBe(true);
});

it.each(each("annex"))("%s has an annex: %s", (language, text) => {
  expect(isAnnexHeading(text, languageData(language))).toBe(true);
});
