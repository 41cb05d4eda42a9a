/** Placeholder: shows the page, and honours the sample job just far enough to prove the tools. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { app, BrowserWindow } from "electron";

async function start(): Promise<void> {
  await app.whenReady();
  const job = app.commandLine.getSwitchValue("sample-job");
  const window = new BrowserWindow({
    width: 1400,
    height: 900,
    webPreferences: { preload: join(__dirname, "preload.js"), sandbox: true },
  });
  await window.loadFile(join(__dirname, "../renderer/index.html"));
  if (!job) return;
  writeFileSync(join(job, "sample.png"), (await window.webContents.capturePage()).toPNG());
  writeFileSync(join(job, "sample.docx"), app.getPath("userData"));
  app.exit(0);
}

void start();
