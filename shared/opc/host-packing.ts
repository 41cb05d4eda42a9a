/**
 * Long parts are compressed and inflated by the host's own streams, which browsers and Node have alike: native code,
 * and in Node on another thread while the next stretch is written. A host that lacks them (Node before 20.12) and
 * short parts, where waiting takes longer than compressing, are served by the library.
 */
import { deflate, inflate, joined, type Order, type Packing } from "./packing";

/** Bytes from which on the host is asked. */
const long = 1 << 20;

interface ByteStream {
  writable: { getWriter(): { write(bytes: Uint8Array): Promise<void>; close(): Promise<void> } };
  readable: {
    getReader(): { read(): Promise<{ done: boolean; value?: Uint8Array | undefined }>; cancel(): Promise<void> };
  };
}

declare const CompressionStream: new (format: "deflate-raw") => ByteStream;
declare const DecompressionStream: typeof CompressionStream;

/** Does the work; long parts wait for the host. */
export async function withHost<T>(work: Packing<T>): Promise<T> {
  for (let step = work.next(); ; ) {
    if (step.done) return step.value;
    step = work.next(await answer(step.value));
  }
}

function answer(order: Order): Promise<Uint8Array | null> | Uint8Array | null {
  if ("deflate" in order) return deflateLong(order.deflate);
  const stream = order.size < long ? null : streamOf(() => new DecompressionStream("deflate-raw"));
  return stream ? inflateLong(stream, order.inflate, order.size) : inflate(order.inflate, order.size);
}

async function deflateLong(stretches: Iterable<Uint8Array>): Promise<Uint8Array> {
  const rest = stretches[Symbol.iterator]();
  const first: Uint8Array[] = [];
  let stretch = rest.next();
  for (let size = 0; !stretch.done && size < long; stretch = rest.next()) {
    size += stretch.value.length;
    first.push(stretch.value);
  }
  const stream = stretch.done ? null : streamOf(() => new CompressionStream("deflate-raw"));
  if (!stream) return deflate(following(first, stretch, rest));
  const chunks: Uint8Array[] = [];
  const written = writeAll(stream, following(first, stretch, rest));
  await Promise.all([written, readAll(stream, (chunk) => chunks.push(chunk))]);
  return joined(chunks);
}

async function writeAll({ writable }: ByteStream, stretches: Iterable<Uint8Array>): Promise<void> {
  const writer = writable.getWriter();
  let sent = Promise.resolve();
  for (const stretch of stretches) {
    await sent;
    // Not waited for here: the host compresses this stretch while the next one is made.
    sent = writer.write(stretch);
  }
  await sent;
  await writer.close();
}

/** What was looked at, and what comes after it. */
function* following<T>(seen: T[], next: IteratorResult<T, unknown>, rest: Iterator<T>): Generator<T> {
  yield* seen.splice(0);
  for (let step = next; !step.done; step = rest.next()) yield step.value;
}

async function inflateLong(stream: ByteStream, compressed: Uint8Array, size: number): Promise<Uint8Array | null> {
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
}

async function readAll({ readable }: ByteStream, take: (chunk: Uint8Array) => void): Promise<void> {
  const reader = readable.getReader();
  try {
    for (let step = await reader.read(); !step.done; step = await reader.read()) take(step.value!);
  } catch (error) {
    await reader.cancel().catch(() => {});
    throw error;
  }
}

function streamOf(make: () => ByteStream): ByteStream | null {
  try {
    return make();
  } catch {
    return null;
  }
}
