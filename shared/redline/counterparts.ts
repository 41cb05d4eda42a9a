/**
 * Turns a redline into an answer to the question which proposal of the current text each proposal of the base
 * became: the one with which it shares most provisions. A proposal of the base that shares none was suppressed as
 * a whole; it belongs to the proposals of which only the reasons are left, in order, as long as there are any.
 */
import type { Provision, Redline } from "./redline-types";

/** The provisions of one proposal of the current text, what was suppressed in it included. */
export function provisionsOfProposal(redline: Redline, index: number): Provision[] {
  const counterparts = counterpartsOf(redline);
  return redline.provisions.filter(
    ({ before, after }) => (after ? after.proposal : (counterparts.get(before!.proposal) ?? -1)) === index,
  );
}

/** By the index in the base the index in the current text; what shares nothing has no entry. */
export function counterpartsOf(redline: Redline): Map<number, number> {
  const votes = new Map<number, Map<number, number>>();
  for (const { before, after } of redline.provisions) {
    if (!before || !after || before.proposal < 0 || after.proposal < 0) continue;
    const counts = votes.get(before.proposal) ?? new Map<number, number>();
    counts.set(after.proposal, (counts.get(after.proposal) ?? 0) + 1);
    votes.set(before.proposal, counts);
  }
  const found = new Map([...votes].map(([one, counts]) => [one, [...counts].sort((a, b) => b[1] - a[1])[0]![0]]));
  const emptied = emptiedIn(redline, new Set(found.values()));
  for (const { before } of redline.provisions) {
    if (!before || before.proposal < 0 || found.has(before.proposal)) continue;
    const next = emptied.shift();
    if (next === undefined) break;
    found.set(before.proposal, next);
  }
  return found;
}

/** Proposals that have nothing but reasons left: what is wholly suppressed was theirs. */
function emptiedIn({ provisions }: Redline, matched: ReadonlySet<number>): number[] {
  const full = new Set<number>(matched);
  for (const { status, after } of provisions) if (after && status !== "frame") full.add(after.proposal);
  const seen = new Set(provisions.flatMap(({ after }) => (after && after.proposal >= 0 ? [after.proposal] : [])));
  return [...seen].filter((proposal) => !full.has(proposal));
}
