/** Writes the same marks with the `docx` library, which proves nothing. */
import { writeFileSync } from "node:fs";
import { DeletedTextRun, Document, InsertedTextRun, Packer, Paragraph, TextRun } from "docx";
import { report } from "../apart";
import { twiceChanged } from "../paragraphs";

const [count = "1000", out = ""] = process.argv.slice(2);
const paragraphs = twiceChanged(Number(count));
const by = { author: "A. Delegate", date: "2026-11-22T09:00:00Z" };

await report(async () => {
  let id = 1;
  const children = paragraphs.map(
    ({ parts }) =>
      new Paragraph({
        children: parts.map(({ op, text }) => {
          if (op === "=") return new TextRun(text);
          return op === "-"
            ? new DeletedTextRun({ text, id: id++, ...by })
            : new InsertedTextRun({ text, id: id++, ...by });
        }),
      }),
  );
  const bytes = await Packer.toBuffer(new Document({ sections: [{ children }] }));
  writeFileSync(out, bytes);
  return { bytes: bytes.length };
});
