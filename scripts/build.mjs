/**
 * Builds what has changed: `out/main` (main process and preload) and `out/cli.js` with esbuild,
 * `out/renderer` with Vite. A target is stale when the names, sizes or times of its inputs differ from those
 * it was built from, so asking costs a few milliseconds. Results are renamed into place under a lock: a program
 * that starts meanwhile sees the old files or the new ones, never half of them.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { out, root } from "./places.mjs";
import { capture } from "./process.mjs";

const everywhere = ["shared", "package-lock.json", "scripts/build.mjs", "tsconfig.base.json"];

export const targets = {
  app: { inputs: ["main", ...everywhere], result: join(out, "main", "main.js"), build: buildApp },
  cli: { inputs: ["main", ...everywhere], result: join(out, "cli.js"), build: buildCli },
  renderer: {
    inputs: ["renderer", "resources", ...everywhere],
    result: join(out, "renderer", "index.html"),
    build: buildRenderer,
  },
};

const esbuildSettings = {
  bundle: true,
  platform: "node",
  target: "node18",
  format: "cjs",
  external: ["electron"],
  sourcemap: "linked",
  define: { "process.env.NODE_ENV": '"production"' },
  logLevel: "warning",
  absWorkingDir: root,
};

const appEntries = { main: "main/main.ts", preload: "main/preload.ts" };

async function buildApp() {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    ...esbuildSettings,
    entryPoints: appEntries,
    outdir: join(out, "main"),
    write: false,
  });
  outputFiles.forEach(writeWhole);
}

async function buildCli() {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    ...esbuildSettings,
    entryPoints: { cli: "main/cli/cli.ts" },
    outdir: out,
    write: false,
  });
  outputFiles.forEach(writeWhole);
}

async function buildRenderer() {
  const { build } = await import("vite");
  const fresh = join(out, `.renderer-${process.pid}`);
  const old = join(out, `.renderer-old-${process.pid}`);
  await build({
    configFile: join(root, "renderer", "vite.config.mts"),
    logLevel: "warn",
    build: { outDir: fresh },
  });
  const place = join(out, "renderer");
  if (existsSync(place)) renameSync(place, old);
  renameSync(fresh, place);
  rmSync(old, { recursive: true, force: true });
}

function writeWhole({ path, contents }) {
  mkdirSync(dirname(path), { recursive: true });
  const beside = `${path}.${process.pid}`;
  writeFileSync(beside, contents);
  renameSync(beside, path);
}

/** What a target was or would be built from: the names, sizes and times of its inputs. */
function signature(inputs) {
  const hash = createHash("sha1");
  const visit = (path) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) return;
    if (stat.isDirectory()) for (const name of readdirSync(path).sort()) visit(join(path, name));
    else hash.update(`${relative(root, path)} ${stat.size} ${stat.mtimeMs}\n`);
  };
  for (const input of inputs) visit(join(root, input));
  return hash.digest("hex");
}

const signatureFile = (name) => join(out, `.built-${name}`);

/** Whether a target must be built again. */
function isStale(name) {
  const { inputs, result } = targets[name];
  if (!existsSync(result) || !existsSync(signatureFile(name))) return true;
  return readFileSync(signatureFile(name), "utf8") !== signature(inputs);
}

/** Runs `work` while no other process builds here; a lock left by a process that died is taken over. */
async function withLock(work) {
  const lock = join(out, ".lock");
  mkdirSync(out, { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: "wx" });
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      if (!isAlive(lock)) rmSync(lock, { force: true });
      else await new Promise((done) => setTimeout(done, 100));
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function isAlive(lock) {
  try {
    const owner = Number(readFileSync(lock, "utf8"));
    // An empty lock is one whose owner is just writing its number.
    if (!owner) return Date.now() - statSync(lock).mtimeMs < 2000;
    process.kill(owner, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** Builds the stale ones among the named targets in this process and gives their names. */
async function buildStale(names = Object.keys(targets), force = false) {
  if (!force && !names.some(isStale)) return [];
  return withLock(async () => {
    const stale = names.filter((name) => force || isStale(name));
    await Promise.all(
      stale.map(async (name) => {
        const before = signature(targets[name].inputs);
        await targets[name].build();
        writeFileSync(signatureFile(name), before);
      }),
    );
    return stale;
  });
}

/** Builds in a process of its own, since Vite changes NODE_ENV for the process that it runs in. */
export function ensureBuilt(names = Object.keys(targets)) {
  if (!names.some(isStale)) return;
  const result = capture(process.execPath, [fileURLToPath(import.meta.url), ...names], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (result.code !== 0) throw new Error(`The build failed.\n${result.stderr}${result.stdout}`.trimEnd());
}

async function main(words) {
  const force = words.includes("--force");
  const named = words.filter((word) => word in targets);
  const started = performance.now();
  try {
    const built = await buildStale(named.length > 0 ? named : undefined, force);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(built.length > 0 ? `Built ${built.join(", ")} in ${seconds} s.` : "Everything is up to date.");
  } catch (error) {
    console.error(error.message ?? error);
    process.exitCode = 1;
  }
}

// No await at the top level: Playwright reads this module through `require`.
if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
