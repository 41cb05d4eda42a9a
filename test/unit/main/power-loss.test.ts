/**
 * The power goes at every moment of a save, of an append and of a compaction, and whatever the disk may then hold is
 * looked at: a draft always opens, a save that was acknowledged stands, and no acknowledged line is missing.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { strToU8 } from "fflate";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Journal } from "../../../main/journal";
import { contentHash, writeWhole } from "../../../main/write-whole";
import { baseHash } from "../../../shared/draft/base-hash";
import type { Draft } from "../../../shared/draft/draft";
import { readDraft } from "../../../shared/draft/draft-reader";
import { writeDraft } from "../../../shared/draft/draft-writer";
import { contributionDraft } from "../../support/contribution-draft";
import { CrashingDisk, type CrashState } from "../../support/crashing-disk";
import { resolution } from "../../support/resolution-builder";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "resdraft-power-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const lines = "L'Assemblée,\ndécide\n1\tde boire.";
const base = resolution(lines);

const time = "2030-01-01T00:00:00.000Z";
const plain: Draft = {
  createdAt: time,
  savedAt: time,
  language: "fr",
  labelPolicy: "renumber",
  author: "before",
  source: { name: "base.txt", bytes: strToU8(lines) },
  baseHash: baseHash(base),
  base,
  current: base,
  attribution: null,
  journal: [],
};

/** What the next start of the program finds in such a state: the numbers that a draft and its lines add up to. */
async function recovered(state: CrashState, serial: number): Promise<number[]> {
  const place = join(folder, String(serial));
  mkdirSync(place);
  for (const [path, bytes] of state) writeFileSync(join(place, basename(path)), bytes);
  const journal = new Journal(place);
  const [left] = await journal.recoverable();
  if (!left) return [];
  const read = await journal.read(left.id);
  if (!read.ok) throw new Error(read.error.code);
  return [...JSON.parse(Buffer.from(read.value.draft).toString("utf8")), ...read.value.lines.map(Number)];
}

describe.each([
  ["a resolution", plain],
  ["a contribution of several texts with notes, comments and steps to replay", contributionDraft()],
])("%s", (_name, draft) => {
  const old = Buffer.from(writeDraft(draft));
  const fresh = Buffer.from(writeDraft({ ...draft, author: "after" }));

  test("a save: the old or the new draft opens, and the new one once the save is acknowledged", async () => {
    const target = "/stick/Draft.resdraft";
    const backup = "/user/backups/Draft.resdraft";
    const disk = new CrashingDisk({ [target]: old });
    let seen = 0;
    const look = (mustBe?: Buffer) => {
      for (const state of disk.crashStates()) {
        seen++;
        const found = state.get(target);
        const whole = mustBe ? [mustBe] : [old, fresh];
        expect(whole.some((bytes) => found?.equals(bytes))).toBe(true);
        const kept = state.get(backup);
        expect(kept === undefined || kept.equals(old)).toBe(true);
      }
    };
    disk.onStep = look;
    const written = await writeWhole(target, fresh, { expected: contentHash(old), backup, disk });
    expect(written).toEqual({ ok: true, value: contentHash(fresh), messages: [] });
    look(fresh);
    expect(seen).toBeGreaterThan(40);
    expect([old, fresh].map((bytes) => readDraft(bytes).ok)).toEqual([true, true]);
  });

  test("a first save: no draft yet, or the whole one", async () => {
    const target = "/stick/Draft.resdraft";
    const disk = new CrashingDisk();
    disk.onStep = () => {
      for (const state of disk.crashStates()) {
        const found = state.get(target);
        expect(found === undefined || found.equals(fresh)).toBe(true);
      }
    };
    expect((await writeWhole(target, fresh, { disk })).ok).toBe(true);
    expect(disk.crashStates().every((state) => state.get(target)?.equals(fresh))).toBe(true);
  });

  test("a save and the end of its journal: at every moment the text is in one of them", {
    timeout: 120_000,
  }, async () => {
    const target = "/stick/Draft.resdraft";
    const disk = new CrashingDisk({ [target]: old });
    const journal = new Journal(folder, disk);
    const begun = await journal.start(null, "draft", strToU8("[0]"));
    if (!begun.ok) throw new Error(begun.error.code);
    expect((await journal.append(begun.value, ["1"])).ok).toBe(true);
    const states: CrashState[] = [];
    disk.onStep = () => states.push(...disk.crashStates());
    expect((await writeWhole(target, fresh, { expected: contentHash(old), disk })).ok).toBe(true);
    expect((await journal.discard(begun.value)).ok).toBe(true);
    let fromJournal = 0;
    for (const [serial, state] of states.entries()) {
      if (state.get(target)?.equals(fresh)) continue;
      fromJournal++;
      const kept = new Map([...state].filter(([path]) => path.startsWith(folder)));
      expect(await recovered(kept, serial)).toEqual([0, 1]);
    }
    expect(fromJournal).toBeGreaterThan(5);
    expect(states.length).toBeGreaterThan(fromJournal);
  });
});

test("a disk that forgets to force the bytes is found out", async () => {
  const disk = new CrashingDisk();
  const target = "/stick/Draft.resdraft";
  const file = await disk.open(`${target}.tmp`, "wx");
  await file.writeFile(strToU8("whole"));
  await disk.rename(`${target}.tmp`, target);
  expect(disk.crashStates().some((state) => state.get(target)?.length === 0)).toBe(true);
});

test("a journal: what was acknowledged is there, in order, through appends and a compaction", {
  timeout: 120_000,
}, async () => {
  const disk = new CrashingDisk();
  const states: { state: CrashState; acknowledged: number }[] = [];
  let acknowledged = 0;
  disk.onStep = () => {
    for (const state of disk.crashStates()) states.push({ state, acknowledged });
  };
  const journal = new Journal(folder, disk);
  const begun = await journal.start(null, "draft", strToU8("[]"));
  if (!begun.ok) throw new Error(begun.error.code);
  for (let number = 0; number < 6; number++) {
    if (number === 3) expect((await journal.start(begun.value, "draft", strToU8("[0,1,2]"))).ok).toBe(true);
    expect((await journal.append(begun.value, [String(number)])).ok).toBe(true);
    acknowledged = number + 1;
    disk.onStep();
  }
  expect(states.length).toBeGreaterThan(100);
  for (const [serial, { state, acknowledged: least }] of states.entries()) {
    const found = await recovered(state, serial);
    expect(found).toEqual(found.map((_, at) => at));
    expect(found.length).toBeGreaterThanOrEqual(least);
  }
});
