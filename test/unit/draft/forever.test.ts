/**
 * Drafts are for ever: `test/fixtures/drafts` keeps what programs of every version wrote, a resolution and a
 * contribution of several texts with comments, with what must be found in it.
 * `UPDATE_GOLDEN=1` writes a fixture of this program where there is none for its version; none is ever written again.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, unzipSync, zipSync } from "fflate";
import type { Node } from "prosemirror-model";
import { describe, expect, test } from "vitest";
import { replay } from "../../../renderer/session/replay";
import { baseHash } from "../../../shared/draft/base-hash";
import { type Draft, draftVersion } from "../../../shared/draft/draft";
import { readDraft } from "../../../shared/draft/draft-reader";
import { writeDraft } from "../../../shared/draft/draft-writer";
import { migrate } from "../../../shared/draft/migrations/migrate";
import { repairDraft } from "../../../shared/draft/repair";
import { recordAttribution } from "../../../shared/editing/attribution";
import { textsIn } from "../../../shared/editing/base-shelf";
import { proposalsOf } from "../../../shared/editing/proposal-commands";
import { exactRedline, redlineKey } from "../../../shared/editing/redline-plugin";
import { redline } from "../../../shared/redline/redline";
import { blocksOf, contentText } from "../../../shared/schema/blocks";
import { Random } from "../../fuzz/random";
import { LongSession } from "../../soak/long-session";
import { contributionDraft } from "../../support/contribution-draft";
import { documentFromText } from "../../support/read-document";

const folder = join(__dirname, "../../fixtures/drafts");
const sample = join(__dirname, "../../../resources/samples/resolution-fr.txt");

const linesOf = (doc: Node) =>
  blocksOf(doc).map(({ node }) => `${node.type.name} ${node.attrs.label ?? ""}\t${contentText(node)}`);

/** What must be found in a draft, whatever program reads it. */
function findings(draft: Draft) {
  const { doc, replayed } = replay(draft.current, draft.labelPolicy, draft.journal);
  return {
    baseHash: draft.baseHash,
    author: draft.author,
    labelPolicy: draft.labelPolicy,
    language: draft.language,
    source: draft.source && { name: draft.source.name, size: draft.source.bytes.length },
    authors: [...new Set(draft.attribution?.inserted.map(({ author }) => author))],
    proposals: draft.proposals?.map(({ source, current }) => ({ source, lines: linesOf(current) })) ?? [],
    counts: redline(draft.base, doc).counts,
    replayed,
    base: linesOf(draft.base),
    current: linesOf(doc),
    ...(draft.comments
      ? {
          comments: draft.comments,
          texts: textsIn(draft.base).map(({ notes, proposal }) => `${proposal.attrs.baseId} ${notes.length}`),
          proposed: proposalsOf(doc).map(
            ({ node: { attrs } }) => `${attrs.marker} ${attrs.identifier} ${attrs.baseId}`,
          ),
        }
      : {}),
  };
}

/** A draft with everything in it that this version knows. */
function fullDraft(): Draft {
  const text = readFileSync(sample, "utf8");
  const base = documentFromText(text);
  const session = new LongSession(base, new Random(1));
  session.workUntil(600);
  const { state } = session;
  const other = new LongSession(base, new Random(2));
  other.workUntil(200);
  const time = "2030-01-01T09:30:00.000Z";
  const steps = [state.tr.insertText("suite ", blocksOf(state.doc)[3]!.pos + 1).steps[0]!.toJSON()];
  return {
    createdAt: "2030-01-01T09:00:00.000Z",
    savedAt: time,
    language: "fr",
    labelPolicy: "renumber",
    author: "Awa Ndiaye",
    source: { name: "base.txt", bytes: strToU8(text) },
    baseHash: baseHash(base),
    base,
    current: state.doc,
    attribution: recordAttribution(redlineKey.getState(state)!.attribution, exactRedline(state)!),
    proposals: [{ source: "AFR/1", current: other.state.doc }],
    journal: [JSON.stringify({ steps }), JSON.stringify({ policy: "bis" })],
  };
}

const kinds = { full: fullDraft, contribution: () => contributionDraft("fr") };

for (const [kind, made] of Object.entries(kinds)) {
  const fixture = join(folder, `${kind}-version-${draftVersion}.resdraft`);
  if (!process.env.UPDATE_GOLDEN || existsSync(fixture)) continue;
  const draft = made();
  writeFileSync(fixture, writeDraft(draft));
  writeFileSync(fixture.replace(/resdraft$/, "json"), `${JSON.stringify(findings(draft), null, 1)}\n`);
}

const names = readdirSync(folder).filter((name) => /^\w+-version-\d+\.resdraft$/.test(name));

test.each(Object.keys(kinds))("there is a %s draft of every version up to this one", (kind) => {
  expect(names.filter((name) => name.startsWith(`${kind}-`))).toEqual(
    Array.from({ length: draftVersion }, (_, at) => `${kind}-version-${at + 1}.resdraft`),
  );
});

describe.each(names)("%s", (name) => {
  const bytes = new Uint8Array(readFileSync(join(folder, name)));
  const expected: unknown = JSON.parse(readFileSync(join(folder, name.replace(/resdraft$/, "json")), "utf8"));

  test("is read in full, and holds what it held when it was written", () => {
    const read = readDraft(bytes);
    if (!read.ok) throw new Error(read.error.code);
    expect(read.messages).toEqual([]);
    expect(findings(read.value)).toEqual(expected);
    expect(baseHash(read.value.base)).toBe(read.value.baseHash);
  });

  test("is the same after it was saved by this program", () => {
    const read = readDraft(bytes);
    if (!read.ok) throw new Error(read.error.code);
    const again = readDraft(writeDraft(read.value));
    if (!again.ok) throw new Error(again.error.code);
    expect(findings(again.value)).toEqual(expected);
  });

  test("is found in full by a repair when only its directory is gone", () => {
    const repaired = repairDraft(bytes.slice(0, bytes.length - 40), null);
    if (!repaired.ok) throw new Error(repaired.error.code);
    expect(repaired.messages.map(({ code }) => code)).toEqual(["draft.repaired"]);
    expect(findings(repaired.value)).toEqual(expected);
  });
});

describe("a migration", () => {
  const steps = {
    1: ({ policy, ...rest }: Record<string, unknown>) => ({ ...rest, labelPolicy: policy }),
    2: (record: Record<string, unknown>) => ({ ...record, holders: [] }),
  };

  test("goes step by step from any version to the newest", () => {
    expect(migrate({ version: 1, policy: "bis" }, 1, steps, 3)).toEqual({
      version: 3,
      labelPolicy: "bis",
      holders: [],
    });
    expect(migrate({ version: 2, labelPolicy: "bis" }, 2, steps, 3)).toEqual({
      version: 3,
      labelPolicy: "bis",
      holders: [],
    });
    expect(migrate({ version: 3 }, 3, steps, 3)).toEqual({ version: 3 });
  });

  test("leaves what it is given as it was, and stops at a version that nobody wrote", () => {
    const record = { version: 1, policy: "bis" };
    migrate(record, 1, steps, 3);
    expect(record).toEqual({ version: 1, policy: "bis" });
    expect(migrate({ version: 1 }, 1, { 2: steps[2] }, 3)).toBeNull();
  });
});

test("what a later program added to this version is told, because saving leaves it out", () => {
  const parts = unzipSync(writeDraft(fullDraft()));
  const record = JSON.parse(Buffer.from(parts["draft.json"] as Uint8Array).toString()) as object;
  const later = zipSync({ ...parts, "draft.json": strToU8(JSON.stringify({ ...record, votes: [1] })) });
  const read = readDraft(later);
  expect(read.ok).toBe(true);
  expect(read.messages).toMatchObject([{ code: "draft.unknown-part", values: { part: "votes" } }]);
});
