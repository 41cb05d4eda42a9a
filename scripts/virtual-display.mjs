/**
 * A display for machines that have none: starts Xvfb on a number that Xvfb itself finds free,
 * so that any number of runs can go on side by side.
 */
import { spawn } from "node:child_process";

/** Whether windows can be shown here. */
export function hasDisplay() {
  return process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Starts a virtual display; gives its name for DISPLAY and the function that ends it. */
export function startVirtualDisplay({ width = 1600, height = 1000 } = {}) {
  return new Promise((done, fail) => {
    const words = ["-displayfd", "3", "-screen", "0", `${width}x${height}x24`, "-nolisten", "tcp", "-dpi", "96"];
    const server = spawn("Xvfb", words, { stdio: ["ignore", "ignore", "ignore", "pipe"] });
    const deadline = setTimeout(() => {
      server.kill();
      fail(new Error("Xvfb did not start within 20 seconds."));
    }, 20_000);
    const stop = () => server.kill();
    process.once("exit", stop);
    server.on("error", () => fail(new Error("Xvfb is not installed (Debian package xvfb).")));
    server.on("exit", (code) => fail(new Error(`Xvfb ended at once (exit code ${code}).`)));
    let answer = "";
    server.stdio[3].on("data", (chunk) => {
      answer += chunk;
      if (!answer.includes("\n")) return;
      clearTimeout(deadline);
      // A display must not keep the program that uses it from ending.
      server.unref();
      server.stdio[3].destroy();
      done({ name: `:${answer.trim()}`, stop });
    });
  });
}
