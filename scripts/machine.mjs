/**
 * Everything that stands between a fresh checkout and a running window, in order: the build, an Electron,
 * the system's packages, a display. `npm start`, the tests and the benches all begin here.
 */
import { statSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt } from "./build.mjs";
import { findElectron } from "./electron-runtime.mjs";
import { capture } from "./process.mjs";
import { ensureSystemPackages } from "./system-packages.mjs";
import { hasDisplay, startVirtualDisplay } from "./virtual-display.mjs";

/** The mode bit of a program that runs with its owner's rights. */
const setUserId = 0o4000;

/**
 * Whether Chromium's sandbox works here: it refuses to run as root, and otherwise needs user namespaces, which some
 * systems forbid, or its own helper installed with root's rights.
 */
function canSandbox(folder) {
  if (process.platform !== "linux") return true;
  if (process.getuid() === 0) return false;
  const helper = statSync(join(folder, "chrome-sandbox"), { throwIfNoEntry: false });
  const isPrivileged = helper?.uid === 0 && (helper.mode & setUserId) !== 0;
  return isPrivileged || capture("unshare", ["--user", "true"]).code === 0;
}

/**
 * Gives the Electron, the switches that this machine needs before the application's folder, whether there is a
 * screen, the variables to run with, and the function to call at the end. With `virtual: "when needed"` a virtual
 * display is started where there is no screen; with `"always"` also where there is one.
 */
export async function prepareMachine({ virtual = "when needed", say = console.error } = {}) {
  ensureBuilt();
  const electron = await findElectron(say);
  const isVirtual = virtual === "always" ? process.platform === "linux" : !hasDisplay();
  await ensureSystemPackages(electron.binary, { needsVirtualDisplay: isVirtual, say });
  const switches = [];
  if (!canSandbox(electron.folder)) switches.push("--no-sandbox");
  if (isVirtual) switches.push("--disable-gpu");
  const environment = { ...process.env };
  // Set by some editors' terminals; it would turn Electron into plain Node.
  delete environment.ELECTRON_RUN_AS_NODE;
  const display = isVirtual ? await startVirtualDisplay() : null;
  if (display) {
    environment.DISPLAY = display.name;
    delete environment.WAYLAND_DISPLAY;
  }
  return { electron, switches, hasScreen: !isVirtual, environment, release: () => display?.stop() };
}
