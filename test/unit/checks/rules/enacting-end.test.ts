import { expect, it } from "vitest";
import { blocksOf } from "../../../../shared/schema/blocks";
import { found, repaired, withText } from "../../../support/findings";
import { resolution } from "../../../support/resolution-builder";

const rule = "enactingEnd";
const clean = resolution("L'Assemblée (Ici, 2030),\ndécide\n1\tun;\n2\tdeux.");
const enacting = blocksOf(clean)[0]!.node.attrs.id as string;

it.each(["L'Assemblée (Ici, 2030)", "L'Assemblée (Ici, 2030):"])("%s", (text) => {
  const doc = withText(clean, enacting, () => text);
  expect(found(rule, doc)).toHaveLength(1);
  expect(blocksOf(repaired(rule, doc))[0]!.node.textContent).toBe("L'Assemblée (Ici, 2030),");
});

it("accepts the comma of each script", () => {
  for (const mark of [",", "،", "，"]) {
    expect(
      found(
        rule,
        withText(clean, enacting, () => `X (Ici, 2030)${mark}`),
      ),
    ).toEqual([]);
  }
});
