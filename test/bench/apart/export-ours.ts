/** Takes two texts as the window hands them to its worker, compares them, writes the tracked Word file and proves it. */
import { readFileSync, writeFileSync } from "node:fs";
import { zlibPacker } from "../../../main/zlib-packer";
import { exportInSteps } from "../../../shared/docx/export-docx";
import { withHost } from "../../../shared/opc/packing";
import { redline } from "../../../shared/redline/redline";
import { schema } from "../../../shared/schema/schema";
import { report } from "../apart";

const [before = "", after = "", out = ""] = process.argv.slice(2);
const read = (path: string) => schema.nodeFromJSON(JSON.parse(readFileSync(path, "utf8")));
const [base, current] = [read(before), read(after)];
const template = new Uint8Array(readFileSync("resources/templates/itu.docx"));
const marks = redline(base, current);

await report(async () => {
  const work = exportInSteps({
    base,
    current,
    redline: marks,
    mode: "tracked",
    author: "A. Delegate",
    date: "2026-11-22T09:00:00Z",
    template,
  });
  const written = await withHost(zlibPacker, work);
  if (!written.ok) throw new Error(written.error.code);
  writeFileSync(out, written.value);
  return { bytes: written.value.length };
});
