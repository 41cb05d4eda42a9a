/** What `npm audit` said, held against the advisories that are allowed with a reason. */

/**
 * Advisories that do not concern this program: `{ id: "GHSA-…", reason: "why it cannot be reached here" }`. An entry that
 * no dependency has any more fails the run, so that the list never outlives its reasons.
 */
export const allowed = [];

/** The advisories that a report names, those that nobody allowed, and the allowances that are not needed any more. */
export function judge({ vulnerabilities }, allowances) {
  const found = new Map();
  for (const { via } of Object.values(vulnerabilities)) {
    // A text instead of a record only names another package that is listed itself.
    for (const each of via) if (typeof each === "object") found.set(idOf(each), { ...each, id: idOf(each) });
  }
  const isAllowed = ({ id }) => allowances.some((entry) => entry.id === id && entry.reason);
  return {
    found: [...found.values()],
    unknown: [...found.values()].filter((each) => !isAllowed(each)),
    outlived: allowances.filter(({ id }) => !found.has(id)),
  };
}

function idOf({ url, source }) {
  return /GHSA-[\w-]+/.exec(url ?? "")?.[0] ?? String(source);
}
