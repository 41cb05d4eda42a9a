/** Where a proposal begins and ends: a marker in a table of its own, the rule that closes a contribution. */
import { describe, expect, it } from "vitest";
import type { SourceParagraph } from "../../../shared/model/source";
import { blockLines, outline, recogniseSource, recogniseText } from "./outline";

const head =
  "RÉSOLUTION 5 (Rév. Ici, 2022)\nUn titre\nLa Conférence mondiale de développement des télécommunications (Ici, 2022),\n";

describe("marker and identifier in the cells of a table", () => {
  it("open a proposal, and the table stays", () => {
    const cell = (text: string) => ({
      blocks: [{ kind: "paragraph" as const, inlines: [{ kind: "text" as const, text }] }],
    });
    const paragraph = (text: string): SourceParagraph => ({ kind: "paragraph", inlines: [{ kind: "text", text }] });
    const { model } = recogniseSource({
      origin: "docx",
      notes: [],
      blocks: [
        { kind: "table", rows: [{ cells: [cell("MOD"), cell("ABC/1A2/3")] }] },
        ...`${head}décide\nde continuer.`.split("\n").map(paragraph),
      ],
    });
    const [proposal, ...others] = model.children;
    expect(proposal).toMatchObject({ type: "proposal", marker: "MOD", identifier: "ABC/1A2/3" });
    expect(others).toEqual([]);
    const kinds = proposal && "children" in proposal ? proposal.children.map(({ type }) => type) : [];
    expect(kinds).toEqual(["table", "resolution"]);
  });
});

describe("the rule that closes a contribution", () => {
  const text = `${head}décide\nde continuer.\n`;

  it("is no part of the last proposal, nor of one before another", () => {
    const { model } = recogniseText(
      `MOD\tACP/1/1\n${text}______________\nSUP\tACP/1/2\nRÉSOLUTION 6 (Ici, 2018)\n_____\n\n`,
    );
    const outlined = outline(model);
    expect(outlined.filter((line) => !line.startsWith(" "))).toEqual([
      "<proposal MOD ACP/1/1>",
      "paragraph: ______________",
      "<proposal SUP ACP/1/2>",
      "paragraph: _____",
    ]);
  });

  it("parts a text from what stands below it only at the end", () => {
    expect(blockLines(`${text}_____________\nVoir aussi la Résolution 6.`).at(-2)).toContain("_____");
    expect(outline(recogniseText(`${text}_____________\nVoir aussi.`).model).at(-1)).toMatch(/^ /u);
  });
});
