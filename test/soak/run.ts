/**
 * The long run: a hundred thousand transactions on one text. After each tenth the redline that followed is compared
 * with the redline of the two texts, and what is held after a collection is measured; at the end everything is undone.
 * What is held at the end is set against what was held after two tenths, when every memory is full, and, without the
 * way back, against a draft of the same two texts opened anew.
 */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Node } from "prosemirror-model";
import { createDraftState } from "../../shared/editing/draft-state";
import { Random } from "../fuzz/random";
import { LongSession } from "./long-session";

export interface SoakReport {
  transactions: number;
  /** Megabytes held after each tenth, the way back included. */
  memory: number[];
  /** Megabytes of the whole process then, as the system counts them. */
  process: number[];
  /** Megabytes of the way back at the end. */
  history: number;
  /** What everything but the way back holds more than a draft of the same two texts that was opened just now, as a share. */
  growth: number;
  /** Milliseconds of each tenth. */
  times: number[];
  /** Steps of undo to the beginning. */
  undone: number;
  faults: string[];
}

/** How far a run has come, after each tenth. */
export type SoakProgress = Pick<SoakReport, "transactions" | "faults"> & Record<"seconds" | "held" | "process", number>;

/** Lets a session go on for `count` transactions. */
export function soak(
  base: Node,
  count: number,
  seed: number,
  tell: (progress: SoakProgress) => void = () => {},
): SoakReport {
  const session = new LongSession(base, new Random(seed));
  const memory: number[] = [];
  const whole: number[] = [];
  const times: number[] = [];
  const faults: string[] = [];
  const look = (when: string) => faults.push(...session.faults().map((fault) => `${when}: ${fault}`));
  for (let tenth = 1; tenth <= 10; tenth++) {
    const begun = performance.now();
    session.workUntil((count * tenth) / 10);
    times.push(Math.round(performance.now() - begun));
    look(`after ${session.transactions} transactions`);
    memory.push(heldMemory());
    whole.push(process.memoryUsage.rss() / 2 ** 20);
    const [held, all] = [memory.at(-1)!, whole.at(-1)!];
    tell({ transactions: session.transactions, seconds: times.at(-1)! / 1000, held, process: all, faults });
  }
  const { transactions } = session;
  // Let go of below: what is compared must not be held beside it.
  const end: { state?: LongSession["state"] } = { state: session.state };
  const undone = session.undoAll();
  if (!session.state.doc.eq(base)) faults.push("undone to the beginning, the text is not the base");
  look("after undo");
  session.state = end.state as LongSession["state"];
  delete end.state;
  session.faults();
  const withHistory = heldMemory();
  session.state = withoutHistory(session.state);
  const current = session.state.doc.toJSON();
  const rest = heldMemory();
  const history = withHistory - rest;
  // A text that differs from its base in more places holds more, however it came to be.
  const doc = base.type.schema.nodeFromJSON(current);
  session.state = createDraftState({ base, current: doc, author: "A. Delegate", labelPolicy: "renumber" });
  session.faults();
  const growth = rest / heldMemory() - 1;
  return { transactions, memory, process: whole, history, growth, times, undone, faults };
}

function withoutHistory(state: LongSession["state"]): LongSession["state"] {
  const isHistory = ({ key }: { key?: string }) => key?.startsWith("history$");
  return state.reconfigure({ plugins: state.plugins.filter((plugin) => !isHistory(plugin as { key?: string })) });
}

function heldMemory(): number {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  // Weak tables let go of what they held only in the next round.
  for (let round = 0; round < 3; round++) collect();
  return process.memoryUsage().heapUsed / 2 ** 20;
}
