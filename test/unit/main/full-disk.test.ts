/**
 * A disk that is really full: a small file system in memory or in an image, filled to the last block. Mounting one takes
 * root on Linux; elsewhere the failing system calls of `write-whole.test.ts` stand in for it.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Journal } from "../../../main/journal";
import { contentHash, writeWhole } from "../../../main/write-whole";
import { type DiskKind, mountable, SmallDisk } from "../../support/small-disk";

const kilobytes: Record<DiskKind, number> = { memory: 512, image: 1024 };

describe.each(Object.keys(kilobytes) as DiskKind[])("a full disk (%s; skipped where none can be mounted)", (kind) => {
  const disk = mountable.includes(kind) ? new SmallDisk(kilobytes[kind], kind) : null;
  const place = disk?.folder ?? "";
  const test = it.skipIf(!disk);

  afterAll(() => disk?.remove());

  const target = join(place, "Draft.resdraft");
  const old = Buffer.from("the agreed text");
  const fresh = Buffer.from("the edited text".repeat(2000));

  beforeAll(() => {
    if (disk) writeFileSync(target, old);
    disk?.fill();
  });

  test("leaves the old file, whole and alone, and says why", async () => {
    const written = await writeWhole(target, fresh, { expected: contentHash(old) });
    expect(written).toMatchObject({ ok: false, error: { code: "file.disk-full", values: { name: "Draft.resdraft" } } });
    expect(readFileSync(target)).toEqual(old);
    expect(readdirSync(place).sort()).toEqual(["Draft.resdraft", "filler"]);
  });

  test("is over as soon as there is room", async () => {
    disk?.free();
    expect((await writeWhole(target, fresh, { expected: contentHash(old) })).ok).toBe(true);
    expect(readFileSync(target)).toEqual(fresh);
  });

  test("tears no line of a journal, and what was acknowledged stays", async () => {
    disk?.free();
    const folder = join(place, "journal");
    const journal = new Journal(folder);
    const begun = await journal.start(null, "draft", Buffer.from("[]"));
    if (!begun.ok) throw new Error(begun.error.code);
    const line = "x".repeat(3000);
    const kept: string[] = [];
    for (let at = 0; at < 500; at++) {
      const added = await journal.append(begun.value, [`${at} ${line}`]);
      if (added.ok) kept.push(`${at} ${line}`);
      else {
        expect(added.error.code).toBe("file.disk-full");
        break;
      }
    }
    expect(kept.length).toBeGreaterThan(10);
    expect(kept.length).toBeLessThan(500);
    // Compaction does not fit either; it must leave what there is.
    const compacted = await journal.start(begun.value, "draft", Buffer.alloc(200_000, 32));
    expect(compacted).toMatchObject({ ok: false, error: { code: "file.disk-full" } });
    await journal.release();
    const again = new Journal(folder);
    const [left] = await again.recoverable();
    const read = await again.read(left?.id ?? "");
    expect(read).toMatchObject({ ok: true, messages: [], value: { lines: kept } });
    expect(existsSync(folder)).toBe(true);
  });
});
