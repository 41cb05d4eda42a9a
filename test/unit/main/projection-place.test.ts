import { expect, test } from "vitest";
import { projectionPlace } from "../../../main/projection-place";

const display = (id: number, x: number, width: number, height: number) => ({
  id,
  bounds: { x, y: 0, width, height },
  workArea: { x, y: 30, width, height: height - 30 },
});
const desk = display(1, 0, 1600, 1000);
const beamer = display(2, 1600, 1920, 1080);

test("the room's window fills the display that the editor is not on", () => {
  expect(projectionPlace(desk, [desk, beamer])).toEqual({ bounds: beamer.bounds, fills: true });
  expect(projectionPlace(beamer, [desk, beamer])).toEqual({ bounds: desk.bounds, fills: true });
});

test("on the only display it is a window within the free area", () => {
  expect(projectionPlace(desk, [desk])).toEqual({
    bounds: { x: 160, y: 127, width: 1280, height: 776 },
    fills: false,
  });
});
