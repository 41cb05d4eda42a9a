/**
 * `npm run fuzz [-- --count N] [-- --seed S] [-- --only READER]`: spoiled inputs for every reader that takes files from
 * strangers, 100,000 each unless told otherwise. The same seed gives the same inputs. An input that makes a reader throw,
 * think for more than two seconds or need more than 512 MB is written to `test/results/fuzz`; with its fault
 * mended it belongs into `test/fixtures/fuzz`, where the unit tests read it ever after.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { bundle } from "./bundle.mjs";
import { root } from "./places.mjs";

const slowest = 2000;
const mostMemory = 512;
/** What the runner and the thread's young objects need, in megabytes. */
const ownMemory = 256;
const look = 100;

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "100000" },
    seed: { type: "string", default: "20261122" },
    only: { type: "string" },
  },
});
const [count, seed] = [Number(values.count), Number(values.seed)];
const findings = join(root, "test", "results", "fuzz");
const cache = join(root, "node_modules", ".cache", "fuzz");

/** Milliseconds of the processor that this process had: what a busy machine gives to others is no hang of ours. */
function spent() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Runs one thread until it ends, dies or hangs; gives the number at which to go on. */
function runThread(reader, from, report) {
  return new Promise((done) => {
    const progress = new SharedArrayBuffer(16);
    const shared = new Int32Array(progress);
    shared[0] = from;
    const worker = new Worker(join(cache, "thread.cjs"), {
      workerData: { reader, seed, from, to: count, progress },
      resourceLimits: { maxOldGenerationSizeMb: mostMemory },
    });
    let beat = 0;
    let since = spent();
    let fault = "";
    const watch = setInterval(() => {
      const megabytes = process.memoryUsage.rss() / 1024 / 1024;
      report.memory = Math.max(report.memory, megabytes);
      if (megabytes > mostMemory + ownMemory) fault = `needs ${Math.round(megabytes)} MB`;
      if (shared[1] !== beat) [beat, since] = [shared[1], spent()];
      else if (beat > 0 && spent() - since > slowest) fault = `thinks for more than ${slowest} ms`;
      if (fault) void worker.terminate();
    }, look);
    worker.on("message", (found) => report.findings.push(found));
    worker.on("error", (error) => {
      fault ||= error.stack ?? error.message;
    });
    worker.on("exit", () => {
      clearInterval(watch);
      report.taken += shared[2];
      if (!fault) return done(count);
      report.findings.push({ at: shared[0], what: fault });
      done(shared[0] + 1);
    });
  });
}

async function fuzz(reader) {
  const report = { taken: 0, memory: 0, findings: [] };
  const begun = Date.now();
  for (let at = 0; at < count; ) at = await runThread(reader, at, report);
  for (const { at, bytes, what } of report.findings) {
    mkdirSync(findings, { recursive: true });
    const file = join(findings, `${reader}-${seed}-${at}`);
    if (bytes) writeFileSync(file, bytes);
    writeFileSync(`${file}.txt`, what);
    console.log(`${reader} ${at}: ${what.split("\n").slice(0, 3).join(" ")}`);
  }
  const seconds = Math.round((Date.now() - begun) / 1000);
  console.log(
    `${reader}: ${count} inputs, ${report.taken} taken, ${report.findings.length} findings, ${seconds} s, ` +
      `at most ${Math.round(report.memory)} MB for the whole process`,
  );
  return report.findings.length;
}

await bundle(join(root, "test", "fuzz", "thread.ts"), join(cache, "thread.cjs"));
let found = 0;
for (const reader of ["txt", "docx", "resdraft", "critic"]) {
  if (!values.only || values.only === reader) found += await fuzz(reader);
}
process.exitCode = found > 0 ? 1 : 0;
