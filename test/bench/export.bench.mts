/**
 * Tracked export of paragraphs with two changes each beside the `docx` library writing the same marks, and import of
 * the file that was written. Each in a process of its own, one after the other, the best of several runs; our time
 * holds the proof, which the library does not make, our memory the two documents and their comparison as well. Both files are read back and must hold the same two texts.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openBase } from "../../shared/draft/open";
import { type Report, runApart } from "./apart";
import { drawCurves } from "./curves";
import { readLong } from "./long-draft";
import { sideOf, twiceChanged } from "./paragraphs";
import type { Row } from "./rows";

interface Context {
  quick: boolean;
  root: string;
  /** Where rows go as they are found, so that a later failure does not lose them. */
  rows: Row[];
}

export default async function exporting({ quick, root, rows }: Context): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "resdraft-export-"));
  const largest = quick ? 1000 : 10_000;
  const curves: Record<string, [number, number][]> = { "export, proved": [], "docx library": [], import: [] };
  try {
    const imports = new Map<number, number>();
    for (const count of [100, 1000, 10_000].filter((size) => size <= largest)) {
      const [ours, peer, imported] = [new Map<string, number>(), new Map<string, number>(), [] as number[]];
      const paths = { ours: join(folder, `ours-${count}.docx`), peer: join(folder, `peer-${count}.docx`) };
      const texts = (["-", "+"] as const).map((side) => {
        const path = join(folder, `${side === "-" ? "base" : "current"}-${count}.json`);
        writeFileSync(path, JSON.stringify(readLong(sideOf(twiceChanged(count), side)).toJSON()));
        return path;
      });
      for (let round = 0; round < (quick ? 2 : 4); round++) {
        least(ours, await runApart<Report>(root, "export-ours", [...texts, paths.ours]));
        least(peer, await runApart<Report>(root, "export-peer", [count, paths.peer]));
        imported.push((await runApart<Report>(root, "import-ours", [paths.ours])).ms);
      }
      checkTexts(paths, count);
      imports.set(count, Math.min(...imported));
      curves["export, proved"]!.push([count, ours.get("ms")!]);
      curves["docx library"]!.push([count, peer.get("ms")!]);
      curves["import"]!.push([count, Math.min(...imported)]);
      if (count < largest) continue;
      const library = (median: number) => ({ what: "docx library", median });
      // The bar is about ten thousand paragraphs: starting up weighs more in a thousand.
      const bar = quick ? {} : { bar: { ratio: 0.6 } };
      rows.push(
        {
          what: `tracked export with proof, ${count} paragraphs`,
          median: ours.get("ms")!,
          unit: "ms",
          peer: library(peer.get("ms")!),
          ...bar,
        },
        {
          what: `processor time of it, ${count} paragraphs`,
          median: ours.get("cpu")!,
          unit: "ms",
          peer: library(peer.get("cpu")!),
          ...bar,
          note: "of all threads: what a busy machine lengthens least",
        },
        {
          what: `peak memory of it, ${count} paragraphs`,
          median: ours.get("peak")!,
          unit: "MB",
          peer: library(peer.get("peak")!),
          ...bar,
        },
      );
    }
    const [small, large] = [imports.get(largest / 10)!, imports.get(largest)!];
    rows.push({
      what: `import, ${largest} paragraphs`,
      median: large,
      unit: "ms",
      peer: { what: `import, ${largest / 10} paragraphs`, median: small },
      bar: { ratio: 12 },
    });
    if (!quick) drawCurves(join(root, "test", "bench", "export.svg"), "paragraphs", curves);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function least(best: Map<string, number>, { ms, cpu, peak }: Report): void {
  best.set("cpu", Math.min(best.get("cpu") ?? Number.POSITIVE_INFINITY, cpu));
  best.set("ms", Math.min(best.get("ms") ?? Number.POSITIVE_INFINITY, ms));
  best.set("peak", Math.min(best.get("peak") ?? Number.POSITIVE_INFINITY, peak));
}

function checkTexts(paths: Record<"ours" | "peer", string>, count: number): void {
  const lines = twiceChanged(count);
  const expected = [sideOf(lines, "-"), sideOf(lines, "+")].map((side) => side.replaceAll("\n", ""));
  for (const [who, path] of Object.entries(paths)) {
    const opened = openBase(new Uint8Array(readFileSync(path)), "long.docx");
    if (!opened.ok) throw new Error(`The file of ${who} cannot be read: ${opened.error.code}`);
    const found = [opened.value.doc.textContent, opened.value.current?.textContent];
    if (found[0] !== expected[0] || found[1] !== expected[1]) throw new Error(`The file of ${who} holds other texts.`);
  }
}
