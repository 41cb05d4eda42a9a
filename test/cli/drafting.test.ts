/** The command line on what drafters argue about: square brackets, dates, known revisions. */
import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { commandLine } from "../support/command-line";
import { frenchLines } from "../support/short-texts";

const { at, run } = commandLine("drafting");
const base = at("base.txt");

test("brackets lists what is not agreed and what has no partner", () => {
  const text = frenchLines.map((line) =>
    line.replace("rares", "[rares / trop [bien] rares]").replace("lentes", "lentes]"),
  );
  writeFileSync(base, text.map((line) => line.replace("un registre", "un [registre")).join("\n"));
  const { status, out } = run("brackets", base);
  expect([status, out]).toEqual([
    0,
    "considérant a):\n  rares\n  trop [bien] rares\n  considérant a):\n    bien\nIn brackets: 2, unpaired: 1\n",
  ]);
  const { pairs, unpaired } = JSON.parse(run("brackets", base, "--json").out);
  expect(pairs[0].alternatives[0]).toEqual({ text: "rares", holders: "" });
  expect(unpaired).toEqual([{ path: ["décide", "1"], offset: 12, sign: "[" }]);
});

test("revise brings a resolution to another conference, as tracked changes", () => {
  const text = [...frenchLines, "3\tde citer la Résolution 71 (Rév. Busan, 2014)."];
  writeFileSync(base, text.join("\n").replace("2\tde le publier.", "2\tde le publier;"));
  const { status, out } = run("revise", base, "--at", "Genève, 2034", "--cited", "-o", "d.resdraft");
  expect([status, out.split("\n").length]).toEqual([0, 4]);
  expect(out).toContain("RÉSOLUTION 7 (Rév. Port-Serein, 2030) → RÉSOLUTION 7 (Rév. Genève, 2034)");
  expect(run("export", "d.resdraft", "-o", "d.critic.txt").status).toBe(0);
  const marked = readFileSync(at("d.critic.txt"), "utf8");
  expect(marked).toContain("{--Port-Serein, 2030--}{++Genève, 2034++}");
  expect(marked).toContain("Résolution 71 (Rév. {--Busan, 2014--}{++Bucarest, 2022++})");
  writeFileSync(at("known.txt"), "PP 71 Doha 2026\n");
  expect(
    run("revise", base, "--at", "Genève 2034", "--cited", "--known", "known.txt", "-o", "e.resdraft").out,
  ).toContain("Résolution 71 (Rév. Doha, 2026)");
  expect(run("check", base, "--known", "known.txt").out).toContain("Rév. Doha, 2026");
  expect(run("revise", base, "--at", "soon", "-o", "f.resdraft")).toMatchObject({
    status: 1,
    error: expect.stringMatching(/soon names no conference/),
  });
  writeFileSync(at("known.txt"), "PP 71 Doha 2026\nPP\n");
  expect(run("check", base, "--known", "known.txt")).toMatchObject({
    status: 1,
    error: expect.stringMatching(/line 2 says no revision/),
  });
});
