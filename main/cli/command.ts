/**
 * What a command of the command line is: data for its help, and one function from words to a result.
 * Usage mistakes and failures of the work are both told in one sentence; they differ in the exit code.
 */
import { type ParseArgsConfig, parseArgs } from "node:util";
import { failure, type Result, success } from "../../shared/result";
import type { Progress } from "./progress";

export interface Option {
  /** What stands for the value in the help; none for a switch. */
  value?: string;
  short?: string;
  required?: true;
  /** The only values there are. */
  oneOf?: readonly string[];
  help: string;
}

export interface Command {
  name: string;
  /** Names of the files it takes, in order; a last `NAME...` stands for one or more. */
  files: readonly string[];
  summary: string;
  options: Readonly<Record<string, Option>>;
  /** Does the work; the value is what goes to standard output. */
  run(words: Words, progress: Progress): Promise<Result<string | Verdict>>;
}

/** What goes to standard output, with an exit code that says more than that it worked. */
export interface Verdict {
  text: string;
  exitCode: number;
}

export interface Words {
  files: string[];
  options: Record<string, string | boolean | undefined>;
}

/** Reads the words of a command line, or says which one is wrong. */
export function readWords(command: Command, words: readonly string[]): Result<Words> {
  const config: NonNullable<ParseArgsConfig["options"]> = { help: { type: "boolean", short: "h" } };
  for (const [name, { value, short }] of Object.entries(command.options)) {
    config[name] = { type: value ? "string" : "boolean", ...(short ? { short } : {}) };
  }
  let parsed: Words;
  try {
    const { values, positionals } = parseArgs({ args: [...words], options: config, allowPositionals: true });
    parsed = { files: positionals, options: values as Words["options"] };
  } catch (error) {
    const option = /'(-[^' ,]*)/.exec((error as Error).message)?.[1] ?? "";
    const unknown = (error as NodeJS.ErrnoException).code === "ERR_PARSE_ARGS_UNKNOWN_OPTION";
    return failure(unknown ? "cli.unknown-option" : "cli.option-value", { option, command: command.name });
  }
  return parsed.options.help ? success(parsed) : checkWords(command, parsed);
}

function checkWords(command: Command, parsed: Words): Result<Words> {
  for (const [name, { required, oneOf }] of Object.entries(command.options)) {
    const value = parsed.options[name];
    if (required && value === undefined) {
      return failure("cli.missing-option", { option: `--${name}`, command: command.name });
    }
    if (typeof value === "string" && oneOf && !oneOf.includes(value)) {
      return failure("cli.not-one-of", { option: `--${name}`, given: value, values: oneOf.join(", ") });
    }
  }
  const { files } = command;
  const isOpen = files.at(-1)?.endsWith("...") ?? false;
  if (parsed.files.length === files.length || (isOpen && parsed.files.length > files.length)) return success(parsed);
  return failure("cli.files", {
    command: command.name,
    expected: files.join(" ") || "no file",
    given: parsed.files.length,
  });
}

/** One line such as `compare BASE REVISED -o OUT [--author NAME]`. */
export function usageOf(command: Command): string {
  const options = Object.entries(command.options).map(([name, { value, short, required }]) => {
    const word = `${short && required ? `-${short}` : `--${name}`}${value ? ` ${value}` : ""}`;
    return required ? word : `[${word}]`;
  });
  return [command.name, ...command.files, ...options].join(" ");
}

/** The help of one command. */
export function helpOf(command: Command): string {
  const rows = Object.entries(command.options).map(([name, { value, short, help }]) => [
    `${short ? `-${short}, ` : ""}--${name}${value ? ` ${value}` : ""}`,
    help,
  ]);
  rows.push(["-h, --help", "Show this help."]);
  const width = Math.max(...rows.map(([word]) => (word as string).length));
  const table = rows.map(([word, help]) => `  ${(word as string).padEnd(width)}  ${help}`);
  return [`Usage: resdraft ${usageOf(command)}`, "", command.summary, "", ...table, ""].join("\n");
}
