/**
 * Loaded before a program (`node -r`): when the process ends it leaves, in the file that MEASURE_FILE names, how much
 * memory it held at most (megabytes, resident) and how much processor time it took (seconds), itself and its threads.
 */
const { existsSync, readFileSync, writeFileSync } = require("node:fs");

/** The system's own count begins with the process that started this one; Linux keeps one of the program alone. */
function peakKilobytes() {
  const status = "/proc/self/status";
  const peak = existsSync(status) && /^VmHWM:\s*(\d+) kB/m.exec(readFileSync(status, "utf8"));
  return peak ? Number(peak[1]) : process.resourceUsage().maxRSS;
}

process.on("exit", () => {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  const measured = { megabytes: peakKilobytes() / 1024, seconds: (userCPUTime + systemCPUTime) / 1e6 };
  writeFileSync(process.env.MEASURE_FILE, JSON.stringify(measured));
});
