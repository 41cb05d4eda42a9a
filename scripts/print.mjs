/**
 * Prints a page for the command line: `node scripts/print.mjs FOLDER` runs the application off-screen on a folder
 * as `main/print-job.ts` describes it, on the virtual display where there is no other.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepareMachine } from "./machine.mjs";
import { root } from "./places.mjs";
import { capture } from "./process.mjs";

const longest = 660_000;

try {
  const machine = await prepareMachine();
  // A profile of its own: a window that is open meanwhile must not be handed the job.
  const userData = mkdtempSync(join(tmpdir(), "resdraft-print-"));
  try {
    const words = [...machine.switches, root, `--user-data-dir=${userData}`, `--print-job=${process.argv[2]}`];
    const { code, stderr } = capture(machine.electron.binary, words, { env: machine.environment, timeout: longest });
    if (code !== 0) console.error(stderr);
    process.exitCode = code;
  } finally {
    machine.release();
    rmSync(userData, { recursive: true, force: true });
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
