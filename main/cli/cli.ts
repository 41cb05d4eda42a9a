/**
 * The command line: everything that the window can do to a document, without a window. Results go to standard output
 * and to the file named with `-o`. Exit code 0 means that it worked, 1 that it did not, 2 that the command was not
 * understood; why stands in one sentence on standard error. 3 means that it worked and found errors (`check`) or left
 * conflicts (`rebase`).
 */
import { basename } from "node:path";
import { version } from "../../package.json";
import { translator } from "../../shared/locales/translator";
import { wordMessage } from "../../shared/locales/wording";
import type { Message } from "../../shared/result";
import { brackets } from "./brackets";
import { checkFile } from "./check";
import { type Command, helpOf, readWords, usageOf } from "./command";
import { comments } from "./comments";
import { compare } from "./compare";
import { compileDrafts } from "./compile";
import { contributeFrom } from "./contribute";
import { exportDraft } from "./export";
import { inspectFile } from "./inspect";
import { type Progress, progressLine } from "./progress";
import { rebaseDraft } from "./rebase";
import { revise } from "./revise";
import { acceptChangesOfDraft, rejectChangesOfDraft } from "./settle";
import { sideBySide } from "./side-by-side";
import { summary } from "./summary";
import { verify } from "./verify";
import { versions } from "./versions";

const commands: readonly Command[] = [
  inspectFile,
  compare,
  contributeFrom,
  exportDraft,
  verify,
  checkFile,
  comments,
  brackets,
  revise,
  versions,
  sideBySide,
  compileDrafts,
  acceptChangesOfDraft,
  rejectChangesOfDraft,
  rebaseDraft,
  summary,
];
const t = translator("en");

async function main(words: readonly string[]): Promise<number> {
  const [name, ...rest] = words;
  if (name === undefined) return complain({ severity: "error", code: "cli.no-command" }, [], 2);
  if (name === "--help" || name === "-h" || name === "help") return print(overview());
  if (name === "--version") return print(`${version}\n`);
  const command = commands.find((each) => each.name === name);
  if (!command) return complain({ severity: "error", code: "cli.unknown-command", values: { command: name } }, [], 2);
  const read = readWords(command, rest);
  if (!read.ok) return complain(read.error, [], 2);
  if (read.value.options.help) return print(helpOf(command));

  const { files, options } = read.value;
  const named = [...files, ...Object.values(options).filter((value): value is string => typeof value === "string")];
  const result = await command.run(read.value, progress);
  progress("");
  for (const message of result.messages) {
    if (message.severity === "warning") process.stderr.write(`Note: ${sentence(message, [])}\n`);
  }
  if (!result.ok) return complain(result.error, named, 1);
  if (typeof result.value === "string") return print(result.value);
  print(result.value.text);
  return result.value.exitCode;
}

function overview(): string {
  const lines = commands.map((command) => `  ${usageOf(command)}\n      ${command.summary}`);
  return ["Usage: resdraft COMMAND …", "", ...lines, "", "resdraft COMMAND --help explains one command.", ""].join(
    "\n",
  );
}

/** One sentence; it begins with the file when it speaks of one and does not name it. */
function sentence(message: Message, files: readonly string[]): string {
  const said = wordMessage(t, message).replace(/\s+/g, " ").trim();
  const about = message.values?.file ?? message.values?.name;
  const isNamed = about !== undefined && said.includes(String(about));
  return isNamed || files.length === 0 || about === undefined ? said : `${basename(String(about))}: ${said}`;
}

function complain(message: Message, files: readonly string[], code: number): number {
  process.stderr.write(`resdraft: ${sentence(message, files)}\n`);
  return code;
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}

const progress: Progress = (doing, part) => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${progressLine(doing, part)}`);
};

// A reader that has seen enough, such as `head`, is no error.
process.stdout.on("error", () => process.exit());
main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: Error) => {
    process.exitCode = complain({ severity: "error", code: "unexpected", values: { detail: error.message } }, [], 1);
  },
);
