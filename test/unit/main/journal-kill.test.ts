/**
 * The journal under SIGKILL: a child process writes numbered lines, compacts now and then, and is killed at
 * a random moment. Whatever it was told to be on the disk is there afterwards, in order.
 */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Journal } from "../../../main/journal";

const kills = Number(process.env.RESDRAFT_KILLS ?? 10);
let folder: string;
let program: string;

const writer = `
  import { Journal } from "./main/journal";
  const journal = new Journal(process.argv[2]);
  const numbers = (count) => Array.from({ length: count }, (_, i) => i);
  (async () => {
    let id = null;
    for (let count = 0; ; count++) {
      // A compaction holds in its draft what the lines before it said.
      if (count % 40 === 0) {
        const started = await journal.start(id, "draft", Buffer.from(JSON.stringify(numbers(count))));
        if (!started.ok) throw new Error(started.error.code);
        id = started.value;
      }
      const added = await journal.append(id, [JSON.stringify(count)]);
      if (!added.ok) throw new Error(added.error.code);
      process.stdout.write(count + "\\n");
    }
  })();
`;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "resdraft-kill-"));
  program = join(folder, "writer.cjs");
  await build({
    stdin: { contents: writer, resolveDir: join(__dirname, "../../..") },
    bundle: true,
    platform: "node",
    outfile: program,
    logLevel: "silent",
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the writer until some time after its first line and gives the last number that it was told is safe. */
function killAfter(milliseconds: number, place: string): Promise<number> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [program, place], { stdio: ["ignore", "pipe", "inherit"] });
    let out = "";
    child.stdout.on("data", (chunk) => {
      if (out === "") setTimeout(() => child.kill("SIGKILL"), milliseconds);
      out += chunk;
    });
    child.on("error", fail);
    child.on("exit", () => done(Number(out.split("\n").at(-2) ?? -1)));
  });
}

test(`${kills} kills at random moments lose nothing that was acknowledged`, { timeout: 120_000 }, async () => {
  for (let run = 0; run < kills; run++) {
    const place = join(folder, `run-${run}`);
    mkdirSync(place);
    const acknowledged = await killAfter(Math.random() * 150, place);
    expect(acknowledged).toBeGreaterThanOrEqual(0);
    const journal = new Journal(place);
    const [left] = await journal.recoverable();
    const read = await journal.read(left?.id ?? "");
    if (!read.ok) throw new Error(read.error.code);
    const { draft, lines } = read.value;
    const recovered = [...JSON.parse(Buffer.from(draft).toString("utf8")), ...lines.map((line) => JSON.parse(line))];
    expect(recovered).toEqual(recovered.map((_, i) => i));
    expect(recovered.length).toBeGreaterThan(acknowledged);
  }
});
