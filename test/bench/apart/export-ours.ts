/** Compares two texts of twice-changed paragraphs, writes the tracked Word file and proves it. */
import { readFileSync, writeFileSync } from "node:fs";
import { exportDocx } from "../../../shared/docx/export-docx";
import { redline } from "../../../shared/redline/redline";
import { report } from "../apart";
import { readLong } from "../long-draft";
import { sideOf, twiceChanged } from "../paragraphs";

const [count = "1000", out = ""] = process.argv.slice(2);
const paragraphs = twiceChanged(Number(count));
const base = readLong(sideOf(paragraphs, "-"));
const current = readLong(sideOf(paragraphs, "+"));
const template = new Uint8Array(readFileSync("resources/templates/itu.docx"));
const marks = redline(base, current);

await report(() => {
  const written = exportDocx({
    base,
    current,
    redline: marks,
    mode: "tracked",
    author: "A. Delegate",
    date: "2026-11-22T09:00:00Z",
    template,
  });
  if (!written.ok) throw new Error(written.error.code);
  writeFileSync(out, written.value);
  return { bytes: written.value.length };
});
