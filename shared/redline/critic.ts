/**
 * A redline as CriticMarkup, one line per block: labels and text with their marks, what was suppressed,
 * added or moved as whole marked lines. Read back, the markup gives the lines of both texts; a line
 * that is empty on one side does not exist there, as in every text this program reads.
 */
import { blockText } from "../schema/blocks";
import { type CriticToken, writeCriticMarkup } from "../text/critic-markup";
import { diffLabels } from "./label-diff";
import type { Placement, Redline } from "./redline-types";

/** Writes a redline as CriticMarkup. */
export function redlineToCritic(redline: Redline): string {
  return redline.placements
    .map((placement) => writeCriticMarkup(lineTokens(placement)))
    .filter((line) => line !== "")
    .map((line) => `${line}\n`)
    .join("");
}

/** The tokens of one line of the merged order, label included. */
function lineTokens({ provision, side }: Placement): CriticToken[] {
  const { before, after, segments } = provision;
  if (side === "before") return [{ op: "-", text: blockText(before!.node) }];
  if (side === "after") {
    return [{ op: provision.status === "frame" ? "=" : "+", text: blockText(after!.node) }];
  }
  const one = before!.node.attrs;
  const two = after!.node.attrs;
  return [...diffLabels(one.label + one.separator, two.label + two.separator), ...segments];
}
