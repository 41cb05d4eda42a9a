/** The long run in short, on a sample and on a long real resolution; `npm run soak` is the whole of it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Random } from "../fuzz/random";
import { documentFromText } from "../support/read-document";
import { hasSeeds, readSeed } from "../support/real-documents";
import { LongSession } from "./long-session";
import { heldBesideHistory, soak } from "./run";

const sample = readFileSync(join(__dirname, "../../resources/samples/resolution-fr.txt"), "utf8");

test("an hour on a sample: the redline is right on the way, and undone to the beginning the text is the base", {
  timeout: 120_000,
}, () => {
  const { tenths, undone, faults } = soak(documentFromText(sample), 3000, 1);
  expect(faults).toEqual([]);
  expect(tenths.at(-1)!.transactions).toBeGreaterThanOrEqual(3000);
  // More than any editor keeps unless it is told to.
  expect(undone).toBeGreaterThan(120);
});

test("with a short way back it is the same session", { timeout: 120_000 }, () => {
  const told: number[] = [];
  const tenths = heldBesideHistory(documentFromText(sample), 1000, 1, ({ transactions }) => told.push(transactions));
  expect(told).toEqual(tenths.map(({ transactions }) => transactions));
  const { tenths: whole } = soak(documentFromText(sample), 1000, 1);
  expect(told).toEqual(whole.map(({ transactions }) => transactions));
});

test("agreed labels are kept as long", { timeout: 60_000 }, () => {
  const base = documentFromText(sample);
  const session = new LongSession(base, new Random(2), "bis");
  session.workUntil(1500);
  expect(session.faults()).toEqual([]);
  session.undoAll();
  expect(session.state.doc.eq(base)).toBe(true);
});

test("what is wrong would be found", () => {
  const base = documentFromText(sample);
  const session = new LongSession(base, new Random(3));
  session.workUntil(200);
  const { state } = session;
  // A state that was told of another text than it holds.
  session.state = state.reconfigure({ plugins: state.plugins.filter(({ props }) => props !== undefined) });
  Object.assign(session.state, { doc: base });
  expect(session.faults()).not.toEqual([]);
});

describe.runIf(hasSeeds)("on a long real resolution", () => {
  test("the same holds", { timeout: 120_000 }, () => {
    const { undone, faults } = soak(documentFromText(readSeed("003_")), 1500, 4);
    expect(faults).toEqual([]);
    expect(undone).toBeGreaterThan(20);
  });
});
