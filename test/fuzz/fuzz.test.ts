/**
 * A short run of the fuzz inside the unit tests, from a fixed seed, and every input that the long run
 * (`npm run fuzz`) ever found fault with: files in `test/fixtures/fuzz`, named after their reader.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Random } from "./random";
import { inputOf, readers } from "./readers";

const short = 400;
const slowest = 2000;
const findings = join(__dirname, "../fixtures/fuzz");

describe.each(readers)("$name", (reader) => {
  test(`${short} spoiled inputs are read or refused`, { timeout: 60_000 }, () => {
    const inputs = reader.inputs();
    for (const input of inputs) expect(reader.read(input)).toBe(true);
    let refused = 0;
    for (let at = 0; at < short; at++) {
      const bytes = inputOf(reader, inputs, new Random(20_261_122 + at));
      const begun = performance.now();
      if (!reader.read(bytes)) refused++;
      expect(performance.now() - begun, `input ${at}`).toBeLessThan(slowest);
    }
    // Both must happen, or nothing was tested.
    expect(refused).toBeGreaterThan(0);
    expect(refused).toBeLessThan(short);
  });

  const found = existsSync(findings) ? readdirSync(findings).filter((name) => name.startsWith(`${reader.name}-`)) : [];
  if (found.length > 0) {
    test.each(found)("no longer fails on %s", (name) => {
      const begun = performance.now();
      reader.read(new Uint8Array(readFileSync(join(findings, name))));
      expect(performance.now() - begun).toBeLessThan(slowest);
    });
  }
});
