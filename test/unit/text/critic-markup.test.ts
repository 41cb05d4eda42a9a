import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  acceptedText,
  type CriticToken,
  joinTokens,
  readCriticMarkup,
  rejectedText,
  writeCriticMarkup,
} from "../../../shared/text/critic-markup";
import { haveSeeds, seed, seedsTitle } from "./seeds";

function tokensOf(markup: string): CriticToken[] {
  const result = readCriticMarkup(markup);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

// Texts made mostly of the characters that mean something in the markup.
const text = fc.string({ unit: fc.constantFrom(..."{}-+~>\\\n a)é集") });
const token = fc.record({ op: fc.constantFrom<CriticToken["op"]>("=", "+", "-"), text });

describe("CriticMarkup", () => {
  it("reads deletions and insertions in order", () => {
    expect(tokensOf("(Rév. {--Dubaï, 2014--}{++Genève, 2022++})")).toEqual([
      { op: "=", text: "(Rév. " },
      { op: "-", text: "Dubaï, 2014" },
      { op: "+", text: "Genève, 2022" },
      { op: "=", text: ")" },
    ]);
  });

  it("reads a substitution as a deletion and an insertion", () => {
    expect(tokensOf("{~~e~>f~~})")).toEqual([
      { op: "-", text: "e" },
      { op: "+", text: "f" },
      { op: "=", text: ")" },
    ]);
  });

  it("names the line of a mark that is not closed", () => {
    const result = readCriticMarkup("one\ntwo {++three");
    expect(result.ok ? null : result.error).toMatchObject({ code: "critic.unclosed", where: { line: 2 } });
  });

  it("leaves an ordinary backslash and braces alone", () => {
    expect(tokensOf("C:\\temp {x}")).toEqual([{ op: "=", text: "C:\\temp {x}" }]);
  });

  it("reads what it wrote, whatever the texts", () => {
    fc.assert(
      fc.property(fc.array(token), (tokens) => {
        expect(tokensOf(writeCriticMarkup(tokens))).toEqual(joinTokens(tokens));
      }),
    );
  });

  it("reads any text, or says why not", () => {
    fc.assert(
      fc.property(text, (markup) => {
        const result = readCriticMarkup(markup);
        expect(result.ok || result.error.code === "critic.unclosed").toBe(true);
      }),
    );
  });

  describe.skipIf(!haveSeeds)(seedsTitle, () => {
    it("writes the true marking of resolution 98 back to the byte", () => {
      const markup = new TextDecoder().decode(seed("000-res98-mod.marked.txt"));
      expect(writeCriticMarkup(tokensOf(markup))).toBe(markup);
    });

    it("shows both sides of it", () => {
      const tokens = tokensOf(new TextDecoder().decode(seed("000-res98-mod.marked.txt")));
      const lines = (value: string) => value.split("\n").filter((line) => line !== "");
      const side = (name: string) => lines(new TextDecoder().decode(seed(name)));
      expect(lines(rejectedText(tokens))).toEqual(side("000-res98-base.txt"));
      expect(lines(acceptedText(tokens))).toEqual(side("000-res98-revised.txt"));
    });
  });
});
