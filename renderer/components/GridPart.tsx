/**
 * A part of a table of which only the rows on screen are drawn, each put where it belongs: what the elements
 * of a table do not allow, so the roles say it. The table itself takes the keys for all of its parts.
 */
import type { ComponentProps } from "react";

interface GridPartProps extends ComponentProps<"div"> {
  role: "grid" | "row" | "columnheader" | "gridcell";
}

export function GridPart(props: GridPartProps) {
  return <div {...props} />;
}
