/** A resolution tracked in the ways of committees reads as a delegate expects, and leaves as it came. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readDocx } from "../../../shared/docx/document-reader";
import { exportDocx } from "../../../shared/docx/export-docx";
import { openBase } from "../../../shared/draft/open";
import { redline } from "../../../shared/redline/redline";
import { committeeRevisions } from "../../support/committee-revisions";

const template = new Uint8Array(readFileSync(new URL("../../../resources/templates/itu.docx", import.meta.url)));

test.each(committeeRevisions)("$name", ({ bytes, expected }) => {
  const opened = openBase(bytes, "file.docx");
  if (!opened.ok) throw new Error(opened.error.code);
  const { doc, current } = opened.value;
  const changes = redline(doc, current!);
  const found = changes.provisions
    .filter(({ status }) => status !== "unchanged")
    .map(({ status, moved, labelBefore, labelAfter, segments }) => {
      const words = segments.map(({ op, text }) => (op === "=" ? text : `{${op}${text}${op}}`)).join("");
      return `${status}${moved && status !== "moved" ? " moved" : ""} [${labelBefore}→${labelAfter}] ${words}`;
    });
  expect(found).toEqual(expected);

  const compared = { base: doc, current: current!, redline: changes };
  const written = exportDocx({
    ...compared,
    mode: "tracked",
    author: "D",
    date: "2030-01-01",
    template,
    source: bytes,
  });
  if (!written.ok) throw new Error(written.error.code);
  expect(written.messages).toEqual([]);
  expect(mainPart(written.value)).toBe(mainPart(bytes));
});

function mainPart(bytes: Uint8Array): string {
  const file = readDocx(bytes);
  if (!file.ok) throw new Error(file.error.code);
  return file.value.parts.get(file.value.main)!.document.source;
}
