/**
 * The long run: a hundred thousand transactions on one text, twice. First as the window edits: after each tenth the
 * redline that followed is compared with the redline of the two texts, and at the end everything is undone. Then the same
 * session with a short way back: what is held after a collection must not grow. The way back itself grows with the work
 * up to the number of steps that an editor keeps; what a step costs is what the first run holds beyond the second.
 */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Node } from "prosemirror-model";
import { Random } from "../fuzz/random";
import { LongSession } from "./long-session";

/** More than anybody goes back in one go; few enough to be full before the second tenth ends. */
const shortWayBack = 100;

/** How far a run has come, after each tenth. */
export interface Tenth {
  transactions: number;
  seconds: number;
  /** Megabytes held after a collection. */
  held: number;
  /** Megabytes of the whole process, as the system counts them. */
  process: number;
}

export type Tell = (tenth: Tenth) => void;

export interface SoakReport {
  tenths: Tenth[];
  /** Steps of undo to the beginning. */
  undone: number;
  faults: string[];
}

/** Lets a session go on for `count` transactions and takes them all back. */
export function soak(base: Node, count: number, seed: number, tell: Tell = () => {}): SoakReport {
  const session = new LongSession(base, new Random(seed));
  const faults: string[] = [];
  const look = () => {
    faults.push(...session.faults().map((fault) => `after ${session.transactions} transactions: ${fault}`));
  };
  const tenths = work(session, count, (tenth) => {
    look();
    tell(tenth);
  });
  const undone = session.undoAll();
  if (!session.state.doc.eq(base)) faults.push("undone to the beginning, the text is not the base");
  look();
  return { tenths, undone, faults };
}

/** The same session with a short way back: what it holds as it goes on. */
export function heldBesideHistory(base: Node, count: number, seed: number, tell: Tell = () => {}): Tenth[] {
  return work(new LongSession(base, new Random(seed), "renumber", shortWayBack), count, tell);
}

function work(session: LongSession, count: number, tell: Tell): Tenth[] {
  return Array.from({ length: 10 }, (_, at) => {
    const begun = performance.now();
    session.workUntil((count * (at + 1)) / 10);
    const seconds = (performance.now() - begun) / 1000;
    // The list of changes is looked at now and then, as in the window.
    session.faults();
    const { transactions } = session;
    const tenth = { transactions, seconds, held: heldMemory(), process: process.memoryUsage.rss() / 2 ** 20 };
    tell(tenth);
    return tenth;
  });
}

function heldMemory(): number {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  // Weak tables let go of what they held only in the next round.
  for (let round = 0; round < 3; round++) collect();
  return process.memoryUsage().heapUsed / 2 ** 20;
}
