/**
 * The application under test. `launch` starts the built program with a user-data folder of its own and gives the
 * window, a folder for files, and stand-ins for the dialogs; `app` is the same, started before the test. Whatever
 * was started is closed afterwards, and an error that nobody caught in the window, or an answer that came from
 * anywhere but the program itself, fails the test.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, type ElectronApplication, _electron as electron, expect, type Page } from "@playwright/test";

// Playwright compiles tests to CommonJS, where import.meta does not exist.
const root = join(__dirname, "../..");

const ownRequest = /^(resdraft:\/\/(app|print)\/|data:|blob:resdraft:)/;

export interface LaunchOptions {
  /** A file to open, as if named on the command line. */
  file?: string;
  /** The user-data folder of an earlier launch, to see what it left behind; by default a fresh one. */
  userData?: string;
  /** Further switches. */
  switches?: string[];
  /** The X display to show on, where it is not that of the tests. */
  display?: string;
}

export interface App {
  electron: ElectronApplication;
  window: Page;
  userData: string;
  /** An empty folder for the files of this test. */
  folder: string;
  /** The next save dialogs answer with these paths, in order; null stands for Cancel. */
  answerSaveDialog(...paths: (string | null)[]): Promise<void>;
  /** The next open dialogs answer with these paths, in order; null stands for Cancel. */
  answerOpenDialog(...paths: (string | null)[]): Promise<void>;
  /** The next message boxes answer with these button numbers, in order. */
  answerMessageBox(...buttons: number[]): Promise<void>;
  /** Chooses an item of the application menu by its id. */
  chooseMenuItem(id: string): Promise<void>;
  /** Errors that nobody caught in the window so far. */
  uncaught: string[];
  /** Addresses outside the program that answered a request of the window so far. */
  foreign: string[];
  /** Ends the process at once, as a crash would. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

type Answers = { save: (string | null)[]; open: (string | null)[]; box: number[] };

async function launchApp(options: LaunchOptions, folder: string, userData: string): Promise<App> {
  const binary = process.env.RESDRAFT_TEST_ELECTRON;
  if (!binary) throw new Error("No Electron was prepared. Run the flows with: npm run test:app -- [FILE]");
  const switches: string[] = JSON.parse(process.env.RESDRAFT_TEST_SWITCHES ?? "[]");
  const application = await electron.launch({
    executablePath: binary,
    args: [
      ...switches,
      ...(options.switches ?? []),
      `--user-data-dir=${userData}`,
      root,
      ...(options.file ? [options.file] : []),
    ],
    cwd: root,
    env: {
      ...(process.env as Record<string, string>),
      LANG: "en_GB.UTF-8",
      LANGUAGE: "en_GB",
      ...(options.display ? { DISPLAY: options.display } : {}),
    },
  });
  const uncaught: string[] = [];
  const foreign: string[] = [];
  const watch = (page: Page) => {
    page.on("pageerror", (error) => uncaught.push(error.stack ?? error.message));
    page.on("requestfinished", (request) => {
      if (!ownRequest.test(request.url())) foreign.push(request.url());
    });
  };
  application.on("window", watch);
  const window = await application.firstWindow();
  await window.waitForLoadState("domcontentloaded");
  // From its first drawing on the window hears keys.
  await window.locator(".window").first().waitFor({ timeout: 30_000 });
  // Pages are watched above; this sees every other request of the process: workers, hidden windows, other sessions.
  await application.evaluate(({ app, session }) => {
    const outside: string[] = [];
    Object.assign(globalThis, { outside });
    const follow = (each: Electron.Session) =>
      each.webRequest.onCompleted(({ url }) => {
        if (!/^(resdraft:\/\/|data:|blob:resdraft:|devtools:)/.test(url)) outside.push(url);
      });
    follow(session.defaultSession);
    app.on("session-created", follow);
  });

  const answer = async (answers: Partial<Answers>) => {
    await application.evaluate(({ dialog }, given) => {
      const holder = globalThis as unknown as { dialogAnswers?: Answers };
      const first = holder.dialogAnswers === undefined;
      holder.dialogAnswers ??= { save: [], open: [], box: [] };
      const waiting = holder.dialogAnswers;
      waiting.save.push(...(given.save ?? []));
      waiting.open.push(...(given.open ?? []));
      waiting.box.push(...(given.box ?? []));
      if (!first) return;
      const next = <T>(list: T[], what: string): T => {
        if (list.length === 0) throw new Error(`A ${what} was shown that the test did not expect.`);
        return list.shift() as T;
      };
      dialog.showSaveDialog = async () => {
        const path = next(waiting.save, "save dialog");
        return { canceled: path === null, filePath: path ?? "" };
      };
      dialog.showOpenDialog = async () => {
        const path = next(waiting.open, "open dialog");
        return { canceled: path === null, filePaths: path === null ? [] : [path] };
      };
      dialog.showMessageBox = async () => ({ response: next(waiting.box, "message box"), checkboxChecked: false });
    }, answers);
  };

  return {
    electron: application,
    window,
    userData,
    folder,
    uncaught,
    foreign,
    answerSaveDialog: (...save) => answer({ save }),
    answerOpenDialog: (...open) => answer({ open }),
    answerMessageBox: (...box) => answer({ box }),
    chooseMenuItem: (id) =>
      application.evaluate(async ({ Menu, BrowserWindow }, wanted) => {
        const find = () => Menu.getApplicationMenu()?.getMenuItemById(wanted);
        if (!find()) throw new Error(`The menu has no item ${wanted}.`);
        // The menu hears of the end of a task a moment after the window.
        for (let waited = 0; !find()?.enabled && waited < 20_000; waited += 50) {
          await new Promise((done) => setTimeout(done, 50));
        }
        const item = find();
        if (!item?.enabled) throw new Error(`The menu item ${wanted} is disabled.`);
        item.click(undefined, BrowserWindow.getAllWindows()[0], undefined);
      }, id),
    kill: async () => {
      const gone = application.waitForEvent("close");
      application.process().kill("SIGKILL");
      await gone;
    },
    close: async () => {
      const outside = () => (globalThis as unknown as { outside: string[] }).outside;
      foreign.push(...(await application.evaluate(outside).catch(() => [])));
      // Not through the window: an unsaved document would ask first.
      await application.evaluate(({ app }) => setImmediate(() => app.exit(0))).catch(() => undefined);
      await application.close().catch(() => undefined);
    },
  };
}

export const test = base.extend<{
  launch: (options?: LaunchOptions) => Promise<App>;
  app: App;
  file: string | undefined;
}>({
  /** The file that `app` opens; set it with `test.use({ file })`. */
  file: [undefined, { option: true }],

  launch: async ({}, use, info) => {
    const folder = mkdtempSync(join(tmpdir(), "resdraft-test-"));
    const started: App[] = [];
    await use(async (options = {}) => {
      const userData = options.userData ?? mkdtempSync(join(folder, "user-data-"));
      const app = await launchApp(options, folder, userData);
      started.push(app);
      return app;
    });
    for (const [at, app] of started.entries()) {
      if (info.status !== info.expectedStatus && !app.window.isClosed()) {
        const picture = await app.window.screenshot({ timeout: 5000 }).catch(() => null);
        if (picture) await info.attach(`window-${at}`, { body: picture, contentType: "image/png" });
      }
      await app.close();
    }
    rmSync(folder, { recursive: true, force: true });
    expect(started.flatMap((app) => app.uncaught)).toEqual([]);
    expect(started.flatMap((app) => app.foreign)).toEqual([]);
  },

  app: async ({ launch, file }, use) => {
    await use(await launch(file ? { file } : {}));
  },
});

export { expect };
