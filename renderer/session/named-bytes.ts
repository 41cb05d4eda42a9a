/** A file as it comes from the main process, without its place. */
export interface NamedBytes {
  name: string;
  bytes: Uint8Array;
}
