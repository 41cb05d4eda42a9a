/**
 * `--print-job=FOLDER`: what the command line asks of the application, since only the application can print.
 * FOLDER holds `page.json`, a printed page; the job writes `page.pdf` beside it, or `failure.json` with the
 * message, opens no window that anybody sees, and ends.
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { app } from "electron";
import { isPrintedPage } from "./guards";
import { printPdf } from "./print-pdf";

/** Prints the page of a folder and ends the program. */
export function runPrintJob(folder: string): void {
  // Printing closes its own window; the program ends when the file is written.
  app.on("window-all-closed", () => {});
  printFolder(folder).then(
    () => app.exit(0),
    (error: Error) => {
      process.stderr.write(`${error.message}\n`);
      app.exit(1);
    },
  );
}

async function printFolder(folder: string): Promise<void> {
  const page: unknown = JSON.parse(await readFile(join(folder, "page.json"), "utf8"));
  if (!isPrintedPage(page)) throw new Error("page.json holds no page that can be printed.");
  const printed = await printPdf(page);
  if (printed.ok) await writeFile(join(folder, "page.pdf"), printed.value);
  else await writeFile(join(folder, "failure.json"), JSON.stringify(printed.error));
}
