/**
 * The redline without a window: after one keystroke, exact again after a pause, and as a whole, from 100 to 10,000
 * items with as many changes; comparing 5,000 items of which a fifth changed; compiling ten drafts. After the
 * keystrokes the live redline, settled, must be the batch redline of the same two documents.
 */
import { join } from "node:path";
import type { Node } from "prosemirror-model";
import { Transform } from "prosemirror-transform";
import { compile } from "../../shared/redline/compile";
import { settleInSteps, startLive, updateLive } from "../../shared/redline/live";
import { redline } from "../../shared/redline/redline";
import type { Redline } from "../../shared/redline/redline-types";
import { finish } from "../../shared/redline/steps";
import { schema } from "../../shared/schema/schema";
import { drawCurves } from "./curves";
import { encoder, longDraft, readLong } from "./long-draft";
import { changeSome, type LongResolution, longResolution } from "./long-resolution";
import { compareInOffice } from "./office";
import type { Figure, Row } from "./rows";

interface Context {
  quick: boolean;
  root: string;
  /** Where rows go as they are found, so that a later failure does not lose them. */
  rows: Row[];
  summary(samples: number[]): Figure;
}

export default async function redlining({ quick, root, summary, rows }: Context): Promise<void> {
  const curves: Record<string, [number, number][]> = {
    "after a keystroke": [],
    "exact after a pause": [],
    "whole document": [],
  };
  let smallest: Figure | null = null;
  for (const items of quick ? [100, 1000] : [100, 1000, 10_000]) {
    const { keystroke, settled, whole } = typeInto(items, quick ? 40 : 120, summary);
    curves["after a keystroke"]!.push([items, keystroke.median]);
    curves["exact after a pause"]!.push([items, settled.median]);
    curves["whole document"]!.push([items, whole]);
    rows.push({
      what: `redline after one keystroke, ${items}/${items}`,
      ...keystroke,
      unit: "ms",
      ...(smallest ? { peer: { what: "the same, 100/100", ...smallest }, bar: { ratio: 1.5 } } : {}),
    });
    rows.push({ what: `exact redline after a pause, ${items}/${items}`, ...settled, unit: "ms" });
    rows.push({ what: `redline of the whole, first time, ${items}/${items}`, median: whole, unit: "ms" });
    smallest ??= keystroke;
  }
  const compared = [100, 1000, 5000, 10_000].filter((items) => items <= (quick ? 1000 : 10_000));
  curves["reading and comparing two texts"] = compared.map((items) => [items, compareOnce(items)]);
  if (!quick) drawCurves(join(root, "test", "bench", "redline.svg"), "items, as many changes", curves);
  rows.push(compileRow(quick ? 200 : 1000));
  rows.push(...(await compareRows(root, quick ? 1000 : 5000, summary)).map((row) => (quick ? withoutBar(row) : row)));
}

/** A bar is about the size that it names: what a quick run measures is smaller. */
function withoutBar({ bar: _, ...row }: Row): Row {
  return row;
}

function typeInto(items: number, keys: number, summary: Context["summary"]) {
  const { base, current } = longDraft(items);
  const fresh = [base, current].map((doc) => schema.nodeFromJSON(doc.toJSON())) as [Node, Node];
  const started = performance.now();
  let live = startLive(...fresh);
  const whole = performance.now() - started;
  const places: number[] = [];
  let doc = fresh[1];
  doc.descendants((node, pos) => {
    if (node.type.name === "item") places.push(pos);
    return !node.isTextblock;
  });
  const samples: number[] = [];
  const settled: number[] = [];
  for (let key = 0; key < keys; key++) {
    // From the end to the start, so that the places found at first stay true.
    const place = places[Math.floor(places.length * (0.9 - (0.8 * key) / keys))] as number;
    doc = new Transform(doc).insert(place + 30, schema.text("x")).doc;
    const before = performance.now();
    live = updateLive(live, doc);
    samples.push(performance.now() - before);
    if (key % 4 < 3) continue;
    const paused = performance.now();
    live = finish(settleInSteps(live));
    settled.push(performance.now() - paused);
  }
  const told = (of: typeof live.redline) =>
    JSON.stringify(of.provisions.map(({ id, status, segments }) => [id, status, segments]));
  const batch = redline(schema.nodeFromJSON(base.toJSON()), schema.nodeFromJSON(doc.toJSON()));
  if (told(finish(settleInSteps(live)).redline) !== told(batch))
    throw new Error("The settled redline is not the batch redline.");
  return { keystroke: summary(samples.slice(5)), settled: summary(settled), whole };
}

/** Reads and compares two texts; what moved must be found. */
function compareOnce(items: number): number {
  return compared(longResolution(items, changeSome)).took;
}

function compared(text: LongResolution): { took: number; result: Redline } {
  const started = performance.now();
  const [base, revised] = [readLong(text.base), readLong(text.revised)];
  const result = redline(base, revised);
  const took = performance.now() - started;
  const moved = text.fates.filter((fate) => fate === "moved").length;
  if (result.counts.moved !== moved) throw new Error(`${moved} items moved, ${result.counts.moved} were found.`);
  return { took, result };
}

async function compareRows(root: string, items: number, summary: Context["summary"]): Promise<Row[]> {
  const text = longResolution(items, changeSome);
  const samples = Array.from({ length: 5 }, () => compared(text).took);
  const size = Math.round(encoder.encode(text.base).length / 1024);
  const note = `both texts (${size} kB) read and compared; 20 % changed, 2 % moved`;
  const row: Row = { what: `compare ${items} items`, ...summary(samples), unit: "ms", bar: { limit: 1000 }, note };
  const office = await compareInOffice(root, text);
  if (!office) return [row];
  const peer = { what: "LibreOffice, both texts opened and compared", median: office.open + office.compare };
  const alone = { what: "LibreOffice, the comparison alone", median: office.compare };
  // Read anew each time: what was compared once is remembered by its nodes.
  const comparisons = Array.from({ length: 5 }, () => {
    const read = [readLong(text.base), readLong(text.revised)] as const;
    const started = performance.now();
    redline(...read);
    return performance.now() - started;
  });
  return [
    { ...row, peer, bar: { limit: 1000, ratio: 0.05 } },
    {
      what: `compare ${items} items, without reading`,
      ...summary(comparisons),
      unit: "ms",
      peer: alone,
      bar: { ratio: 0.05 },
    },
    {
      what: `marked in ${items} items`,
      median: markedBy(compared(text).result),
      unit: "characters",
      peer: { what: "LibreOffice", median: office.marked },
      bar: { ratio: 1 },
    },
  ];
}

/** Characters that are struck or underlined, labels among them. */
function markedBy({ provisions }: Redline): number {
  let marked = 0;
  for (const { before, after, segments } of provisions) {
    for (const { op, text } of segments) if (op !== "=") marked += text.length;
    const [old, now] = [before, after].map((block) =>
      block ? block.node.attrs.label + block.node.attrs.separator : "",
    );
    if (old !== now) marked += old!.length + now!.length;
  }
  return marked;
}

function compileRow(items: number): Row {
  const base = readLong(longResolution(items, () => "kept").base);
  const drafts = Array.from({ length: 10 }, (_, draft) => ({
    source: `Draft ${draft + 1}`,
    current: readLong(longResolution(items, (index) => (index % 10 === draft ? "replaced" : "kept")).revised),
  }));
  const started = performance.now();
  const { rows } = compile(base, drafts as never);
  const median = performance.now() - started;
  if (rows.length < items) throw new Error("The compilation lost rows.");
  return { what: `compile 10 drafts × ${items} items`, median, unit: "ms", bar: { limit: 1000 } };
}
