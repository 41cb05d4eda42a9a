import { spawnSync } from "node:child_process";
import {
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Holders, markPlace } from "../../../main/holders";

let folder: string;
let draft: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "resdraft-hold-"));
  draft = join(folder, "Projet.resdraft");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const first = new Holders(() => "Awa Ndiaye");
const second = new Holders(() => "Li Wei");
const mark = (more: object) =>
  writeFileSync(
    markPlace(draft),
    JSON.stringify({
      author: "A",
      computer: hostname(),
      since: new Date().toISOString(),
      program: "p",
      process: process.pid,
      ...more,
    }),
  );

test("the second program learns who has the draft, and the first one does not fear itself", async () => {
  await first.hold(draft);
  expect(await second.other(draft)).toMatchObject({ author: "Awa Ndiaye", computer: hostname() });
  expect(await first.other(draft)).toBeNull();
  await second.hold(draft);
  expect(await first.other(draft)).toBeNull();
  expect(await second.other(draft)).toMatchObject({ author: "Awa Ndiaye" });
});

test("the mark goes when another document is opened, and when the program ends", async () => {
  const next = join(folder, "Autre.resdraft");
  await first.hold(draft);
  await first.hold(next);
  expect(readdirSync(folder)).toEqual([markPlace(next).slice(folder.length + 1)]);
  first.release();
  expect(readdirSync(folder)).toEqual([]);
  await first.hold(null);
});

test("a program that ended without a word holds nothing any more", async () => {
  const { pid } = spawnSync(process.execPath, ["--version"]);
  mark({ process: pid });
  expect(await first.other(draft)).toBeNull();
  mark({ process: pid, computer: "another computer" });
  expect(await first.other(draft)).not.toBeNull();
  mark({ process: pid, computer: "another computer", since: "2020-01-01T00:00:00Z" });
  expect(await first.other(draft)).toBeNull();
});

test.each(["", "null", "[]", '{"author":{}}', "x".repeat(20_000)])(
  "what does not look like a mark is none: %j",
  async (text) => {
    writeFileSync(markPlace(draft), text);
    expect(await first.other(draft)).toBeNull();
  },
);

test("a link in the mark's place is not followed, and a mark of the longest name fits", async () => {
  const victim = join(folder, "victim");
  writeFileSync(victim, "untouched");
  symlinkSync(victim, markPlace(draft));
  await first.hold(draft);
  expect(readFileSync(victim, "utf8")).toBe("untouched");
  expect(lstatSync(markPlace(draft)).isSymbolicLink()).toBe(false);
  const long = join(folder, `${"网".repeat(80)}.resdraft`);
  await first.hold(long);
  expect(existsSync(markPlace(long))).toBe(true);
  await first.hold(join(folder, "gone", "x.resdraft"));
  await first.hold(null);
});
