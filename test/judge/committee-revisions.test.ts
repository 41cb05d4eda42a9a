/** LibreOffice accepts and rejects what committees track to our two texts, in their file and in one written anew. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { exportDocx } from "../../shared/docx/export-docx";
import { openBase } from "../../shared/draft/open";
import { redline } from "../../shared/redline/redline";
import { committeeRevisions } from "../support/committee-revisions";
import { judgeForeignBytes, linesOfDocument, linesOfVerdict } from "./lines";

const template = new Uint8Array(readFileSync(new URL("../../resources/templates/itu.docx", import.meta.url)));

test("LibreOffice has both texts of each way to track", { timeout: 300_000 }, async () => {
  const files = new Map<string, Uint8Array>();
  const texts = new Map<string, { accepted: string[]; rejected: string[] }>();
  const blind = new Set<string>();
  for (const { name, bytes, blind: reason } of committeeRevisions) {
    const opened = openBase(bytes, "file.docx");
    if (!opened.ok) throw new Error(opened.error.code);
    const { doc: base, current } = opened.value;
    const compared = { base, current: current!, redline: redline(base, current!) };
    const written = exportDocx({ ...compared, mode: "tracked", author: "D", date: "2030-01-01", template });
    if (!written.ok) throw new Error(written.error.code);
    for (const [where, file] of [["theirs", bytes] as const, ["anew", written.value] as const]) {
      files.set(`${name}, ${where}`, file);
      texts.set(`${name}, ${where}`, { accepted: linesOfDocument(current!), rejected: linesOfDocument(base) });
    }
    if (reason) blind.add(`${name}, theirs`);
  }
  const verdicts = await judgeForeignBytes(files);
  const found = [...texts].flatMap(([name, ours]) => {
    const verdict = verdicts.get(name);
    const theirs = {
      accepted: linesOfVerdict(verdict?.accepted ?? []),
      rejected: linesOfVerdict(verdict?.rejected ?? []),
    };
    // A blind spot that is none any more is told as well.
    const same = JSON.stringify(theirs) === JSON.stringify(ours);
    return same === blind.has(name) ? [{ name, ours, theirs }] : [];
  });
  expect(found).toEqual([]);
});
