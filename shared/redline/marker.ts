/**
 * Derives a proposal's verb from what happened to its provisions, by the rules ITU gives for the
 * conference proposals interface: ADD for a wholly new text, SUP for a wholly suppressed one, NOC when
 * nothing changed, (MOD) when only labels and typography did, MOD for everything else. Adding or
 * suppressing inside an existing text is MOD. The frame of a proposal has no say.
 */
import { contentText } from "../schema/blocks";
import type { Provision } from "./redline-types";

/** The verb for these provisions: `ADD`, `MOD`, `(MOD)`, `SUP` or `NOC`. */
export function deriveMarker(provisions: readonly Provision[]): string {
  const counted = provisions.filter((provision) => !isFrame(provision) && hasText(provision));
  if (counted.every((provision) => provision.status === "unchanged")) return "NOC";
  if (counted.every((provision) => provision.status === "added")) return "ADD";
  if (counted.every((provision) => provision.status === "suppressed")) return "SUP";
  return counted.every(isEditorial) ? "(MOD)" : "MOD";
}

/** Reasons are frame, whether the base has some or not. */
function isFrame({ status, before, after }: Provision): boolean {
  return status === "frame" || (after ?? before)!.containers.includes("reasons");
}

function hasText({ before, after }: Provision): boolean {
  return [before, after].some((block) => block !== null && block.node.attrs.label + contentText(block.node) !== "");
}

function isEditorial(provision: Provision): boolean {
  switch (provision.status) {
    case "unchanged":
    case "relabelled":
    case "formatted":
      return true;
    case "modified":
      return !provision.moved && isTypographic(provision);
    default:
      return false;
  }
}

/** True when the two texts differ in spaces, quotation marks, apostrophes and hyphens alone. */
function isTypographic({ segments }: Provision): boolean {
  const side = (left: "+" | "-") =>
    segments
      .filter((segment) => segment.op !== left)
      .map((segment) => segment.text)
      .join("")
      .replace(/[\p{Z}\p{Cf}\t]+/gu, " ")
      .replace(/["'\p{Pi}\p{Pf}„‚]\s?|\s(?=[»"])/gu, "'")
      .replace(/[\p{Pd}]/gu, "-");
  return side("+") === side("-");
}
