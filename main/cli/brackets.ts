/** `brackets`: the unagreed text of a document, with the alternatives and who holds them. */
import { currentText } from "../../shared/draft/open";
import { placeOf } from "../../shared/locales/place";
import { translator } from "../../shared/locales/translator";
import { success } from "../../shared/result";
import { pathsOf } from "../../shared/schema/blocks";
import { bracketsOf } from "../../shared/schema/brackets";
import type { Command } from "./command";
import { openFile } from "./documents";

export const brackets: Command = {
  name: "brackets",
  files: ["FILE"],
  summary: "Lists the text in square brackets, its alternatives and who holds them.",
  options: { json: { help: "Print JSON instead of lines." } },

  async run({ files, options }, progress) {
    progress("Reading…");
    const opened = await openFile(files[0] as string);
    if (!opened.ok) return opened;
    const { value } = opened;
    const doc = currentText(value);
    const paths = pathsOf(doc);
    const { pairs, unpaired } = bracketsOf(doc);
    const rows = pairs.map(({ open, depth, alternatives }) => ({
      path: paths.get(open.block) ?? [],
      depth,
      alternatives: alternatives.map(({ text, holders }) => ({ text, holders })),
    }));
    const lost = unpaired.map(({ block, offset, sign }) => ({ path: paths.get(block) ?? [], offset, sign }));
    if (options.json) return success(`${JSON.stringify({ pairs: rows, unpaired: lost }, null, 2)}\n`, opened.messages);
    const lines = rows.flatMap(({ path, depth, alternatives }) => {
      const indent = "  ".repeat(depth);
      const texts = alternatives.map(({ text, holders }) => `${indent}  ${text}${holders ? ` (${holders})` : ""}`);
      return [`${indent}${placeOf(translator("en"), path)}:`, ...texts];
    });
    lines.push(`In brackets: ${rows.length}, unpaired: ${lost.length}`);
    return success(`${lines.join("\n")}\n`, opened.messages);
  },
};
