import { describe, expect, it } from "vitest";
import type { SourceDocument, SourceParagraph } from "../../../shared/model/source";
import { blockLines, outline, recogniseSource, recogniseText } from "./outline";

const head =
  "RÉSOLUTION 5 (Rév. Ici, 2022)\nUn titre\nLa Conférence mondiale de développement des télécommunications (Ici, 2022),\n";

/** Lines of the sections under a usual head. */
function clauses(text: string): string[] {
  return blockLines(head + text).slice(3);
}

function styled(...paragraphs: [style: string, text: string][]): SourceDocument {
  const blocks = paragraphs.map(
    ([style, text]): SourceParagraph => ({ kind: "paragraph", style, inlines: [{ kind: "text", text }] }),
  );
  return { origin: "docx", blocks, notes: [] };
}

describe("the head of a resolution", () => {
  it("reads number, title over several lines, history line and enacting formula", () => {
    const { model } = recogniseText(
      "[bookmark: _Toc1]RÉSOLUTION 85 (Rév. Kigali, 2022)\nFaciliter ainsi que \ndes villes et\nle monde\n(Hyderabad, 2010; Dubaï, 2014)\nLa Conférence mondiale de développement des télécommunications (Kigali, 2022),\nrappelant\na)\tla Constitution;\nb)\tla Convention,\ndécide\nde continuer.",
    );
    expect(outline(model)).toEqual([
      "<proposal>",
      "  <resolution>",
      "    resolutionNumber: RÉSOLUTION 85 (Rév. Kigali, 2022)",
      "    resolutionTitle: Faciliter ainsi que/des villes et/le monde",
      "    resolutionReference: (Hyderabad, 2010; Dubaï, 2014)",
      "    enacting: La Conférence mondiale de développement des télécommunications (Kigali, 2022),",
      "    <section preamble>",
      "      call: rappelant",
      "      item 1 a): la Constitution;",
      "      item 1 b): la Convention,",
      "    <section operative>",
      "      call: décide",
      "      item 1: de continuer.",
    ]);
  });

  it("starts at the enacting formula when there is no number", () => {
    expect(
      blockLines("L'Assemblée mondiale de normalisation des télécommunications (Ici, 2016),\nrappelant\na)\tx;"),
    ).toEqual([
      "enacting: L'Assemblée mondiale de normalisation des télécommunications (Ici, 2016),",
      "call: rappelant",
      "item 1 a): x;",
    ]);
  });

  it("reads a fragment that begins with a call", () => {
    expect(outline(recogniseText("considérant\na)\tque oui;\nb)\tque non,").model)).toEqual([
      "<proposal>",
      "  <resolution>",
      "    <section preamble>",
      "      call: considérant",
      "      item 1 a): que oui;",
      "      item 1 b): que non,",
    ]);
  });

  it("keeps a foreword outside the resolution", () => {
    const { model } = recogniseText(`AVANT-PROPOS\nL'Union est une institution.\n${head}décide\nde continuer.`);
    expect(outline(model).slice(0, 3)).toEqual([
      "paragraph (frontLabel): AVANT-PROPOS",
      "paragraph: L'Union est une institution.",
      "<proposal>",
    ]);
  });

  it("does not take a mention of a resolution for a number line", () => {
    expect(blockLines("Références:\nRésolution 50 (Rév. Kigali, 2022)\nLe reste du texte.")).toEqual([
      "paragraph (frontLabel): Références:",
      "paragraph: Résolution 50 (Rév. Kigali, 2022)",
      "paragraph: Le reste du texte.",
    ]);
  });
});

describe("calls", () => {
  it("reads addressee and collaboration phrase as part of the call", () => {
    expect(
      clauses("charge le Directeur du Bureau, en collaboration avec le Directeur du BR\n1\td'aider;\n2\tde faire."),
    ).toEqual([
      "call: charge le Directeur du Bureau, en collaboration avec le Directeur du BR",
      "item 1 1: d'aider;",
      "item 1 2: de faire.",
    ]);
  });

  it("reads a stem in the call, and an addressee inside the items", () => {
    expect(
      clauses(
        "décide en outre que les bureaux régionaux\n1\tdoivent participer;\n2\tdoivent aider,\ninvite\n1\tle GCR à continuer.",
      ),
    ).toEqual([
      "call: décide en outre que les bureaux régionaux",
      "item 1 1: doivent participer;",
      "item 1 2: doivent aider,",
      "call: invite",
      "item 1 1: le GCR à continuer.",
    ]);
  });

  it("reads a call that is split over two paragraphs", () => {
    expect(clauses("charge\nle Directeur du Bureau:\n1\td'aider,\ninvite\nles États Membres\nà contribuer.")).toEqual([
      "call: charge",
      "paragraph (addressee): le Directeur du Bureau:",
      "item 1 1: d'aider,",
      "call: invite",
      "paragraph (addressee): les États Membres",
      "item 1: à contribuer.",
    ]);
  });

  it("does not open a section at a call word inside a text, or at a sentence", () => {
    expect(
      clauses(
        "charge le Groupe consultatif\nde coordonner, conformément au point 2 du charge le Directeur du Bureau de la présente Résolution,\ninvite les Membres\n1\tà participer,\n2\tcharge comprise:\nRappelant ce qui précède, les membres agiront.",
      ),
    ).toEqual([
      "call: charge le Groupe consultatif",
      "item 1: de coordonner, conformément au point 2 du charge le Directeur du Bureau de la présente Résolution,",
      "call: invite les Membres",
      "item 1 1: à participer,",
      "item 1 2: charge comprise:",
      "paragraph 2: Rappelant ce qui précède, les membres agiront.",
    ]);
  });

  it("keeps the same verb apart by addressee, several times in a row", () => {
    const lines = clauses("charge le Directeur\n1\ta;\n2\tb,\ncharge les commissions\nde c,\ncharge le Conseil\nde d.");
    expect(lines.filter((line) => line.startsWith("call"))).toHaveLength(3);
  });

  it("takes a call by its style, whatever its verb", () => {
    const source = styled(
      ["Res_No", "RESOLUTION 5 (WRC-15)"],
      ["Res_title", "Title"],
      ["Call", "pondering"],
      ["Normal", "a)\tthat;"],
    );
    const { model, messages } = recogniseSource(source, "en");
    expect(outline(model).slice(4)).toEqual([
      "    <section preamble>",
      "      call: pondering",
      "      item 1 a): that;",
    ]);
    expect(messages.map(({ code }) => code)).toContain("recognition.call-unknown");
  });
});

describe("items", () => {
  it("reads i) after h) as a letter and below a colon as Roman", () => {
    const letters = [..."abcdefghij"].map((letter) => `${letter})\tx;`).join("\n");
    expect(clauses(`rappelant\n${letters}`).at(-2)).toBe("item 1 i): x;");
    expect(clauses("décide\n1\tque, dans ce cas:\ni)\tx; ou\nii)\ty; ou\niii)\tz,\n2\tde finir.")).toEqual([
      "call: décide",
      "item 1 1: que, dans ce cas:",
      "item 2 i): x; ou",
      "item 2 ii): y; ou",
      "item 2 iii): z,",
      "item 1 2: de finir.",
    ]);
  });

  it("reads a Roman list below h), and letters going on below h)", () => {
    const before = [..."abcdefg"].map((letter) => `${letter})\tx;`).join("\n");
    expect(clauses(`notant\n${before}\nh)\tles points:\ni)\tun;\nii)\tdeux;\ni)\ttrois,`).slice(-3)).toEqual([
      "item 2 i): un;",
      "item 2 ii): deux;",
      "item 1 i): trois,",
    ]);
    expect(clauses(`notant\n${before}\nh)\tles points:\ni)\tun;\nj)\tdeux,`).slice(-2)).toEqual([
      "item 1 i): un;",
      "item 1 j): deux,",
    ]);
  });

  it("reads bis labels, double letters, dashes and flattened labels on their level", () => {
    expect(
      clauses("considérant\na)\tx;\nb)\ty:\n–\tun;\n–\tdeux;\nb)bis\tz;\nbter)\tu;\nef)\tv;\naa)\tw,").slice(1),
    ).toEqual([
      "item 1 a): x;",
      "item 1 b): y:",
      "item 2 –: un;",
      "item 2 –: deux;",
      "item 1 b)bis: z;",
      "item 1 bter): u;",
      "item 1 ef): v;",
      "item 1 aa): w,",
    ]);
  });

  it("reads extracts with gaps, and a lettered list below a number", () => {
    expect(clauses("charge\n1\tx;\n7\ty;\n10\tz;\n23\tdans les domaines suivants:\nm)\tassurer;").slice(1)).toEqual([
      "item 1 1: x;",
      "item 1 7: y;",
      "item 1 10: z;",
      "item 1 23: dans les domaines suivants:",
      "item 2 m): assurer;",
    ]);
  });

  it("reads continuation paragraphs below their item and bare items beside each other", () => {
    expect(clauses("notant\nune chose;\nune autre,\ndécide\n1\tx.\nSuite de x.\n2\ty.")).toEqual([
      "call: notant",
      "item 1: une chose;",
      "item 1: une autre,",
      "call: décide",
      "item 1 1: x.",
      "paragraph 2: Suite de x.",
      "item 1 2: y.",
    ]);
  });

  it("hangs a list below a bare item that ends with a colon", () => {
    expect(clauses("décide\nd'inviter l'UIT-T:\ni)\ten élaborant;\nvii)\ten coopérant.")).toEqual([
      "call: décide",
      "item 1: d'inviter l'UIT-T:",
      "item 2 i): en élaborant;",
      "item 2 vii): en coopérant.",
    ]);
  });

  it("takes a number with a mere space for a label only in sequence", () => {
    expect(clauses("invite\n1 le GCR à continuer;\n2 les Directeurs à aider;\n2022 marque le début.").slice(1)).toEqual(
      ["item 1 1: le GCR à continuer;", "item 1 2: les Directeurs à aider;", "paragraph 2: 2022 marque le début."],
    );
    expect(blockLines("9 mars 2022\nUn texte.")).toEqual(["paragraph: 9 mars 2022", "paragraph: Un texte."]);
  });
});

describe("annexes and structured bodies", () => {
  it("reads annexes with number, reference, title and their own numbering", () => {
    expect(
      outline(
        recogniseText(
          `${head}décide\nde continuer.\nANNEXE 1\n(de la Résolution 5 (Rév. Ici, 2022))\nProcédure de\ncoopération\n1\tUn.\nII\tProgramme 2: Aider\nANNEXE B: Coordination`,
        ).model,
      ).slice(8),
    ).toEqual([
      "    <annex>",
      "      annexNumber: ANNEXE 1",
      "      annexTitle (annexReference): (de la Résolution 5 (Rév. Ici, 2022))",
      "      annexTitle: Procédure de/coopération",
      "      item 1 1: Un.",
      "      item 2 II: Programme 2: Aider",
      "    <annex>",
      "      annexNumber: ANNEXE B: Coordination",
    ]);
  });

  it("does not take a paragraph about annexes for an annex", () => {
    expect(clauses("décide\nde continuer.\nAnnexes A, B et C").at(-1)).toBe("paragraph 2: Annexes A, B et C");
    expect(clauses("décide\nde continuer.\nAnnexe 1 de la Constitution, qui dispose.").at(-1)).toMatch(/^paragraph/u);
  });

  it("reads SECTION headings and numbered text below the last section", () => {
    const { model } = recogniseText(
      "RESOLUTION 1 (Rev. Here, 2016)\nRules\nThe World Telecommunication Standardization Assembly (Here, 2016),\nresolves\nthat the rules apply.\nSECTION 1\nThe Assembly\n1.1\tIt shall meet:\na)\tonce;\nb)\ttwice.\n1.1.1\tIt shall rest.\n1bis.1\tIt shall go on.",
    );
    expect(outline(model).slice(6)).toEqual([
      "      call: resolves",
      "      item 1: that the rules apply.",
      "      heading 1 (divisionNumber): SECTION 1",
      "      heading 1 (divisionTitle): The Assembly",
      "      item 1 1.1: It shall meet:",
      "      item 2 a): once;",
      "      item 2 b): twice.",
      "      item 1 1.1.1: It shall rest.",
      "      item 1 1bis.1: It shall go on.",
    ]);
  });
});

describe("proposals", () => {
  const proposal = (marker: string) =>
    outline(
      recogniseText(`Résumé:\nUn résumé.\n${marker}\nPROJET DE NOUVELLE RÉSOLUTION [ACP-2]\nTitre\nMotifs:\tParce que.`)
        .model,
    )[2];

  it.each([
    ["ADD\tACP/22A12/1", "<proposal ADD ACP/22A12/1>"],
    ["ADDAFCP/42A1/1", "<proposal ADD AFCP/42A1/1>"],
    ["MOD\nARB/25A25/1", "<proposal MOD ARB/25A25/1>"],
    ["SEN/56/1\nADD", "<proposal ADD SEN/56/1>"],
    ["MOD\nEUR/XX/1", "<proposal MOD EUR/XX/1>"],
    ["(MOD)", "<proposal (MOD)>"],
    ["SUP*\u00A0EUR/38A2/1", "<proposal SUP* EUR/38A2/1>"],
  ])("opens at %j", (marker, expected) => {
    expect(proposal(marker)).toBe(expected);
  });

  it("reads several proposals with reasons, lists included, up to the next marker", () => {
    const text =
      "Introduction\nTexte.\nMOD\tRCC/62A1/1\nRÉSOLUTION 5 (Rév. Ici, 2022)\nTitre\nLa Conférence mondiale de développement des télécommunications (Ici, 2022),\ndécide\nde continuer.\nMotifs:\tPour demander:\ni)\tde faire;\nii)\tde dire.\nFin.\nSUP\tRCC/62A1/2\nRÉSOLUTION 6 (Ici, 2018)\nAncien titre\nMotifs:\tSans objet.";
    expect(outline(recogniseText(text).model).slice(2)).toEqual([
      "<proposal MOD RCC/62A1/1>",
      "  <resolution>",
      "    resolutionNumber: RÉSOLUTION 5 (Rév. Ici, 2022)",
      "    resolutionTitle: Titre",
      "    enacting: La Conférence mondiale de développement des télécommunications (Ici, 2022),",
      "    <section operative>",
      "      call: décide",
      "      item 1: de continuer.",
      "  <reasons>",
      "    paragraph (reasons) Motifs:: Pour demander:",
      "    item 1 i): de faire;",
      "    item 1 ii): de dire.",
      "    paragraph: Fin.",
      "<proposal SUP RCC/62A1/2>",
      "  <resolution>",
      "    resolutionNumber: RÉSOLUTION 6 (Ici, 2018)",
      "    resolutionTitle: Ancien titre",
      "  <reasons>",
      "    paragraph (reasons) Motifs:: Sans objet.",
    ]);
  });

  it("keeps the slices of the marker lines", () => {
    const source: SourceDocument = {
      origin: "docx",
      blocks: ["MOD", "ARB/25A25/1", "RÉSOLUTION 5 (CMR-15)"].map((text, at) => ({
        kind: "paragraph" as const,
        inlines: [{ kind: "text" as const, text }],
        slice: `document#p${at}`,
      })),
      notes: [],
    };
    expect(recogniseSource(source, "fr").model.children[0]).toMatchObject({
      type: "proposal",
      slice: "document#p0 document#p1",
    });
  });
});
