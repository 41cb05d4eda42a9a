/**
 * Side by side with a long draft, in the built application: from the menu to the first rows, and while it is scrolled
 * from end to end, from each turn of the wheel to the first task after the frame that shows it. Checks itself: rows are
 * on screen after every turn, never more than a screen or two of them, and in the end the last one is.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeDraft } from "../../shared/draft/draft-writer";
import { longDraft } from "./long-draft";
import type { Figure, Row } from "./rows";
import { type BenchWindow, type Machine, openApplication } from "./windows";

interface Context {
  quick: boolean;
  root: string;
  summary(samples: number[]): Figure;
  machine(): Promise<Machine>;
}

const turns = 150;

export default async function sideBySide({ quick, root, summary, machine }: Context): Promise<Row[]> {
  const items = quick ? 1000 : 5000;
  const folder = mkdtempSync(join(tmpdir(), "resdraft-beside-"));
  const file = join(folder, "long.resdraft");
  writeFileSync(file, writeDraft(longDraft(items)));
  const app = await openApplication(await machine(), root, file);
  try {
    await app.page.waitForSelector(".sheet .ProseMirror [data-block]", { timeout: 120_000 });
    // What follows an opening is over.
    await app.page.waitForTimeout(5000);
    const shown = await show(app);
    const busy = await processorTime(app);
    const before = await busy();
    const steps = await scroll(app);
    const each = ((await busy()) - before) / steps.length;
    return [
      { what: `side by side of ${items} provisions → first rows`, median: shown, unit: "ms", bar: { limit: 2000 } },
      {
        what: `side by side of ${items} provisions, a turn of the wheel`,
        ...summary(steps),
        unit: "ms",
        figure: "p95",
        bar: { limit: 50 },
      },
      {
        what: "the same, processor time of the page's thread",
        median: each,
        unit: "ms",
        bar: { limit: 33 },
        note: "all turns together, so the mean",
      },
    ];
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function show({ application, page }: BenchWindow): Promise<number> {
  const begun = Date.now();
  await application.evaluate(({ Menu, BrowserWindow }) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById("viewSideBySide");
    item?.click(undefined, BrowserWindow.getAllWindows()[0], undefined);
  });
  await page.waitForSelector("[data-testid=side-by-side] [role=row][data-index]", { timeout: 60_000 });
  return (await page.evaluate(() => performance.timeOrigin + performance.now())) - begun;
}

/** Milliseconds that the page's thread has computed so far, waiting not counted. */
async function processorTime({ page }: BenchWindow): Promise<() => Promise<number>> {
  const client = await page.context().newCDPSession(page);
  await client.send("Performance.enable", { timeDomain: "threadTicks" });
  return async () => {
    const { metrics } = await client.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN);
  };
}

/** Milliseconds of each turn; every tenth goes far, as when the bar is dragged. */
async function scroll({ page }: BenchWindow): Promise<number[]> {
  return page.evaluate(async (count) => {
    const rowsIn = (table: Element) => table.querySelectorAll("[role=row][data-index]");
    const table = document.querySelector("[data-testid=side-by-side] [role=grid]");
    if (!table) throw new Error("There is no table.");
    const samples: number[] = [];
    const far = table.scrollHeight / (count / 10);
    for (let turn = 0; turn < count; turn++) {
      const begun = performance.now();
      table.scrollTop += turn % 10 === 9 ? far : 240;
      await new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done)));
      samples.push(performance.now() - begun);
      const { length } = rowsIn(table);
      if (length === 0 || length > 100) throw new Error(`${length} rows are drawn.`);
    }
    table.scrollTop = table.scrollHeight;
    await new Promise((done) => setTimeout(done, 500));
    table.scrollTop = table.scrollHeight;
    await new Promise((done) => setTimeout(done, 500));
    const last = [...rowsIn(table)].at(-1);
    if (last?.getAttribute("aria-rowindex") !== table.getAttribute("aria-rowcount"))
      throw new Error("The end is missing.");
    return samples;
  }, turns);
}
