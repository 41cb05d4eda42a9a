/**
 * Long work off the window's thread. A worker does one task at a time; one that hangs, dies or is cancelled is
 * ended with all it holds, and the next task gets a fresh one. Whatever a file does, the window stays alive.
 */
import { failure } from "../../shared/result";
import type { Tell } from "./progress";
import type { Answer, Task } from "./tasks";

/** Does tasks somewhere; `stop` ends the one that is being done, which then answers that it was cancelled. */
export interface Background {
  /** `tell` hears how far the task has come, between 0 and 1. */
  perform(task: Task, tell?: Tell): Promise<Answer>;
  stop(): void;
}

/** What the other thread says: how far it has come, and in the end the answer. */
export type Heard = Answer | { part: number };

/** No document of this world takes so long or so much; what does is an attack or a fault of ours. */
const taskLimits = { milliseconds: 180_000, megabytes: 1536 };
const lookMs = 250;
/** From here on, in bytes, what a text leaves behind in its thread is worth giving back. */
const longText = 2 ** 20;
const restMs = 2000;

export interface Watch {
  /** Megabytes that the process holds. A thread that runs out of memory takes its whole process with it. */
  memoryInUse?: () => Promise<number>;
  limits?: Partial<typeof taskLimits>;
}

/** Does every task on the page's own thread, for a page without workers. */
export function inPlace(): Background {
  return { perform: async (task, tell) => (await import("./tasks")).perform(task, tell), stop: () => {} };
}

/** Does tasks in workers; the first is made ready before it is needed. */
export function inWorkers(
  makeWorker: () => Worker,
  { memoryInUse, limits }: Watch = {},
  first: Worker | null = makeWorker(),
): Background {
  const { milliseconds, megabytes } = { ...taskLimits, ...limits };
  let ready = first;
  let end: ((code: string, detail?: string) => void) | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  /** A thread keeps the memory that a long text took; a fresh one is made once the window has drawn that text. */
  function replace(worker: Worker): void {
    worker.terminate();
    ready = null;
    setTimeout(() => {
      ready ??= makeWorker();
    }, restMs);
  }

  function performNow(task: Task, tell: Tell): Promise<Answer> {
    const worker = ready ?? makeWorker();
    ready = worker;
    return new Promise((done) => {
      const finish = (answer: Answer) => {
        clearTimeout(timer);
        unwatch();
        end = null;
        worker.onmessage = worker.onerror = worker.onmessageerror = null;
        done(answer);
      };
      end = (code, detail = "") => {
        worker.terminate();
        // Its successor is made when it is needed: making one at once could fail for the same reason.
        ready = null;
        finish(failure(code, { detail }));
      };
      const timer = setTimeout(() => end?.("window.task-too-long", String(milliseconds / 1000)), milliseconds);
      const unwatch = watchGrowth(memoryInUse, megabytes, () => end?.("window.task-too-large", String(megabytes)));
      worker.onmessage = ({ data }: MessageEvent<Heard>) => {
        if ("part" in data) return tell(data.part);
        finish(data);
        if (bytesIn(task) > longText) replace(worker);
      };
      worker.onerror = (event) => {
        event.preventDefault();
        end?.("window.task-failed", event.message ?? "");
      };
      worker.onmessageerror = () => end?.("window.task-failed", "");
      worker.postMessage(task);
    });
  }

  return {
    perform(task, tell = () => {}) {
      const answer = queue.then(() => performNow(task, tell));
      queue = answer;
      return answer;
    },
    stop: () => end?.("window.task-cancelled"),
  };
}

/** How much a task brings along. */
function bytesIn(task: Task): number {
  return Object.values(task).reduce((sum: number, part: unknown) => {
    const bytes = part instanceof Uint8Array ? part : (part as { bytes?: unknown } | null)?.bytes;
    return sum + (bytes instanceof Uint8Array ? bytes.length : 0);
  }, 0);
}

/** Calls `tell` when the process holds so many megabytes more than now; gives the function that stops looking. */
function watchGrowth(memoryInUse: Watch["memoryInUse"], most: number, tell: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let over = false;
  let least = Number.POSITIVE_INFINITY;
  const look = async (ask: () => Promise<number>) => {
    const held = await ask();
    if (over) return;
    least = Math.min(least, held);
    if (held - least > most) tell();
    else timer = setTimeout(look, lookMs, ask);
  };
  if (memoryInUse) void look(memoryInUse);
  return () => {
    over = true;
    clearTimeout(timer);
  };
}
