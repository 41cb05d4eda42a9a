/**
 * Asks LibreOffice what a Word file says: its paragraphs as shown, with all changes accepted and with all rejected,
 * and the changes themselves. One LibreOffice serves all files of a call, since starting it costs two seconds.
 */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

export interface JudgedParagraph {
  /** `body`, `body/Table1.A1` or `footnote 1`. */
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
}

/** The verdict on each file, in order; with `pdfFolder` also NAME.pdf in that folder. */
export async function judge(paths: string[], pdfFolder?: string): Promise<Verdict[]> {
  const words = [join(__dirname, "office.py"), ...(pdfFolder ? ["--pdf", pdfFolder] : []), ...paths];
  const { stdout } = await promisify(execFile)("/usr/bin/python3", words, { maxBuffer: 512 * 1024 * 1024 });
  const verdicts = JSON.parse(stdout) as Record<string, Verdict | { error: string }>;
  return paths.map((path) => {
    const verdict = verdicts[path];
    if (!verdict || "error" in verdict) throw new Error(`${path}: ${verdict?.error ?? "no verdict"}`);
    return verdict;
  });
}

/** The text of each paragraph. */
export function texts(paragraphs: JudgedParagraph[]): string[] {
  return paragraphs.map(({ text }) => text);
}
