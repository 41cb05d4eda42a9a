/**
 * Long work off the window's thread. A worker does one task at a time; one that hangs, dies or is cancelled is
 * ended with all it holds, and the next task gets a fresh one. Whatever a file does, the window stays alive.
 */
import { failure } from "../../shared/result";
import type { Answer, Task } from "./tasks";

/** Does tasks somewhere; `stop` ends the one that is being done, which then answers that it was cancelled. */
export interface Background {
  perform(task: Task): Promise<Answer>;
  stop(): void;
}

/** No document of this world takes so long; what does is an attack or a fault of ours. */
export const longestTask = 180_000;

/** Does every task on the page's own thread, for a page without workers. */
export function inPlace(): Background {
  return { perform: async (task) => (await import("./tasks")).perform(task), stop: () => {} };
}

/** Does tasks in workers, made ready before they are needed. */
export function inWorkers(makeWorker: () => Worker, limit = longestTask): Background {
  let ready: Worker | null = makeWorker();
  let end: ((code: string, detail?: string) => void) | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  function performNow(task: Task): Promise<Answer> {
    const worker = ready ?? makeWorker();
    ready = worker;
    return new Promise((done) => {
      const finish = (answer: Answer) => {
        clearTimeout(timer);
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
      const timer = setTimeout(() => end?.("window.task-too-long", String(limit / 1000)), limit);
      worker.onmessage = ({ data }: MessageEvent<Answer>) => finish(data);
      worker.onerror = (event) => {
        event.preventDefault();
        end?.("window.task-failed", event.message ?? "");
      };
      worker.onmessageerror = () => end?.("window.task-failed", "");
      worker.postMessage(task);
    });
  }

  return {
    perform(task) {
      const answer = queue.then(() => performNow(task));
      queue = answer;
      return answer;
    },
    stop: () => end?.("window.task-cancelled"),
  };
}

/** The window's own worker. */
export function backgroundWorker(): Worker {
  return new Worker(new URL("./background.worker.ts", import.meta.url), { type: "module" });
}
