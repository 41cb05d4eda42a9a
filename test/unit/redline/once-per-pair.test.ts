/** What was found about two objects is found once, and for no other two. */
import { expect, test } from "vitest";
import { oncePerPair } from "../../../shared/redline/once-per-pair";

test("each pair, in its order, is asked about once, also when the answer is nothing", () => {
  const asked: string[] = [];
  const [one, two, three] = [{ name: "1" }, { name: "2" }, { name: "3" }];
  const found = oncePerPair((a: typeof one, b: typeof one) => {
    asked.push(a.name + b.name);
    return a === one && b === two ? undefined : a.name + b.name;
  });
  for (let round = 0; round < 2; round++) {
    expect([found(one, two), found(two, one), found(one, three), found(one, one)]).toEqual([
      undefined,
      "21",
      "13",
      "11",
    ]);
  }
  expect(asked).toEqual(["12", "21", "13", "11"]);
});
