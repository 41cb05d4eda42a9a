/**
 * Starting other programs. `run` waits and says how it ended, `capture` keeps what it printed;
 * neither ever throws because a program failed, since every caller words that failure itself.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { createInterface } from "node:readline";

/** Runs a program to its end on our own terminal and gives its exit code. */
export function run(program, args, options = {}) {
  return new Promise((done) => {
    const child = spawn(program, args, { stdio: "inherit", ...options });
    passSignals(child);
    child.on("error", () => done(127));
    child.on("close", (code, signal) => done(code ?? (signal ? 128 : 1)));
  });
}

/** Ends the child when we are told to end, so that whoever waits for it can still clean up. */
function passSignals(child) {
  const signals = ["SIGINT", "SIGTERM"];
  const pass = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, pass);
  child.on("close", () => {
    for (const signal of signals) process.off(signal, pass);
  });
}

/** As `run`, but of what the program prints on stdout and stderr only the lines that `isWanted` pass. */
export function runFiltered(program, args, isWanted, options = {}) {
  return new Promise((done) => {
    const child = spawn(program, args, { ...options, stdio: ["inherit", "pipe", "pipe"] });
    for (const [stream, terminal] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ]) {
      createInterface({ input: stream }).on("line", (line) => {
        if (isWanted(line)) terminal.write(`${line}\n`);
      });
    }
    passSignals(child);
    child.on("error", () => done(127));
    child.on("close", (code, signal) => done(code ?? (signal ? 128 : 1)));
  });
}

/** Runs a program to its end and gives its exit code and what it printed. */
export function capture(program, args, options = {}) {
  const result = spawnSync(program, args, { encoding: "utf8", maxBuffer: 64 * 1024 * 1024, ...options });
  return { code: result.status ?? 127, stdout: result.stdout ?? "", stderr: result.stderr ?? "" };
}

/** The program and first arguments that run the npm we were started by, or the one on the path. */
export function npmCommand() {
  const started = process.env.npm_execpath;
  if (started && /npm-cli\.[cm]?js$/.test(started)) return [process.execPath, started];
  const beside = join(dirname(process.execPath), "../lib/node_modules/npm/bin/npm-cli.js");
  return existsSync(beside) ? [process.execPath, beside] : ["npm"];
}

/** Whether a program of this name is on the path. */
export function isInstalled(program) {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => folder && existsSync(join(folder, program)));
}
