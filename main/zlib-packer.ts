/** Node's own compression of long parts; a stretch is compressed on another thread while the next one is made. */
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createDeflateRaw, inflateRawSync } from "node:zlib";
import { type Packer, usualLevel } from "../shared/opc/packing";

const chunkSize = 1 << 16;

export const zlibPacker: Packer = {
  async deflate(stretches) {
    const chunks: Buffer[] = [];
    await pipeline(Readable.from(stretches), createDeflateRaw({ level: usualLevel, chunkSize }), async (deflated) => {
      for await (const chunk of deflated) chunks.push(chunk);
    });
    return Buffer.concat(chunks);
  },
  async inflate(compressed, size) {
    try {
      // With room for one byte more the whole comes in one buffer.
      return inflateRawSync(compressed, { chunkSize: Math.max(chunkSize, size + 1), maxOutputLength: size });
    } catch {
      return null;
    }
  },
};
