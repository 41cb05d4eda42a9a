/**
 * The packaged program, from the outside: its fuses refuse every inspector of the main process, so the test starts it
 * as a user would, with a file named on the command line, and looks at the window through Chromium's own pipe.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { DevToolsPipe } from "./devtools-pipe";

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

test("starts and opens the file named on its command line", async () => {
  const folder = mkdtempSync(join(tmpdir(), "resdraft-packaged-"));
  const file = join(folder, "résolution 999.txt");
  writeFileSync(file, resolution);
  const words = [`--user-data-dir=${join(folder, "user-data")}`, "--remote-debugging-pipe", file];
  const child = spawn(program, [...switches, ...words], {
    cwd: folder,
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
  });
  const ended = new Promise((done) => child.once("exit", done));
  try {
    const window = new DevToolsPipe(child);
    await expect
      .poll(() => window.evaluate("document.body.innerText"), { timeout: 30_000 })
      .toContain("que le programme empaqueté ouvre le fichier nommé");
    expect(await window.evaluate("document.title")).toContain("résolution 999");
  } finally {
    child.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
