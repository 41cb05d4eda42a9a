/**
 * Which addresses are ours, which may leave the program, and which file of the page one of ours names.
 * Everything is decided on the parsed address, never on its spelling.
 */
import { join, normalize, sep } from "node:path";

export const pageScheme = "resdraft";
const pageOrigin = `${pageScheme}://app`;
export const pageAddress = `${pageOrigin}/index.html`;

const ownSchemes = new Set([`${pageScheme}:`, "blob:", "data:", "devtools:"]);
const linkSchemes = new Set(["http:", "https:", "mailto:"]);

/** Whether an address may be loaded by our page. */
export function isOwnRequest(address: string): boolean {
  try {
    const { protocol, host } = new URL(address);
    return ownSchemes.has(protocol) && (protocol !== `${pageScheme}:` || host === "app");
  } catch {
    return false;
  }
}

/** The normalised address, or null when it is none that may leave the application. */
export function harmlessLink(address: string): string | null {
  try {
    const url = new URL(address);
    return linkSchemes.has(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** Whether a frame shows our own page. */
export function isOwnPage(address: string): boolean {
  return address.startsWith(`${pageOrigin}/`);
}

/** The file that an address of our scheme names, or null when it points outside the page's folder. */
export function fileOf(address: string, pageFolder: string): string | null {
  let path: string;
  try {
    const url = new URL(address);
    if (url.host !== "app") return null;
    path = decodeURIComponent(url.pathname);
  } catch {
    return null;
  }
  if (path.includes("\0")) return null;
  const file = normalize(join(pageFolder, path === "/" ? "index.html" : path));
  return file.startsWith(pageFolder + sep) ? file : null;
}
