/** How times are written. */
import { expect, it } from "vitest";
import { showTime } from "../../../renderer/components/times";

const t = (_key: string, { time }: Record<string, string>) => `today ${time}`;
const at = new Date(2026, 10, 22, 21, 5);
const later = new Date(2026, 10, 22, 23, 0);
const nextDay = new Date(2026, 10, 23, 9, 0);

it("a time of today goes without its date, in 24 hours in English too", () => {
  expect(showTime(at.toISOString(), "en", t, later)).toBe("today 21:05");
});

it("an English date has the day before the month", () => {
  expect(showTime(at.toISOString(), "en", t, nextDay)).toBe("22 Nov 2026, 21:05");
});

it("what is no time stays as it is", () => {
  expect(showTime("once", "fr", t)).toBe("once");
});
