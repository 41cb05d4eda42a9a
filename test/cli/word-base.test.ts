/**
 * The command line on a base that is a Word file: the export goes into that file, so that whatever did not change,
 * parts and paragraphs, keeps its bytes.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = join(__dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "resdraft-word-base-"));
const at = (name: string) => join(folder, name);

beforeAll(() => {
  const built = spawnSync(process.execPath, [join(root, "scripts", "build.mjs"), "cli"], { encoding: "utf8" });
  if (built.status !== 0) throw new Error(built.stderr);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const resdraft = (...words: string[]) =>
  execFileSync(process.execPath, [join(root, "out/cli.js"), ...words], { cwd: folder, encoding: "utf8" });

const paragraphs = (xml: string): string[] => xml.match(/<w:p[ >].*?<\/w:p>/gs) ?? [];

test("compare and export write into the base's own file", () => {
  // Our own text as a Word file, with a style sheet and a setting that no template has.
  const sample = join(root, "resources/samples/resolution-en.txt");
  resdraft("compare", sample, sample, "-o", "plain.resdraft");
  resdraft("export", "plain.resdraft", "--mode", "clean", "-o", "plain.docx");
  const parts = unzipSync(readFileSync(at("plain.docx")));
  const styles = strFromU8(parts["word/styles.xml"] as Uint8Array).replace(
    "<w:styles",
    "<!-- a house style --><w:styles",
  );
  parts["word/styles.xml"] = strToU8(styles);
  parts["customXml/item1.xml"] = strToU8("<kept/>");
  writeFileSync(at("base.docx"), zipSync(parts));
  const document = strFromU8(parts["word/document.xml"] as Uint8Array);
  const changed = document.replace("satellite", "altered");
  expect(changed).not.toBe(document);
  writeFileSync(at("revised.docx"), zipSync({ ...parts, "word/document.xml": strToU8(changed) }));

  resdraft("compare", "base.docx", "revised.docx", "-o", "marked.docx", "--author", "A");
  resdraft("compare", "base.docx", "revised.docx", "-o", "draft.resdraft", "--author", "A");
  resdraft("export", "draft.resdraft", "-o", "exported.docx");

  for (const name of ["marked.docx", "exported.docx"]) {
    const written = unzipSync(readFileSync(at(name)));
    expect(Object.keys(written).sort()).toEqual(Object.keys(parts).sort());
    for (const part of Object.keys(parts)) {
      if (part !== "word/document.xml") expect(written[part], part).toEqual(parts[part]);
    }
    const before = paragraphs(document);
    const after = paragraphs(strFromU8(written["word/document.xml"] as Uint8Array));
    const others = after.filter((paragraph) => !before.includes(paragraph));
    // The marker line of the proposal, and the one paragraph that changed.
    expect(others.map((paragraph) => paragraph.includes("altered"))).toEqual([false, true]);
    expect(others[0]).toContain(">MOD<");
    resdraft("verify", name, "--base", "base.docx", "--revised", "revised.docx");
  }
});
