/**
 * Stands where Electron's own default app would: reads `electron [-r MODULE]… [SWITCHES] APP [ARGUMENTS]`,
 * loads the modules asked for, takes name and version from the application's package.json, and starts it.
 * The application then sees the same `process.argv`, name and user-data folder as under an official Electron.
 */

const { existsSync, readFileSync, statSync } = require("node:fs");
const Module = require("node:module");
const { join, resolve, dirname } = require("node:path");
const { app } = require("electron");

function readCommandLine(words) {
  const modules = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === "-r" || word === "--require") {
      at += 1;
      modules.push(words[at]);
    } else if (word.startsWith("--require=")) modules.push(word.slice("--require=".length));
    else if (word === "--") return { modules, application: words[at + 1] };
    // Every other switch was for Chromium or Node, which have read it already.
    else if (!word.startsWith("-")) return { modules, application: word };
  }
  return { modules, application: undefined };
}

function readPackage(folder) {
  const file = join(folder, "package.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

const { modules, application } = readCommandLine(process.argv.slice(1));
if (application === undefined) {
  process.stderr.write("usage: electron [-r MODULE] [SWITCHES] APP [ARGUMENTS]\n");
  process.exit(1);
}

process.defaultApp = true;
const requireFromHere = Module.createRequire(join(process.cwd(), "from-here.js"));
for (const name of modules) requireFromHere(name);

const path = resolve(application);
const isFolder = statSync(path).isDirectory();
const folder = isFolder ? path : dirname(path);
const description = isFolder ? readPackage(folder) : {};
if (description.version) app.setVersion(description.version);
if (description.productName ?? description.name) app.setName(description.productName ?? description.name);
app.setAppPath(folder);
if (!app.commandLine.hasSwitch("user-data-dir")) app.setPath("userData", join(app.getPath("appData"), app.getName()));
Module._load(isFolder ? join(folder, description.main ?? "index.js") : path, Module, true);
