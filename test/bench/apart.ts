/** Runs a module of the benches in a process of its own, so that its time and peak memory are its own. */
import { execFile } from "node:child_process";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { bundle } from "../../scripts/bundle.mjs";

/** Bundles `test/bench/apart/NAME.ts`, runs it with these words and reads the JSON that it prints. */
export async function runApart<T>(root: string, name: string, words: (string | number)[]): Promise<T> {
  const outfile = join(root, "node_modules", ".cache", "bench", "apart", `${basename(name)}.mjs`);
  await bundle(join(root, "test", "bench", "apart", `${name}.ts`), outfile);
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, [outfile, ...words.map(String)], { cwd: root, maxBuffer: 1 << 28 });
  return JSON.parse(stdout) as T;
}

/** What a process of its own reports: its work in milliseconds, the memory it added and its results. */
export interface Report {
  ms: number;
  /** Processor time of all its threads in milliseconds: what a busy machine does not lengthen much. */
  cpu: number;
  /** Peak resident memory of the whole process above what it had when it began, in megabytes. */
  peak: number;
  detail?: Record<string, number | string>;
}

const atStart = process.memoryUsage().rss;

/** Measures work in this process and prints the report. */
export async function report(work: () => Promise<Report["detail"]> | Report["detail"]): Promise<void> {
  const started = performance.now();
  const before = process.cpuUsage();
  const detail = await work();
  const { user, system } = process.cpuUsage(before);
  const cpu = (user + system) / 1000;
  const ms = performance.now() - started;
  const peak = process.resourceUsage().maxRSS / 1024 - atStart / 2 ** 20;
  console.log(JSON.stringify({ ms, cpu, peak, detail } satisfies Report));
}
