/**
 * `npm run soak [-- --count N] [-- --seed S] [-- --file TEXT]`: hours of writing on one text in a few minutes, 100,000
 * transactions unless told otherwise, in the state that the window edits. Ends with a fault when the redline
 * was ever wrong, when undo does not lead back to the base, or when memory grows by more than a tenth: what the process
 * has and what it holds, the way back included, between the second tenth and the last, and what it holds without the
 * way back beside a draft of the same texts opened anew.
 */
import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { callerFolder, root } from "./places.mjs";

const mostGrowth = 0.1;

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "100000" },
    seed: { type: "string", default: "20261122" },
    file: { type: "string" },
  },
});

/** The longest real resolution where there is one, else a sample. */
function longText() {
  if (values.file) return resolve(callerFolder, values.file);
  const seeds = join(root, "../shared/seeds");
  const long = existsSync(seeds) && readdirSync(seeds).find((name) => name.startsWith("003_"));
  return long ? join(seeds, long) : join(root, "resources", "samples", "resolution-fr.txt");
}

async function bundle() {
  const { build } = await import("esbuild");
  const outfile = join(root, "node_modules", ".cache", "soak", "soak.cjs");
  await build({
    entryPoints: [join(root, "test", "soak", "soak-file.ts")],
    outfile,
    bundle: true,
    platform: "node",
    target: "node20",
    logLevel: "warning",
  });
  return outfile;
}

const { soakFile } = createRequire(import.meta.url)(await bundle());
const file = longText();
const {
  transactions,
  memory,
  process: whole,
  history,
  growth,
  times,
  undone,
  faults,
} = soakFile(file, Number(values.count), Number(values.seed), (progress) => {
  const { transactions: done, seconds, held, process: all, faults: found } = progress;
  const memory = `held ${held.toFixed(1)} MB, process ${all.toFixed(1)} MB`;
  console.log(`${done} transactions, the last tenth in ${seconds.toFixed(1)} s, ${memory}, ${found.length} faults`);
});
const rounded = (list) => list.map((value) => value.toFixed(1)).join(" ");
const percent = (share) => `${(share * 100).toFixed(1)} %`;
const since = (list) => list.at(-1) / list[1] - 1;
console.log(`${file}: ${transactions} transactions in ${Math.round(times.reduce((a, b) => a + b) / 1000)} s`);
console.log(`the process after each tenth, MB: ${rounded(whole)}: ${percent(since(whole))} since the second`);
console.log(`held after a collection, MB: ${rounded(memory)}: ${percent(since(memory))} since the second`);
console.log(`of that the way back, MB: ${history.toFixed(1)}; steps of undo to the beginning: ${undone}`);
console.log(`without it, beyond a draft of the same texts opened anew: ${percent(growth)}`);
if (Math.max(since(whole), since(memory), growth) > mostGrowth) faults.push("memory grows");
for (const fault of faults) console.error(fault);
console.log(`${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
