/**
 * Compressing and inflating (DEFLATE, RFC 1951) for work that comes upon long parts. It yields an order and goes on
 * with the answer, so that whoever drives it chooses who does it: `atOnce` lets the library do it, `withHost` gives long
 * parts to what the host has, native code and perhaps another thread. The parts are the same either way; compressed
 * they may differ in length.
 */
import { Deflate, Inflate } from "fflate";

export type Order = { deflate: Iterable<Uint8Array> } | { inflate: Uint8Array; size: number };

/** Work that gives orders; the answer null says that bytes are no deflate stream, or one of more bytes than promised. */
export type Packing<T> = Generator<Order, T, Uint8Array | null>;

/** What a host offers; it is asked for long parts only. */
export interface Packer {
  deflate(stretches: Iterable<Uint8Array>): Promise<Uint8Array>;
  /** Gives at most as many bytes as were promised; null when there are more, or the bytes are unsound. */
  inflate(compressed: Uint8Array, size: number): Promise<Uint8Array | null>;
}

/** Bytes from which on waiting for the host takes less time than the library. */
const long = 1 << 20;
/** The last step of fflate, from 5 to 6, takes half as long again to save a tenth. */
export const usualLevel = 5;
/** Compressed bytes that are inflated before anybody looks how many they stood for. */
const sip = 1 << 14;

/** Does all of the work, orders too, in one go. */
export function atOnce<T>(work: Packing<T>): T {
  for (let step = work.next(); ; ) {
    if (step.done) return step.value;
    const order = step.value;
    step = work.next("deflate" in order ? deflate(order.deflate) : inflate(order.inflate, order.size));
  }
}

/** Does the work and waits for the host with every long part. */
export async function withHost<T>(host: Packer, work: Packing<T>): Promise<T> {
  for (let step = work.next(); ; ) {
    if (step.done) return step.value;
    const order = step.value;
    if ("deflate" in order) step = work.next(await deflateBy(host, order.deflate));
    else step = work.next(await (order.size < long ? inflate : host.inflate)(order.inflate, order.size));
  }
}

/** How long a text is turns out as it comes. */
function deflateBy(host: Packer, stretches: Iterable<Uint8Array>): Promise<Uint8Array> | Uint8Array {
  const rest = stretches[Symbol.iterator]();
  const first: Uint8Array[] = [];
  let next = rest.next();
  for (let size = 0; !next.done && size < long; next = rest.next()) {
    size += next.value.length;
    first.push(next.value);
  }
  return next.done ? deflate(first) : host.deflate(all());

  function* all(): Generator<Uint8Array> {
    yield* first.splice(0);
    for (; !next.done; next = rest.next()) yield next.value;
  }
}

/** Compresses bytes that come stretch by stretch. */
export function deflate(stretches: Iterable<Uint8Array>): Uint8Array {
  const chunks: Uint8Array[] = [];
  // Fewer places than fflate's own 20 bits find as much in a text, and stay in the processor's cache.
  const deflater = new Deflate({ level: usualLevel, mem: 4 }, (chunk) => chunks.push(chunk));
  for (const stretch of stretches) deflater.push(stretch);
  deflater.push(new Uint8Array(0), true);
  return joined(chunks);
}

/** Inflates bytes to at most as many as were promised; null when there are more, or the bytes are unsound. */
export function inflate(compressed: Uint8Array, size: number): Uint8Array | null {
  const whole = new Uint8Array(size);
  let at = 0;
  const inflater = new Inflate((bytes) => {
    // `set` throws where there is no room: what lies about its size is not followed to its end.
    whole.set(bytes, at);
    at += bytes.length;
  });
  try {
    for (let from = 0; from < compressed.length; from += sip) {
      inflater.push(compressed.subarray(from, from + sip), from + sip >= compressed.length);
    }
  } catch {
    return null;
  }
  return whole.subarray(0, at);
}

/** Chunks one after another. */
export function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
