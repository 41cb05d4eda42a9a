import { describe, expect, it } from "vitest";
import { inspect } from "../../../shared/resolution/inspection";
import { recogniseText } from "./outline";

const head =
  "RÉSOLUTION 5 (Rév. Ici, 2022)\nUn titre\nsur deux lignes\n(Là, 2018)\nLa Conférence mondiale de développement des télécommunications (Ici, 2022),\n";

function inspection(text: string) {
  const { model, messages } = recogniseText(text);
  return inspect(model, messages);
}

describe("inspect", () => {
  it("describes a resolution with nested lists, continuation paragraphs, notes and tables", () => {
    const result = inspection(
      `${head}notant\nune chose,\ndécide\n1\tque[footnoteRef:1]1: [1: 1\tNote.]\ni)\tun;\nii)\tdeux;\nsuite;\n2\tque.\nANNEXE\nTitre de l'annexe\nTableau 1 – Choses\n\tA\n\tB\n\n\tc\n\td\n`,
    );
    expect(result).toMatchObject({
      kind: "resolution",
      language: "fr",
      number: "RÉSOLUTION 5 (Rév. Ici, 2022)",
      title: "Un titre\nsur deux lignes",
      reference: "(Là, 2018)",
      enacting: "La Conférence mondiale de développement des télécommunications (Ici, 2022),",
      marker: "",
      identifier: "",
      frontMatter: [],
      reasons: "",
      messages: [],
      footnotes: [{ note: "1", mark: "1", text: "Note." }],
      tables: [
        {
          rows: 2,
          columns: 2,
          cells: [
            ["A", "B"],
            ["c", "d"],
          ],
        },
      ],
      annexes: [{ number: "ANNEXE", title: "Titre de l'annexe" }],
    });
    expect(result.sections).toEqual([
      {
        part: "preamble",
        call: "notant",
        items: [{ id: expect.any(String), label: "", text: "une chose,", children: [] }],
      },
      {
        part: "operative",
        call: "décide",
        items: [
          {
            id: expect.any(String),
            label: "1",
            text: "que[^1]:",
            children: [
              { id: expect.any(String), label: "i)", text: "un;", children: [] },
              { id: expect.any(String), label: "ii)", text: "deux;", children: [] },
              { id: expect.any(String), label: "", text: "suite;", children: [] },
            ],
          },
          { id: expect.any(String), label: "2", text: "que.", children: [] },
        ],
      },
    ]);
    expect(result).not.toHaveProperty("proposals");
  });

  it("joins a call that stands in two paragraphs", () => {
    const { sections } = inspection(`${head}charge\nle Directeur du Bureau:\n1\td'aider.`);
    expect(sections[0]).toMatchObject({ call: "charge le Directeur du Bureau:", items: [{ label: "1" }] });
  });

  it("lists every proposal of a document and puts the first one in front", () => {
    const result = inspection(
      "Résumé:\nTexte.\nMOD\tRCC/62A1/1\nRÉSOLUTION 5 (Ici, 2022)\nTitre\nMotifs:\tUn.\nSUP\tRCC/62A1/2\nRÉSOLUTION 6 (Ici, 2018)\nAutre\nMotifs:\tDeux:\n–\tcar.",
    );
    expect(result).toMatchObject({ kind: "contribution", marker: "MOD", identifier: "RCC/62A1/1", reasons: "Un." });
    expect(result.frontMatter).toEqual(["Résumé:", "Texte."]);
    expect(result.proposals?.map(({ marker, number, title, reasons }) => [marker, number, title, reasons])).toEqual([
      ["MOD", "RÉSOLUTION 5 (Ici, 2022)", "Titre", "Un."],
      ["SUP", "RÉSOLUTION 6 (Ici, 2018)", "Autre", "Deux:\n–\tcar."],
    ]);
  });

  it.each([
    ["proposal", "ADD\tACP/22A12/1\nPROJET DE NOUVELLE RÉSOLUTION [ACP-2]\nTitre"],
    ["contribution", "Introduction\nTexte.\nADD\tACP/22A12/1\nPROJET DE NOUVELLE RÉSOLUTION [ACP-2]\nTitre"],
    ["report", "Introduction\nTexte du rapport."],
    ["report", "Tableau 1 – Choses\n\ta\n\tb\n"],
    ["text", "Un texte."],
  ])("calls it a %s", (kind, text) => {
    expect(inspection(text).kind).toBe(kind);
  });
});
