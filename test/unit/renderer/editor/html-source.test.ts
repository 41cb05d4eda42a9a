import { describe, expect, it } from "vitest";
import { sourceOfHtml } from "../../../../renderer/editor/html-source";
import { plainText } from "../../../../shared/resolution/lines";
import { recognise } from "../../../../shared/resolution/recognise";
import { modelToDoc } from "../../../../shared/schema/model-to-doc";
import { lines } from "../../../support/drafting";

const linesOf = (html: string) => {
  const read = recognise(sourceOfHtml(html), { language: "en" });
  if (!read.ok) throw new Error(read.error.code);
  return lines({ doc: modelToDoc(read.value) } as never);
};

describe("HTML from Word", () => {
  const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.Call {font-style:italic}</style>
    <script>window.ran = true</script></head><body lang=EN-GB>
    <!--StartFragment-->
    <p class=Call><i>considering<o:p></o:p></i></p>
    <p class=MsoNormal><i><span lang=EN-GB>a)<span style='mso-tab-count:1'>     </span></span></i>that the
    network is useful, as <b>Resolution&nbsp;7</b> says<a style='mso-footnote-id:ftn1' href="#_ftn1"><span
    class=MsoFootnoteReference>[1]</span></a>:</p>
    <p class=enumlev1><span style='mso-list:Ignore'>i)<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;</span></span>first;</p>
    <p class=MsoNormal><i>b)<span style='mso-tab-count:1'> </span></i>that <del>old</del><ins>new</ins> words count,</p>
    <p class=MsoNormal><o:p>&nbsp;</o:p></p>
    <!--EndFragment--></body></html>`;

  it("keeps calls, labels, levels and tabs; drops deleted text, styles and scripts", () => {
    expect(linesOf(word)).toEqual([
      "considering",
      "a)\tthat the network is useful, as Resolution\u00A07 says[1]:",
      "  i)\tfirst;",
      "b)\tthat new words count,",
    ]);
    expect("ran" in globalThis).toBe(false);
  });

  it("keeps bold", () => {
    const bold = sourceOfHtml(word).blocks.flatMap((block) =>
      block.kind === "paragraph" ? block.inlines.filter((inline) => inline.formatting?.bold) : [],
    );
    expect(plainText(bold)).toBe("Resolution\u00A07");
  });

  it("keeps tables with their spans", () => {
    const [table] = sourceOfHtml(
      "<table><tr><th colspan=2>Head</th></tr><tr><td><p>one</p><p>two</p></td><td></td></tr></table>",
    ).blocks;
    expect(table).toMatchObject({
      kind: "table",
      rows: [
        { cells: [{ columnSpan: 2, header: true }] },
        { cells: [{ blocks: [{ kind: "paragraph" }, { kind: "paragraph" }] }, { blocks: [{ kind: "paragraph" }] }] },
      ],
    });
  });
});

describe("HTML from a browser", () => {
  it("types the labels that its lists draw", () => {
    expect(linesOf("<ol><li>one</li><li>two</li></ol>")).toEqual(["1\tone", "2\ttwo"]);
    expect(linesOf('<ol type="a"><li>one</li><li>two</li></ol>')).toEqual(["a)\tone", "b)\ttwo"]);
    expect(linesOf('<ol type="a" start="26"><li>one</li><li>two</li></ol>')).toEqual(["z)\tone", "aa)\ttwo"]);
    expect(linesOf('<ol type="I" start="3"><li>three</li></ol>')).toEqual(["III)\tthree"]);
    expect(linesOf('<ol><li style="list-style-type: lower-roman">one</li></ol>')).toEqual(["i)\tone"]);
    expect(linesOf("<ul><li>one</li></ul>")).toEqual(["–\tone"]);
  });

  it("reads bare text, line breaks and nested divisions", () => {
    expect(linesOf("plain <em>text</em><div><div>one<br>line</div><p>two</p></div>")).toEqual([
      "¶ plain text",
      "¶ one\nline",
      "¶ two",
    ]);
  });

  it("finds nothing in markup without text", () => {
    expect(sourceOfHtml("<p>&nbsp;</p><img src=x onerror='alert(1)'><script>1</script>").blocks).toEqual([]);
  });
});
