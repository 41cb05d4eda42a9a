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
import { wordPackage } from "../support/word-package";

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
    // A resolution is no contribution: no line with a marker is added, and one paragraph changed.
    expect(others.map((paragraph) => paragraph.includes("altered"))).toEqual([true]);
    expect(after.length).toBe(before.length);
    resdraft("verify", name, "--base", "base.docx", "--revised", "revised.docx");
  }
});

const paragraph = (inner: string) => `<w:p>${inner}</w:p>`;
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const head = ["RESOLUTION 7 (Place, 2030)", "Title", "The Council,", "considering"].map((text) => paragraph(run(text)));
const change = 'w:author="B. Reader" w:date="2030-02-03T04:05:00Z"';
const tracked = wordPackage(
  [
    ...head,
    paragraph(
      `${run("that one is ")}<w:del w:id="1" ${change}><w:r><w:delText>old</w:delText></w:r></w:del><w:ins w:id="2" ${change}>${run("new")}</w:ins>${run(".")}`,
    ),
  ].join(""),
);

test("a Word file with tracked changes is read as one says", () => {
  writeFileSync(at("tracked.docx"), tracked);
  expect(resdraft("inspect", "tracked.docx")).toContain("that one is old.");
  expect(resdraft("inspect", "tracked.docx", "--tracked", "accept")).toContain("that one is new.");

  resdraft("export", "tracked.docx", "-o", "proposal.critic.txt");
  expect(readFileSync(at("proposal.critic.txt"), "utf8")).toContain("{--old--}{++new++}");
  resdraft("export", "tracked.docx", "--tracked", "reject", "-o", "one.critic.txt");
  expect(readFileSync(at("one.critic.txt"), "utf8")).not.toContain("{");
  resdraft("export", "tracked.docx", "-o", "again.docx");
  const again = strFromU8(unzipSync(readFileSync(at("again.docx")))["word/document.xml"] as Uint8Array);
  expect(again).toContain('w:author="B. Reader" w:date="2030-02-03T04:05:00Z"');

  writeFileSync(at("text.txt"), "RESOLUTION 7 (Place, 2030)\nTitle\nThe Council,\nconsidering\nthat one is old.\n");
  resdraft("compare", "text.txt", "tracked.docx", "-o", "with-new.critic.txt");
  expect(readFileSync(at("with-new.critic.txt"), "utf8")).toContain("{++new++}");
  resdraft("compare", "text.txt", "tracked.docx", "--revised-tracked", "reject", "-o", "same.critic.txt");
  expect(readFileSync(at("same.critic.txt"), "utf8")).not.toContain("{");
  resdraft("compare", "tracked.docx", "text.txt", "--base-tracked", "accept", "-o", "back.resdraft");
  expect(resdraft("inspect", "back.resdraft")).toContain("that one is old.");
});

test("an export goes into the template that is named, and says which styles it lacks", () => {
  writeFileSync(at("tracked.docx"), tracked);
  const style = '<w:style w:type="paragraph" w:styleId="c7"><w:name w:val="CALL"/></w:style>';
  writeFileSync(at("house.docx"), wordPackage("<w:p/>", { styles: style, settings: '<w:zoom w:percent="90"/>' }));
  const words = [
    join(root, "out/cli.js"),
    "export",
    "tracked.docx",
    "--template",
    "house.docx",
    "-o",
    "house-out.docx",
  ];
  const done = spawnSync(process.execPath, words, { cwd: folder, encoding: "utf8" });
  expect(done.status).toBe(0);
  expect(done.stderr).toContain("The template has no style for: ");
  expect(done.stderr).not.toContain("Call");
  const written = unzipSync(readFileSync(at("house-out.docx")));
  expect(strFromU8(written["word/document.xml"] as Uint8Array)).toContain('<w:pStyle w:val="c7"/>');
  expect(strFromU8(written["word/settings.xml"] as Uint8Array)).toContain('<w:zoom w:percent="90"/>');

  writeFileSync(at("no.dotx"), "no template");
  const refused = spawnSync(process.execPath, [...words.slice(0, 4), "no.dotx", "-o", "none.docx"], {
    cwd: folder,
    encoding: "utf8",
  });
  expect(refused.status).toBe(1);
  expect(refused.stderr).toMatch(/^resdraft: no\.dotx: .+\n$/);
  const misplaced = spawnSync(process.execPath, [...words.slice(0, 5), "-o", "none.json"], {
    cwd: folder,
    encoding: "utf8",
  });
  expect(misplaced.stderr).toContain("--template is for .docx only");
});
