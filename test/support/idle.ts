/** happy-dom knows no idle time: here the page is idle as soon as nothing else is to do, for a few milliseconds. */
globalThis.requestIdleCallback ??= (work) => {
  const timer = setTimeout(() => {
    const until = performance.now() + 5;
    work({ didTimeout: false, timeRemaining: () => Math.max(0, until - performance.now()) });
  });
  return timer as unknown as number;
};
globalThis.cancelIdleCallback ??= (timer) => clearTimeout(timer);
