import { describe, expect, it, test } from "vitest";
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
    ["MOD\tRCC/12(Rev.1)(Add.3)/1", "MOD", "RCC/12(Rev.1)(Add.3)/1"],
    ["MOD\u00A0\tABC/1A2/3", "MOD", "ABC/1A2/3"],
    ["(MOD): ABC/1A2/3", "(MOD)", "ABC/1A2/3"],
    ["SUP – ABC/1A2/3", "SUP", "ABC/1A2/3"],
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

test("an identifier with addenda and revisions written out says the same as the short one", () => {
  expect(readIdentifier("RCC/12(Rev.1)(Add.3)/1")).toEqual(readIdentifier("RCC/12R1A3/1"));
  expect(readIdentifier("RCC/12(Add.3)(Add.1)/1")).toEqual(readIdentifier("RCC/12A3A1/1"));
});

test("in the style of marker lines an identifier may have any form", () => {
  expect(readMarkerLine("MOD\tC23/DT-1/2", true)).toEqual({ marker: "MOD", identifier: "C23/DT-1/2" });
  expect(readMarkerLine("MOD\tC23/DT-1/2")).toBeNull();
});
