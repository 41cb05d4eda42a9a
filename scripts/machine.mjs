/**
 * Everything that stands between a fresh checkout and a running window, in order: the build, an Electron,
 * the system's packages, a display. `npm start`, the tests and the benches all begin here.
 */
import { ensureBuilt } from "./build.mjs";
import { findElectron } from "./electron-runtime.mjs";
import { ensureSystemPackages } from "./system-packages.mjs";
import { hasDisplay, startVirtualDisplay } from "./virtual-display.mjs";

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
  // Chromium's sandbox refuses to run as root.
  if (process.getuid?.() === 0) switches.push("--no-sandbox");
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
