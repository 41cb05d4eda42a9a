/**
 * Keystroke to next frame in a long tracked draft, outline and list of changes open, beside the same document in a
 * bare ProseMirror page in the same Electron. Both are open at once and take turns, so that whatever else the
 * machine does falls on both. Afterwards the draft is saved and its marks on the page are compared with the redline
 * of the saved file.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Node } from "prosemirror-model";
import { readDraft } from "../../shared/draft/draft-reader";
import { writeDraft } from "../../shared/draft/draft-writer";
import { redline } from "../../shared/redline/redline";
import { buildBarePages } from "./bare-electron";
import { longDraft } from "./long-draft";
import type { Row } from "./rows";
import { Typist } from "./typing";
import { type BenchWindow, type Machine, openApplication, openPeer } from "./windows";

interface Context {
  quick: boolean;
  root: string;
  summary(samples: number[]): { median: number; p95: number };
  machine(): Promise<Machine>;
}

const sizes = [
  { items: 1000, ratio: 1.15, limit: 16 },
  { items: 5000, ratio: 1.25, limit: undefined },
];
const words = "the quick brown fox jumps over it ";
/** Half of the pauses are shorter than any delay of the window, the others fall on and after them. */
const pauses = [60, 90, 130, 80, 190, 60, 270, 110, 310, 70, 450, 90, 150, 600, 60];

export default async function keystroke({ quick, root, summary, machine }: Context): Promise<Row[]> {
  const prepared = await machine();
  const rows: Row[] = [];
  for (const { items, ratio, limit } of quick ? sizes.slice(0, 1) : sizes) {
    const folder = mkdtempSync(join(tmpdir(), "resdraft-keys-"));
    const opened: BenchWindow[] = [];
    try {
      const draft = longDraft(items);
      const file = join(folder, "long.resdraft");
      writeFileSync(file, writeDraft(draft));
      const pages = await buildBarePages(root, `long-${items}`, draft.current);
      const app = await openApplication(prepared, root, file);
      const plain = await openPeer(prepared, pages.main, pages.plain);
      opened.push(app, plain);
      // One window fewer is a quarter of a minute less.
      const lazy = quick ? null : await openPeer(prepared, pages.main, pages.lazy);
      if (lazy) opened.push(lazy);
      await app.page.waitForSelector(".sheet .ProseMirror [data-block]", { timeout: 120_000 });
      await app.page.waitForSelector("[data-testid=outline] [role=treeitem]");
      await app.page.waitForSelector("[data-testid=changes] [role=listitem]");
      const typists = {
        app: await Typist.on(app.page, ".sheet .ProseMirror [data-block]"),
        plain: await Typist.on(plain.page, ".ProseMirror [data-block]"),
        ...(lazy && { lazy: await Typist.on(lazy.page, ".ProseMirror [data-block]") }),
      };
      const rounds = quick ? 2 : 5;
      for (let round = -1; round < rounds; round++) {
        const share = ((round + 1) * 0.37 + 0.05) % 1;
        for (const typist of Object.values(typists)) {
          await typist.placeCaret(share);
          await new Promise((done) => setTimeout(done, 700));
          await typist.type(words, (index) => pauses[(index + round + 1) % pauses.length] as number);
          // The first round only warms up.
          if (round < 0) typist.samples.length = 0;
        }
      }
      await checkMarks(app, draft.current, join(folder, "saved.resdraft"), words.trimEnd(), rounds + 1);
      const [ours, bare] = [typists.app, typists.plain].map(({ samples }) => summary(samples));
      const note = `${items} items, ${items} changes; ${typists.app.samples.length} keys`;
      rows.push({
        what: `keystroke → next frame, ${items}/${items}`,
        ...ours!,
        unit: "ms",
        figure: "p95",
        peer: { what: "bare ProseMirror", ...bare! },
        bar: { ratio, ...(limit ? { limit } : {}) },
        note,
      });
      rows.push({ what: `bare ProseMirror, ${items}`, ...bare!, unit: "ms" });
      if (typists.lazy) {
        const what = `bare ProseMirror with content-visibility, ${items}`;
        rows.push({ what, ...summary(typists.lazy.samples), unit: "ms" });
      }
    } finally {
      for (const window of opened) await window.close();
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return rows;
}

/** Saves the draft through the menu and compares what the page shows with the redline of what was saved. */
async function checkMarks({ application, page }: BenchWindow, first: Node, path: string, typed: string, times: number) {
  await page.waitForTimeout(1500);
  await application.evaluate(({ dialog, Menu, BrowserWindow }, place) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: place });
    const item = Menu.getApplicationMenu()?.getMenuItemById("saveAs");
    item?.click(undefined, BrowserWindow.getAllWindows()[0], undefined);
  }, path);
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline && !exists(path)) await page.waitForTimeout(100);
  const saved = readDraft(new Uint8Array(readFileSync(path)));
  if (!saved.ok) throw new Error(`The saved draft cannot be read: ${saved.error.code}`);
  const { base, current } = saved.value;
  const count = current.textContent.split(typed).length - 1;
  if (count !== times) {
    const differences = redline(first, current).provisions.flatMap(({ after, segments, status }) =>
      status === "unchanged" ? [] : [`${after?.path.join(" ")}: ${segments.map(({ op, text }) => op + text).join("")}`],
    );
    throw new Error(`${times} texts were typed, ${count} are in the draft, which says:\n${differences.join("\n")}`);
  }
  const batch = redline(base, current);
  const expected: Record<string, string> = {};
  for (const { after, before, segments, status } of batch.provisions) {
    if (!after || !before || status === "unchanged") continue;
    const text = segments.map(({ op, text: words }) => (op === "=" ? "" : `${op}${words}`)).join("");
    if (text) expected[after.node.attrs.id] = text;
  }
  const shown = await page.evaluate(() => {
    const found: Record<string, string> = {};
    for (const block of document.querySelectorAll<HTMLElement>(".sheet .ProseMirror .block[data-id]")) {
      const marks = [...block.querySelectorAll("p > :is(ins, del)")];
      const text = marks.map((mark) => (mark.tagName === "INS" ? "+" : "-") + mark.textContent).join("");
      if (text) found[block.dataset.id as string] = text;
    }
    return found;
  });
  for (const [id, text] of Object.entries(expected)) {
    if (shown[id] !== text) throw new Error(`The page shows ${shown[id]} where the redline says ${text}.`);
  }
}

function exists(path: string): boolean {
  try {
    return readFileSync(path).length > 0;
  } catch {
    return false;
  }
}
