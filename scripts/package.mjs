/**
 * `npm run package`: the application as a folder in `dist/`, without a network. With an official Electron at hand that
 * one is packed; with the pinned runtime the result serves to try the package on this machine and must not be passed
 * on. Other words go to electron-builder: `npm run package -- --linux deb` on a machine with a network.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt } from "./build.mjs";
import { findElectron, pinned } from "./electron-runtime.mjs";
import { root } from "./places.mjs";
import { runFiltered } from "./process.mjs";

function electronSettings({ folder, version, pinned: isPinned }) {
  if (!version) throw new Error("To package, leave ELECTRON_PATH unset: the version of that Electron is not known.");
  const settings = [`-c.electronVersion=${version}`];
  if (process.platform === "linux") settings.push(`-c.electronDist=${folder}`);
  if (isPinned) {
    console.log(
      `Packing Electron ${pinned.version}, the pinned runtime of development and tests: ` +
        "the result is for trying on this machine, not for passing on.",
    );
  }
  return settings;
}

try {
  ensureBuilt();
  const electron = await findElectron();
  const wanted = process.argv.slice(2);
  const words = wanted.length > 0 ? wanted : ["--dir"];
  const builder = join(root, "node_modules", "electron-builder", "cli.js");
  const settings = ["--publish=never", ...electronSettings(electron)];
  // The packages are bundled already, so how npm arranged them is of no interest, at 25 kB a line.
  const isWanted = (line) => !line.includes("duplicate dependency references");
  const code = await runFiltered(process.execPath, [builder, ...words, ...settings], isWanted, {
    cwd: root,
    env: { ...process.env, CSC_IDENTITY_AUTO_DISCOVERY: process.env.CSC_LINK ? "true" : "false" },
  });
  if (code !== 0) throw new Error("electron-builder failed.");
  console.log(`Written to dist: ${readdirSync(join(root, "dist")).join(", ")}`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
