/** What travels between the threads is whole again on the other side, and the hash of the base with it. */
import { strToU8 } from "fflate";
import { expect, test } from "vitest";
import { plainParts, wholeParts } from "../../../renderer/session/plain-parts";
import { readParts } from "../../../renderer/session/read-parts";
import { adoptHash, baseHash } from "../../../shared/draft/base-hash";
import { schema } from "../../../shared/schema/schema";

const text =
  "RESOLUTION 7 (Place, 2030)\nSharing of readings\nconsidering\na)\tthat readings are kept,\nresolves\n1\tto share.";

test("a base that was read in another thread has the hash that it would be given here", () => {
  const sent = plainParts(readParts(strToU8(text), "a.txt"));
  if (!sent.ok) throw new Error(sent.error.code);
  const parts = wholeParts(structuredClone(sent.value));
  expect(parts.base.eq(parts.current)).toBe(true);
  expect(baseHash(parts.base)).toBe(baseHash(schema.nodeFromJSON(parts.base.toJSON())));
});

test("the hash of a base is worked out once", () => {
  const sent = plainParts(readParts(strToU8(text), "a.txt"));
  if (!sent.ok) throw new Error(sent.error.code);
  const base = schema.nodeFromJSON(sent.value.base);
  adoptHash(base, "told");
  expect(baseHash(base)).toBe("told");
});
