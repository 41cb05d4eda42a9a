/**
 * `npm run advisories`: no dependency with a known advisory, but for those that are allowed below with a reason. Not every
 * registry answers this question; one that does not is named in a sentence, and nothing is claimed.
 */
import { allowed, judge } from "./known-advisories.mjs";
import { root } from "./places.mjs";
import { capture, npmCommand } from "./process.mjs";

const [program, ...words] = npmCommand();
const asked = capture(program, [...words, "audit", "--json"], { cwd: root });
const report = read(asked.stdout);
if (!report?.vulnerabilities) {
  console.log("Not checked: the registry of this machine does not answer questions about advisories.");
} else {
  const { found, unknown, outlived } = judge(report, allowed);
  for (const { id, name, title, severity } of unknown) console.error(`${id} (${severity}) ${name}: ${title}`);
  for (const { id } of outlived) console.error(`${id} is allowed here, but no dependency has it any more.`);
  console.log(`${found.length} advisories, ${found.length - unknown.length} of them allowed with a reason.`);
  process.exitCode = unknown.length + outlived.length > 0 ? 1 : 0;
}

function read(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
