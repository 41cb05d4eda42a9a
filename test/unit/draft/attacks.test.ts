/** Files made to reach what they must not: prototypes of objects, places outside the archive. */
import { strToU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { baseHash } from "../../../shared/draft/base-hash";
import { readDraft } from "../../../shared/draft/draft-reader";
import { openAny } from "../../../shared/draft/open";
import { repairDraft } from "../../../shared/draft/repair";
import { resolution } from "../../support/resolution-builder";
import { wordPackage } from "../../support/word-package";

const base = resolution("L'Assemblée,\ndécide\n1\tde boire.");
const record = JSON.stringify({
  format: "resdraft",
  version: 1,
  createdAt: "2030-01-01T00:00:00.000Z",
  savedAt: "2030-01-01T00:00:00.000Z",
  language: "fr",
  labelPolicy: "bis",
  author: "A",
  source: null,
  baseHash: baseHash(base),
  base: base.toJSON(),
  current: base.toJSON(),
  attribution: { inserted: [], deleted: [], blocks: {} },
  journal: 0,
});
const archive = (json: string, more: Record<string, Uint8Array> = {}) =>
  zipSync({ "draft.json": strToU8(json), ...more }, { level: 0 });

test("the record itself is sound", () => {
  expect(readDraft(archive(record)).ok).toBe(true);
});

test.each([
  ["at the top", record.replace("{", '{"__proto__":{"polluted":1},')],
  ["as a constructor", record.replace("{", '{"constructor":{"prototype":{"polluted":1}},')],
  ["in attributes", record.replace('"attrs":{', '"attrs":{"__proto__":{"polluted":1},')],
  ["in attribution", record.replace('"blocks":{}', '"blocks":{"__proto__":{"author":"A","date":"","polluted":1}}')],
  ["written with escapes", record.replace("{", '{"\\u005f_proto__":{"polluted":1},')],
])("a prototype %s is refused, and repairing reaches it no more", (_where, json) => {
  expect(json).not.toBe(record);
  expect(readDraft(archive(json)).ok).toBe(false);
  repairDraft(archive(json), null);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect(([] as unknown as Record<string, unknown>).polluted).toBeUndefined();
});

test("names that climb out of an archive are names and nothing else", () => {
  const slipped = archive(record, { "../../../../etc/slipped": strToU8("x"), "C:\\slipped": strToU8("x") });
  const draft = readDraft(slipped);
  expect(draft.messages.map(({ code }) => code)).toEqual(["draft.unknown-part", "draft.unknown-part"]);
  const word = wordPackage("<w:p><w:r><w:t>x</w:t></w:r></w:p>");
  expect(openAny(word, "../../x.docx").ok).toBe(true);
  const climbing = zipSync({ ...unzipSync(word), "../../../../tmp/slipped": strToU8("x") });
  expect(openAny(climbing, "x.docx")).toMatchObject({ ok: false, error: { code: "docx.unsafe-name" } });
});

test("shares of columns are numbers: those of the widest Word table are read again, others are refused", () => {
  const cell = "<w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>";
  const grid = '<w:tblGrid><w:gridCol w:w="14000"/><w:gridCol w:w="48000"/></w:tblGrid>';
  const opened = openAny(wordPackage(`<w:tbl>${grid}<w:tr>${cell}${cell}</w:tr></w:tbl><w:p/>`), "wide.docx");
  if (!opened.ok || !("doc" in opened.value)) throw new Error("not a base");
  const wide = opened.value.doc;
  const text = JSON.stringify(wide.toJSON());
  expect(text).toContain('"columns":[2258,7742]');
  const draft = (doc: string) => {
    const parts = { ...JSON.parse(record), baseHash: baseHash(wide), base: JSON.parse(doc), current: JSON.parse(doc) };
    return readDraft(archive(JSON.stringify(parts))).ok;
  };
  expect(draft(text)).toBe(true);
  for (const columns of ['"ab"', '[1,"2"]', "[1,-2]", "[1,1e9]", "{}"]) {
    expect(draft(text.replace("[2258,7742]", columns)), columns).toBe(false);
  }
});
