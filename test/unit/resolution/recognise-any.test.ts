import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { modelToDoc } from "../../../shared/schema/model-to-doc";
import { outline, recogniseText } from "./outline";

describe("any text", () => {
  it("without structure is a document of paragraphs", () => {
    const { model, messages } = recogniseText(
      "Just some words.\n\nAnd others, in English, that say nothing of the kind.",
    );
    expect(outline(model)).toEqual([
      "paragraph: Just some words.",
      "paragraph: And others, in English, that say nothing of the kind.",
    ]);
    expect(messages.map(({ code }) => code)).toEqual(["recognition.no-resolution"]);
  });

  const line = fc.oneof(
    fc.constantFrom(
      "RÉSOLUTION 5 (Rév. Ici, 2022)",
      "Un titre",
      "(Ici, 2022)",
      "La Conférence mondiale de développement des télécommunications (Ici, 2022),",
      "rappelant",
      "décide",
      "charge le Directeur",
      "a)\tque;",
      "i)\tque:",
      "1\tde,",
      "–\tfin.",
      "Texte sans rien.",
      "ANNEXE",
      "SECTION 2",
      "ADD\tACP/22A12/1",
      "Motifs:\tParce que.",
      "Résumé:",
      "Tableau 1 – Titre",
      "\tcellule",
      "",
    ),
    fc.string({ unit: "grapheme", maxLength: 20 }),
  );

  it("fits the schema, keeps every paragraph once and in order, and has unique ids", () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 25 }), (lines) => {
        const text = lines.join("\n");
        fc.pre(text.trim() !== "");
        const { model } = recogniseText(text, "fr");
        const doc = modelToDoc(model);
        const ids: string[] = [];
        doc.descendants((node) => {
          if (node.attrs.id && node.type.name !== "proposal") ids.push(node.attrs.id);
        });
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids).toEqual(ids.map((_, at) => `b${at + 1}`));
        const kept: string[] = [];
        doc.descendants((node) => {
          if (node.type.name === "proposal") kept.push(node.attrs.marker, node.attrs.identifier);
          if (node.isTextblock) kept.push(node.attrs.label, node.textContent);
        });
        // Marker lines become attributes in a fixed order; every letter stays.
        const letters = (value: string) => [...value.replace(/[^\p{L}\p{N}]/gu, "")].sort();
        expect(letters(kept.join(""))).toEqual(letters(text));
      }),
      { numRuns: 300 },
    );
  });
});
