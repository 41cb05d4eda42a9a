/** What waits for a rest is called once the rest has lasted, however often it was put off. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { restTimer } from "../../../renderer/session/rest-timer";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("calls back once, so long after it was put off for the last time", () => {
  const callback = vi.fn();
  const timer = restTimer(callback);
  for (let key = 0; key < 5; key++) {
    timer.restart(250);
    vi.advanceTimersByTime(100);
  }
  vi.advanceTimersByTime(140);
  expect(callback).not.toHaveBeenCalled();
  vi.advanceTimersByTime(20);
  expect(callback).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1000);
  expect(callback).toHaveBeenCalledTimes(1);
});

test("leaves a timer that runs alone, and takes no second one beside it", () => {
  const timer = restTimer(() => {});
  timer.restart(250);
  const [set, clear] = [vi.spyOn(globalThis, "setTimeout"), vi.spyOn(globalThis, "clearTimeout")];
  for (let key = 0; key < 20; key++) timer.restart(250);
  expect(set).not.toHaveBeenCalled();
  expect(clear).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(1);
});

test("comes earlier when it is asked to", () => {
  const callback = vi.fn();
  const timer = restTimer(callback);
  timer.restart(1000);
  timer.restart(50);
  vi.advanceTimersByTime(60);
  expect(callback).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(2000);
  expect(callback).toHaveBeenCalledTimes(1);
});

test("does not call once it was stopped, and can be begun again", () => {
  const callback = vi.fn();
  const timer = restTimer(callback);
  timer.restart(100);
  timer.stop();
  vi.advanceTimersByTime(500);
  expect(callback).not.toHaveBeenCalled();
  timer.restart(100);
  vi.advanceTimersByTime(110);
  expect(callback).toHaveBeenCalledTimes(1);
});
