/**
 * `npm start [-- FILE]`: from a fresh checkout to the editor's window in one command. Builds what is stale, finds
 * or fetches Electron, installs what Debian lacks, and starts the application with FILE, if one is named.
 * Where there is no display it runs the sample job off-screen instead and names the files that it wrote.
 *
 * What the application must do with `--sample-job=FOLDER [FILE]`: without asking anything, open FILE or else a
 * bundled sample, make a few edits, write at least one tracked `.docx` and one `.png` of the window into FOLDER
 * (which exists and is empty), and exit with 0; or say in one sentence on stderr why not, and exit with another code.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { prepareMachine } from "./machine.mjs";
import { callerFolder, fromCaller, out, root } from "./places.mjs";
import { runFiltered } from "./process.mjs";

const files = process.argv.slice(2).map((word) => (word.startsWith("-") ? word : fromCaller(word)));

const longestSampleJob = 120_000;

/** Chromium's own log lines about a missing session bus or graphics card; they mean nothing to the user. */
const isChromiumNoise = (line) => /^\[\d+:\d+\/[\d.]+:(ERROR|WARNING|INFO):/.test(line);

/** Starts Electron and gives its exit code; what it prints passes without Chromium's noise. */
function runElectron({ electron, switches, environment }, words, options = {}) {
  const isWanted = (line) => line.trim() !== "" && !isChromiumNoise(line);
  return runFiltered(electron.binary, [...switches, root, ...words], isWanted, {
    cwd: root,
    env: environment,
    ...options,
  });
}

async function runSampleJob(machine) {
  const folder = join(out, "sample-job");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const userData = mkdtempSync(join(tmpdir(), "resdraft-sample-"));
  console.log("There is no display here: running the sample job off-screen.");
  try {
    const words = [`--user-data-dir=${userData}`, `--sample-job=${folder}`, ...files];
    const started = Date.now();
    const code = await runElectron(machine, words, { timeout: longestSampleJob, killSignal: "SIGKILL" });
    if (Date.now() - started >= longestSampleJob) throw new Error("The sample job did not end within two minutes.");
    const written = readdirSync(folder).sort();
    for (const kind of [".docx", ".png"]) {
      if (code === 0 && !written.some((name) => name.endsWith(kind)))
        throw new Error(`The sample job wrote no ${kind} file.`);
    }
    if (code !== 0) throw new Error(`The sample job ended with exit code ${code}.`);
    console.log("It wrote:");
    for (const name of written) {
      const path = join(folder, name);
      console.log(`  ${relative(callerFolder, path)} (${Math.ceil(statSync(path).size / 1024)} kB)`);
    }
    return 0;
  } finally {
    rmSync(userData, { recursive: true, force: true });
  }
}

try {
  const machine = await prepareMachine();
  try {
    process.exitCode = machine.hasScreen ? await runElectron(machine, files) : await runSampleJob(machine);
  } finally {
    machine.release();
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
