/**
 * Finds, among many members, the few that share the rarest words with a text: an inverted index in which a word that
 * many members have is left out, so that a look-up costs the same however many members there are.
 */
import { type Bag, weightIn } from "./similarity";

/** How many candidates a look-up returns. */
const mostCandidates = 6;
/** A word that more members than these have finds no candidates. */
const longestPosting = 24;

/** Looks up the members that share the rarest words with a bag, best first. */
export function candidatesIn(members: readonly { bag(): Bag }[], from: number, to: number): (bag: Bag) => number[] {
  const postings = new Map<number, number[]>();
  for (let index = from; index < to; index++) {
    const { words } = members[index]!.bag();
    for (let at = 0; at < words.length; at++) {
      if (at > 0 && words[at] === words[at - 1]) continue;
      const posting = postings.get(words[at]!);
      if (!posting) postings.set(words[at]!, [index]);
      else if (posting.length <= longestPosting) posting.push(index);
    }
  }
  return (bag) => {
    const votes = new Map<number, number>();
    for (let at = 0; at < bag.words.length; at++) {
      const posting = postings.get(bag.words[at]!);
      // A word that many share says nothing; its list was not even completed.
      if (!posting || posting.length > longestPosting) continue;
      for (const index of posting) {
        votes.set(index, (votes.get(index) ?? 0) + weightIn(bag.words[at]!) / posting.length);
      }
    }
    return [...votes]
      .sort((one, other) => other[1] - one[1] || one[0] - other[0])
      .slice(0, mostCandidates)
      .map(([index]) => index);
  };
}
