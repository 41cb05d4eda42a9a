/**
 * What the user waits for around the text: from the start of the program to a text that takes the keyboard, beside an
 * empty window of the same Electron; from the choice of a file to its first frame; the memory of a long draft, beside
 * the same document in bare ProseMirror. Starts take turns; files are opened again and again in one window.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeDraft } from "../../shared/draft/draft-writer";
import { buildBarePages } from "./bare-electron";
import { longDraft } from "./long-draft";
import type { Figure, Row } from "./rows";
import { type BenchWindow, type Machine, openApplication, openPeer } from "./windows";

interface Context {
  quick: boolean;
  root: string;
  summary(samples: number[]): Figure;
  machine(): Promise<Machine>;
}

const editable = ".sheet .ProseMirror [data-block]";

export default async function windows({ quick, root, summary, machine }: Context): Promise<Row[]> {
  const prepared = await machine();
  const folder = mkdtempSync(join(tmpdir(), "resdraft-windows-"));
  try {
    return [
      await startRow(prepared, root, quick ? 2 : 8, summary),
      ...(await openRows(prepared, root, quick ? 3 : 12, summary)),
      ...(await memoryRows(prepared, root, folder, quick ? 1000 : 5000)),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds since the start of the process until the frame in which an element stands. */
async function shownAfter({ application, page }: BenchWindow, selector: string): Promise<number> {
  await page.waitForSelector(selector, { timeout: 120_000 });
  const shown = await page.evaluate(
    () =>
      new Promise<number>((done) =>
        requestAnimationFrame(() => setTimeout(() => done(performance.timeOrigin + performance.now()))),
      ),
  );
  const begun = await application.evaluate(() => process.getCreationTime() ?? Date.now());
  return shown - begun;
}

async function startRow(machine: Machine, root: string, times: number, summary: Context["summary"]): Promise<Row> {
  const pages = await buildBarePages(root, "start", null);
  const sample = join(root, "resources", "samples", "resolution-en.txt");
  const [ours, empty]: [number[], number[]] = [[], []];
  for (let round = -1; round < times; round++) {
    const app = await openApplication(machine, root, sample);
    const own = await shownAfter(app, editable);
    await app.close();
    const peer = await openPeer(machine, pages.main, pages.empty);
    const bare = await shownAfter(peer, "h1");
    await peer.close();
    // The first start warms the disk.
    if (round < 0) continue;
    ours.push(own);
    empty.push(bare);
  }
  return {
    what: "start → text that can be edited",
    ...summary(ours),
    unit: "ms",
    peer: { what: "empty Electron window", ...summary(empty) },
    bar: { ratio: 1.5 },
  };
}

async function openRows(machine: Machine, root: string, times: number, summary: Context["summary"]): Promise<Row[]> {
  const shared = join(root, "..", "shared");
  const files = [
    { what: "open seed 003", path: join(shared, "seeds", "003_bdf9f61c0da6bdcb.txt"), limit: 100 },
    {
      what: "open T-RES-T.1-2016-MSW-E.docx",
      path: join(shared, "corpus", "metanorma+mn-samples-itu", "reference-docs", "T-RES-T.1-2016-MSW-E.docx"),
      limit: 250,
    },
  ].filter(({ path }) => existsSync(path));
  if (files.length === 0) console.log("The texts to open are not on this machine: left out.");
  const app = await openApplication(machine, root);
  const rows: Row[] = [];
  try {
    await app.page.waitForSelector("[data-testid=welcome], .welcome");
    for (const { what, path, limit } of files) {
      const samples: number[] = [];
      for (let round = -2; round < times; round++) {
        const took = await openOnce(app, path);
        if (round >= 0) samples.push(took);
      }
      rows.push({ what: `${what} → first frame`, ...summary(samples), unit: "ms", bar: { limit } });
    }
  } finally {
    await app.close();
  }
  return rows;
}

/** Opens a file through the menu; measures from the dialog's answer to the task after the frame that shows the text. */
async function openOnce({ application, page }: BenchWindow, path: string): Promise<number> {
  const shown = page.evaluate((selector) => {
    const old = document.querySelector(selector);
    return new Promise<number>((done) => {
      const look = () => {
        const now = document.querySelector(selector);
        if (now && now !== old) setTimeout(() => done(performance.timeOrigin + performance.now()));
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
  }, editable);
  const chosen = await application.evaluate(({ dialog, Menu, BrowserWindow }, file) => {
    return new Promise<number>((done) => {
      dialog.showOpenDialog = async () => {
        done(performance.timeOrigin + performance.now());
        return { canceled: false, filePaths: [file] };
      };
      const item = Menu.getApplicationMenu()?.getMenuItemById("openBase");
      item?.click(undefined, BrowserWindow.getAllWindows()[0], undefined);
    });
  }, path);
  const took = (await shown) - chosen;
  // The next one begins when everything that follows an opening is done.
  await page.waitForTimeout(1200);
  return took;
}

async function memoryRows(machine: Machine, root: string, folder: string, items: number): Promise<Row[]> {
  const draft = longDraft(items);
  const file = join(folder, "long.resdraft");
  writeFileSync(file, writeDraft(draft));
  const pages = await buildBarePages(root, `memory-${items}`, draft.current);
  const app = await openApplication(machine, root, file);
  const peer = await openPeer(machine, pages.main, pages.plain);
  try {
    await app.page.waitForSelector(editable, { timeout: 120_000 });
    await peer.page.waitForSelector(".ProseMirror [data-block]", { timeout: 120_000 });
    await app.page.waitForTimeout(8000);
    const [ours, bare] = [await residentOf(app), await residentOf(peer)];
    return [
      {
        what: `memory of an open draft, ${items}/${items}`,
        median: ours,
        unit: "MB",
        peer: { what: "bare ProseMirror", median: bare },
        bar: { limit: 400 },
        note: "resident memory of the window's process",
      },
    ];
  } finally {
    await app.close();
    await peer.close();
  }
}

async function residentOf({ application, page }: BenchWindow): Promise<number> {
  await page.evaluate(() => (globalThis as { gc?: () => void }).gc?.());
  const process = await application.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
  );
  const status = readFileSync(`/proc/${process}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}
