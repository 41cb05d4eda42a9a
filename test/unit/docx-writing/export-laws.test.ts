/**
 * Promise 3 over random revisions of random resolutions, tables, notes and empty paragraphs included: every
 * export can be proved and is made of sound elements. And where paragraph marks are concerned, over all runs.
 */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exportDocx } from "../../../shared/docx/export-docx";
import type { MergedParagraph, Presence } from "../../../shared/docx/merged-items";
import { markParagraphs, type RunEnd } from "../../../shared/docx/paragraph-marks";
import { readXmlPart } from "../../../shared/opc/package";
import { readPackage } from "../../../shared/opc/package-reader";
import { redline } from "../../../shared/redline/redline";
import { pairs } from "../../support/random-pairs";
import { template } from "../../support/word-export";
import { findingsIn } from "../../support/wordprocessing-rules";

describe("an export of any revision", () => {
  test.each(["tracked", "typeset", "clean", "base"] as const)("%s is proved and sound", (mode) => {
    fc.assert(
      fc.property(pairs, ([base, current]) => {
        const date = "2026-11-22T09:00:00Z";
        const compared = { base, current, redline: redline(base, current) };
        const written = exportDocx({ ...compared, mode, author: "Délégation", date, template });
        expect(written.ok ? "" : `${written.error.code} ${JSON.stringify(written.error.values)}`).toBe("");
        if (!written.ok) return;
        const opened = readPackage(written.value);
        if (!opened.ok) throw new Error(opened.error.code);
        for (const name of ["document", "footnotes"]) {
          const part = readXmlPart(opened.value, `word/${name}.xml`);
          if (!part.ok) throw new Error(part.error.code);
          expect(findingsIn(part.value.root)).toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe("paragraph marks", () => {
  const presences = fc.array(fc.constantFrom<Presence>("both", "base", "current", "frame"), {
    minLength: 1,
    maxLength: 9,
  });
  const paragraph = (presence: Presence, index: number) => ({ presence, index }) as unknown as MergedParagraph;

  /** What a reader has: paragraphs that end where a mark stays, each with what it holds on that side. */
  function read(run: readonly Presence[], end: RunEnd, side: "base" | "current"): { held: string[]; look: unknown }[] {
    const gone = side === "base" ? "inserted" : "deleted";
    const paragraphs: { held: string[]; look: unknown }[] = [];
    let held: string[] = [];
    for (const { parts, mark, accepted, rejected } of markParagraphs(run.map(paragraph), end)) {
      const there = parts.filter((part) => part.presence !== (side === "base" ? "current" : "base"));
      held.push(...there.map((part) => String((part as unknown as { index: number }).index)));
      if (mark === gone) continue;
      paragraphs.push({ held, look: (side === "base" ? rejected : accepted) as unknown });
      held = [];
    }
    // What is left runs on into what follows.
    if (held.length > 0) paragraphs.push({ held, look: null });
    return paragraphs.filter((each) => each.held.length > 0);
  }

  test.each(["paragraph", "table", "end"] as const)(
    "before %s each text keeps its paragraphs and their looks",
    (end) => {
      fc.assert(
        fc.property(presences, (run) => {
          for (const side of ["base", "current"] as const) {
            const other = side === "base" ? "current" : "base";
            const expected = run.flatMap((presence, index) => (presence === other ? [] : [[String(index)]]));
            const found = read(run, end, side);
            expect(found.map(({ held }) => held)).toEqual(expected);
            for (const { held, look } of found) {
              expect(String((look as { index: number }).index)).toBe(held[0]);
            }
          }
        }),
      );
    },
  );

  test("the last mark of a cell, a note or the body always stays", () => {
    fc.assert(
      fc.property(presences, (run) => {
        expect(markParagraphs(run.map(paragraph), "end").at(-1)?.mark).toBe("kept");
      }),
    );
  });
});
