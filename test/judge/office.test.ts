/** The judge itself, on a file that another library wrote: it must see what is there before we believe it. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DeletedTextRun, Document, InsertedTextRun, Packer, Paragraph, TextRun } from "docx";
import { expect, test } from "vitest";
import { judge, texts } from "./office";

test("the judge sees insertions and deletions, their authors, and both texts", async () => {
  const folder = mkdtempSync(join(tmpdir(), "resdraft-judge-"));
  try {
    const change = { author: "Élise", date: "2030-01-02T03:04:05Z" };
    const marked = new Paragraph({
      children: [
        new TextRun("considérant "),
        new DeletedTextRun({ id: 1, text: "la clause", ...change }),
        new InsertedTextRun({ id: 2, text: "l'article", ...change }),
        new TextRun(" 5"),
      ],
    });
    const path = join(folder, "marked.docx");
    writeFileSync(path, await Packer.toBuffer(new Document({ sections: [{ children: [marked] }] })));
    const [verdict] = await judge([path]);
    expect(texts(verdict?.accepted ?? [])).toEqual(["considérant l'article 5"]);
    expect(texts(verdict?.rejected ?? [])).toEqual(["considérant la clause 5"]);
    expect(verdict?.changes).toEqual([
      { type: "Delete", author: "Élise", date: "2030-01-02T03:04:05", text: "la clause" },
      { type: "Insert", author: "Élise", date: "2030-01-02T03:04:05", text: "l'article" },
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("a file that is no document is an error with its name", async () => {
  const path = join(mkdtempSync(join(tmpdir(), "resdraft-judge-")), "broken.docx");
  writeFileSync(path, Buffer.from("PK\u0003\u0004 and nothing more"));
  await expect(judge([path])).rejects.toThrow(/broken\.docx: /);
});
