/** The table of known revisions that a user gives to a command: read whole, refused with the line that says none. */
import { basename } from "node:path";
import {
  builtInResolutions,
  type KnownRevision,
  readKnownResolutions,
} from "../../shared/resolution/known-resolutions";
import { failure, type Result, success } from "../../shared/result";
import { readWhole } from "../read-whole";

/** The built-in revisions with those of a file, when one is named. */
export async function readKnown(path: unknown): Promise<Result<KnownRevision[]>> {
  if (typeof path !== "string") return success([...builtInResolutions]);
  const bytes = await readWhole(path);
  if (!bytes.ok) return bytes;
  const { known, wrong } = readKnownResolutions(
    Buffer.from(bytes.value)
      .toString("utf8")
      .replace(/^\uFEFF/u, ""),
  );
  if (wrong[0] !== undefined) return failure("cli.known-line", { file: basename(path), line: wrong[0] });
  return success([...builtInResolutions, ...known]);
}
