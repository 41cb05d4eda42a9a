/**
 * The command line from outside: a child process, real files, exit codes, and what is left on the disk.
 * One sentence on stderr for every failure, and a file that was there is there still.
 */
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { strFromU8, strToU8 } from "fflate";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { packageLimits } from "../../shared/opc/limits";
import { deflateEntry, inflateEntry } from "../../shared/opc/zip-entry";
import { readZip } from "../../shared/opc/zip-reader";
import { writeZip } from "../../shared/opc/zip-writer";
import { frenchLines } from "../support/short-texts";

const root = join(__dirname, "../..");
const cli = join(root, "out", "cli.js");
const seeds = join(root, "..", "shared", "seeds");
const samples = join(root, "resources", "samples");

let folder: string;
let base: string;
let revised: string;

const revisedText = frenchLines
  .map((line) => line.replace("rares", "trop rares"))
  .map((line) => line.replace("b)\tque les stations sont anciennes;", "b)\tque les liaisons sont lentes;"));

beforeAll(() => {
  const built = spawnSync(process.execPath, [join(root, "scripts", "build.mjs"), "cli"], { encoding: "utf8" });
  if (built.status !== 0) throw new Error(built.stderr);
}, 60_000);

beforeEach(() => {
  if (folder) rmSync(folder, { recursive: true, force: true });
  folder = mkdtempSync(join(tmpdir(), "resdraft-cli-"));
  base = join(folder, "base.txt");
  revised = join(folder, "revised.txt");
  writeFileSync(base, frenchLines.join("\n"));
  writeFileSync(revised, revisedText.join("\r\n"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Outcome {
  code: number | null;
  out: string;
  err: string;
}

function resdraft(...words: string[]): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...words], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: status, out: stdout, err: stderr };
}

/** Fails with one sentence that says what is expected, writes nothing, and prints no result. */
function expectRefused(outcome: Outcome, sentence: RegExp, code = 1): void {
  expect(outcome.err).toMatch(sentence);
  expect(outcome.err.trimEnd().split("\n")).toHaveLength(1);
  expect(outcome.err).toMatch(/^resdraft: .*[.)]\n$/);
  expect(outcome.err).not.toMatch(/\{\{|code |undefined|\bat .*:\d+:\d+/);
  expect(outcome.out).toBe("");
  expect(outcome.code).toBe(code);
}

const at = (name: string) => join(folder, name);

describe("help", () => {
  test("explains every command, and each command itself", () => {
    const { code, out, err } = resdraft("--help");
    expect([code, err]).toEqual([0, ""]);
    for (const name of ["inspect", "compare", "export", "verify"]) {
      expect(out).toContain(`  ${name} `);
      const own = resdraft(name, "--help");
      expect([own.code, own.err]).toEqual([0, ""]);
      expect(own.out).toContain(`Usage: resdraft ${name} `);
    }
    expect(resdraft("--version").out).toMatch(/^\d+\.\d+\.\d+\n$/);
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
  ] as [string[], RegExp][])("%j", (words, sentence) => expectRefused(resdraft(...words), sentence, 2));

  test("of the work, not of the syntax", () => {
    expectRefused(resdraft("compare", base, revised, "-o", "x.pdf"), /x\.pdf must end in/);
    expectRefused(resdraft("compare", base, revised, "-o", "x.json", "--date", "tomorrow"), /tomorrow is not a date/);
    expectRefused(resdraft("export", base, "-o", "x.docx"), /base\.txt is not a draft/);
    expect(readdirSync(folder).sort()).toEqual(["base.txt", "revised.txt"]);
  });
});

describe("inspect", () => {
  test("prints the JSON of the structure", () => {
    const { code, out, err } = resdraft("inspect", base, "--json");
    expect([code, err]).toEqual([0, ""]);
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
    const { out } = resdraft("inspect", base);
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
    const expected = resdraft("inspect", base).out;
    for (const [name, bytes] of Object.entries(encodings)) {
      writeFileSync(at("encoded.txt"), bytes);
      expect(resdraft("inspect", "encoded.txt").out, name).toBe(expected);
    }
  });

  test("understands the bundled samples without a warning", () => {
    const names = readdirSync(samples);
    expect(names.length).toBeGreaterThan(1);
    for (const name of names) {
      const { code, out, err } = resdraft("inspect", join(samples, name), "--json");
      expect([name, code, err, JSON.parse(out).messages]).toEqual([name, 0, "", []]);
    }
  });

  test("keeps a text without structure as paragraphs", () => {
    writeFileSync(at("notes.txt"), "Bring water.\nCall the office.\n");
    const { code, out } = resdraft("inspect", "notes.txt", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ kind: "text", frontMatter: ["Bring water.", "Call the office."] });
  });

  test("opens the seeds", (context) => {
    if (!existsSync(seeds)) return context.skip("The seed texts are not beside this checkout.");
    for (const name of readdirSync(seeds).filter((each) => each.endsWith(".txt") && !each.includes("marked"))) {
      const { code, out } = resdraft("inspect", join(seeds, name), "--json");
      expect([name, code]).toEqual([name, 0]);
      expect(JSON.parse(out).language).toBe("fr");
    }
  });
});

describe("compare", () => {
  const compare = (out: string, ...more: string[]) =>
    resdraft("compare", base, revised, "-o", out, "--author", "Awa Ndiaye", "--date", "2026-01-02T03:04:05Z", ...more);

  test("writes JSON", () => {
    expect(compare("out.json")).toEqual({ code: 0, out: "", err: "" });
    const found = JSON.parse(readFileSync(at("out.json"), "utf8"));
    expect(found).toMatchObject({ language: "fr", marker: "MOD" });
    expect(Object.keys(found.counts).sort()).toEqual(
      ["added", "modified", "moved", "relabelled", "suppressed", "unchanged"].sort(),
    );
    const first = found.provisions.find(({ status }: { status: string }) => status === "modified");
    expect(first).toMatchObject({ path: ["considérant", "a)"], labelBefore: "a)", labelAfter: "a)" });
    expect(first.segments).toContainEqual({ op: "+", text: "trop " });
  });

  test("writes CriticMarkup that gives both texts back", () => {
    expect(compare("out.critic.txt").code).toBe(0);
    const markup = readFileSync(at("out.critic.txt"), "utf8");
    expect(markup).toContain("{++trop ++}");
    const lines = (text: string) => text.split("\n").filter((line) => line !== "");
    expect(lines(markup.replace(/\{--.*?--\}/gs, "").replace(/\{\+\+(.*?)\+\+\}/gs, "$1"))).toEqual(revisedText);
    expect(lines(markup.replace(/\{\+\+.*?\+\+\}/gs, "").replace(/\{--(.*?)--\}/gs, "$1"))).toEqual(frenchLines);
  });

  test("writes a Word file that verify accepts, the same bytes every time", () => {
    expect(compare("out.docx")).toEqual({ code: 0, out: "", err: "" });
    expect(compare("again.docx").code).toBe(0);
    expect(readFileSync(at("out.docx")).equals(readFileSync(at("again.docx")))).toBe(true);
    const verified = resdraft("verify", "out.docx", "--base", base, "--revised", revised);
    expect(verified).toMatchObject({ code: 0, err: "" });
    expect(verified.out).toMatch(/^out\.docx: .*\n$/);
    expectRefused(
      resdraft("verify", "out.docx", "--base", base, "--revised", base),
      /^resdraft: out\.docx: .*Accepting/,
    );
    expectRefused(resdraft("verify", "out.docx", "--base", revised, "--revised", revised), /Rejecting/);
  });

  test("reads a tracked Word file as both of its sides", () => {
    compare("tracked.docx");
    compare("out.json");
    expect(resdraft("compare", "tracked.docx", "tracked.docx", "-o", "again.json").code).toBe(0);
    const segments = (name: string) =>
      JSON.parse(readFileSync(at(name), "utf8")).provisions.map((each: { segments: unknown }) => each.segments);
    expect(segments("again.json")).toEqual(segments("out.json"));
  });

  test("writes a draft from which everything else can be exported", () => {
    expect(compare("out.resdraft", "--labels", "bis")).toEqual({ code: 0, out: "", err: "" });
    compare("direct.critic.txt");
    compare("direct.docx");
    expect(resdraft("export", "out.resdraft", "-o", "draft.critic.txt").code).toBe(0);
    expect(readFileSync(at("draft.critic.txt"), "utf8")).toBe(readFileSync(at("direct.critic.txt"), "utf8"));
    expect(resdraft("export", "out.resdraft", "-o", "draft.docx").code).toBe(0);
    expect(readFileSync(at("draft.docx")).equals(readFileSync(at("direct.docx")))).toBe(true);
    const { out } = resdraft("inspect", "out.resdraft", "--json");
    expect(JSON.parse(out).sections[0].items[1].text).toBe("que les liaisons sont lentes;");
  });

  test.each([
    ["clean", () => revised],
    ["base", () => base],
  ])("a draft exported as %s says the one text", (mode, text) => {
    compare("out.resdraft");
    expect(resdraft("export", "out.resdraft", "-o", "out.docx", "--mode", mode).code).toBe(0);
    const verified = resdraft("verify", "out.docx", "--base", text(), "--revised", text());
    expect([verified.code, verified.err]).toEqual([0, ""]);
  });

  test("refuses --mode for what is no Word file", () => {
    compare("out.resdraft");
    expectRefused(resdraft("export", "out.resdraft", "-o", "out.json", "--mode", "clean"), /--mode is for \.docx only/);
  });

  test("meets the golden on the real revision", (context) => {
    if (!existsSync(seeds)) return context.skip("The seed texts are not beside this checkout.");
    const [one, other] = ["base", "revised"].map((name) => join(seeds, `000-res98-${name}.txt`)) as [string, string];
    expect(resdraft("compare", one, other, "-o", "golden.docx").code).toBe(0);
    expect(resdraft("verify", "golden.docx", "--base", one, "--revised", other)).toMatchObject({ code: 0, err: "" });
  });
});

describe("bad input", () => {
  const draft = () => {
    resdraft("compare", base, revised, "-o", "good.resdraft");
    return readFileSync(at("good.resdraft"));
  };
  const refusal = (name: string, bytes: Uint8Array | string, sentence: RegExp) => {
    writeFileSync(at(name), bytes);
    writeFileSync(at("kept.json"), "kept");
    const before = statSync(at(name)).mtimeMs;
    expectRefused(resdraft("inspect", name), sentence);
    expectRefused(resdraft("compare", name, revised, "-o", "kept.json"), sentence);
    expectRefused(resdraft("compare", base, name, "-o", "kept.json"), sentence);
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
    expectRefused(resdraft("inspect", "huge.txt"), /huge\.txt has 50 MB/);
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
    expectRefused(resdraft("inspect", "missing.txt"), /missing\.txt was not found/);
    expectRefused(resdraft("inspect", "."), /is not a file/);
    if (process.platform !== "win32") expectRefused(resdraft("inspect", "/dev/zero"), /zero is not a file/);
  });
  test("a draft where a text is needed", () => {
    draft();
    expectRefused(resdraft("compare", "good.resdraft", revised, "-o", "x.json"), /good\.resdraft is a draft/);
  });
});

describe("the output", () => {
  test("is never one of the inputs, by whatever name", () => {
    writeFileSync(at("base.json"), readFileSync(base));
    symlinkSync("base.json", at("link.json"));
    expectRefused(resdraft("compare", "base.json", revised, "-o", "base.json"), /also read by this command/);
    expectRefused(resdraft("compare", "base.json", revised, "-o", "link.json"), /also read by this command/);
    expect(readFileSync(at("base.json"), "utf8")).toBe(frenchLines.join("\n"));
  });

  test("in a folder that is not there is refused", () => {
    expectRefused(resdraft("compare", base, revised, "-o", "no/such/out.json"), /The folder of out\.json/);
  });

  test("over a file that may not be written is refused", (context) => {
    if (process.getuid?.() === 0) return context.skip("root may write everything.");
    writeFileSync(at("out.json"), "kept");
    chmodSync(at("out.json"), 0o444);
    expectRefused(resdraft("compare", base, revised, "-o", "out.json"), /may not write out\.json/);
    expect(readFileSync(at("out.json"), "utf8")).toBe("kept");
  });

  test("in the place of a folder is refused", () => {
    mkdirSync(at("out.json"));
    expectRefused(resdraft("compare", base, revised, "-o", "out.json"), /out\.json is not a file/);
  });

  test("may have any name", () => {
    const name = "Résolution 7 – 决议 قرار.json";
    expect(resdraft("compare", base, revised, "-o", name)).toEqual({ code: 0, out: "", err: "" });
    expect(readdirSync(folder).map((each) => basename(each))).toContain(name);
  });
});

describe("check", () => {
  const write = (change: (line: string) => string) => {
    writeFileSync(at("checked.txt"), frenchLines.map(change).join("\n"));
    return "checked.txt";
  };

  test("says nothing against a clean text", () => {
    expect(resdraft("check", base)).toEqual({ code: 0, out: "No finding.\n", err: "" });
  });

  test("tells errors by its exit code, warnings by their words alone", () => {
    const gap = resdraft(
      "check",
      write((line) => line.replace(/^c\)/u, "d)")),
    );
    expect(gap.code).toBe(3);
    expect(gap.out).toBe(
      "error: considérant d): d) follows b); c) is due here. (labelSequence)\nerror: 1, warning: 0, suggestion: 0\n",
    );
    const mark = resdraft(
      "check",
      write((line) => line.replace("rares;", "rares")),
    );
    expect(mark.code).toBe(0);
    expect(mark.out).toMatch(/^warning: considérant a\): .*missing\. \(endPunctuation\)/u);
  });

  test("prints JSON for other programs", () => {
    const { code, out } = resdraft(
      "check",
      write((line) => line.replace("registre;", "registre;;")),
      "--json",
    );
    expect(code).toBe(3);
    expect(JSON.parse(out)).toMatchObject({
      language: "fr",
      findings: [{ rule: "doubledPunctuation", strength: "error", path: ["décide", "1"], values: { marks: ";;" } }],
    });
  });

  test("judges a draft against its base", () => {
    const marked = (lines: string[]) => ["NOC\tACP/22A12/1", ...lines, "Motifs:\tParce que."].join("\n");
    writeFileSync(at("old.txt"), marked(frenchLines));
    writeFileSync(at("new.txt"), marked(revisedText));
    expect(resdraft("compare", "old.txt", "new.txt", "-o", "noc.resdraft").code).toBe(0);
    const { code, out } = resdraft("check", "noc.resdraft");
    expect(code).toBe(3);
    expect(out).toContain("NOC means no change");
  });

  test("refuses what it cannot read", () => {
    expectRefused(resdraft("check", "nothing.txt"), /nothing\.txt was not found/);
  });
});
