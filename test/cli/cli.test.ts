/**
 * The command line from outside: a child process, real files, exit codes, and what is left on the disk.
 * One sentence on stderr for every failure, and a file that was there is there still.
 */
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { strFromU8, strToU8 } from "fflate";
import { beforeEach, describe, expect, test } from "vitest";
import { packageLimits } from "../../shared/opc/limits";
import { deflateEntry, inflateEntry } from "../../shared/opc/zip-entry";
import { readZip } from "../../shared/opc/zip-reader";
import { writeZip } from "../../shared/opc/zip-writer";
import { commandLine, expectRefused, writeTwoTexts } from "../support/command-line";
import { frenchLines } from "../support/short-texts";

const line = commandLine("cli");
const { at, run, folder } = line;
beforeEach(() => writeTwoTexts(line));
const [base, revised] = [at("base.txt"), at("revised.txt")];

describe("help", () => {
  test("explains every command, and each command itself", () => {
    const { status, out, error } = run("--help");
    expect([status, error]).toEqual([0, ""]);
    for (const name of ["inspect", "compare", "export", "verify"]) {
      expect(out).toContain(`  ${name} `);
      const own = run(name, "--help");
      expect([own.status, own.error]).toEqual([0, ""]);
      expect(own.out).toContain(`Usage: resdraft ${name} `);
    }
    expect(run("--version").out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe("words that are not understood", () => {
  test.each([
    [[], /Name a command/],
    [["draw"], /no command draw/],
    [["inspect"], /takes FILE/],
    [["inspect", "a", "b"], /takes FILE/],
    [["inspect", "a", "--jsn"], /no option --jsn/],
    [["compare", "a", "b"], /needs the option --out/],
    [["compare", "a", "b", "-o"], /option -o/],
    [["compare", "a", "b", "-o", "x.json", "--labels", "none"], /renumber, bis/],
    [["compare", "a", "b", "--json", "-o", "x.json"], /no option --json/],
    [["verify", "a.docx", "--base", "b"], /needs the option --revised/],
    [["export", "a", "-o", "x.docx", "--mode", "pretty"], /tracked, typeset, clean, base/],
  ] as [string[], RegExp][])("%j", (words, sentence) => expectRefused(run(...words), sentence, 2));

  test("of the work, not of the syntax", () => {
    expectRefused(run("compare", base, revised, "-o", "x.pdf"), /x\.pdf must end in/);
    expectRefused(run("compare", base, revised, "-o", "x.json", "--date", "tomorrow"), /tomorrow is not a date/);
    expectRefused(run("export", base, "-o", "x.docx"), /base\.txt is not a draft/);
    expect(readdirSync(folder).sort()).toEqual(["base.txt", "revised.txt"]);
  });
});

describe("bad input", () => {
  const draft = () => {
    run("compare", base, revised, "-o", "good.resdraft");
    return readFileSync(at("good.resdraft"));
  };
  const refusal = (name: string, bytes: Uint8Array | string, sentence: RegExp) => {
    writeFileSync(at(name), bytes);
    writeFileSync(at("kept.json"), "kept");
    const before = statSync(at(name)).mtimeMs;
    expectRefused(run("inspect", name), sentence);
    expectRefused(run("compare", name, revised, "-o", "kept.json"), sentence);
    expectRefused(run("compare", base, name, "-o", "kept.json"), sentence);
    expect(readFileSync(at("kept.json"), "utf8")).toBe("kept");
    expect(statSync(at(name)).mtimeMs).toBe(before);
    expect(readdirSync(folder).filter((each) => each.endsWith(".tmp"))).toEqual([]);
  };

  test("an empty file", () => refusal("empty.txt", "", /empty\.txt/));
  test("white space only", () => refusal("blank.txt", " \n\t\r\n ", /blank\.txt/));
  test("a binary file", () => {
    refusal("picture.txt", Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 37) % 256)), /picture\.txt/);
  });
  test("a text in a code page that nobody names", () => {
    const bytes = Buffer.from([...Array(50).fill([0xd0, 0xe5, 0xf8, 0xe0, 0xe5, 0xf2, 0x20])].flat());
    refusal("cyrillic.txt", bytes, /cyrillic\.txt/);
  });
  test("50 MB of text", () => {
    writeFileSync(at("huge.txt"), Buffer.alloc(50 * 1024 * 1024, "a ligne\n"));
    expectRefused(run("inspect", "huge.txt"), /huge\.txt has 50 MB/);
  });
  test("a truncated draft", () => {
    const bytes = draft();
    refusal("cut.resdraft", bytes.subarray(0, Math.floor(bytes.length / 2)), /cut\.resdraft: .*damaged/);
  });
  test("a draft of an unknown version", () => {
    const archive = readZip(draft(), packageLimits);
    if (!archive.ok) throw new Error(archive.error.code);
    const later = archive.value.map((entry) => {
      const bytes = inflateEntry(entry);
      if (!bytes.ok) throw new Error(bytes.error.code);
      const text = strFromU8(bytes.value).replace('"version":1,', '"version":999,');
      return deflateEntry(entry.name, strToU8(text));
    });
    refusal("later.resdraft", writeZip(later), /later\.resdraft: .*newer Resdraft \(format 999/);
  });
  test("a Word file that is none", () => {
    refusal("cut.docx", Buffer.from("PK\u0003\u0004 and nothing more"), /cut\.docx/);
  });
  test("a file that is not there, a folder, and a device", () => {
    expectRefused(run("inspect", "missing.txt"), /missing\.txt was not found/);
    expectRefused(run("inspect", "."), /is not a file/);
    if (process.platform !== "win32") expectRefused(run("inspect", "/dev/zero"), /zero is not a file/);
  });
  test("a draft where a text is needed", () => {
    draft();
    expectRefused(run("compare", "good.resdraft", revised, "-o", "x.json"), /good\.resdraft is a draft/);
  });
});

describe("the output", () => {
  test("is never one of the inputs, by whatever name", () => {
    writeFileSync(at("base.json"), readFileSync(base));
    symlinkSync("base.json", at("link.json"));
    expectRefused(run("compare", "base.json", revised, "-o", "base.json"), /also read by this command/);
    expectRefused(run("compare", "base.json", revised, "-o", "link.json"), /also read by this command/);
    expect(readFileSync(at("base.json"), "utf8")).toBe(frenchLines.join("\n"));
  });

  test("in a folder that is not there is refused", () => {
    expectRefused(run("compare", base, revised, "-o", "no/such/out.json"), /The folder of out\.json/);
  });

  test("over a file that may not be written is refused", (context) => {
    if (process.getuid?.() === 0) return context.skip("root may write everything.");
    writeFileSync(at("out.json"), "kept");
    chmodSync(at("out.json"), 0o444);
    expectRefused(run("compare", base, revised, "-o", "out.json"), /may not write out\.json/);
    expect(readFileSync(at("out.json"), "utf8")).toBe("kept");
  });

  test("in the place of a folder is refused", () => {
    mkdirSync(at("out.json"));
    expectRefused(run("compare", base, revised, "-o", "out.json"), /out\.json is not a file/);
  });

  test("may have any name", () => {
    const name = "Résolution 7 – 决议 قرار.json";
    expect(run("compare", base, revised, "-o", name)).toEqual({ status: 0, out: "", error: "" });
    expect(readdirSync(folder).map((each) => basename(each))).toContain(name);
  });
});
