/** Tells the objects of JSON from its other values, for whoever reads what others wrote. */

/** True for a JSON object: no null, no list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
