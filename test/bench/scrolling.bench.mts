/**
 * Frames while a long draft is scrolled: the page, the outline and the list of changes, each pushed on by a screen's
 * height a second. Between two frames stands all that the window does to fill the rows that come in; a frame in which
 * the middle of the list is empty counts as a fault.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { writeDraft } from "../../shared/draft/draft-writer";
import { longDraft } from "./long-draft";
import type { Figure, Row } from "./rows";
import { type Machine, openApplication } from "./windows";

interface Context {
  quick: boolean;
  root: string;
  summary(samples: number[]): Figure;
  machine(): Promise<Machine>;
}

/** Two frames of a screen of sixty a second: from here on a hand sees that the text does not follow. */
const fluent = 33.4;

/** What is scrolled, and what must stand in the middle of it. */
const places = [
  { what: "the page", scroller: ".page-place", row: ".block" },
  { what: "the outline", scroller: ".outline-scroll", row: "[role=treeitem]" },
  { what: "the list of changes", scroller: ".change-scroll", row: "[role=listitem]" },
];

export default async function scrolling({ quick, root, summary, machine }: Context): Promise<Row[]> {
  const items = quick ? 1000 : 5000;
  const folder = mkdtempSync(join(tmpdir(), "resdraft-scrolling-"));
  const file = join(folder, "long.resdraft");
  writeFileSync(file, writeDraft(longDraft(items)));
  const app = await openApplication(await machine(), root, file);
  try {
    await app.page.waitForSelector("[data-testid=changes] [role=listitem]", { timeout: 120_000 });
    await app.page.waitForTimeout(quick ? 1000 : 4000);
    const rows: Row[] = [];
    for (const { what, scroller, row } of places) {
      await app.page.waitForSelector(`${scroller} ${row}`);
      await app.page.waitForTimeout(1000);
      const { frames, empty } = await scroll(app.page, scroller, row, quick ? 60 : 300);
      rows.push({
        what: `frame while ${what} is scrolled, ${items}/${items}`,
        ...summary(frames),
        unit: "ms",
        figure: "p95",
        bar: { limit: fluent },
        note: `${empty} of ${frames.length} frames without text`,
      });
      if (empty > frames.length / 20) throw new Error(`${what} stayed empty in ${empty} of ${frames.length} frames.`);
    }
    return rows;
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Scrolls frame by frame; gives the times between frames, and in how many the middle held no row. */
function scroll(page: Page, scroller: string, row: string, count: number) {
  return page.evaluate(
    ([selector, wanted, total]) => {
      const place = document.querySelector<HTMLElement>(selector) as HTMLElement;
      const box = place.getBoundingClientRect();
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      const step = place.clientHeight / 60;
      return new Promise<{ frames: number[]; empty: number }>((done) => {
        const frames: number[] = [];
        let empty = 0;
        let last = 0;
        const next = () => {
          const now = performance.now();
          if (last > 0) frames.push(now - last);
          last = now;
          if (frames.length === total) return done({ frames, empty });
          const isBefore = document.elementFromPoint(x, y)?.closest(wanted);
          if (!isBefore) empty++;
          place.scrollTop += step;
          requestAnimationFrame(next);
        };
        requestAnimationFrame(next);
      });
    },
    [scroller, row, count] as const,
  );
}
