/** LibreOffice's own comparison of two texts, beside ours: how long it takes to have both and to compare, and how much it marks. */
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { readDocx } from "../../shared/docx/document-reader";
import type { Side } from "../../shared/docx/records";
import { linesOfSource } from "../../shared/docx/text-lines";
import type { LongResolution } from "./long-resolution";

export interface OfficeCompared {
  open: number;
  compare: number;
  /** Characters inserted and deleted in the file that it wrote. */
  marked: number;
}

/** Lets LibreOffice compare two texts; null where there is none. Its result must hold both texts. */
export async function compareInOffice(root: string, text: LongResolution): Promise<OfficeCompared | null> {
  const python = "/usr/bin/python3";
  const folder = mkdtempSync(join(tmpdir(), "resdraft-compare-"));
  const paths = ["base.txt", "revised.txt", "marked.docx"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const [base, revised, marked] = paths;
  try {
    writeFileSync(base, `${text.base}\n`);
    writeFileSync(revised, `${text.revised}\n`);
    const script = join(root, "test", "bench", "peers", "compare-office.py");
    const { stdout } = await promisify(execFile)(python, [script, ...paths], { timeout: 300_000 });
    const times = JSON.parse(stdout) as Pick<OfficeCompared, "open" | "compare">;
    return { ...times, marked: markedIn(marked, text) };
  } catch (error) {
    if (existsSync(marked)) throw error;
    console.log("LibreOffice with its Python is not on this machine: its comparison is left out.");
    return null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function markedIn(path: string, text: LongResolution): number {
  const file = readDocx(new Uint8Array(readFileSync(path)));
  if (!file.ok) throw new Error(`The file of LibreOffice cannot be read: ${file.error.code}`);
  const { accept, reject } = file.value.sides;
  const words = (of: string) => of.replace(/\s+/g, " ").trim();
  const held = (side: Side) =>
    words(
      linesOfSource(file.value.sides[side].source)
        .map((line) => line.text)
        .join(" "),
    );
  if (held("accept") !== words(text.revised) || held("reject") !== words(text.base)) {
    throw new Error("The file of LibreOffice holds other texts.");
  }
  const changes = [...accept.attributions, ...reject.attributions].filter(({ kind }) => kind !== "formatting");
  return changes.reduce((sum, { from, to }) => sum + to - from, 0);
}
