/** `check` from outside: findings as lines and as JSON, and errors as an exit code. */
import { writeFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { commandLine, expectRefused, revisedText, writeTwoTexts } from "../support/command-line";
import { frenchLines } from "../support/short-texts";

const line = commandLine("check");
const { at, run } = line;
beforeEach(() => writeTwoTexts(line));
const base = at("base.txt");

describe("check", () => {
  const write = (change: (line: string) => string) => {
    writeFileSync(at("checked.txt"), frenchLines.map(change).join("\n"));
    return "checked.txt";
  };

  test("says nothing against a clean text", () => {
    expect(run("check", base)).toEqual({ status: 0, out: "No finding.\n", error: "" });
  });

  test("tells errors by its exit code, warnings by their words alone", () => {
    const gap = run(
      "check",
      write((line) => line.replace(/^c\)/u, "d)")),
    );
    expect(gap.status).toBe(3);
    expect(gap.out).toBe(
      "error: considérant d): d) follows b); c) is due here. (labelSequence)\nerror: 1, warning: 0, suggestion: 0\n",
    );
    const mark = run(
      "check",
      write((line) => line.replace("rares;", "rares")),
    );
    expect(mark.status).toBe(0);
    expect(mark.out).toMatch(/^warning: considérant a\): .*missing\. \(endPunctuation\)/u);
  });

  test("prints JSON for other programs", () => {
    const { status, out } = run(
      "check",
      write((line) => line.replace("registre;", "registre;;")),
      "--json",
    );
    expect(status).toBe(3);
    expect(JSON.parse(out)).toMatchObject({
      language: "fr",
      findings: [{ rule: "doubledPunctuation", strength: "error", path: ["décide", "1"], values: { marks: ";;" } }],
    });
  });

  test("judges a draft against its base", () => {
    const marked = (lines: string[]) => ["NOC\tACP/22A12/1", ...lines, "Motifs:\tParce que."].join("\n");
    writeFileSync(at("old.txt"), marked(frenchLines));
    writeFileSync(at("new.txt"), marked(revisedText));
    expect(run("compare", "old.txt", "new.txt", "-o", "noc.resdraft").status).toBe(0);
    const { status, out } = run("check", "noc.resdraft");
    expect(status).toBe(3);
    expect(out).toContain("NOC means no change");
  });

  test("refuses what it cannot read", () => {
    expectRefused(run("check", "nothing.txt"), /nothing\.txt was not found/);
  });
});
