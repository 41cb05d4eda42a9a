/**
 * Reading without a window: the longest seed, and a real Word file down to a document of provisions, beside `mammoth`
 * to HTML in the same process and beside LibreOffice converting it to text. All three must find the same words.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import mammoth from "mammoth";
import { openBase } from "../../shared/draft/open";
import type { Figure, Row } from "./rows";

interface Context {
  quick: boolean;
  root: string;
  /** Where rows go as they are found, so that a later failure does not lose them. */
  rows: Row[];
  measure(work: () => unknown, options: { times: number; warmup: number }): Promise<Figure>;
}

export default async function reading(context: Context): Promise<void> {
  await readText(context);
  await readWord(context);
}

/** The longest seed, a text of 107 kB; a window needs it to be read, and drawn, within the bar. */
async function readText({ quick, root, rows, measure }: Context): Promise<void> {
  const file = join(root, "../shared/seeds/003_bdf9f61c0da6bdcb.txt");
  if (!existsSync(file)) {
    console.log("The text to read is not on this machine: left out.");
    return;
  }
  const bytes = new Uint8Array(readFileSync(file));
  const work = () => {
    const opened = openBase(bytes, "text.txt");
    if (!opened.ok) throw new Error(opened.error.code);
  };
  const what = "read seed 003, 107 kB of text";
  rows.push({ what, ...(await measure(work, { times: quick ? 8 : 25, warmup: 3 })), unit: "ms", bar: { limit: 100 } });
}

/** The real resolution, beside others who read Word. */
async function readWord({ quick, root, rows, measure }: Context): Promise<void> {
  const file = join(root, "../shared/corpus/metanorma+mn-samples-itu/reference-docs/T-RES-T.1-2016-MSW-E.docx");
  if (!existsSync(file)) {
    console.log("The Word file to read is not on this machine: left out.");
    return;
  }
  const bytes = new Uint8Array(readFileSync(file));
  const rounds = { times: quick ? 8 : 25, warmup: 3 };
  const opened = openBase(bytes, "resolution.docx");
  if (!opened.ok) throw new Error(opened.error.code);
  const buffer = Buffer.from(bytes);
  const { value: raw } = await mammoth.extractRawText({ buffer });
  checkWords(opened.value.doc.textBetween(0, opened.value.doc.content.size, " ", " "), raw);
  const ours = await measure(() => openBase(bytes, "resolution.docx"), rounds);
  const library = await measure(() => mammoth.convertToHtml({ buffer }), rounds);
  const what = "read T-RES-T.1-2016-MSW-E.docx";
  rows.push({ what, ...ours, unit: "ms", peer: { what: "mammoth", ...library }, bar: { ratio: 1, limit: 250 } });
  const office = await officeTime(file, measure, quick ? 1 : 3);
  if (office)
    rows.push({ what, ...ours, unit: "ms", peer: { what: "LibreOffice to text", ...office }, bar: { ratio: 0.1 } });
}

async function officeTime(file: string, measure: Context["measure"], times: number): Promise<Figure | null> {
  const folder = mkdtempSync(join(tmpdir(), "resdraft-office-"));
  const words = [
    "--headless",
    `-env:UserInstallation=file://${folder}/profile`,
    "--convert-to",
    "txt:Text",
    "--outdir",
    folder,
  ];
  try {
    return await measure(() => execFileSync("soffice", [...words, file], { stdio: "ignore" }), { times, warmup: 1 });
  } catch {
    console.log("LibreOffice is not on this machine: left out.");
    return null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Labels, numbers and notes are told differently; the words of the text are the same. */
function checkWords(ours: string, theirs: string): void {
  const longWords = (text: string) => new Set(text.match(/\p{L}{6,}/gu) ?? []);
  const found = longWords(ours);
  const missing = [...longWords(theirs)].filter((word) => !found.has(word));
  if (missing.length > longWords(theirs).size * 0.02)
    throw new Error(`Words are missing: ${missing.slice(0, 9).join(" ")}`);
}
