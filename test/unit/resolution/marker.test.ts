import { describe, expect, it } from "vitest";
import { joinMarkerLines, readIdentifier, readMarkerLine } from "../../../shared/resolution/marker";

describe("readMarkerLine", () => {
  it.each([
    ["ADD\tACP/22A12/1", "ADD", "ACP/22A12/1"],
    ["ADDAFCP/42A1/1", "ADD", "AFCP/42A1/1"],
    ["MOD ARB/25A25/1", "MOD", "ARB/25A25/1"],
    ["MOD", "MOD", ""],
    ["(MOD)", "(MOD)", ""],
    ["ADD*", "ADD*", ""],
    ["SUP*\u00A0EUR/38A2/1", "SUP*", "EUR/38A2/1"],
    ["NOC", "NOC", ""],
    ["OTHER", "OTHER", ""],
    ["SEN/56/1", "", "SEN/56/1"],
    ["SEN/56/1 ADD", "ADD", "SEN/56/1"],
    ["AUS/J/KOR/13/2", "", "AUS/J/KOR/13/2"],
    ["EUR/XX/1", "", "EUR/XX/1"],
    ["MOD\tEUR/16A21A1/3", "MOD", "EUR/16A21A1/3"],
    ["MOD\tEUR/16A13/1#49841", "MOD", "EUR/16A13/1"],
    ["SEN/56/1 #7 ADD", "ADD", "SEN/56/1"],
  ])("reads %j", (line, marker, identifier) => {
    expect(readMarkerLine(line)).toEqual({ marker, identifier });
  });

  it.each(["MODIFICATION", "ADD a new item", "MOD 5", "IAP-1", "et/ou/1", "Addendum", ""])("leaves %j", (line) => {
    expect(readMarkerLine(line)).toBeNull();
  });
});

describe("two lines", () => {
  it("complete each other in either order, and only then", () => {
    const marker = { marker: "MOD", identifier: "" };
    const identifier = { marker: "", identifier: "ARB/25A25/1" };
    const both = { marker: "MOD", identifier: "ARB/25A25/1" };
    expect(joinMarkerLines(marker, identifier)).toEqual(both);
    expect(joinMarkerLines(identifier, marker)).toEqual(both);
    expect([joinMarkerLines(both, marker), joinMarkerLines(marker, marker)]).toEqual([null, null]);
  });
});

describe("readIdentifier", () => {
  it("takes all parts apart", () => {
    expect(readIdentifier("IAP/34R1-A1/7")).toEqual({
      symbols: ["IAP"],
      document: "34",
      revision: "R1",
      addendum: "A1",
      addendumRevision: "",
      serial: 7,
    });
    expect(readIdentifier("EUR/16A21R1A1/3")).toMatchObject({ document: "16", addendum: "A21R1A1", serial: 3 });
    expect(readIdentifier("AUS/J/KOR/13/2")?.symbols).toEqual(["AUS", "J", "KOR"]);
    expect(readIdentifier("IAP-1")).toBeNull();
  });
});
