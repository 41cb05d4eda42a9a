/** `inspect` from outside: what a file holds, for people and for other programs. */
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { commandLine, writeTwoTexts } from "../support/command-line";
import { hasSeeds, seedsFolder } from "../support/real-documents";
import { frenchLines } from "../support/short-texts";

const root = join(__dirname, "../..");
const samples = join(root, "resources", "samples");

const line = commandLine("inspect");
const { at, run } = line;
beforeEach(() => writeTwoTexts(line));
const base = at("base.txt");

describe("inspect", () => {
  test("prints the JSON of the structure", () => {
    const { status, out, error } = run("inspect", base, "--json");
    expect([status, error]).toEqual([0, ""]);
    const found = JSON.parse(out);
    expect(found).toMatchObject({
      kind: "resolution",
      language: "fr",
      number: frenchLines[0],
      title: frenchLines[1],
      enacting: frenchLines[2],
      sections: [
        { part: "preamble", call: "considérant" },
        { part: "operative", call: "décide" },
      ],
      messages: [],
    });
    expect(found.sections[0].items.map(({ label }: { label: string }) => label)).toEqual(["a)", "b)", "c)"]);
    expect(Object.keys(found)).toEqual(
      expect.arrayContaining(["frontMatter", "marker", "identifier", "reasons", "footnotes", "tables"]),
    );
  });

  test("prints an outline for people", () => {
    const { out } = run("inspect", base);
    expect(out).toContain("considérant (preamble)\n  a) que les relevés sont rares;");
  });

  test("reads every encoding that texts come in", () => {
    const text = frenchLines.join("\r\n");
    const utf16 = Buffer.from(text, "utf16le");
    const encodings: Record<string, Uint8Array> = {
      "utf-8 with mark": Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)]),
      "utf-16 le": Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]),
      "utf-16 be": Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()]),
      "windows-1252": Buffer.from(text, "latin1"),
    };
    const expected = run("inspect", base).out;
    for (const [name, bytes] of Object.entries(encodings)) {
      writeFileSync(at("encoded.txt"), bytes);
      expect(run("inspect", "encoded.txt").out, name).toBe(expected);
    }
  });

  test("understands the bundled samples without a warning", () => {
    const names = readdirSync(samples);
    expect(names.length).toBeGreaterThan(1);
    for (const name of names) {
      const { status, out, error } = run("inspect", join(samples, name), "--json");
      expect([name, status, error, JSON.parse(out).messages]).toEqual([name, 0, "", []]);
    }
  });

  test("keeps a text without structure as paragraphs", () => {
    writeFileSync(at("notes.txt"), "Bring water.\nCall the office.\n");
    const { status, out } = run("inspect", "notes.txt", "--json");
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ kind: "text", frontMatter: ["Bring water.", "Call the office."] });
  });

  test("opens the seeds", (context) => {
    if (!hasSeeds) return context.skip("The seed texts are not beside this checkout.");
    for (const name of readdirSync(seedsFolder).filter((each) => each.endsWith(".txt") && !each.includes("marked"))) {
      const { status, out } = run("inspect", join(seedsFolder, name), "--json");
      expect([name, status]).toEqual([name, 0]);
      expect(JSON.parse(out).language).toBe("fr");
    }
  });
});
