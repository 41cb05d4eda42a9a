/**
 * Files made to hurt, each opened by the command line in a process of its own: within two seconds of processor time
 * and 512 MB of memory as the process itself measured them, with one sentence and nothing written. What came of each
 * is written to test/results/hostile-files.tsv.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, unzipSync, type Zippable, zipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { commandLine } from "../support/command-line";
import { wordPackage } from "../support/word-package";

const root = join(__dirname, "../..");
const main = "word/document.xml";
const most = { seconds: 2, megabytes: 512 };
/** The place may follow in brackets. */
const sentence = /^[^\n]{20,300}\.(?: \([\w./]+\))?\n?$/;

/** A Word file with some parts replaced, added, or left out where null. */
function file(parts: Record<string, string | null>, level: 0 | 9 = 9): Uint8Array {
  const files: Zippable = unzipSync(wordPackage("<w:p><w:r><w:t>x</w:t></w:r></w:p>"));
  for (const [name, content] of Object.entries(parts)) {
    if (content === null) delete files[name];
    else files[name] = strToU8(content);
  }
  return zipSync(files, { level });
}

/** The same bytes with one name for another of the same length, in every header of the archive. */
function renamed(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf(from); at >= 0; at = copy.indexOf(from, at + 1)) copy.write(to, at);
  return new Uint8Array(copy);
}

/** An archive whose directory claims another size for what it holds. */
function claiming(bytes: Uint8Array, size: number): Uint8Array {
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf("PK\u0001\u0002"); at >= 0; at = copy.indexOf("PK\u0001\u0002", at + 1)) {
    if (copy.toString("latin1", at + 46, at + 46 + main.length) === main) copy.writeUInt32LE(size, at + 24);
  }
  return new Uint8Array(copy);
}

const types = (content: string) =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${content}</Types>`;
const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join("");
const paragraphs = (count: number) => `<w>${"<w:p/>".repeat(count)}</w>`;
const word = (body: string) => Buffer.from(unzipSync(wordPackage(body))[main]!).toString();

const cases: [what: string, bytes: () => Uint8Array][] = [
  ["a zip bomb", () => file({ [main]: `<w>${" ".repeat(120_000_000)}</w>` })],
  ["a zip bomb beside the text", () => file({ "word/styles.xml": `<w>${" ".repeat(60_000_000)}</w>` })],
  [
    "a bomb of many parts",
    () => file(Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`word/a${i}.xml`, " ".repeat(20_000_000)]))),
  ],
  [
    "thirty thousand parts",
    () => file(Object.fromEntries(Array.from({ length: 30_000 }, (_, i) => [`a${i}.xml`, "<a/>"])), 0),
  ],
  ["a size that is a lie", () => claiming(file({ [main]: `<w>${" ".repeat(30_000_000)}</w>` }), 100)],
  ["a size beyond all memory", () => claiming(file({}), 0xfffffff0)],
  ["entities that grow", () => file({ [main]: `<!DOCTYPE w [<!ENTITY l0 "ha">${laughs}]><w>&l9;</w>` })],
  [
    "an entity from outside",
    () => file({ [main]: '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w>&x;</w>' }),
  ],
  ["a document type from the network", () => file({ [main]: '<!DOCTYPE w SYSTEM "http://example.org/w.dtd"><w/>' })],
  ["nesting 100,000 deep", () => file({ [main]: "<w>".repeat(100_000) })],
  ["tables in tables", () => file({ [main]: word("<w:tbl><w:tr><w:tc>".repeat(5_000)) })],
  ["a part that stands twice", () => renamed(file({ "word/documenu.xml": "<w/>" }), "word/documenu.xml", main)],
  ["a part named ../", () => renamed(file({ "xx/evil.xml": "<w/>" }), "xx/evil.xml", "../evil.xml")],
  ["a part named from the root", () => file({ "/etc/cron.d/evil.xml": "<w/>" })],
  ["a missing main part", () => file({ [main]: null })],
  ["missing content types", () => file({ "[Content_Types].xml": null })],
  ["missing relationships", () => file({ "_rels/.rels": null })],
  [
    "wrong content types",
    () =>
      file({
        "[Content_Types].xml": types(
          '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>',
        ),
      }),
  ],
  ["broken XML", () => file({ [main]: "<w:document><w:body>" })],
  ["ten million paragraphs", () => file({ [main]: paragraphs(10_000_000) })],
  ["three million paragraphs", () => file({ [main]: paragraphs(3_000_000) })],
  ["a hundred thousand paragraphs", () => file({ [main]: word("<w:p/>".repeat(100_000)) })],
  ["an attribute of 30 MB", () => file({ [main]: `<w a="${"x".repeat(31_000_000)}"/>` })],
  ["nothing but the sign of an archive", () => strToU8("PK\u0003\u0004")],
  ["four bytes of text", () => strToU8("text")],
  ["noise", () => Uint8Array.from({ length: 5_000_000 }, (_, i) => (i * 2_654_435_761) >>> 24)],
];

describe("a hostile file is refused within two seconds and 512 MB, with one sentence:", () => {
  const { at, folder, run } = commandLine("hostile");
  const rows = ["file\tsentence\tseconds\tmegabytes"];

  it.each(cases)("%s", { timeout: 120_000 }, (what, bytes) => {
    const name = "hostile.docx";
    writeFileSync(at(name), bytes());
    const before = readdirSync(folder);
    const measure = join(folder, "..", `${folder.split("/").at(-1)}.json`);
    const words = ["-r", join(root, "test/support/peak-memory.cjs"), join(root, "out/cli.js"), "inspect", name];
    const { status, stdout, stderr } = spawnSync(process.execPath, words, {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, MEASURE_FILE: measure, LANG: "C" },
    });
    const { seconds, megabytes } = JSON.parse(readFileSync(measure, "utf8")) as typeof most;
    rows.push(`${what}\t${stderr.trim()}\t${seconds.toFixed(2)}\t${Math.round(megabytes)}`);
    expect(status).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toMatch(sentence);
    expect(readdirSync(folder)).toEqual(before);
    expect(seconds).toBeLessThan(most.seconds);
    expect(megabytes).toBeLessThan(most.megabytes);
  });

  it("no export of one leaves a file behind", () => {
    writeFileSync(at("hostile.docx"), file({ [main]: "<w>".repeat(100_000) }));
    const before = readdirSync(folder);
    expect(run("compare", "hostile.docx", "hostile.docx", "-o", "out.docx").status).toBe(1);
    expect(readdirSync(folder)).toEqual(before);
  });

  afterAll(() => {
    mkdirSync(join(root, "test/results"), { recursive: true });
    writeFileSync(join(root, "test/results/hostile-files.tsv"), `${rows.join("\n")}\n`);
  });
});
