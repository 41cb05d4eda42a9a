/** `compare` from outside: two texts in, every kind of file out, and all of them say the same. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { commandLine, expectRefused, revisedText, writeTwoTexts } from "../support/command-line";
import { hasSeeds, seedsFolder } from "../support/real-documents";
import { frenchLines } from "../support/short-texts";

const line = commandLine("compare");
const { at, run } = line;
beforeEach(() => writeTwoTexts(line));
const [base, revised] = [at("base.txt"), at("revised.txt")];

describe("compare", () => {
  const compare = (out: string, ...more: string[]) =>
    run("compare", base, revised, "-o", out, "--author", "Awa Ndiaye", "--date", "2026-01-02T03:04:05Z", ...more);

  test("writes JSON", () => {
    expect(compare("out.json")).toEqual({ status: 0, out: "", error: "" });
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
    expect(compare("out.critic.txt").status).toBe(0);
    const markup = readFileSync(at("out.critic.txt"), "utf8");
    expect(markup).toContain("{++trop ++}");
    const lines = (text: string) => text.split("\n").filter((line) => line !== "");
    expect(lines(markup.replace(/\{--.*?--\}/gs, "").replace(/\{\+\+(.*?)\+\+\}/gs, "$1"))).toEqual(revisedText);
    expect(lines(markup.replace(/\{\+\+.*?\+\+\}/gs, "").replace(/\{--(.*?)--\}/gs, "$1"))).toEqual(frenchLines);
  });

  test("writes a Word file that verify accepts, the same bytes every time", () => {
    expect(compare("out.docx")).toEqual({ status: 0, out: "", error: "" });
    expect(compare("again.docx").status).toBe(0);
    expect(readFileSync(at("out.docx")).equals(readFileSync(at("again.docx")))).toBe(true);
    const verified = run("verify", "out.docx", "--base", base, "--revised", revised);
    expect(verified).toMatchObject({ status: 0, error: "" });
    expect(verified.out).toMatch(/^out\.docx: .*\n$/);
    expectRefused(run("verify", "out.docx", "--base", base, "--revised", base), /^resdraft: out\.docx: .*Accepting/);
    expectRefused(run("verify", "out.docx", "--base", revised, "--revised", revised), /Rejecting/);
  });

  test("reads a tracked Word file as both of its sides", () => {
    compare("tracked.docx");
    compare("out.json");
    expect(run("compare", "tracked.docx", "tracked.docx", "-o", "again.json").status).toBe(0);
    const segments = (name: string) =>
      JSON.parse(readFileSync(at(name), "utf8")).provisions.map((each: { segments: unknown }) => each.segments);
    expect(segments("again.json")).toEqual(segments("out.json"));
  });

  test("writes a draft from which everything else can be exported", () => {
    expect(compare("out.resdraft", "--labels", "bis")).toEqual({ status: 0, out: "", error: "" });
    compare("direct.critic.txt");
    compare("direct.docx");
    expect(run("export", "out.resdraft", "-o", "draft.critic.txt").status).toBe(0);
    expect(readFileSync(at("draft.critic.txt"), "utf8")).toBe(readFileSync(at("direct.critic.txt"), "utf8"));
    expect(run("export", "direct.critic.txt", "-o", "again.critic.txt").status).toBe(0);
    expect(readFileSync(at("again.critic.txt"), "utf8")).toBe(readFileSync(at("direct.critic.txt"), "utf8"));
    expect(run("export", "out.resdraft", "-o", "draft.docx").status).toBe(0);
    expect(readFileSync(at("draft.docx")).equals(readFileSync(at("direct.docx")))).toBe(true);
    const { out } = run("inspect", "out.resdraft", "--json");
    expect(JSON.parse(out).sections[0].items[1].text).toBe("que les liaisons sont lentes;");
  });

  test.each([
    ["clean", () => revised],
    ["base", () => base],
  ])("a draft exported as %s says the one text", (mode, text) => {
    compare("out.resdraft");
    expect(run("export", "out.resdraft", "-o", "out.docx", "--mode", mode).status).toBe(0);
    const verified = run("verify", "out.docx", "--base", text(), "--revised", text());
    expect([verified.status, verified.error]).toEqual([0, ""]);
  });

  test("refuses --mode for what is no Word file", () => {
    compare("out.resdraft");
    expectRefused(run("export", "out.resdraft", "-o", "out.json", "--mode", "clean"), /--mode is for \.docx only/);
  });

  test("meets the golden on the real revision", (context) => {
    if (!hasSeeds) return context.skip("The seed texts are not beside this checkout.");
    const [one, other] = ["base", "revised"].map((name) => join(seedsFolder, `000-res98-${name}.txt`)) as [
      string,
      string,
    ];
    expect(run("compare", one, other, "-o", "golden.docx").status).toBe(0);
    expect(run("verify", "golden.docx", "--base", one, "--revised", other)).toMatchObject({ status: 0, error: "" });
  });
});
