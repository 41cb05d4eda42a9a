/** Where the window for the room goes, among the displays there are. */
import type { Rectangle } from "electron";

interface Screen {
  id: number;
  bounds: Rectangle;
  workArea: Rectangle;
}

/** The first display that the editor is not on, whole; else the middle of the only one. */
export function projectionPlace(own: Screen, all: readonly Screen[]): { bounds: Rectangle; fills: boolean } {
  const other = all.find(({ id }) => id !== own.id);
  if (other) return { bounds: other.bounds, fills: true };
  const { x, y, width, height } = own.workArea;
  const size = { width: Math.round(width * 0.8), height: Math.round(height * 0.8) };
  return {
    bounds: { x: x + Math.round((width - size.width) / 2), y: y + Math.round((height - size.height) / 2), ...size },
    fills: false,
  };
}
