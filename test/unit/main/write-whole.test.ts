import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { contentHash, type Disk, realDisk, writeWhole } from "../../../main/write-whole";

let folder: string;
let target: string;
let backup: string;
const oldText = "the agreed text";
const newText = "the edited text".repeat(1000);
const bytes = Buffer.from(newText);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "resdraft-write-"));
  target = join(folder, "draft.resdraft");
  mkdirSync(join(folder, "backups"));
  backup = join(folder, "backups", "draft.resdraft");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const code = (error: string) => Object.assign(new Error(error), { code: error });

/** A disk whose n-th call fails; a write that fails leaves half of its bytes behind. */
function failingDisk(failAt: number, error: string): { disk: Disk; calls: string[] } {
  const calls: string[] = [];
  const fails = (name: string) => calls.push(name) === failAt;
  const guard =
    <Given extends unknown[], Answer>(name: string, real: (...given: Given) => Promise<Answer>) =>
    (...given: Given): Promise<Answer> =>
      fails(name) ? Promise.reject(code(error)) : real(...given);
  const disk: Disk = {
    readFile: guard("readFile", realDisk.readFile),
    realpath: guard("realpath", realDisk.realpath),
    rename: guard("rename", realDisk.rename),
    stat: guard("stat", realDisk.stat),
    unlink: realDisk.unlink,
    open: async (path, flags, mode) => {
      if (fails("open")) throw code(error);
      const file = await realDisk.open(path, flags, mode);
      return {
        writeFile: async (data) => {
          if (!fails("write")) return file.writeFile(data);
          await file.writeFile((data as Uint8Array).subarray(0, 100));
          throw code(error);
        },
        sync: () => (fails("sync") ? Promise.reject(code(error)) : file.sync()),
        close: async () => {
          await file.close();
          if (fails("close")) throw code(error);
        },
      };
    },
  };
  return { disk, calls };
}

describe("a file is replaced", () => {
  test("by new bytes, and the previous content is kept", async () => {
    writeFileSync(target, oldText);
    const written = await writeWhole(target, bytes, { expected: contentHash(Buffer.from(oldText)), backup });
    expect(written).toEqual({ ok: true, value: contentHash(bytes), messages: [] });
    expect(readFileSync(target, "utf8")).toBe(newText);
    expect(readFileSync(backup, "utf8")).toBe(oldText);
    expect(readdirSync(folder).sort()).toEqual(["backups", "draft.resdraft"]);
  });

  test("in the order that a power cut demands: bytes forced before they take the name, the name forced after", async () => {
    writeFileSync(target, oldText);
    const { disk, calls } = failingDisk(0, "");
    await writeWhole(target, bytes, { backup, disk });
    const names = calls.filter((name) => ["write", "sync", "rename"].includes(name));
    // Once for the new file, once for the backup, then both names, then the folder.
    expect(names).toEqual(["write", "sync", "write", "sync", "rename", "rename", "sync"]);
  });

  test("through a symbolic link, which stays one", async () => {
    writeFileSync(target, oldText);
    const link = join(folder, "link.resdraft");
    symlinkSync(target, link);
    await writeWhole(link, bytes);
    expect(readFileSync(target, "utf8")).toBe(newText);
    expect(readFileSync(link, "utf8")).toBe(newText);
  });

  test("and keeps its permissions", async () => {
    writeFileSync(target, oldText, { mode: 0o640 });
    await writeWhole(target, bytes);
    expect(statSync(target).mode & 0o777).toBe(0o640);
  });

  test("or made, with any name in Unicode of the longest kind", async () => {
    const name = `${"é".repeat(123)}.resdraft`;
    expect(Buffer.byteLength(name)).toBe(255);
    const written = await writeWhole(join(folder, name), bytes);
    expect(written.ok).toBe(true);
    expect(readFileSync(join(folder, name), "utf8")).toBe(newText);
  });
});

describe("nothing is written", () => {
  test("over another program's change", async () => {
    writeFileSync(target, "changed elsewhere");
    const written = await writeWhole(target, bytes, { expected: contentHash(Buffer.from(oldText)), backup });
    expect(written).toMatchObject({ ok: false, error: { code: "file.changed-elsewhere" } });
    expect(readFileSync(target, "utf8")).toBe("changed elsewhere");
    expect(readdirSync(folder).sort()).toEqual(["backups", "draft.resdraft"]);
  });

  test.each([
    ["a folder in the file's place", () => mkdirSync(target), "file.not-a-file"],
    ["a folder that is gone", () => rmSync(folder, { recursive: true }), "file.folder-missing"],
  ])("with %s", async (_what, arrange, expected) => {
    arrange();
    expect(await writeWhole(target, bytes)).toMatchObject({ ok: false, error: { code: expected } });
  });

  test("where a file that was read is gone, though its folder is there", async () => {
    const before = { expected: contentHash(Buffer.from(oldText)), backup };
    expect(await writeWhole(target, bytes, before)).toMatchObject({ ok: false, error: { code: "file.gone" } });
    expect(readdirSync(folder)).toEqual(["backups"]);
    rmSync(folder, { recursive: true });
    expect(await writeWhole(target, bytes, before)).toMatchObject({ error: { code: "file.folder-missing" } });
  });

  test("with a name that is too long", async () => {
    const written = await writeWhole(join(folder, "x".repeat(300)), bytes);
    expect(written).toMatchObject({ ok: false, error: { code: "file.name-too-long" } });
  });
});

describe.each(["ENOSPC", "EIO", "EACCES", "EROFS"])("when a system call answers %s", (error) => {
  test("the old or the new file is there in full, whichever call it was", async () => {
    const expected = contentHash(Buffer.from(oldText));
    writeFileSync(target, oldText);
    const { disk, calls } = failingDisk(0, error);
    await writeWhole(target, bytes, { expected, backup, disk });
    expect(calls.length).toBeGreaterThan(12);

    for (let failAt = 1; failAt <= calls.length; failAt++) {
      rmSync(backup, { force: true });
      writeFileSync(target, oldText);
      const written = await writeWhole(target, bytes, { expected, backup, disk: failingDisk(failAt, error).disk });
      const found = readFileSync(target, "utf8");
      const at = `${calls[failAt - 1]}, call ${failAt}`;
      // What it says is true: the old file after a failure, the new one after success, with what went wrong.
      if (written.ok) {
        expect(found, at).toBe(newText);
        expect(written.messages, at).toHaveLength(1);
        expect(["file.no-backup", "file.not-forced"], at).toContain(written.messages[0]?.code);
      } else {
        expect(found, at).toBe(oldText);
        expect(written.error.code, at).toMatch(/^file\.(disk-full|write-failed|read-only)$/);
      }
      expect(
        readdirSync(folder).filter((name) => name.endsWith(".tmp")),
        at,
      ).toEqual([]);
    }
  });
});
