/**
 * Serves the window's own page as `resdraft://app/…` from the built folder and from nowhere else. An own
 * scheme gives the page a real origin, which `file:` does not, and lets every answer carry the content
 * security policy. Styles that the interface library inserts are allowed by a nonce that changes with
 * every load; scripts come from files only.
 */
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { protocol, type Session } from "electron";
import { styleNoncePlaceholder } from "../shared/ipc";
import { fileOf, pageScheme } from "./addresses";
import { pageFolder } from "./places";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".woff": "font/woff",
  ".ttf": "font/ttf",
};

/** Tells Chromium, before the application is ready, that our scheme is a standard and secure one. */
export function setupPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Answers requests for the page's files in one session. */
export function setupPageProtocol(session: Session): void {
  session.protocol.handle(pageScheme, async (request) => {
    const file = fileOf(request.url, pageFolder);
    if (file === null) return new Response("", { status: 404 });
    try {
      const bytes = await readFile(file);
      const nonce = randomBytes(16).toString("base64");
      const html = extname(file) === ".html";
      const body = html ? bytes.toString("utf8").replaceAll(styleNoncePlaceholder, nonce) : new Uint8Array(bytes);
      return new Response(body, {
        headers: {
          "content-type": types[extname(file)] ?? "application/octet-stream",
          "content-security-policy": contentSecurityPolicy(nonce),
          "x-content-type-options": "nosniff",
          "referrer-policy": "no-referrer",
          // The nonce changes with every load, so the page must not come from a cache.
          ...(html ? { "cache-control": "no-store" } : {}),
        },
      });
    } catch {
      return new Response("", { status: 404 });
    }
  });
}

/** The policy of one page load. */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}
