/** Starts windows for the benches: the built application, or a peer page in the same Electron. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ElectronApplication, _electron as electron, type Page } from "@playwright/test";

/** What `prepareMachine` of scripts/machine.mjs gives. */
export interface Machine {
  electron: { binary: string };
  switches: string[];
  environment: Record<string, string>;
}

export interface BenchWindow {
  application: ElectronApplication;
  page: Page;
  close(): Promise<void>;
}

async function launch(machine: Machine, words: string[]): Promise<BenchWindow> {
  const userData = mkdtempSync(join(tmpdir(), "resdraft-bench-"));
  const application = await electron.launch({
    executablePath: machine.electron.binary,
    args: [...machine.switches, `--user-data-dir=${userData}`, ...words],
    env: { ...machine.environment, LANG: "en_GB.UTF-8", LANGUAGE: "en_GB" },
  });
  const page = await application.firstWindow();
  return {
    application,
    page,
    close: async () => {
      await application.evaluate(({ app }) => setImmediate(() => app.exit(0))).catch(() => undefined);
      await application.close().catch(() => undefined);
      rmSync(userData, { recursive: true, force: true });
    },
  };
}

/** The application itself, with a file if one is named. */
export function openApplication(machine: Machine, root: string, file?: string): Promise<BenchWindow> {
  return launch(machine, [root, ...(file ? [file] : [])]);
}

/** A peer's page in the same Electron. */
export function openPeer(machine: Machine, main: string, page: string): Promise<BenchWindow> {
  return launch(machine, [main, page]);
}
