/**
 * Turns what the operating system answers into the one sentence that a user can act on. The table names
 * each error once; an error that is not in it is told with the system's own short name.
 */
import { failure, type Result } from "../shared/result";

const readCodes: Record<string, string> = {
  ENOENT: "file.not-found",
  ENOTDIR: "file.not-found",
  EACCES: "file.no-access",
  EPERM: "file.no-access",
  EISDIR: "file.not-a-file",
  ENXIO: "file.not-a-file",
  EBUSY: "file.locked",
  ENAMETOOLONG: "file.name-too-long",
};

const writeCodes: Record<string, string> = {
  ENOENT: "file.folder-missing",
  ENOTDIR: "file.folder-missing",
  ENODEV: "file.folder-missing",
  ENXIO: "file.folder-missing",
  EACCES: "file.read-only",
  EPERM: "file.read-only",
  EROFS: "file.read-only",
  EISDIR: "file.not-a-file",
  ENOSPC: "file.disk-full",
  EDQUOT: "file.disk-full",
  EFBIG: "file.disk-full",
  EBUSY: "file.locked",
  ETXTBSY: "file.locked",
  ENAMETOOLONG: "file.name-too-long",
};

/** The failure that says why a file could not be read or written. */
export function fileFailure(what: "read" | "write", error: unknown, name: string): Result<never> {
  const reason = systemCode(error);
  const codes = what === "read" ? readCodes : writeCodes;
  return failure(codes[reason] ?? `file.${what}-failed`, { name, reason });
}

/** `ENOSPC` and the like; empty-handed errors give their message. */
export function systemCode(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code ?? message ?? String(error);
}
