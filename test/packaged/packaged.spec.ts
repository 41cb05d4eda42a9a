/**
 * The packaged program, from the outside: its fuses refuse every inspector of the main process, so the test starts it
 * as a user would, with a file named on the command line, and looks at the window through Chromium's own port.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { chromium, expect, test } from "@playwright/test";

const program = process.env.RESDRAFT_TEST_PROGRAM ?? "";
const switches: string[] = JSON.parse(process.env.RESDRAFT_TEST_SWITCHES ?? "[]");

const resolution = `RÉSOLUTION 999 (Genève, 2030)

Emballage et quincaillerie

La Conférence,

considérant

a) que le programme empaqueté ouvre le fichier nommé;

décide

1 de le montrer.
`;

/** The address at which Chromium answers, as it prints it on stderr. */
function portOf(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    const { stderr } = child;
    if (!stderr) throw new Error("The program was started without a pipe for stderr.");
    createInterface({ input: stderr }).on("line", (line) => {
      const address = /DevTools listening on (\S+)/.exec(line)?.[1];
      if (address) done(address);
    });
    child.on("exit", (code) => fail(new Error(`The program ended with exit code ${code}.`)));
  });
}

test("starts and opens the file named on its command line", async () => {
  const folder = mkdtempSync(join(tmpdir(), "resdraft-packaged-"));
  const file = join(folder, "résolution 999.txt");
  writeFileSync(file, resolution);
  const words = [`--user-data-dir=${join(folder, "user-data")}`, "--remote-debugging-port=0", file];
  const child = spawn(program, [...switches, ...words], { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
  try {
    const browser = await chromium.connectOverCDP(await portOf(child));
    const context = browser.contexts()[0];
    const window = context?.pages()[0] ?? (await context?.waitForEvent("page"));
    if (!window) throw new Error("The program shows no window.");
    await expect(window.locator("body")).toContainText("que le programme empaqueté ouvre le fichier nommé");
    await expect(window).toHaveTitle(/résolution 999/);
    await browser.close();
  } finally {
    const ended = new Promise((done) => child.once("exit", done));
    child.kill();
    if (child.exitCode === null && child.signalCode === null) await ended;
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
