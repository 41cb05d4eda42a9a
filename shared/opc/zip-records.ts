/**
 * The records of a zip archive (APPNOTE 6.3.10): the signature that each begins with, read as a little-endian number,
 * and the length of what stands in it before its name.
 */
export const localHeader = { signature: 0x04034b50, size: 30 } as const; // §4.3.7
export const centralHeader = { signature: 0x02014b50, size: 46 } as const; // §4.3.12
export const endOfDirectory = { signature: 0x06054b50, size: 22 } as const; // §4.3.16
