/**
 * `npm run dev [-- FILE]`: the editor's window, built again and restarted whenever a source file changes. The page
 * is built, not served, so that what is tried is what is shipped: same protocol, same content policy.
 */
import { spawn } from "node:child_process";
import { watch } from "node:fs";
import { join } from "node:path";
import { ensureBuilt } from "./build.mjs";
import { prepareMachine } from "./machine.mjs";
import { fromCaller, root } from "./places.mjs";

const files = process.argv.slice(2).map((word) => (word.startsWith("-") ? word : fromCaller(word)));

try {
  const machine = await prepareMachine();
  let window = null;

  const open = () => {
    const child = spawn(machine.electron.binary, [...machine.switches, root, ...files], {
      cwd: root,
      env: machine.environment,
      stdio: "inherit",
    });
    child.on("exit", () => {
      // Closed by the user, not by us for a restart.
      if (window !== child) return;
      machine.release();
      process.exit();
    });
    window = child;
  };

  const restart = () => {
    try {
      ensureBuilt();
    } catch (error) {
      console.error(error.message);
      return;
    }
    const old = window;
    window = null;
    old?.once("exit", open);
    old?.kill();
  };

  let waiting = null;
  for (const room of ["main", "shared", "renderer", "resources"]) {
    watch(join(root, room), { recursive: true }, () => {
      clearTimeout(waiting);
      waiting = setTimeout(restart, 300);
    });
  }
  open();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
