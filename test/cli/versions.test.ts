/** Two language versions on the command line: aligned by structure, told apart by what they change. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commandLine } from "../support/command-line";

const { folder, run } = commandLine("versions");
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

test("what one version modifies and the other does not is told", () => {
  const put = (name: string, text: string) => writeFileSync(join(folder, name), text);
  put("fr.txt", french);
  put("fr2.txt", french.replace("sont anciennes", "sont très anciennes"));
  put("en.txt", english);
  run("compare", "fr.txt", "fr2.txt", "-o", "fr.resdraft");
  run("compare", "en.txt", "en.txt", "-o", "en.resdraft");
  expect(run("versions", "fr.resdraft", "en.resdraft")).toEqual({
    status: 0,
    out: "considérant b): modified in French, no change in English\nProvisions that the two versions do not change alike: 1\n",
    error: "",
  });
  const rows = JSON.parse(run("versions", "fr.resdraft", "en.txt", "--json").out);
  expect(rows).toHaveLength(8);
  expect(rows[5]).toEqual({
    agrees: false,
    fr: { path: ["considérant", "b)"], status: "modified" },
    en: { path: ["considering", "b)"], status: "unchanged" },
  });
  expect(run("versions", "fr.resdraft", "fr.txt")).toMatchObject({
    status: 1,
    error: expect.stringMatching(/same language/),
  });
});
