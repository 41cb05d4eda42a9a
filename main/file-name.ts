/**
 * File names that every system accepts, made from what the window suggests: a title, a name in any script.
 */

/** Names of devices on Windows, whatever extension follows. */
const device = /^(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])(?=\.|$)/i;

/** A file name that every system accepts, with the extension, from what the window suggests. */
export function safeName(suggested: string, extension: string): string {
  const stem = suggested
    .normalize("NFC")
    .replace(/[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069\\/:*?"<>|]/g, " ")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "");
  const bare = shorten(stem.toLowerCase().endsWith(extension) ? stem.slice(0, -extension.length) : stem, 120);
  return `${bare.replace(device, "$&_") || "resdraft"}${extension}`;
}

/** Cuts a name to a number of bytes without cutting inside a character. */
export function shorten(name: string, bytes: number): string {
  let short = "";
  for (const character of name) {
    if (Buffer.byteLength(short + character) > bytes) break;
    short += character;
  }
  return short.trimEnd();
}
