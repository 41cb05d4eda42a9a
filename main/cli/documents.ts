/**
 * Files of the command line: read through the same openers as the window, written whole or not at all.
 * A failure always names the file.
 */
import { realpath } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { type Opened, type OpenedBase, type OpenOptions, openAny, type TrackedUse } from "../../shared/draft/open";
import { failure, type Message, type Result, success } from "../../shared/result";
import { readWhole } from "../read-whole";
import { writeWhole } from "../write-whole";
import type { Option } from "./command";

const trackedUses: readonly TrackedUse[] = ["proposal", "accept", "reject"];

/** The option that says which text of a file with tracked changes is meant. */
export function sideOption(what: string, without: "accept" | "reject"): Option {
  const other = without === "accept" ? "reject" : "accept";
  return {
    value: "accept|reject",
    oneOf: ["accept", "reject"],
    help: `Where ${what} holds tracked changes: ${without} them (default) or ${other} them.`,
  };
}

/** The reading of tracked changes that was asked for. */
export function trackedUse(given: unknown): { tracked?: TrackedUse } {
  const use = trackedUses.find((each) => each === given);
  return use ? { tracked: use } : {};
}

export type Read<T> = T & { bytes: Uint8Array; name: string };

/** Reads and opens whatever a file holds. */
export async function openFile(path: string, options: OpenOptions = {}): Promise<Result<Read<Opened>>> {
  const read = await readWhole(path);
  if (!read.ok) return read;
  const name = basename(path);
  const opened = openAny(read.value, name, options);
  if (!opened.ok) return { ...opened, error: aboutFile(path, opened.error) };
  return success(
    { ...opened.value, bytes: read.value, name },
    opened.messages.map((message) => aboutFile(path, message)),
  );
}

/** Reads a document that is no draft. */
export async function openDocument(path: string, options: OpenOptions = {}): Promise<Result<Read<OpenedBase>>> {
  const opened = await openFile(path, options);
  if (!opened.ok) return opened;
  if (opened.value.kind === "draft") return failure("cli.draft-here", { file: opened.value.name });
  return success(opened.value, opened.messages);
}

/** Adds the file's name to what a message says, where it does not name one. */
export function aboutFile(path: string, message: Message): Message {
  return { ...message, values: { file: basename(path), ...message.values } };
}

/** Writes a result; an input of the same command is never its output. */
export async function writeOutput(path: string, bytes: Uint8Array, inputs: readonly string[]): Promise<Result<string>> {
  const target = await place(path);
  for (const input of inputs) {
    if ((await place(input)) === target) return failure("cli.output-is-input", { file: basename(path) });
  }
  const written = await writeWhole(path, bytes);
  return written.ok ? success("", written.messages) : written;
}

async function place(path: string): Promise<string> {
  return realpath(path).catch(() => resolve(path));
}
