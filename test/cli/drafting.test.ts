/** The command line on what drafters argue about: square brackets, dates, known revisions. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = join(__dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "resdraft-drafting-"));
const at = (name: string) => join(folder, name);
const base = at("base.txt");
const baseText = [
  "RÉSOLUTION 7 (Rév. Port-Serein, 2030)",
  "Relevés de niveau",
  "L'Assemblée mondiale de normalisation des télécommunications (Port-Serein, 2030),",
  "considérant",
  "a)\tque les relevés sont rares;",
  "b)\tque les stations sont anciennes;",
  "c)\tque les crues sont fréquentes,",
  "décide",
  "1\tde tenir un registre;",
  "2\tde le publier.",
];

beforeAll(() => {
  const built = spawnSync(process.execPath, [join(root, "scripts", "build.mjs"), "cli"], { encoding: "utf8" });
  if (built.status !== 0) throw new Error(built.stderr);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function resdraft(...words: string[]) {
  const cli = join(root, "out", "cli.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...words], { cwd: folder, encoding: "utf8" });
  return { code: status, out: stdout, err: stderr };
}

test("brackets lists what is not agreed and what has no partner", () => {
  const text = baseText.map((line) =>
    line.replace("rares", "[rares / trop [bien] rares]").replace("lentes", "lentes]"),
  );
  writeFileSync(base, text.map((line) => line.replace("un registre", "un [registre")).join("\n"));
  const { code, out } = resdraft("brackets", base);
  expect([code, out]).toEqual([
    0,
    "considérant a):\n  rares\n  trop [bien] rares\n  considérant a):\n    bien\nIn brackets: 2, without partner: 1\n",
  ]);
  const { pairs, unpaired } = JSON.parse(resdraft("brackets", base, "--json").out);
  expect(pairs[0].alternatives[0]).toEqual({ text: "rares", holders: "" });
  expect(unpaired).toEqual([{ path: ["décide", "1"], offset: 12, sign: "[" }]);
});

test("revise brings a resolution to another conference, as tracked changes", () => {
  const text = [...baseText, "3\tde citer la Résolution 71 (Rév. Busan, 2014)."];
  writeFileSync(base, text.join("\n").replace("2\tde le publier.", "2\tde le publier;"));
  const { code, out } = resdraft("revise", base, "--at", "Genève, 2034", "--cited", "-o", "d.resdraft");
  expect([code, out.split("\n").length]).toEqual([0, 4]);
  expect(out).toContain("RÉSOLUTION 7 (Rév. Port-Serein, 2030) → RÉSOLUTION 7 (Rév. Genève, 2034)");
  expect(resdraft("export", "d.resdraft", "-o", "d.critic.txt").code).toBe(0);
  const marked = readFileSync(at("d.critic.txt"), "utf8");
  expect(marked).toContain("{--Port-Serein, 2030--}{++Genève, 2034++}");
  expect(marked).toContain("Résolution 71 (Rév. {--Busan, 2014--}{++Bucarest, 2022++})");
  writeFileSync(at("known.txt"), "PP 71 Doha 2026\n");
  expect(
    resdraft("revise", base, "--at", "Genève 2034", "--cited", "--known", "known.txt", "-o", "e.resdraft").out,
  ).toContain("Résolution 71 (Rév. Doha, 2026)");
  expect(resdraft("check", base, "--known", "known.txt").out).toContain("Rév. Doha, 2026");
  expect(resdraft("revise", base, "--at", "soon", "-o", "f.resdraft")).toMatchObject({
    code: 1,
    err: expect.stringMatching(/soon names no conference/),
  });
  writeFileSync(at("known.txt"), "PP 71 Doha 2026\nPP\n");
  expect(resdraft("check", base, "--known", "known.txt")).toMatchObject({
    code: 1,
    err: expect.stringMatching(/line 2 says no revision/),
  });
});
