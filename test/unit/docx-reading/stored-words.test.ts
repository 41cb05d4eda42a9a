/** Fields that store words for a bookmark or an index and show none: Word prints nothing of them. */
import { expect, test } from "vitest";
import { readBody, textsOf } from "../../support/word-package";

const run = (inside: string) => `<w:r>${inside}</w:r>`;
const words = (text: string) => run(`<w:t xml:space="preserve">${text}</w:t>`);
const end = (kind: string) => run(`<w:fldChar w:fldCharType="${kind}"/>`);
const code = (text: string) => run(`<w:instrText xml:space="preserve">${text}</w:instrText>`);

test.each([
  [' SET Name "kept words" ', "before <field:>and behind"],
  [' xe "index entry" ', "before <field:>and behind"],
  [" REF Name \\h ", "before <field:kept words>and behind"],
  [" SETTLEMENT ", "before <field:kept words>and behind"],
])("of %s", (instruction, shown) => {
  const field = `${end("begin")}${code(instruction)}${end("separate")}${words("kept words")}${end("end")}`;
  const simple = `<w:fldSimple w:instr="${instruction.replaceAll('"', "&quot;")}">${words("kept words")}</w:fldSimple>`;
  for (const each of [field, simple]) {
    const { accept } = readBody(`<w:p>${words("before ")}${each}${words("and behind")}</w:p>`).sides;
    expect(textsOf(accept)).toEqual([shown]);
  }
});
