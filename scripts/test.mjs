/**
 * `npm test`: everything that can be tested on this machine, ending with one line `N passed, N failed`.
 * Suites: `unit` (vitest), `app` (flows in the real application), `judge` (LibreOffice reads our files),
 * `packaged` (the packaged program starts; only when named). `--only SUITE` runs one; other words go to its runner.
 * What cannot run here is named in one sentence each, and a runner that ends without a count is a failure.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt } from "./build.mjs";
import { prepareMachine } from "./machine.mjs";
import { root } from "./places.mjs";
import { capture, isInstalled, run } from "./process.mjs";

const results = join(root, "test", "results");
const module = (...path) => join(root, "node_modules", ...path);

const suites = { unit: runUnit, app: runApp, judge: runJudge, packaged: runPackaged };

function readCommandLine(words) {
  const at = words.indexOf("--only");
  if (at < 0) return { names: ["unit", "app", "judge"], rest: words };
  const name = words[at + 1];
  if (!(name in suites)) throw new Error(`There is no suite ${name}; there are ${Object.keys(suites).join(", ")}.`);
  return { names: [name], rest: words.toSpliced(at, 2) };
}

async function runVitest(projects, rest) {
  const report = freshReport(projects.join("-"));
  const words = projects.map((name) => `--project=${name}`);
  const code = await run(
    process.execPath,
    [
      module("vitest", "vitest.mjs"),
      "run",
      "--config=test/vitest.config.mts",
      "--passWithNoTests",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
      ...words,
      ...rest,
    ],
    { cwd: root },
  );
  return count(report, code, (found) => ({
    passed: found.numPassedTests,
    // A file that cannot even be loaded has no tests to count.
    failed: found.numFailedTests + found.testResults.filter(isBroken).length,
    skipped: found.numPendingTests + found.numTodoTests,
  }));
}

const isBroken = ({ status, assertionResults }) =>
  status === "failed" && !assertionResults.some((test) => test.status === "failed");

async function runPlaywright(project, rest, environment) {
  const report = freshReport(project);
  const config = join("test", "e2e", "playwright.config.mts");
  const code = await run(
    process.execPath,
    [module("@playwright/test", "cli.js"), "test", "-c", config, "--project", project, "--pass-with-no-tests", ...rest],
    { cwd: root, env: { ...environment, RESDRAFT_TEST_REPORT: report } },
  );
  return count(report, code, ({ stats, errors }) => {
    if (stats.flaky > 0) console.log(`${stats.flaky} flows passed only at the second try: a fault to be found.`);
    return {
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected + errors.length,
      skipped: stats.skipped,
    };
  });
}

function freshReport(name) {
  mkdirSync(results, { recursive: true });
  const report = join(results, `${name}.json`);
  rmSync(report, { force: true });
  return report;
}

/** What a runner's report says; a runner that failed without a failed test counts as one. */
function count(report, code, read) {
  const counts = existsSync(report)
    ? read(JSON.parse(readFileSync(report, "utf8")))
    : { passed: 0, failed: 0, skipped: 0 };
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  return counts;
}

async function runUnit(rest) {
  let unbuilt = 0;
  try {
    // Some tests run the command line as a user does.
    ensureBuilt(["cli"]);
  } catch (error) {
    console.error(error.message);
    unbuilt = 1;
  }
  const counts = await runVitest(["pure", "view"], rest);
  return { ...counts, failed: counts.failed + unbuilt };
}

async function runApp(rest) {
  const machine = await prepareMachine({ say: console.log });
  try {
    return await runPlaywright("app", rest, {
      ...machine.environment,
      RESDRAFT_TEST_ELECTRON: machine.electron.binary,
      RESDRAFT_TEST_SWITCHES: JSON.stringify(machine.switches),
    });
  } finally {
    machine.release();
  }
}

function hasOffice() {
  return isInstalled("soffice") && capture("/usr/bin/python3", ["-c", "import uno"]).code === 0;
}

async function runJudge(rest) {
  if (!hasOffice()) {
    console.log(
      "Skipped: the outside judge, because LibreOffice is not installed here " +
        "(Debian packages libreoffice-writer-nogui and python3-uno).",
    );
    return { passed: 0, failed: 0, skipped: 0 };
  }
  return runVitest(["judge"], rest);
}

async function runPackaged(rest) {
  const program = join(root, "dist", "linux-unpacked", "resdraft");
  if (!existsSync(program)) {
    console.log("Skipped: the packaged program, because there is none here (npm run package makes it).");
    return { passed: 0, failed: 0, skipped: 0 };
  }
  const machine = await prepareMachine({ say: console.log });
  try {
    return await runPlaywright("packaged", rest, {
      ...machine.environment,
      RESDRAFT_TEST_PROGRAM: program,
      RESDRAFT_TEST_SWITCHES: JSON.stringify(machine.switches),
    });
  } finally {
    machine.release();
  }
}

function sayWhatIsAbsent() {
  if (!existsSync(join(root, "../shared/seeds"))) {
    console.log("Skipped: the tests on real resolutions, because ../shared/seeds is absent.");
  }
  if (!existsSync(join(root, "../shared/corpus"))) {
    console.log("Skipped: the tests on real Word files, because ../shared/corpus is absent.");
  }
}

const total = { passed: 0, failed: 0, skipped: 0 };
try {
  const { names, rest } = readCommandLine(process.argv.slice(2));
  if (names.includes("unit")) sayWhatIsAbsent();
  for (const name of names) {
    const counts = await suites[name](rest).catch((error) => {
      console.error(`The suite ${name} could not run: ${error.message}`);
      return { passed: 0, failed: 1, skipped: 0 };
    });
    for (const key of Object.keys(total)) total[key] += counts[key];
  }
} catch (error) {
  console.error(error.message);
  total.failed += 1;
}
if (total.skipped > 0) console.log(`${total.skipped} single tests were skipped.`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
