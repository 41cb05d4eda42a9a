/** How long a piece of work keeps the processor: what a busy machine gives to others does not count. */

/** A clock that starts now and gives the processor time of this process since, in milliseconds. */
export function processorClock(): () => number {
  const start = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
}
