import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { strToU8 } from "fflate";
import type { Node } from "prosemirror-model";
import { describe, expect, test } from "vitest";
import { baseHash } from "../../../shared/draft/base-hash";
import { type Draft, draftParts } from "../../../shared/draft/draft";
import { readDraft } from "../../../shared/draft/draft-reader";
import { writeDraft } from "../../../shared/draft/draft-writer";
import { parseForeignJson } from "../../../shared/draft/json-limits";
import { sha256 } from "../../../shared/draft/sha256";
import { deflateEntry } from "../../../shared/opc/zip-entry";
import { writeZip } from "../../../shared/opc/zip-writer";
import { schema } from "../../../shared/schema/schema";
import { processorClock } from "../../support/processor-time";
import { resolution } from "../../support/resolution-builder";

const lines = "L'Assemblée,\nconsidérant\na)\tque l'eau est rare;\nb)\tque le sel[^1] abonde,\ndécide\n1\tde boire.";

function draftOf(base: Node, current: Node, more: Partial<Draft> = {}): Draft {
  return {
    createdAt: "2026-01-02T03:04:05.000Z",
    savedAt: "2026-01-02T04:00:00.000Z",
    language: "fr",
    labelPolicy: "renumber",
    author: "Awa Ndiaye",
    source: { name: "base.txt", bytes: strToU8(lines) },
    baseHash: baseHash(base),
    base,
    current,
    attribution: null,
    journal: [],
    ...more,
  };
}

const base = resolution(lines);
const sample = draftOf(base, resolution(lines.replace("rare", "très rare")), {
  attribution: {
    inserted: [{ from: 3, to: 5, author: "Awa", date: "2026-01-02T03:04:00Z" }],
    deleted: [],
    blocks: { b1: { author: "Awa", date: "" } },
  },
  comments: [
    {
      id: "0",
      author: "Li",
      initials: "",
      date: "2026-01-02T03:04:00Z",
      text: "Since <when>?\nSay.",
      parent: null,
      resolved: false,
      base: null,
      current: { from: { block: "b1", offset: 2 }, to: { block: "b1", offset: 5 } },
      quote: "eau",
    },
  ],
  journal: ['{"step":1}', '{"step":2}'],
});
const record = () => ({
  format: "resdraft",
  version: 1,
  createdAt: sample.createdAt,
  savedAt: sample.savedAt,
  language: "fr",
  labelPolicy: "bis",
  author: "",
  source: null,
  baseHash: sample.baseHash,
  base: base.toJSON(),
  current: base.toJSON(),
  attribution: null as unknown,
});
const archive = (json: unknown) =>
  writeZip([deflateEntry(draftParts.json, strToU8(typeof json === "string" ? json : JSON.stringify(json)))]);
const codeOf = (bytes: Uint8Array) => {
  const read = readDraft(bytes);
  return read.ok ? "read" : read.error.code;
};

function expectSame(read: ReturnType<typeof readDraft>, draft: Draft): void {
  if (!read.ok) throw new Error(read.error.code);
  const { base: readBase, current, ...rest } = read.value;
  const { base: writtenBase, current: writtenCurrent, ...others } = draft;
  expect(readBase.eq(writtenBase)).toBe(true);
  expect(current.eq(writtenCurrent)).toBe(true);
  expect(rest).toEqual(others);
  expect(read.messages).toEqual([]);
}

const anyText = fc.string({ unit: "binary", maxLength: 30 });
const anyDoc = fc
  .array(fc.record({ label: anyText, text: anyText, level: fc.integer({ min: 0, max: 4 }), bold: fc.boolean() }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((blocks) =>
    schema.node(
      "doc",
      { language: "fr" },
      blocks.map(({ label, text, level, bold }, i) =>
        schema.node(
          "item",
          { id: `b${i + 1}`, label, separator: "\t", level },
          text ? [schema.text(text, bold ? [schema.mark("bold")] : [])] : [],
        ),
      ),
    ),
  );
const anyJournal = fc.array(
  anyText.map((line) => JSON.stringify(line)),
  { maxLength: 5 },
);
const anyBy = fc.record({ author: anyText, date: anyText });
const spanIn = (size: number) =>
  fc
    .tuple(fc.nat(size), fc.nat(size), anyBy)
    .map(([one, other, by]) => ({ from: Math.min(one, other), to: Math.max(one, other), ...by }));
const safeKey = anyText.filter((key) => !["__proto__", "constructor", "prototype"].includes(key));
const anyTexts = fc.tuple(anyDoc, anyDoc).chain(([a, b]) =>
  fc.record({
    a: fc.constant(a),
    b: fc.constant(b),
    attribution: fc.option(
      fc.record({
        inserted: fc.array(spanIn(b.content.size), { maxLength: 4 }),
        deleted: fc.array(spanIn(a.content.size), { maxLength: 4 }),
        blocks: fc.dictionary(safeKey, anyBy, { noNullPrototype: true }),
      }),
    ),
  }),
);

describe("a draft", () => {
  test("is read as it was written", () => {
    expectSame(readDraft(writeDraft(sample)), sample);
  });

  test("is read as it was written, whatever it holds", () => {
    fc.assert(
      fc.property(anyTexts, anyJournal, anyText, fc.uint8Array(), ({ a, b, attribution }, journal, author, bytes) => {
        const draft = draftOf(a, b, { journal, attribution, author, source: { name: author, bytes } });
        expectSame(readDraft(writeDraft(draft)), draft);
      }),
      { numRuns: 150 },
    );
  });

  test("without a source is read as it was written", () => {
    const draft = { ...sample, source: null };
    expectSame(readDraft(writeDraft(draft)), draft);
  });

  test("gives the same bytes every time", () => {
    expect(writeDraft(sample)).toEqual(writeDraft({ ...sample, base: schema.nodeFromJSON(base.toJSON()) }));
  });

  test("whose base is not the locked one is never written", () => {
    expect(() => writeDraft({ ...sample, base: sample.current })).toThrow("not the one that was locked");
  });
});

describe("the reader refuses", () => {
  test("a file cut off at any place", () => {
    const bytes = writeDraft(sample);
    for (let percent = 0; percent < 100; percent++) {
      const code = codeOf(bytes.subarray(0, Math.floor((bytes.length * percent) / 100)));
      expect(["draft.empty", "draft.not-a-draft", "draft.damaged"], `${percent} %`).toContain(code);
    }
  });

  test("or reads unchanged every file with one flipped bit", () => {
    const bytes = writeDraft(sample);
    for (let at = 0; at < bytes.length; at++) {
      const flipped = bytes.slice();
      flipped[at] = (flipped[at] as number) ^ (1 << (at % 8));
      const read = readDraft(flipped);
      // A bit of a date says nothing about the draft; what is read must be whole.
      if (read.ok) expectSame(read, sample);
    }
  });

  test.each([
    ["nothing", new Uint8Array(), "draft.empty"],
    ["a text", strToU8("RÉSOLUTION 1"), "draft.not-a-draft"],
    ["another archive", writeZip([deflateEntry("word/document.xml", strToU8("<w/>"))]), "draft.not-a-draft"],
    ["no JSON", archive("{"), "draft.damaged"],
    ["JSON that is no record", archive("[]"), "draft.damaged"],
    ["another format", archive({ ...record(), format: "zip" }), "draft.not-a-draft"],
    ["a later version", archive({ ...record(), version: 999, base: "unreadable" }), "draft.newer-version"],
    ["version 0", archive({ ...record(), version: 0 }), "draft.invalid"],
    ["a version that is no number", archive({ ...record(), version: "1" }), "draft.invalid"],
    ["another base", archive({ ...record(), base: sample.current.toJSON() }), "draft.base-changed"],
    ["another hash", archive({ ...record(), baseHash: "0".repeat(64) }), "draft.base-changed"],
    ["comments that are none", archive({ ...record(), comments: [{ id: 1 }] }), "draft.invalid"],
    ["comments that are no list", archive({ ...record(), comments: { length: 0 } }), "draft.invalid"],
    ["no base", archive({ ...record(), base: undefined }), "draft.invalid"],
    ["an unknown node", archive({ ...record(), current: { type: "script" } }), "draft.invalid"],
    ["a node that is no document", archive({ ...record(), current: { type: "paragraph" } }), "draft.invalid"],
    ["a document that the schema refuses", archive({ ...record(), current: { type: "doc" } }), "draft.invalid"],
    ["an unknown language", archive({ ...record(), language: "xx" }), "draft.invalid"],
    ["an unknown policy", archive({ ...record(), labelPolicy: "none" }), "draft.invalid"],
    ["a time that is none", archive({ ...record(), savedAt: "yesterday" }), "draft.invalid"],
    ["a source that is missing", archive({ ...record(), source: { name: "base.docx" } }), "draft.damaged"],
    ["deep nesting", archive(`{"format":"resdraft","version":1,"x":${"[".repeat(100_000)}`), "draft.damaged"],
  ])("%s", (_what, bytes, code) => {
    expect(codeOf(bytes)).toBe(code);
  });

  test.each([
    ["an object", { x: 1 }],
    ["a huge text", "x".repeat(200_000)],
    ["a list", ["a)"]],
  ])("%s for a label", (_what, label) => {
    const current = { type: "doc", content: [{ type: "item", attrs: { id: "b1", label } }] };
    expect(codeOf(archive({ ...record(), current }))).toBe("draft.invalid");
  });

  test.each([
    ["no record", []],
    ["no spans", { inserted: {}, deleted: [], blocks: {} }],
    ["a span beyond the text", { inserted: [{ from: 0, to: 1e6, author: "", date: "" }], deleted: [], blocks: {} }],
    ["a span turned round", { inserted: [], deleted: [{ from: 3, to: 1, author: "", date: "" }], blocks: {} }],
    ["an author that is no text", { inserted: [], deleted: [], blocks: { b1: { author: {}, date: "" } } }],
  ])("an attribution with %s", (_what, attribution) => {
    expect(codeOf(archive({ ...record(), attribution }))).toBe("draft.invalid");
  });

  test.each([-1, 1.5, 1e9, "1", null])("%s for a level", (level) => {
    const current = { type: "doc", content: [{ type: "item", attrs: { id: "b1", level } }] };
    expect(codeOf(archive({ ...record(), current }))).toBe("draft.invalid");
  });

  test("keys that reach a prototype", () => {
    for (const key of ["__proto__", "constructor", "prototype"]) {
      const text = JSON.stringify(record()).replace('"attribution":null', `"attribution":{"${key}":{"polluted":true}}`);
      expect(codeOf(archive(text))).toBe("draft.damaged");
    }
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test("an absurd size before it inflates anything", () => {
    const entry = deflateEntry(draftParts.json, strToU8(JSON.stringify(record())));
    const spent = processorClock();
    expect(codeOf(writeZip([{ ...entry, size: 4_000_000_000 }]))).toBe("draft.too-large");
    expect(spent()).toBeLessThan(500);
  });
});

describe("the reader", () => {
  test("names what it does not know", () => {
    const entries = [
      deflateEntry(draftParts.json, strToU8(JSON.stringify(record()))),
      deflateEntry("later.bin", new Uint8Array(3)),
    ];
    const read = readDraft(writeZip(entries));
    expect(read.messages).toEqual([{ severity: "warning", code: "draft.unknown-part", values: { part: "later.bin" } }]);
  });

  test("parses JSON as deep as it allows and no deeper", () => {
    expect(parseForeignJson('[["[[[["]]', 2)?.value).toEqual([["[[[["]]);
    expect(parseForeignJson("[[[]]]", 2)).toBeNull();
  });
});

describe("the hash of a base", () => {
  test("does not depend on the order of attributes nor on default values", () => {
    const json = base.toJSON();
    const reordered = JSON.parse(JSON.stringify(json), (_key, value) =>
      value && typeof value === "object" && !Array.isArray(value)
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .filter(([, inner]) => inner !== null && inner !== false),
          )
        : value,
    );
    expect(baseHash(schema.nodeFromJSON(reordered))).toBe(sample.baseHash);
  });

  test("changes with a letter, a label and a mark", () => {
    const hashes = [
      base,
      resolution(lines.replace("rare", "rares")),
      resolution(lines.replace("b)", "c)")),
      schema.nodeFromJSON(JSON.parse(JSON.stringify(base.toJSON()).replace('"level":1', '"level":2'))),
    ].map(baseHash);
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  test("is SHA-256", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(sha256(bytes)).toBe(createHash("sha256").update(bytes).digest("hex"));
      }),
    );
    const million = strToU8("a".repeat(1_000_000));
    expect(sha256(million)).toBe("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  });
});
