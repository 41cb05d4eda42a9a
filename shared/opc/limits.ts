/** How much of a package is read before it is refused: a reader must end within two seconds and 512 MB. */

export interface PackageLimits {
  /** Bytes of the file. */
  file: number;
  entries: number;
  /** Inflated bytes of one XML part, and of all of them; the largest real text has 13 MB. */
  xmlPart: number;
  xmlTotal: number;
  /** Inflated bytes of a part that is XML though its name does not say so: nobody counted it when the file was opened. */
  unnamedXml: number;
  /** Inflated to compressed size of a large part; real documents stay below 100. */
  ratio: number;
  ratioFrom: number;
}

const MB = 1024 * 1024;

/** Bytes as whole megabytes, for sentences. */
export function inMegabytes(bytes: number): number {
  return Math.ceil(bytes / MB);
}

export const packageLimits: PackageLimits = {
  file: 256 * MB,
  entries: 20_000,
  xmlPart: 32 * MB,
  xmlTotal: 64 * MB,
  unnamedXml: MB,
  ratio: 500,
  ratioFrom: 24 * MB,
};
