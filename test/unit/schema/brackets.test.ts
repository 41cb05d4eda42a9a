/** What is a bracket, what pairs with what, where its alternatives are. */
import { expect, it } from "vitest";
import { bracketsOf, pairAround } from "../../../shared/schema/brackets";
import { schema } from "../../../shared/schema/schema";
import { block, resolution } from "../../support/resolution-builder";

const of = (...lines: string[]) =>
  schema.node(
    "doc",
    null,
    lines.map((line) => block("paragraph", line)),
  );
const pairs = (...lines: string[]) =>
  bracketsOf(of(...lines)).pairs.map(({ depth, alternatives }) => [depth, ...alternatives.map(({ text }) => text)]);

it("a pair holds its text, and alternatives between strokes that stand free", () => {
  expect(pairs("to study [every year / every two years and/or later] the matter")).toEqual([
    [0, "every year", "every two years and/or later"],
  ]);
});

it("a nested pair is one of its own, and its stroke does not part the outer one", () => {
  expect(pairs("a [b [c / d] e] f")).toEqual([
    [0, "b [c / d] e"],
    [1, "c", "d"],
  ]);
});

it("a pair holds several provisions", () => {
  expect(pairs("one [two", "three] four")).toEqual([[0, "two three"]]);
});

it("wide brackets and narrow ones pair with each other", () => {
  expect(pairs("研究［每年 ／ 每两年]问题")).toEqual([[0, "每年", "每两年"]]);
});

it("placeholders, status tags and omissions are no unagreed text", () => {
  expect(pairs("Resolution [ACP-2]", "Résolution 52 [NOC] sur le spam", "RÉSOLUTION 2 [Rév]", "text […] text")).toEqual(
    [],
  );
  const number = schema.node("doc", null, [
    schema.node("proposal", null, [block("resolutionNumber", "PROJET DE NOUVELLE RÉSOLUTION [à numéroter]")]),
  ]);
  expect(bracketsOf(number)).toEqual({ pairs: [], unpaired: [] });
});

it("a number or a small word in brackets is unagreed text", () => {
  expect(pairs("by 2030 [2032]", "in 2 [years]")).toEqual([
    [0, "2032"],
    [0, "years"],
  ]);
});

it("does not pair across proposals", () => {
  const first = resolution("The Assembly,\nnoting\na)\tone [two;\nb)\tthree.", "en").child(0);
  const second = resolution("The Assembly,\nnoting\na)\tone] two;\nb)\tthree.", "en").child(0);
  const { pairs: found, unpaired } = bracketsOf(schema.node("doc", { language: "en" }, [first, second]));
  expect(found).toEqual([]);
  expect(unpaired.map(({ sign }) => sign)).toEqual(["[", "]"]);
});

it("gives the positions of an alternative without the spaces around it", () => {
  const doc = of("a [b / c ] d");
  const [pair] = bracketsOf(doc).pairs;
  expect(pair!.alternatives.map(({ from, to }) => doc.textBetween(from, to))).toEqual(["b", "c"]);
  expect(pairAround(doc, 3)).toBe(pair);
  expect(pairAround(doc, 2)).toBeNull();
});
