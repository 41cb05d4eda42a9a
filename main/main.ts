/**
 * The boot of the application: what must be set before Electron is ready, then one setup per line.
 */
import { join } from "node:path";
import { app, session } from "electron";
import { printJobFolder } from "./command-line";
import { setupFieldMenu } from "./context-menu";
import { Files } from "./files";
import { Holders } from "./holders";
import { applySettings, hostHandlers } from "./host";
import { setupIpc } from "./ipc";
import { setupIsolation, setupNavigationGuard, setupOfflineSwitches } from "./isolation";
import { Journal } from "./journal";
import { setupMenu } from "./menu";
import { setupPageProtocol, setupPageScheme } from "./page-protocol";
import { runPrintJob } from "./print-job";
import { RecentFiles } from "./recent-files";
import { setupRendererWatch } from "./renderer-watch";
import { setupSampleJob } from "./sample-job";
import { readSettings } from "./settings";
import { claimInstance } from "./startup";
import { openWindow } from "./windows";

setupOfflineSwitches();
setupPageScheme();

const holders = new Holders(() => readSettings().author);
const files = new Files(holders, new RecentFiles(() => join(app.getPath("userData"), "recent.json")));
const toPrint = printJobFolder();
if (!claimInstance(files)) app.quit();
else void app.whenReady().then(toPrint === null ? start : () => runPrintJob(toPrint));

function start(): void {
  app.on("window-all-closed", () => app.quit());
  const journal = new Journal(join(app.getPath("userData"), "journal"));
  applySettings();
  setupIsolation(session.defaultSession);
  setupNavigationGuard();
  setupFieldMenu();
  setupPageProtocol(session.defaultSession);
  setupIpc(hostHandlers(files, journal));
  setupRendererWatch(journal);
  setupSampleJob(files);
  openWindow();
  // While the page's process begins.
  setupMenu();
}

app.on("will-quit", () => holders.release());
