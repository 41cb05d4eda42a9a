/** Tasks in a thread that hangs, dies, runs out of memory or is stopped: the task fails, the next one is done. */
import { Worker as Thread } from "node:worker_threads";
import { strToU8 } from "fflate";
import { expect, test, vi } from "vitest";
import { inPlace, inWorkers, type Watch } from "../../../renderer/session/background";
import type { Task } from "../../../renderer/session/tasks";

/** What the window's Worker looks like, over a thread of Node's. */
class ThreadWorker {
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: ((event: { message: string; preventDefault(): void }) => void) | null = null;
  onmessageerror: (() => void) | null = null;
  private readonly thread: Thread;

  constructor() {
    const program = `
      const { parentPort } = require("node:worker_threads");
      parentPort.on("message", ({ file: { name } }) => {
        if (name === "hang") for (;;) {}
        if (name === "die") throw new Error("died");
        if (name === "swallow") for (const all = []; ; ) all.push(new Array(1000).fill(name + all.length));
        if (name === "parts") for (const part of [0.25, 0.75]) parentPort.postMessage({ part });
        parentPort.postMessage({ ok: true, value: name, messages: [] });
      });`;
    this.thread = new Thread(program, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 32 } });
    this.thread.on("message", (data) => this.onmessage?.({ data }));
    this.thread.on("error", ({ message }) => this.onerror?.({ message, preventDefault: () => {} }));
  }

  postMessage(task: unknown): void {
    this.thread.postMessage(task);
  }

  terminate(): void {
    void this.thread.terminate();
  }
}

const open = (name: string): Task => ({ do: "open", file: { name, bytes: new Uint8Array() } });

function background(watch: Watch = {}) {
  const made: ThreadWorker[] = [];
  const make = () => {
    made.push(new ThreadWorker());
    return made.at(-1) as unknown as Worker;
  };
  return { made, work: inWorkers(make, watch), end: () => made.at(-1)?.terminate() };
}

test("tasks are done one after the other, by the same worker", async () => {
  const { work, made, end } = background();
  const answers = await Promise.all([work.perform(open("one")), work.perform(open("two"))]);
  expect(answers).toMatchObject([{ value: "one" }, { value: "two" }]);
  expect(made).toHaveLength(1);
  end();
});

test("how far a task has come is heard before its answer", async () => {
  const { work, end } = background();
  const heard: number[] = [];
  expect(await work.perform(open("parts"), (part) => heard.push(part))).toMatchObject({ value: "parts" });
  expect(heard).toEqual([0.25, 0.75]);
  await work.perform(open("quiet"), (part) => heard.push(part));
  expect(heard).toHaveLength(2);
  end();
});

test.each([
  ["hang", "window.task-too-long"],
  ["die", "window.task-failed"],
  ["swallow", "window.task-failed"],
])("a file that makes it %s costs its own worker only", async (name, code) => {
  const { work, made, end } = background(name === "hang" ? { limits: { milliseconds: 2000 } } : {});
  const answers = await Promise.all([work.perform(open(name)), work.perform(open("next"))]);
  expect(answers[0]).toMatchObject({ ok: false, error: { code } });
  expect(answers[1]).toMatchObject({ ok: true, value: "next" });
  expect(made).toHaveLength(2);
  end();
});

test("a task under which the process grows too much is ended before the process is", async () => {
  let held = 300;
  const memoryInUse = async () => {
    // The second thread is frugal; what the process held before it is not its fault.
    if (tasks.made.length === 1) held += 200;
    return held;
  };
  const tasks = background({ memoryInUse, limits: { megabytes: 500 } });
  const answers = await Promise.all([tasks.work.perform(open("hang")), tasks.work.perform(open("next"))]);
  expect(answers[0]).toMatchObject({ ok: false, error: { code: "window.task-too-large", values: { detail: "500" } } });
  expect(answers[1]).toMatchObject({ ok: true, value: "next" });
  expect(tasks.made).toHaveLength(2);
  tasks.end();
});

test("the thread that read a long text is let go, and the next one is made while nobody waits", async () => {
  const { work, made, end } = background();
  expect(await work.perform({ do: "open", file: { name: "long", bytes: new Uint8Array(2 ** 20 + 1) } })).toMatchObject({
    value: "long",
  });
  expect(made).toHaveLength(1);
  await vi.waitFor(() => expect(made).toHaveLength(2), { timeout: 10_000 });
  expect(await work.perform(open("next"))).toMatchObject({ value: "next" });
  expect(made).toHaveLength(2);
  end();
});

test("a task that is stopped says so, and stopping nothing does nothing", async () => {
  const { work, end } = background();
  work.stop();
  const answer = work.perform(open("hang"));
  setTimeout(() => work.stop(), 100);
  expect(await answer).toMatchObject({ ok: false, error: { code: "window.task-cancelled" } });
  expect(await work.perform(open("next"))).toMatchObject({ value: "next" });
  end();
});

test("without workers the same task gives the same parts", async () => {
  const answer = await inPlace().perform({
    do: "open",
    file: { name: "x.txt", bytes: strToU8("The Assembly,\nresolves\n1\tto meet.") },
  });
  expect(answer).toMatchObject({ ok: true, value: { isDraft: false, current: null } });
});
