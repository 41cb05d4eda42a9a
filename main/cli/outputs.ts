/**
 * What `compare` and `export` write, by the ending of the output's name. A Word file leaves this module only
 * when its own bytes proved that rejecting all changes gives the base and accepting them the current text.
 */
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Node } from "prosemirror-model";
import { type ExportInput, type ExportMode, exportInSteps } from "../../shared/docx/export-docx";
import { withHost } from "../../shared/opc/packing";
import { compareJson } from "../../shared/redline/compare-json";
import { redlineToCritic } from "../../shared/redline/critic";
import type { Redline } from "../../shared/redline/redline-types";
import { failure, type Result, success } from "../../shared/result";
import { accountName } from "../account-name";
import { readWhole } from "../read-whole";
import { zlibPacker } from "../zlib-packer";
import { aboutFile } from "./documents";

export const exportModes = ["tracked", "typeset", "clean", "base"] as const satisfies readonly ExportMode[];

/** The option of every command that writes Word files. */
export const templateOption = {
  value: "FILE",
  help: "A .docx or .dotx to write into instead of the base's own file; styles are found by their ITU names.",
} as const;

type WordOptions = Pick<ExportInput, "mode" | "author" | "date" | "attributionOf" | "source" | "comments"> & {
  /** Path of a template, as it was given. */
  template: string | boolean | undefined;
};

export type Ending = ".docx" | ".json" | ".critic.txt" | ".resdraft" | ".html" | ".txt" | ".pdf";

/** `__dirname` is `out`, beside `resources`, wherever the program lies. */
export const templateFile = join(__dirname, "..", "resources", "templates", "itu.docx");

/** The program's own Word template. */
export async function templateBytes(): Promise<Uint8Array> {
  return new Uint8Array(await readFile(templateFile));
}

export interface Comparison {
  base: Node;
  current: Node;
  redline: Redline;
}

/** The ending that decides what is written, among those that the command can write. */
export function endingOf<E extends Ending>(path: string, allowed: readonly E[]): Result<E> {
  const ending = allowed.find((each) => path.toLowerCase().endsWith(each));
  return ending ? success(ending) : failure("cli.ending", { file: basename(path), endings: allowed.join(", ") });
}

/** The same for a command that can write into a template, which only a Word file has. */
export function endingWithTemplate<E extends Ending>(
  path: string,
  allowed: readonly E[],
  template: unknown,
): Result<E> {
  const ending = endingOf(path, allowed);
  return ending.ok && ending.value !== ".docx" && template !== undefined
    ? failure("cli.template-for-word", { file: path })
    : ending;
}

/** A time as ISO 8601, now when none is given. */
export function timeOf(given: unknown): Result<string> {
  if (given === undefined) return success(new Date().toISOString());
  const text = String(given);
  const iso = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/.test(text);
  const time = iso ? new Date(text) : null;
  if (!time || Number.isNaN(time.getTime())) return failure("cli.date", { given: text });
  return success(time.toISOString());
}

/** The author named, else the name of the account. */
export function authorOf(given: unknown): string {
  return typeof given === "string" ? given : accountName();
}

/** The JSON of a comparison. */
export function jsonOutput({ redline, base, current }: Comparison): Uint8Array {
  return Buffer.from(`${JSON.stringify(compareJson(redline, base, current), null, 2)}\n`);
}

/** The CriticMarkup of a comparison. */
export function criticOutput({ redline }: Comparison): Uint8Array {
  return Buffer.from(redlineToCritic(redline));
}

/** A proved Word file: in the template named, else in the base's own file, else in the program's template. */
export async function wordOutput(
  comparison: Comparison,
  { template: named, ...options }: WordOptions,
): Promise<Result<Uint8Array>> {
  if (named === undefined)
    return withHost(zlibPacker, exportInSteps({ ...comparison, ...options, template: await templateBytes() }));
  const template = await readWhole(String(named));
  if (!template.ok) return template;
  const work = exportInSteps({ ...comparison, ...options, template: template.value, source: undefined });
  const written = await withHost(zlibPacker, work);
  return written.ok ? written : { ...written, error: aboutFile(String(named), written.error) };
}
