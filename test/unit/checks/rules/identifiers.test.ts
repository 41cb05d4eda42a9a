import { expect, it } from "vitest";
import { schema } from "../../../../shared/schema/schema";
import { findingsOf } from "../../../support/findings";
import { block } from "../../../support/resolution-builder";

const rule = "identifiers";
const withIdentifiers = (...identifiers: string[]) =>
  schema.node(
    "doc",
    null,
    identifiers.map((identifier) =>
      schema.node("proposal", { identifier }, [block("resolutionNumber", "RÉSOLUTION 1")]),
    ),
  );
const codes = (...identifiers: string[]) =>
  findingsOf(rule, withIdentifiers(...identifiers)).map(({ code, strength }) => `${code} ${strength}`);

it.each([
  [["ACP-22"], ["check.identifiers-form error"]],
  [["RCC/62A1/1", "RCC/62A1/1"], ["check.identifiers-repeat error"]],
  [["RCC/62A1/1", "RCC/62A1/3"], ["check.identifiers-order suggestion"]],
])("%j", (identifiers, expected) => expect(codes(...identifiers)).toEqual(expected));

it("offers the number that is due", () => {
  const fixes = (...identifiers: string[]) => findingsOf(rule, withIdentifiers(...identifiers)).map(({ fix }) => fix);
  expect(fixes("RCC/62A1/1", "RCC/62A1/3")).toEqual([[{ kind: "identifier", proposal: 1, identifier: "RCC/62A1/2" }]]);
  expect(fixes("RCC/62A1/1", "RCC/62A1/1")).toEqual([[{ kind: "identifier", proposal: 1, identifier: "RCC/62A1/2" }]]);
});

it.each([[["ACP/22A12/1"]], [["RCC/62A1/1", "", "RCC/62A1/2"]], [["AUS/J/KOR/13/1", "EUR/XX/2"]]])(
  "leaves %j alone",
  (identifiers) => expect(codes(...identifiers)).toEqual([]),
);
