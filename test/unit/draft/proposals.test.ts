/** The draft of a meeting keeps the proposals that it decides on, with the decisions in its text; a sick one is refused. */
import { strFromU8, strToU8 } from "fflate";
import { expect, test } from "vitest";
import { baseHash } from "../../../shared/draft/base-hash";
import { type Draft, draftParts } from "../../../shared/draft/draft";
import { readDraft } from "../../../shared/draft/draft-reader";
import { writeDraft } from "../../../shared/draft/draft-writer";
import { readProposals } from "../../../shared/draft/proposals-guard";
import { repairDraft } from "../../../shared/draft/repair";
import { packageLimits } from "../../../shared/opc/limits";
import { deflateEntry, inflateEntry } from "../../../shared/opc/zip-entry";
import { readZip } from "../../../shared/opc/zip-reader";
import { writeZip } from "../../../shared/opc/zip-writer";
import { resolution } from "../../support/resolution-builder";

const lines = "L'Assemblée,\nconsidérant\na)\tque l'eau est rare";
const base = resolution(lines);
const decisions = JSON.stringify([
  { rows: ["b3"], choice: "take", sources: ["Kenya"], by: "Chair", at: "2030-01-01T00:00:00Z" },
]);
const taken = resolution(lines.replace("rare", "chère"));
const draft: Draft = {
  createdAt: "2030-01-01T00:00:00Z",
  savedAt: "2030-01-01T00:00:00Z",
  language: "fr",
  labelPolicy: "renumber",
  author: "Chair",
  source: null,
  baseHash: baseHash(base),
  base,
  current: taken.type.create({ ...taken.attrs, decisions }, taken.content),
  attribution: null,
  proposals: [
    { source: "Brésil", current: resolution(lines.replace("rare", "pure")) },
    { source: "Kenya", current: taken },
  ],
  comments: [],
  journal: [],
};

test("proposals and decisions are read as they were written", () => {
  const read = readDraft(writeDraft(draft));
  if (!read.ok) throw new Error(read.error.code);
  expect(read.value.current.attrs.decisions).toBe(decisions);
  expect(read.value.proposals?.map(({ source, current }) => [source, current.toJSON()])).toEqual(
    draft.proposals?.map(({ source, current }) => [source, current.toJSON()]),
  );
});

test("an ordinary draft says nothing of proposals", () => {
  const { proposals: _none, ...ordinary } = draft;
  const read = readDraft(writeDraft(ordinary));
  expect(read.ok && "proposals" in read.value).toBe(false);
});

const kenya = { source: "Kenya", current: taken.toJSON() };
test.each([
  ["a list that is none", { source: "Kenya" }],
  ["a proposal without a text", [{ source: "Kenya" }]],
  ["a name that is none", [{ ...kenya, source: 1 }]],
  ["one name twice", [kenya, kenya]],
  ["a text that is none", [{ ...kenya, current: { type: "doc" } }]],
])("%s is refused", (_name, json) => {
  expect(readProposals(json)).toBeNull();
});

test("a draft whose proposals are damaged is repaired, and says what is missing", () => {
  const archive = readZip(writeDraft(draft), packageLimits);
  if (!archive.ok) throw new Error("no archive");
  const entry = archive.value.find(({ name }) => name === draftParts.json);
  const json = entry && inflateEntry(entry);
  if (!json?.ok) throw new Error("no record");
  const record = { ...JSON.parse(strFromU8(json.value)), proposals: [{ source: "Kenya" }] };
  const sick = writeZip([deflateEntry(draftParts.json, strToU8(JSON.stringify(record)))]);
  expect(readDraft(sick)).toMatchObject({ ok: false, error: { code: "draft.invalid" } });
  const repaired = repairDraft(sick, null);
  expect(repaired.ok && repaired.messages.map(({ code }) => code)).toContain("draft.lost-proposals");
});
