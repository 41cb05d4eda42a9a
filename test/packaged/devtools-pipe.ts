/**
 * Chromium's DevTools protocol over a pair of pipes: JSON messages, each ended by a zero byte, to the program's
 * descriptor 3 and from its descriptor 4. Playwright cannot attach to a running Electron, and this needs no port.
 */
import type { ChildProcess } from "node:child_process";
import type { Readable, Writable } from "node:stream";

interface Answer {
  id?: number;
  result?: Record<string, unknown>;
  error?: { message: string };
}

export class DevToolsPipe {
  private readonly waiting = new Map<number, (answer: Answer) => void>();
  private last = 0;
  private readonly words: Writable;

  constructor(child: ChildProcess) {
    this.words = child.stdio[3] as Writable;
    const answers = child.stdio[4] as Readable;
    let rest = "";
    answers.setEncoding("utf8").on("data", (chunk: string) => {
      const whole = (rest + chunk).split("\0");
      rest = whole.pop() ?? "";
      for (const text of whole) this.receive(JSON.parse(text) as Answer);
    });
    // The program may end before its last word was read; who waits for an answer has a deadline of its own.
    this.words.on("error", () => undefined);
  }

  private receive(answer: Answer): void {
    if (answer.id === undefined) return;
    this.waiting.get(answer.id)?.(answer);
    this.waiting.delete(answer.id);
  }

  /** Sends one command and gives its result. */
  send(method: string, params: object = {}, sessionId?: string): Promise<Record<string, unknown>> {
    this.last += 1;
    const id = this.last;
    this.words.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((done, fail) => {
      this.waiting.set(id, ({ result, error }) => (error ? fail(new Error(error.message)) : done(result ?? {})));
    });
  }

  /** The value of an expression in the first window; undefined while there is no window. */
  async evaluate(expression: string): Promise<unknown> {
    const { targetInfos } = (await this.send("Target.getTargets")) as {
      targetInfos: { type: string; targetId: string }[];
    };
    const page = targetInfos.find(({ type }) => type === "page");
    if (!page) return undefined;
    const { sessionId } = await this.send("Target.attachToTarget", { targetId: page.targetId, flatten: true });
    const session = sessionId as string;
    const { result } = await this.send("Runtime.evaluate", { expression, returnByValue: true }, session);
    await this.send("Target.detachFromTarget", { sessionId: session });
    return (result as { value?: unknown }).value;
  }
}
