/**
 * Hand-outs of the command line: a page for a browser, a Word file in the program's own template, or a PDF. The
 * PDF is printed by the application, which is started off-screen for it.
 */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeHandoutDocx } from "../../shared/handouts/docx-writer";
import type { Handout } from "../../shared/handouts/handout";
import { printedPage, writeHtml } from "../../shared/handouts/html-writer";
import { failure, type Message, type Result, success } from "../../shared/result";
import { templateBytes } from "./outputs";

export type HandoutEnding = ".html" | ".docx" | ".pdf";

/** `__dirname` is `out`, beside `scripts` where the program runs from its sources. */
const printScript = join(__dirname, "..", "scripts", "print.mjs");

/** Writes a hand-out by the ending of its name. */
export async function handoutOutput(handout: Handout, ending: HandoutEnding): Promise<Result<Uint8Array>> {
  if (ending === ".html") return success(Buffer.from(writeHtml(handout)));
  if (ending === ".pdf") return pdfOutput(handout);
  return writeHandoutDocx(handout, await templateBytes());
}

async function pdfOutput(handout: Handout): Promise<Result<Uint8Array>> {
  const page = printedPage(handout);
  const failed = (detail: string) => failure<Uint8Array>("print.failed", { title: page.title, detail });
  if (!existsSync(printScript)) return failure("print.no-application");
  const folder = await mkdtemp(join(tmpdir(), "resdraft-print-"));
  try {
    await writeFile(join(folder, "page.json"), JSON.stringify(page));
    const { code, said } = await runScript(folder);
    const refused = await readFile(join(folder, "failure.json"), "utf8").catch(() => null);
    if (refused !== null) return { ok: false, error: JSON.parse(refused) as Message, messages: [] };
    if (code !== 0) return failed(said.trim().split("\n").at(-1) ?? "");
    return success(new Uint8Array(await readFile(join(folder, "page.pdf"))));
  } catch (error) {
    return failed((error as Error).message);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function runScript(folder: string): Promise<{ code: number; said: string }> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [printScript, folder], { stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    child.stderr.on("data", (chunk) => {
      said += chunk;
    });
    child.on("error", fail);
    child.on("close", (code) => done({ code: code ?? 1, said }));
  });
}
