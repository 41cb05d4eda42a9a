/** Which failures of reading a draft are worth a repair; apart from the repair, which brings all readers along. */

/** Failures after which a repair may give something: all others say that the file is something else. */
export const repairable: ReadonlySet<string> = new Set([
  "draft.damaged",
  "draft.invalid",
  "draft.empty",
  "draft.base-changed",
]);
