/**
 * `npm run bench [-- --quick] [-- NAME…]`: runs the benches `test/bench/*.bench.{mjs,mts}` one after another, prints a
 * table and writes `test/bench/results/NAME.json`, which is not tracked: figures belong to one machine.
 *
 * A bench exports `default async function (context)` and returns the rows that `test/bench/rows.ts` describes: a
 * figure, the peer's figure of the same run, and the bar. Its context holds `quick` (do less, to see that it still runs), `root`, `measure(work, { times, warmup })`, and
 * `machine()`, which prepares Electron and a display once for all benches that ask.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { prepareMachine } from "./machine.mjs";
import { root } from "./places.mjs";

const benches = join(root, "test", "bench");
const results = join(benches, "results");
const ending = /\.bench\.m[jt]s$/;

/** The figure below which the given share of the sorted samples lies. */
export function quantile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** Runs `work` again and again and gives median and 95th percentile in milliseconds. */
export async function measure(work, { times = 20, warmup = 3 } = {}) {
  const samples = [];
  for (let at = -warmup; at < times; at += 1) {
    const started = performance.now();
    await work();
    if (at >= 0) samples.push(performance.now() - started);
  }
  return summary(samples);
}

/** Median and 95th percentile of samples that a bench took itself. */
export function summary(samples) {
  const sorted = samples.toSorted((a, b) => a - b);
  return { median: quantile(sorted, 0.5), p95: quantile(sorted, 0.95), unit: "ms" };
}

/** A bench may be TypeScript and import the application's code: esbuild makes one module of it. */
async function load(file) {
  const { build } = await import("esbuild");
  const bundle = join(root, "node_modules", ".cache", "bench", `${basename(file)}.mjs`);
  await build({
    entryPoints: [file],
    outfile: bundle,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "warning",
  });
  return (await import(`${pathToFileURL(bundle)}?${Date.now()}`)).default;
}

const round = (figure) => (figure === undefined ? "" : Number(figure.toPrecision(3)));

/** The row with the ratio to its peer and whether it keeps its bar. */
function judged(row) {
  const which = row.figure ?? "median";
  const ratio = row.peer ? row[which] / row.peer[which] : undefined;
  const { bar } = row;
  const keeps =
    bar && (bar.ratio === undefined || ratio <= bar.ratio) && (bar.limit === undefined || row[which] <= bar.limit);
  return { ...row, ...(ratio === undefined ? {} : { ratio }), ...(bar ? { keeps } : {}) };
}

function printed({ what, unit, median, p95, figure, peer, ratio, bar, keeps }) {
  const limits =
    bar && [bar.ratio && `≤ ${bar.ratio} ×`, bar.limit && `≤ ${bar.limit} ${unit}`].filter(Boolean).join(", ");
  return {
    what,
    median: round(median),
    p95: round(p95),
    unit,
    peer: peer ? `${peer.what}: ${round(peer[figure ?? "median"])}` : "",
    ratio: round(ratio),
    bar: limits ?? "",
    keeps: keeps === undefined ? "" : keeps ? "yes" : "NO",
  };
}

async function main(words) {
  const quick = words.includes("--quick");
  const wanted = words.filter((word) => !word.startsWith("-"));
  const files = names().filter((name) => wanted.length === 0 || wanted.some((word) => name.startsWith(word)));
  if (files.length === 0) console.log("There is no bench of that name in test/bench.");
  let prepared = null;
  const machine = () => {
    prepared ??= prepareMachine();
    return prepared;
  };
  const failed = [];
  mkdirSync(results, { recursive: true });
  for (const name of files) {
    const title = name.replace(ending, "");
    console.log(`\n${title}${quick ? " (quick)" : ""}`);
    try {
      const bench = await load(join(benches, name));
      const rows = (await bench({ quick, root, measure, summary, machine })).map(judged);
      console.table(rows.map(printed));
      const record = {
        bench: title,
        quick,
        date: new Date().toISOString(),
        node: process.version,
        processors: `${cpus().length} × ${cpus()[0]?.model}`,
        memoryGigabytes: Math.round(totalmem() / 2 ** 30),
        rows,
      };
      writeFileSync(join(results, `${title}.json`), `${JSON.stringify(record, null, 2)}\n`);
    } catch (error) {
      failed.push(title);
      console.error(error);
    }
  }
  if (prepared) (await prepared).release();
  rmSync(join(root, "node_modules", ".cache", "bench"), { recursive: true, force: true });
  if (failed.length > 0) console.error(`Failed: ${failed.join(", ")}`);
  process.exitCode = failed.length > 0 ? 1 : 0;
}

function names() {
  try {
    return readdirSync(benches)
      .filter((name) => ending.test(name))
      .sort();
  } catch {
    return [];
  }
}

await main(process.argv.slice(2));
