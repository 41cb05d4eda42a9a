/**
 * The Debian packages that Electron needs and npm cannot bring: libraries, a virtual display, fonts for the six
 * languages. What is missing is found out by looking (the loader's list, the programs on the path, the font
 * folders), installed when we are root on Debian, and otherwise named in the one command that installs it.
 */
import { existsSync } from "node:fs";
import { capture, isInstalled, run } from "./process.mjs";

const libraries = ["libgtk-3-0", "libnss3", "libasound2", "libgbm1"];
const fonts = {
  "fonts-liberation": [
    "truetype/liberation/LiberationSerif-Regular.ttf",
    "truetype/liberation2/LiberationSerif-Regular.ttf",
  ],
  "fonts-noto-core": ["truetype/noto/NotoNaskhArabic-Regular.ttf"],
  "fonts-noto-cjk": ["opentype/noto/NotoSerifCJK-Regular.ttc"],
};

/** What is missing here to run `binary`, as groups of packages, each with its reason. */
function missingPackages(binary, needsVirtualDisplay) {
  if (process.platform !== "linux") return [];
  const groups = [];
  const loader = capture("ldd", [binary]);
  if (loader.code !== 0 || /not found/.test(loader.stdout)) {
    groups.push({ packages: libraries, reason: "Electron does not start without these libraries", essential: true });
  }
  if (needsVirtualDisplay && !isInstalled("Xvfb")) {
    groups.push({ packages: ["xvfb"], reason: "there is no display here, so it needs a virtual one", essential: true });
  }
  const absent = Object.keys(fonts).filter(
    (name) => !fonts[name].some((file) => existsSync(`/usr/share/fonts/${file}`)),
  );
  if (absent.length > 0 && existsSync("/etc/debian_version")) {
    groups.push({ packages: absent, reason: "the six languages need their letters", essential: false });
  }
  return groups;
}

/**
 * Installs what is missing, or throws a sentence with the command that would. Missing fonts alone do not
 * stop a user who is not root: the program runs, with boxes for some letters.
 */
export async function ensureSystemPackages(binary, { needsVirtualDisplay, say = console.error }) {
  const groups = missingPackages(binary, needsVirtualDisplay);
  if (groups.length === 0) return;
  const packages = groups.flatMap((group) => group.packages);
  const reasons = groups.map((group) => `${group.packages.join(" ")} (${group.reason})`).join("; ");
  const command = `apt-get install -y --no-install-recommends ${packages.join(" ")}`;
  if (process.getuid?.() === 0 && isInstalled("apt-get")) {
    say(`Installing from Debian: ${reasons}.`);
    await install(packages);
    return;
  }
  if (!groups.some((group) => group.essential)) {
    say(`Some letters may be missing on the page; to have them all: sudo ${command}`);
    return;
  }
  if (!isInstalled("apt-get")) throw new Error(`Missing on this system, under their Debian names: ${reasons}.`);
  throw new Error(`Missing on this system: ${reasons}.\nInstall them with:\n  sudo apt-get update && sudo ${command}`);
}

/** Installs Debian packages as root; waits for another apt-get that may be running. */
export async function install(packages) {
  const options = {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  };
  const wanted = ["-y", "-qq", "-o", "DPkg::Lock::Timeout=300", "--no-install-recommends", ...packages];
  for (let attempt = 1; ; attempt += 1) {
    // The lists have a lock of their own, which apt-get does not wait for.
    const code =
      (await run("apt-get", ["update", "-qq"], options)) || (await run("apt-get", ["install", ...wanted], options));
    if (code === 0) return;
    if (attempt === 3) throw new Error(`apt-get could not install ${packages.join(" ")} (exit code ${code}).`);
    await new Promise((done) => setTimeout(done, 5000));
  }
}
