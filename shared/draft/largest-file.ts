/**
 * How large a file may be to be read at all, by its name, before a byte of it is: from a dialog, from the command line, or
 * dropped on the window. What it holds is bounded again by its own reader.
 */
import { packageLimits } from "../opc/limits";
import { failure, type Result, success } from "../result";
import { largestText } from "../text/decode";

const megabyte = 1024 * 1024;

/** Refuses a file that is larger than any of its kind. */
export function sizeAllowed(name: string, size: number): Result<null> {
  const limit = name.toLowerCase().endsWith(".txt") ? largestText : packageLimits.file;
  if (size <= limit) return success(null);
  return failure("file.too-large", { name, size: Math.ceil(size / megabyte), limit: limit / megabyte });
}
