/**
 * The thread of the long run: spoils and reads inputs one after another and writes into shared memory which one it
 * is at, so that the runner can tell a hang, a death and the input that caused it.
 */
import { parentPort, workerData } from "node:worker_threads";
import { Random } from "./random";
import { inputOf, readers } from "./readers";

export interface Order {
  reader: string;
  seed: number;
  from: number;
  to: number;
  /** Number of the input at work, and those taken so far. */
  progress: SharedArrayBuffer;
}

const { reader: name, seed, from, to, progress } = workerData as Order;
const shared = new Int32Array(progress);
const reader = readers.find((each) => each.name === name);
if (!reader) throw new Error(`There is no reader ${name}.`);
const inputs = reader.inputs();

for (let at = from; at < to; at++) {
  const bytes = inputOf(reader, inputs, new Random(seed + at));
  Atomics.store(shared, 0, at);
  // Whoever watches takes a change of this number for a sign of life.
  Atomics.add(shared, 1, 1);
  try {
    if (reader.read(bytes)) Atomics.add(shared, 2, 1);
  } catch (error) {
    parentPort?.postMessage({
      at,
      bytes,
      what: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
}
