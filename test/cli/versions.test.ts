/** Two language versions on the command line: aligned by structure, told apart by what they change. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = join(__dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "resdraft-versions-"));
const french = [
  "RÉSOLUTION 7 (Rév. Port-Serein, 2030)",
  "Relevés de niveau",
  "L'Assemblée mondiale de normalisation des télécommunications (Port-Serein, 2030),",
  "considérant",
  "a)\tque les relevés sont rares et qu'ils coûtent cher;",
  "b)\tque les stations sont anciennes,",
  "décide",
  "de tenir un registre.",
].join("\n");
const english = [
  "RESOLUTION 7 (Rev. Clearhaven, 2030)",
  "Water levels",
  "The World Telecommunication Standardization Assembly (Clearhaven, 2030),",
  "considering",
  "a)\tthat readings are rare and that they are expensive;",
  "b)\tthat the stations are of a great age,",
  "resolves",
  "to keep a register.",
].join("\n");

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

test("what one version modifies and the other does not is told", () => {
  const put = (name: string, text: string) => writeFileSync(join(folder, name), text);
  put("fr.txt", french);
  put("fr2.txt", french.replace("sont anciennes", "sont très anciennes"));
  put("en.txt", english);
  resdraft("compare", "fr.txt", "fr2.txt", "-o", "fr.resdraft");
  resdraft("compare", "en.txt", "en.txt", "-o", "en.resdraft");
  expect(resdraft("versions", "fr.resdraft", "en.resdraft")).toEqual({
    code: 0,
    out: "considérant b): modified in French, no change in English\nProvisions that the two versions do not change alike: 1\n",
    err: "",
  });
  const rows = JSON.parse(resdraft("versions", "fr.resdraft", "en.txt", "--json").out);
  expect(rows).toHaveLength(8);
  expect(rows[5]).toEqual({
    agrees: false,
    fr: { path: ["considérant", "b)"], status: "modified" },
    en: { path: ["considering", "b)"], status: "unchanged" },
  });
  expect(resdraft("versions", "fr.resdraft", "fr.txt")).toMatchObject({
    code: 1,
    err: expect.stringMatching(/same language/),
  });
});
