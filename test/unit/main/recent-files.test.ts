/** The files last used: newest first, each once, a few of them, kept from one start to the next; paths stay behind ids. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { RecentFiles } from "../../../main/recent-files";

let folder: string;
const place = () => join(folder, "recent.json");

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "resdraft-recent-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (minute: number) => new Date(Date.UTC(2030, 0, 1, 9, minute));
const kept = () => JSON.parse(readFileSync(place(), "utf8")) as { path: string }[];

test("the last used comes first, each once, and eight are kept", async () => {
  const recent = new RecentFiles(place);
  for (let index = 0; index < 10; index++) void recent.add(join(folder, `draft ${index}.resdraft`), at(index));
  const written = recent.add(join(folder, "draft 5.resdraft"), at(20));
  const names = recent.list().map(({ name }) => name);
  expect(names).toEqual([5, 9, 8, 7, 6, 4, 3, 2].map((index) => `draft ${index}.resdraft`));
  await written;
  expect(new RecentFiles(place).list().map(({ name }) => name)).toEqual(names);
});

test("what the window gets names no path, and an id of an earlier list is worth nothing", async () => {
  const recent = new RecentFiles(place);
  const path = join(folder, "مسودة.resdraft");
  await recent.add(path, at(1));
  const [file] = recent.list();
  expect(JSON.stringify(file)).not.toContain(folder);
  expect(recent.pathOf(file!.id)).toBe(path);
  recent.list();
  expect(recent.pathOf(file!.id)).toBeNull();
  expect(recent.pathOf(path)).toBeNull();
});

test("forgetting empties the list and its file, and leaves the files", async () => {
  const recent = new RecentFiles(place);
  const path = join(folder, "draft.resdraft");
  writeFileSync(path, "");
  void recent.add(path);
  await recent.clear();
  expect(recent.list()).toEqual([]);
  expect(kept()).toEqual([]);
  expect(existsSync(path)).toBe(true);
});

test.each([
  "",
  "{}",
  "[1, null]",
  '[{"path": "relative.txt", "usedAt": "2030-01-01"}]',
  '[{"path": "/a", "usedAt": "never"}]',
  '[{"__proto__": {"path": "/a"}}]',
])("a list that says %s counts for nothing", (content) => {
  writeFileSync(place(), content);
  expect(new RecentFiles(place).list()).toEqual([]);
});
