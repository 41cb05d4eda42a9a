/** The browser's own compression of long parts, stretch by stretch, for the thread that exports. */
import { joined, type Packer } from "../../shared/opc/packing";

export const streamPacker: Packer = {
  async deflate(stretches) {
    const stream = new CompressionStream("deflate-raw");
    const chunks: Uint8Array[] = [];
    await Promise.all([writeAll(stream, stretches), readAll(stream, (chunk) => chunks.push(chunk))]);
    return joined(chunks);
  },
  async inflate(compressed, size) {
    const stream = new DecompressionStream("deflate-raw");
    const whole = new Uint8Array(size);
    let at = 0;
    const take = (chunk: Uint8Array) => {
      // Throws where there is no room: what lies about its size is not followed to its end.
      whole.set(chunk, at);
      at += chunk.length;
    };
    try {
      await Promise.all([writeAll(stream, [compressed]), readAll(stream, take)]);
    } catch {
      return null;
    }
    return whole.subarray(0, at);
  },
};

async function writeAll({ writable }: GenericTransformStream, stretches: Iterable<Uint8Array>): Promise<void> {
  const writer = writable.getWriter();
  let sent = Promise.resolve();
  for (const stretch of stretches) {
    await sent;
    // Not waited for here: this stretch may be compressed while the next one is made.
    sent = writer.write(stretch);
  }
  await sent;
  await writer.close();
}

async function readAll({ readable }: GenericTransformStream, take: (chunk: Uint8Array) => void): Promise<void> {
  const reader = readable.getReader();
  try {
    for (let step = await reader.read(); !step.done; step = await reader.read()) take(step.value);
  } catch (error) {
    await reader.cancel().catch(() => {});
    throw error;
  }
}
