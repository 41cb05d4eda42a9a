/**
 * `npm run soak [-- --count N] [-- --seed S] [-- --file TEXT]`: hours of writing on one text in a few minutes, 100,000
 * transactions unless told otherwise, in the state that the window edits, and once more with a short way back. Ends with a
 * fault when the redline was ever wrong, when undo does not lead back to the base, or when what the second run
 * holds, or its process, grows by more than a tenth between the second tenth and the last.
 */
import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { bundle } from "./bundle.mjs";
import { callerFolder, root } from "./places.mjs";

const mostGrowth = 0.1;
/** As the editor keeps them. */
const mostUndone = 20_000;

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

const made = join(root, "node_modules", ".cache", "soak", "soak.cjs");
await bundle(join(root, "test", "soak", "soak-file.ts"), made);
const { soakFile } = createRequire(import.meta.url)(made);
const file = longText();
console.log(file);
const { tenths, undone, faults, beside } = soakFile(file, Number(values.count), Number(values.seed), (tenth) => {
  const { transactions, seconds, held, process: whole } = tenth;
  const memory = `held ${held.toFixed(1)} MB, process ${whole.toFixed(1)} MB`;
  console.log(`${transactions} transactions, the last tenth in ${seconds.toFixed(1)} s, ${memory}`);
});
const percent = (share) => `${(share * 100).toFixed(1)} %`;
const growth = (of, list) => list.at(-1)[of] / list[1][of] - 1;
const history = tenths.at(-1).held - beside.at(-1).held;
console.log(`steps of undo to the beginning: ${undone}; the way back holds ${history.toFixed(1)} MB`);
console.log(`all ${mostUndone} steps that are kept would hold ${((history / undone) * mostUndone).toFixed(1)} MB`);
console.log(
  `beside the way back, since the second tenth: held ${percent(growth("held", beside))}, process ${percent(growth("process", beside))}`,
);
if (Math.max(growth("held", beside), growth("process", beside)) > mostGrowth) faults.push("memory grows");
for (const fault of faults) console.error(fault);
console.log(`${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
