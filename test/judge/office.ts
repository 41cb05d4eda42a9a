/**
 * Asks LibreOffice what a Word file says: its paragraphs as shown, with all changes accepted and with all rejected,
 * and the changes themselves. One LibreOffice serves all files of a call, since starting it costs two seconds; two
 * share a longer list.
 */
import { execFile } from "node:child_process";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

export interface JudgedParagraph {
  /** `body`, `body/Table1.A1`, `footnote 1`, `endnote 1` or `frame Frame1`. */
  where: string;
  style: string;
  text: string;
}

export interface JudgedChange {
  type: "Insert" | "Delete" | "Format" | "ParagraphFormat" | string;
  author: string;
  /** Local time without zone. */
  date: string;
  /** Null where the change has no text of its own, as for a table row. */
  text: string | null;
}

export interface Verdict {
  shown: JudgedParagraph[];
  accepted: JudgedParagraph[];
  rejected: JudgedParagraph[];
  changes: JudgedChange[];
  /** How many changes resisted, when that was not an error. */
  left?: { accepted: number; rejected: number };
}

/** What became of a file: a verdict, or why there is none. */
export type Judged = Verdict | { error: string };

/** The verdict on each file, in order; with `pdfFolder` also NAME.pdf in that folder. */
export async function judge(paths: string[], pdfFolder?: string): Promise<Verdict[]> {
  const judged = await ask(paths, pdfFolder ? ["--pdf", pdfFolder] : []);
  return judged.map((verdict, index) => {
    if ("error" in verdict) throw new Error(`${paths[index]}: ${verdict.error}`);
    return verdict;
  });
}

/** What became of each of other people's files, in order: some of them resist, and none may take longer than three minutes. */
export async function judgeForeign(paths: string[], fields?: "refreshed"): Promise<Judged[]> {
  return ask(paths, ["--incomplete", "--limit", "180", ...(fields ? ["--refresh"] : [])]);
}

/** Paths for which a second office is worth its start. */
const long = 8;

async function ask(paths: string[], switches: string[]): Promise<Judged[]> {
  const offices = paths.length < long ? 1 : Math.min(2, availableParallelism());
  const shares = Array.from({ length: offices }, (_, office) => paths.filter((_, index) => index % offices === office));
  const answers = await Promise.all(shares.map((share) => askOne(share, switches)));
  const verdicts: Record<string, Judged> = Object.assign({}, ...answers);
  return paths.map((path) => verdicts[path] ?? { error: "no verdict" });
}

async function askOne(paths: string[], switches: string[]): Promise<Record<string, Judged>> {
  const words = [join(__dirname, "office.py"), ...switches, ...paths];
  const { stdout } = await promisify(execFile)("/usr/bin/python3", words, { maxBuffer: 512 * 1024 * 1024 });
  return JSON.parse(stdout);
}

/** The text of each paragraph. */
export function texts(paragraphs: JudgedParagraph[]): string[] {
  return paragraphs.map(({ text }) => text);
}
