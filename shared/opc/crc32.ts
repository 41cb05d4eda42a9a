/**
 * CRC-32 as zip uses it (APPNOTE 4.4.7, polynomial EDB88320), four bytes at a time. fflate computes
 * it for what it writes and checks it for nothing that it reads; both are needed here.
 */

const tables = [new Uint32Array(256), new Uint32Array(256), new Uint32Array(256), new Uint32Array(256)] as const;
for (let i = 0; i < 256; i++) {
  let value = i;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  tables[0][i] = value;
}
for (let i = 0; i < 256; i++) {
  for (let table = 1; table < 4; table++) {
    const before = tables[table - 1]![i]!;
    tables[table]![i] = (before >>> 8) ^ tables[0][before & 0xff]!;
  }
}

/** Computes the checksum of some bytes, or of more bytes after those that gave `before`. */
export function crc32(bytes: Uint8Array, before = 0): number {
  const [t0, t1, t2, t3] = tables;
  let crc = ~before;
  let i = 0;
  for (const whole = bytes.length & ~3; i < whole; i += 4) {
    crc ^= bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24);
    crc = t3[crc & 0xff]! ^ t2[(crc >>> 8) & 0xff]! ^ t1[(crc >>> 16) & 0xff]! ^ t0[crc >>> 24]!;
  }
  for (; i < bytes.length; i++) crc = (crc >>> 8) ^ t0[(crc ^ bytes[i]!) & 0xff]!;
  return ~crc >>> 0;
}
