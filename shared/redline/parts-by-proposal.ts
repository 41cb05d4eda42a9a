/**
 * The redline of a contribution taken apart: for each proposal of the current text what changed in it, what was
 * suppressed in it included, and a rest for what belongs to none. A note belongs where it is referred to, though all
 * notes stand at the end. Each provision is in exactly one part, in the order of the whole.
 */
import type { Node } from "prosemirror-model";
import { counterpartsOf } from "./counterparts";
import { deriveMarker } from "./marker";
import { countStatuses } from "./redline";
import type { Provision, Redline } from "./redline-types";

/** Takes a redline apart; `count` is how many proposals the current text has. */
export function partsByProposal(redline: Redline, count: number): { parts: Redline[]; rest: Redline } {
  const counterparts = counterpartsOf(redline);
  const placeOf = ({ before, after }: Provision) =>
    after ? after.proposal : (counterparts.get(before?.proposal ?? -1) ?? -1);
  const notes = new Map<string, number>();
  const refer = (node: Node | undefined, side: "before" | "after", place: number) => {
    node?.forEach(({ type, attrs }) => {
      if (type.name === "footnoteReference" && place >= 0) notes.set(`${side} ${attrs.note}`, place);
    });
  };
  for (const provision of redline.provisions) {
    refer(provision.before?.node, "before", placeOf(provision));
    refer(provision.after?.node, "after", placeOf(provision));
  }
  const homeOf = (provision: Provision) => {
    const { before, after } = provision;
    const note = (side: "before" | "after") => notes.get(`${side} ${provision[side]?.node.attrs.note}`);
    const isNote = (after ?? before)?.node.type.name === "footnote";
    return (isNote ? ((after ? note("after") : undefined) ?? note("before")) : undefined) ?? placeOf(provision);
  };
  const homes = new Map(redline.provisions.map((provision) => [provision, homeOf(provision)]));
  const partOf = (place: number): Redline => {
    const provisions = redline.provisions.filter((provision) => homes.get(provision) === place);
    const placements = redline.placements.filter(({ provision }) => homes.get(provision) === place);
    return { provisions, placements, counts: countStatuses(provisions), marker: deriveMarker(provisions) };
  };
  return { parts: Array.from({ length: count }, (_, place) => partOf(place)), rest: partOf(-1) };
}
