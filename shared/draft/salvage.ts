/**
 * What can still be read of a broken archive and of broken JSON. The directory of the archive is not needed: every
 * entry has a header of its own (APPNOTE 6.3.10, §4.3.7), and its data is inflated as far as it goes. Of JSON that
 * breaks off, everything before the break is kept and what stood open is closed.
 */
import { Inflate, strFromU8 } from "fflate";
import { crc32 } from "../opc/crc32";
import { localHeader } from "../opc/zip-records";

/** A sensible bound for a stretch of a damaged file; the reader's own limits are stricter. */
const mostBytes = 256 * 1024 * 1024;

export interface SalvagedPart {
  bytes: Uint8Array;
  /** Whether the data ended where it should and has the checksum it was written with. */
  complete: boolean;
}

/** The data of the first entry of this name, as far as it can be inflated; null when there is no such entry. */
export function salvagePart(archive: Uint8Array, name: string): SalvagedPart | null {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  for (let at = 0; at + localHeader.size + name.length <= archive.length; at++) {
    if (view.getUint32(at, true) !== localHeader.signature) continue;
    const nameLength = view.getUint16(at + 26, true);
    const start = at + localHeader.size + nameLength + view.getUint16(at + 28, true);
    if (nameLength !== name.length || start > archive.length) continue;
    if (strFromU8(archive.subarray(at + localHeader.size, at + localHeader.size + nameLength)) !== name) continue;
    const stored = view.getUint32(at + 18, true);
    const end = stored > 0 && start + stored <= archive.length ? start + stored : archive.length;
    const whole = end - start === stored;
    const data = archive.slice(start, end);
    const { bytes, complete } =
      view.getUint16(at + 8, true) === 0 ? { bytes: data, complete: whole } : inflateWhatCan(data, whole);
    return { bytes, complete: complete && crc32(bytes) === view.getUint32(at + 14, true) };
  }
  return null;
}

/** Small pieces, so that a fault costs no more than the piece in which it lies. */
const piece = 64;

function inflateWhatCan(data: Uint8Array, whole: boolean): SalvagedPart {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  const inflate = new Inflate((chunk, final) => {
    chunks.push(chunk);
    size += chunk.length;
    ended = final;
  });
  let sound = whole;
  try {
    for (let at = 0; at < data.length && !ended && size < mostBytes; at += piece) {
      inflate.push(data.subarray(at, at + piece), at + piece >= data.length);
    }
  } catch {
    sound = false;
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return { bytes, complete: sound && ended };
}

/** Closes JSON that breaks off: cuts after the last whole value and closes what stands open there. */
export function closeJson(text: string): string {
  const open: string[] = [];
  let inString = false;
  /** The last place at which everything before it is whole, and what was open there. */
  let whole = { end: 0, open: "" };
  const mark = (end: number) => {
    whole = { end, open: [...open].reverse().join("") };
  };
  for (let at = 0; at < text.length; at++) {
    const unit = text[at]!;
    if (inString) {
      if (unit === "\\") at++;
      else if (unit === '"') inString = false;
    } else if (unit === '"') inString = true;
    else if (unit === "{" || unit === "[") {
      open.push(unit === "{" ? "}" : "]");
      mark(at + 1);
    } else if (unit === "}" || unit === "]") {
      open.pop();
      mark(at + 1);
    } else if (unit === ",") mark(at);
  }
  return text.slice(0, whole.end) + whole.open;
}
