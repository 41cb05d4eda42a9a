/**
 * Format, lint and types in one command: Biome and the compiler side by side, both reports in full.
 */
import { join } from "node:path";
import { root } from "./places.mjs";
import { run } from "./process.mjs";

const node = (script, ...args) => run(process.execPath, [join(root, "node_modules", script), ...args], { cwd: root });

const codes = await Promise.all([
  node("@biomejs/biome/bin/biome", "check", "--config-path=.biome.json", "--error-on-warnings", "."),
  node("typescript/bin/tsc", "-b"),
]);
const failed = codes.some((code) => code !== 0);
console.log(failed ? "The check failed." : "Format, lint and types are in order.");
process.exitCode = failed ? 1 : 0;
