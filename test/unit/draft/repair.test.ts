import * as fc from "fast-check";
import { strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import { baseHash } from "../../../shared/draft/base-hash";
import type { Draft } from "../../../shared/draft/draft";
import { readDraft } from "../../../shared/draft/draft-reader";
import { writeDraft } from "../../../shared/draft/draft-writer";
import { repairDraft } from "../../../shared/draft/repair";
import { closeJson } from "../../../shared/draft/salvage";
import { resolution } from "../../support/resolution-builder";

const items = Array.from({ length: 60 }, (_, at) => `${at + 1}\tde mesurer la hauteur ${(at * 7919) % 1000} de l'eau;`);
const text = `L'Assemblée,\nconsidérant\na)\tque l'eau est rare;\ndécide\n${items.join("\n")}`;
const base = resolution(text);
const older = draftOf(text.replace("rare", "assez rare"), "2030-01-01T08:00:00.000Z");
const sound = draftOf(text.replace("rare", "très rare"), "2030-01-01T09:00:00.000Z");
const bytes = writeDraft(sound);
const backup = writeDraft(older);

function draftOf(current: string, savedAt: string): Draft {
  return {
    createdAt: "2030-01-01T07:00:00.000Z",
    savedAt,
    language: "fr",
    labelPolicy: "bis",
    author: "Awa",
    source: { name: "base.txt", bytes: strToU8(text.repeat(3)) },
    baseHash: baseHash(base),
    base,
    current: resolution(current),
    attribution: { inserted: [], deleted: [], blocks: {} },
    journal: ['{"steps":[]}', '{"policy":"bis"}'],
  };
}

function repaired(damaged: Uint8Array, previous: Uint8Array | null = null): { draft: Draft; codes: string[] } {
  expect(readDraft(damaged).ok).toBe(false);
  const result = repairDraft(damaged, previous);
  if (!result.ok) throw new Error(result.error.code);
  return { draft: result.value, codes: result.messages.map(({ code }) => code) };
}

describe("a damaged draft", () => {
  test("whose directory is gone is whole again", () => {
    const { draft, codes } = repaired(bytes.slice(0, bytes.length - 40));
    expect(draft.current.eq(sound.current)).toBe(true);
    expect(draft.source?.bytes).toEqual(sound.source?.bytes);
    expect(draft.journal).toEqual(sound.journal);
    expect(codes).toEqual(["draft.repaired"]);
  });

  test("that breaks off in the current text keeps the text up to there, and says so", () => {
    const json = strToU8(JSON.stringify(sound.base.toJSON())).length;
    expect(json).toBeGreaterThan(2000);
    const found = new Set<string>();
    for (let end = 200; end < bytes.length - 40; end += 23) {
      const result = repairDraft(bytes.slice(0, end), null);
      if (!result.ok) continue;
      const { current } = result.value;
      expect(result.value.base.eq(base)).toBe(true);
      for (const { code } of result.messages) found.add(code);
      if (result.messages.some(({ code }) => code === "draft.lost-end-of-text")) {
        expect(sound.current.textContent.startsWith(current.textContent)).toBe(true);
      }
    }
    expect([...found]).toContain("draft.lost-end-of-text");
    expect([...found]).toContain("draft.lost-source");
  });

  test("that cannot be read at all gives the previous version and its time", () => {
    const result = repairDraft(new Uint8Array(), backup);
    expect(result).toMatchObject({
      ok: true,
      messages: [{ code: "draft.lost-all-from-previous", values: { saved: older.savedAt } }],
    });
    if (result.ok) expect(result.value.current.eq(older.current)).toBe(true);
  });

  test("with nothing to go by is beyond repair", () => {
    expect(repairDraft(new Uint8Array(), null)).toMatchObject({ ok: false, error: { code: "draft.beyond-repair" } });
    expect(repairDraft(strToU8("nothing of the kind"), null).ok).toBe(false);
  });

  test("never gets a base that is not the locked one", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), fc.boolean(), (at, change, hasBackup) => {
        const damaged = bytes.slice();
        damaged[at] = (damaged[at] as number) ^ change;
        const result = repairDraft(damaged, hasBackup ? backup : null);
        if (result.ok) expect(result.value.base.eq(base)).toBe(true);
        else expect(hasBackup).toBe(false);
        // What was repaired can be saved and opened.
        if (result.ok) expect(readDraft(writeDraft(result.value)).ok).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

test.each([
  ['{"a":[1,2,{"b":"x', '{"a":[1,2,{}]}'],
  ['{"a":"x\\"y', "{}"],
  ['{"a":1,"b":tr', '{"a":1}'],
  ["[[1],[2,3", "[[1],[2]]"],
])("JSON that breaks off is closed: %s", (broken, closed) => {
  expect(JSON.parse(closeJson(broken))).toEqual(JSON.parse(closed));
});
