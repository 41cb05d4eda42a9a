/** Hand-outs of the command line: a page for a browser or a Word file in the program's own template. */
import { readFile } from "node:fs/promises";
import { writeHandoutDocx } from "../../shared/handouts/docx-writer";
import type { Handout } from "../../shared/handouts/handout";
import { writeHtml } from "../../shared/handouts/html-writer";
import { type Result, success } from "../../shared/result";
import { templateFile } from "./outputs";

/** Writes a hand-out by the ending of its name. */
export async function handoutOutput(handout: Handout, ending: ".html" | ".docx"): Promise<Result<Uint8Array>> {
  if (ending === ".html") return success(Buffer.from(writeHtml(handout)));
  return writeHandoutDocx(handout, new Uint8Array(await readFile(templateFile)));
}
