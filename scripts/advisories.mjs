/**
 * `npm run advisories`: no dependency with a known advisory, but for those that are allowed below with a reason. Not every
 * registry answers this question; one that does not is named in a sentence, and nothing is claimed.
 */
import { root } from "./places.mjs";
import { capture, npmCommand } from "./process.mjs";

/**
 * Advisories that do not concern this program: `{ id: "GHSA-…", reason: "why it cannot be reached here" }`. An entry that
 * no dependency has any more fails the run, so that the list never outlives its reasons.
 */
const allowed = [];

const [program, ...words] = npmCommand();
const asked = capture(program, [...words, "audit", "--json"], { cwd: root });
const report = read(asked.stdout);
if (!report?.vulnerabilities) {
  console.log("Not checked: the registry of this machine does not answer questions about advisories.");
} else {
  const found = new Map();
  for (const { via } of Object.values(report.vulnerabilities)) {
    // A text instead of a record only names another package that is listed itself.
    for (const each of via) if (typeof each === "object") found.set(idOf(each), each);
  }
  const unknown = [...found].filter(([id]) => !allowed.some((entry) => entry.id === id));
  const outlived = allowed.filter(({ id }) => !found.has(id));
  for (const [id, { name, title, severity }] of unknown) console.error(`${id} (${severity}) ${name}: ${title}`);
  for (const { id } of outlived) console.error(`${id} is allowed here, but no dependency has it any more.`);
  console.log(`${found.size} advisories, ${found.size - unknown.length} of them allowed with a reason.`);
  process.exitCode = unknown.length + outlived.length > 0 ? 1 : 0;
}

function read(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function idOf({ url, source }) {
  return /GHSA-[\w-]+/.exec(url ?? "")?.[0] ?? String(source);
}
