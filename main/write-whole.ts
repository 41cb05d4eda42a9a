/**
 * Replaces a file by new bytes so that, whatever happens, either the old or the new file is there in full:
 * the bytes go to a new file in the same folder, are forced to the disk, and take the old one's name in one
 * step, which is forced to the disk as well. Before that step the old content is compared with what the
 * caller last saw, so that another program's change is never overwritten and a file that vanished is not made
 * anew on another disk, and it is kept as a backup when the caller names a place for it.
 */
import { createHash, randomBytes } from "node:crypto";
import type { Stats } from "node:fs";
import { type FileHandle, open, readFile, realpath, rename, stat, unlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { failure, type Message, type Result, success } from "../shared/result";
import { fileFailure, systemCode } from "./file-failure";

/** The system calls of the save path, so that tests can make each of them fail. */
export interface Disk {
  open(path: string, flags: string, mode?: number): Promise<Pick<FileHandle, "writeFile" | "sync" | "close">>;
  readFile(path: string): Promise<Uint8Array>;
  realpath(path: string): Promise<string>;
  rename(from: string, to: string): Promise<void>;
  stat(path: string): Promise<Stats>;
  unlink(path: string): Promise<void>;
}

export const realDisk: Disk = { open, readFile, realpath, rename, stat, unlink };

export interface WriteOptions {
  /** Hash of the content that the caller last read or wrote there; anything else, or nothing, is refused. */
  expected?: string;
  /** Where the previous content is kept. */
  backup?: string;
  disk?: Disk;
}

/** SHA-256 of a file's content, in hexadecimal. */
export function contentHash(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Writes the bytes and gives their hash. */
export async function writeWhole(path: string, bytes: Uint8Array, options: WriteOptions = {}): Promise<Result<string>> {
  const { expected, backup, disk = realDisk } = options;
  const name = basename(path);
  const messages: Message[] = [];
  try {
    // Renaming onto a symbolic link would replace the link and leave its target old.
    const target = await existing(disk.realpath(path)).then((real) => real ?? path);
    const old = await existing(disk.stat(target));
    if (old && !old.isFile()) return failure("file.not-a-file", { name });
    if (!old && expected !== undefined) {
      // A disk that was taken out may leave its empty folder behind: what is written there is on another disk.
      await disk.stat(dirname(target));
      return failure("file.gone", { name });
    }
    // A rename does not ask whether the old file may be written, so we do.
    if (old) await disk.open(target, "r+").then((file) => file.close());
    const beside = await writeBeside(disk, target, bytes, old?.mode);
    try {
      if (old && (expected !== undefined || backup !== undefined)) {
        const before = await disk.readFile(target);
        if (expected !== undefined && contentHash(before) !== expected) {
          await discard(disk, beside);
          return failure("file.changed-elsewhere", { name });
        }
        if (backup !== undefined) messages.push(...(await keepBackup(disk, backup, before, name)));
      }
      await renameWhenFree(disk, beside, target);
    } catch (error) {
      await discard(disk, beside);
      throw error;
    }
    messages.push(...(await syncFolder(disk, dirname(target), name)));
    return success(contentHash(bytes), messages);
  } catch (error) {
    return fileFailure("write", error, name);
  }
}

/** Writes and forces a new file in the target's folder; its name is short because the target's may be the longest allowed. */
async function writeBeside(disk: Disk, target: string, bytes: Uint8Array, mode = 0o666): Promise<string> {
  const beside = join(dirname(target), `.resdraft-${randomBytes(6).toString("hex")}.tmp`);
  const file = await disk.open(beside, "wx", mode & 0o777);
  try {
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    await discard(disk, beside);
    throw error;
  }
  return beside;
}

/** A backup that cannot be kept is told, but does not stand in the way of the save. */
async function keepBackup(disk: Disk, backup: string, before: Uint8Array, name: string): Promise<Message[]> {
  try {
    const beside = await writeBeside(disk, backup, before, 0o600);
    try {
      await disk.rename(beside, backup);
    } catch (error) {
      await discard(disk, beside);
      throw error;
    }
    return [];
  } catch (error) {
    return [{ severity: "warning", code: "file.no-backup", values: { name, reason: systemCode(error) } }];
  }
}

/** On Windows a virus scanner or an indexer may hold the file for a moment. */
async function renameWhenFree(disk: Disk, from: string, to: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await disk.rename(from, to);
    } catch (error) {
      const held = process.platform === "win32" && ["EPERM", "EACCES", "EBUSY"].includes(systemCode(error));
      if (!held || attempt === 5) throw error;
      await new Promise((done) => setTimeout(done, 40 * 2 ** attempt));
    }
  }
}

/** Forces the rename itself to the disk. The new file stands in any case, so a failure is told, not raised. */
export async function syncFolder(disk: Disk, folder: string, name: string): Promise<Message[]> {
  // Windows cannot open a folder.
  if (process.platform === "win32") return [];
  try {
    const handle = await disk.open(folder, "r");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
    return [];
  } catch (error) {
    // Some network and USB file systems know no fsync of a folder.
    if (["EINVAL", "ENOTSUP", "EISDIR", "EBADF"].includes(systemCode(error))) return [];
    return [{ severity: "warning", code: "file.not-forced", values: { name, reason: systemCode(error) } }];
  }
}

async function discard(disk: Disk, path: string): Promise<void> {
  await disk.unlink(path).catch(() => undefined);
}

async function existing<T>(found: Promise<T>): Promise<T | null> {
  try {
    return await found;
  } catch (error) {
    if (systemCode(error) === "ENOENT") return null;
    throw error;
  }
}
