import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { completeLines, Journal, journalLimit, journalLine } from "../../../main/journal";

let folder: string;
const opened: Journal[] = [];
const openJournal = () => {
  const journal = new Journal(folder);
  opened.push(journal);
  return journal;
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "resdraft-journal-"));
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((journal) => journal.release()));
  rmSync(folder, { recursive: true, force: true });
});

const draft = new Uint8Array([80, 75, 10, 0, 255, 10]);
const started = async (journal: Journal, name = "Résolution 98") => {
  const result = await journal.start(null, name, draft);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};
const linesFile = () => join(folder, readdirSync(folder).find((name) => name.endsWith(".lines")) as string);

describe("a journal", () => {
  test("gives back its draft and its lines after the program is gone", async () => {
    const id = await started(openJournal());
    const journal = openJournal();
    expect(await journal.append(id, ["not of this session"])).toMatchObject({ ok: false });

    const first = openJournal();
    const own = await started(first, "Projet");
    await first.append(own, ["one", "deux – été"]);
    await first.append(own, ["three"]);
    const later = openJournal();
    expect((await later.recoverable()).map(({ name, entries }) => [name, entries]).sort()).toEqual([
      ["Projet", 3],
      ["Résolution 98", 0],
    ]);
    const read = await later.read(own);
    expect(read).toEqual({ ok: true, value: { draft, lines: ["one", "deux – été", "three"] }, messages: [] });
  });

  test("is on the disk when the append is answered", async () => {
    const journal = openJournal();
    const id = await started(journal);
    await journal.append(id, ["one"]);
    expect(readFileSync(linesFile(), "utf8")).toBe(journalLine("one"));
  });

  test("keeps the order of appends that nobody waited for", async () => {
    const journal = openJournal();
    const id = await started(journal);
    const numbers = Array.from({ length: 50 }, (_, i) => String(i));
    await Promise.all(numbers.map((line) => journal.append(id, [line])));
    expect(await journal.read(id)).toMatchObject({ value: { lines: numbers } });
  });

  test("loses only a line that a crash tore", async () => {
    const journal = openJournal();
    const id = await started(journal);
    await journal.append(id, ["one", "two", "three"]);
    const whole = readFileSync(linesFile());
    const ends = [...whole.keys()].filter((at) => whole[at] === 10).map((at) => at + 1);
    for (let size = whole.length; size >= 0; size--) {
      truncateSync(linesFile(), size);
      const read = await openJournal().read(id);
      if (!read.ok) throw new Error(read.error.code);
      const complete = ends.filter((end) => end <= size).length;
      expect(read.value.lines).toEqual(["one", "two", "three"].slice(0, complete));
      const torn = size !== 0 && !ends.includes(size);
      expect(read.messages.map(({ code }) => code)).toEqual(torn ? ["journal.torn"] : []);
    }
  });

  test("stops at a damaged line and never gives what stands behind it", async () => {
    const journal = openJournal();
    const id = await started(journal);
    await journal.append(id, ["one"]);
    appendFileSync(linesFile(), "00000000 forged\n");
    await journal.append(id, ["three"]);
    expect(await journal.read(id)).toMatchObject({ value: { lines: ["one"] }, messages: [{ code: "journal.torn" }] });
  });

  test("is compacted: the draft replaces the lines, the id stays", async () => {
    const journal = openJournal();
    const id = await started(journal);
    await journal.append(id, ["one"]);
    const newer = new Uint8Array([1, 2, 3]);
    expect(await journal.start(id, "Projet 2", newer)).toMatchObject({ ok: true, value: id });
    await journal.append(id, ["two"]);
    expect(await journal.read(id)).toMatchObject({ value: { draft: newer, lines: ["two"] } });
    expect(readdirSync(folder)).toHaveLength(2);
  });

  test("survives a crash between the steps of a compaction", async () => {
    const journal = openJournal();
    const id = await started(journal);
    await journal.append(id, ["one"]);
    const [oldLines, oldDraft] = [linesFile(), linesFile().replace(/lines$/, "draft")];
    const before = { lines: readFileSync(oldLines), draft: readFileSync(oldDraft) };
    await journal.start(id, "Projet", new Uint8Array([9]));
    // The old generation is still there, the new one has no lines yet.
    writeFileSync(oldLines, before.lines);
    writeFileSync(oldDraft, before.draft);
    rmSync(join(folder, `${id}.2.lines`));
    expect(await openJournal().read(id)).toMatchObject({ value: { draft: new Uint8Array([9]), lines: [] } });
    // The new draft was not written: the old generation counts.
    rmSync(join(folder, `${id}.2.draft`));
    expect(await openJournal().read(id)).toMatchObject({ value: { draft, lines: ["one"] } });
  });

  test("stays until it is discarded", async () => {
    const id = await started(openJournal());
    const journal = openJournal();
    await journal.read(id);
    expect(await openJournal().recoverable()).toHaveLength(1);
    await journal.discard(id);
    expect(readdirSync(folder)).toEqual([]);
    expect(await journal.read(id)).toMatchObject({ ok: false, error: { code: "journal.unknown" } });
  });

  test("of a page that went away is offered again", async () => {
    const journal = openJournal();
    await started(journal);
    expect(await journal.recoverable()).toEqual([]);
    await journal.release();
    expect(await journal.recoverable()).toHaveLength(1);
  });

  test("is bounded", async () => {
    const journal = openJournal();
    const id = await started(journal);
    const full = await journal.append(id, ["x".repeat(journalLimit)]);
    expect(full).toMatchObject({ ok: false, error: { code: "journal.full" } });
    expect(await journal.append(id, ["still"])).toMatchObject({ ok: true });
    expect(await journal.read(id)).toMatchObject({ value: { lines: ["still"] } });
  });

  test.each(["../settings", "", "x", "00000000-0000-0000-0000-00000000000g"])("named %j is unknown", async (id) => {
    const journal = openJournal();
    expect(await journal.read(id)).toMatchObject({ ok: false });
    expect(await journal.discard(id)).toMatchObject({ ok: false });
  });

  test("whose folder is damaged hides nothing else", async () => {
    const journal = openJournal();
    await started(journal);
    writeFileSync(join(folder, "11111111-1111-1111-1111-111111111111.1.draft"), "no header");
    writeFileSync(join(folder, "stray"), "");
    expect(await openJournal().recoverable()).toHaveLength(1);
  });
});

test("lines of any text are read as they were written", () => {
  const line = fc.string({ unit: "binary" }).map((text) => JSON.stringify(text));
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      expect(completeLines(lines.map(journalLine).join(""))).toEqual({ lines, torn: false });
    }),
  );
});
