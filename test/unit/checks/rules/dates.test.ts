import { expect, it } from "vitest";
import { found, repaired } from "../../../support/findings";
import { documentFromText } from "../../../support/read-document";

const rule = "dates";
const body = "L'Assemblée mondiale de normalisation des télécommunications";
const textWith = (number: string, history: string, enacting: string) =>
  documentFromText(
    [`RÉSOLUTION 7 ${number}`, "Titre", history, `${body} ${enacting},`, "décide", "1\tun;", "2\tdeux."]
      .filter(Boolean)
      .join("\n"),
  );

it("compares number line and history line with the enacting formula", () => {
  const doc = textWith("(Rév. Hammamet, 2016)", "(Dubaï, 2012; Hammamet, 2016)", "(Genève, 2022)");
  expect(found(rule, doc)).toEqual([
    `check.${rule}-resolutionNumber: Hammamet, 2016`,
    `check.${rule}-resolutionReference: Hammamet, 2016`,
  ]);
  expect(repaired(rule, doc).textContent).toContain("RÉSOLUTION 7 (Rév. Genève, 2022)Titre(Dubaï, 2012; Genève, 2022)");
});

it.each([
  ["(New Delhi, 2024)", "(New Delhi, 2024)", "(New Delhi, 2024)"],
  ["(RÉV. GENÈVE, 2022)", "(Dubaï, 2012; Genève, 2022)", "(Genève, 2022)"],
  ["(Rév. Genève, 2022)", "", "(Genève, 2022)"],
  ["(REV.WRC-15)", "", "(Genève, 2015)"],
])("leaves %s %s %s alone", (number, history, enacting) => {
  expect(found(rule, textWith(number, history, enacting))).toEqual([]);
});
