/**
 * The command line in plain Node: `npm run -s resdraft -- COMMAND …`. Builds `out/cli.js` when it is stale,
 * saying nothing on stdout, then hands over in the same process, in the folder in which the user typed.
 */
import { createRequire } from "node:module";
import { join } from "node:path";
import { ensureBuilt } from "./build.mjs";
import { callerFolder, out } from "./places.mjs";

try {
  ensureBuilt(["cli"]);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
process.chdir(callerFolder);
const cli = join(out, "cli.js");
process.argv[1] = cli;
createRequire(import.meta.url)(cli);
