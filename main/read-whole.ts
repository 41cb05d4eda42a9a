/**
 * Reads one whole file that the user named, and refuses what could never be a document before a byte is
 * read: a folder, a device, a pipe, something too large. Used by the window's host and the command line.
 */
import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { basename } from "node:path";
import { sizeAllowed } from "../shared/draft/largest-file";
import { failure, type Result, success } from "../shared/result";
import { fileFailure } from "./file-failure";

/** Reads a file of at most the size its kind allows. */
export async function readWhole(path: string): Promise<Result<Uint8Array>> {
  const name = basename(path);
  try {
    // Without O_NONBLOCK, opening a pipe would wait for a writer for ever.
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const stat = await file.stat();
      if (!stat.isFile()) return failure("file.not-a-file", { name });
      const { size } = stat;
      const allowed = sizeAllowed(name, size);
      if (!allowed.ok) return allowed;
      const buffer = Buffer.alloc(size);
      let read = 0;
      while (read < size) {
        const { bytesRead } = await file.read(buffer, read, size - read, read);
        if (bytesRead === 0) break;
        read += bytesRead;
      }
      return success(new Uint8Array(buffer.buffer, buffer.byteOffset, read));
    } finally {
      await file.close();
    }
  } catch (error) {
    return fileFailure("read", error, name);
  }
}
