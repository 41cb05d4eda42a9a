/**
 * What the words of the program's own command line mean: a document to open, a sample job to run, a page to print.
 */
import { extname, resolve } from "node:path";

const documentExtensions = new Set([".resdraft", ".docx", ".dotx", ".docm", ".doc", ".txt"]);

/** The first document among the words of a command line, as a full path. */
export function documentIn(words: readonly string[], folder: string): string | null {
  // The first word is the program; in development the second is the application's own folder.
  const named = words.slice(1).filter((word) => !word.startsWith("-"));
  const document = named.find((word) => documentExtensions.has(extname(word).toLowerCase()));
  return document === undefined ? null : resolve(folder, document);
}

/** The folder that `--sample-job=FOLDER` names, or null. */
export function sampleJobFolder(words: readonly string[] = process.argv): string | null {
  return folderOf("--sample-job=", words);
}

/** The folder that `--print-job=FOLDER` names, or null. */
export function printJobFolder(words: readonly string[] = process.argv): string | null {
  return folderOf("--print-job=", words);
}

function folderOf(option: string, words: readonly string[]): string | null {
  const word = words.find((each) => each.startsWith(option));
  return word === undefined ? null : resolve(word.slice(option.length));
}
