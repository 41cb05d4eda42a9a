/**
 * `npm run bench [-- --quick] [-- NAME…]`: runs the benches `test/bench/*.bench.{mjs,mts}` one after another, prints a
 * table and writes `test/bench/results/NAME.json`, which is not tracked: figures belong to one machine. A bench that
 * fails or hangs does not lose the others, nor the rows that it gave before. At the end stands one table of all bars,
 * also as `results/summary.md`.
 *
 * A bench exports `default async function (context)` and returns the rows that `test/bench/rows.ts` describes (a
 * figure, the peer's figure of the same run, and the bar), or adds them to `context.rows` as it has them. Its context
 * holds `quick` (do less, to see that it still runs), `root`, `measure(work, { times, warmup })`, `summary(samples)` and
 * `machine()`, which prepares Electron and a display once for all benches that ask.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundle } from "./bundle.mjs";
import { prepareMachine } from "./machine.mjs";
import { root } from "./places.mjs";

const benches = join(root, "test", "bench");
const results = join(benches, "results");
const ending = /\.bench\.m[jt]s$/;
/** What a bench may take before it counts as hanging. */
const patience = { quick: 120_000, full: 360_000 };

/** The figure below which the given share of the sorted samples lies. */
function quantile(sorted, share) {
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

async function load(file) {
  const made = join(root, "node_modules", ".cache", "bench", `${basename(file)}.mjs`);
  await bundle(file, made);
  return (await import(`${pathToFileURL(made)}?${Date.now()}`)).default;
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
  const all = [];
  mkdirSync(results, { recursive: true });
  for (const name of files) {
    const title = name.replace(ending, "");
    console.log(`\n${title}${quick ? " (quick)" : ""}`);
    const started = performance.now();
    const found = [];
    try {
      const bench = await load(join(benches, name));
      const work = bench({ quick, root, measure, summary, machine, rows: found });
      found.push(...((await within(quick ? patience.quick : patience.full, work)) ?? []));
    } catch (error) {
      failed.push(title);
      console.error(error);
    }
    const seconds = Math.round((performance.now() - started) / 1000);
    const rows = found.map(judged);
    console.table(rows.map(printed));
    console.log(`${seconds} s`);
    all.push(...rows.map((row) => ({ bench: title, ...row })));
    const record = {
      bench: title,
      quick,
      date: new Date().toISOString(),
      node: process.version,
      processors: `${cpus().length} × ${cpus()[0]?.model}`,
      memoryGigabytes: Math.round(totalmem() / 2 ** 30),
      seconds,
      failed: failed.includes(title),
      rows,
    };
    writeFileSync(join(results, `${title}.json`), `${JSON.stringify(record, null, 2)}\n`);
  }
  if (prepared) (await prepared).release();
  rmSync(join(root, "node_modules", ".cache", "bench"), { recursive: true, force: true });
  const bars = summaryOf(all, failed);
  writeFileSync(join(results, "summary.md"), bars);
  console.log(`\n${bars}`);
  // What hangs would keep the process alive.
  process.exit(failed.length > 0 ? 1 : 0);
}

/** Waits for some work, but not for ever. */
async function within(milliseconds, work) {
  let timer;
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(`Not done after ${milliseconds / 1000} s.`)), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** All figures that have a bar, kept or missed, as a Markdown table. */
function summaryOf(rows, failed) {
  const barred = rows.filter(({ bar }) => bar);
  const kept = barred.filter(({ keeps }) => keeps).length;
  const lines = barred.map(({ bench, ...row }) => {
    const { what, p95, median, unit, peer, ratio, bar, keeps } = printed(row);
    const figure = row.figure === "p95" ? p95 : median;
    return `| ${bench} | ${what} | ${figure} ${unit} | ${peer} | ${ratio} | ${bar} | ${keeps === "yes" ? "kept" : "MISSED"} |`;
  });
  return [
    "| bench | what | figure | peer | ratio | bar | |",
    "| --- | --- | --- | --- | --- | --- | --- |",
    ...lines,
    "",
    `${kept} of ${barred.length} bars kept.${failed.length > 0 ? ` Failed: ${failed.join(", ")}.` : ""}`,
    "",
  ].join("\n");
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
