/** A marked file against two texts: found right, found wrong at the right place, and the forms without marks. */
import type { Node } from "prosemirror-model";
import { describe, expect, test } from "vitest";
import { exportDocx } from "../../../shared/docx/export-docx";
import { verifyMarked } from "../../../shared/docx/verify-marked";
import { redline } from "../../../shared/redline/redline";
import { changeMatrix } from "../../support/change-matrix";
import { documentFromText } from "../../support/read-document";
import { template } from "../../support/word-export";

const text = (words: string, frame = { before: "", after: "" }) =>
  documentFromText(
    [
      frame.before,
      "RÉSOLUTION 58 (Rév. Genève, 2020)",
      "Création d'équipes nationales",
      "L'Assemblée mondiale de normalisation des télécommunications (Genève, 2020),",
      "considérant",
      `a)\tque ${words};`,
      "b)\tque la formation demeure insuffisante,",
      "décide",
      "de publier un rapport.",
      frame.after,
    ]
      .filter(Boolean)
      .join("\n"),
  );

function marked(base: Node, current: Node): Uint8Array {
  const compared = { base, current, redline: redline(base, current) };
  const written = exportDocx({ ...compared, mode: "tracked", author: "É", date: "2026-11-22", template });
  if (!written.ok) throw new Error(`${written.error.code} ${JSON.stringify(written.error.values)}`);
  return written.value;
}

const base = text("les réseaux ruraux progressent");
const revised = text("les réseaux insulaires progressent");

test("every case of the change matrix verifies against its own texts", { timeout: 120_000 }, () => {
  const failed = changeMatrix().filter(
    (change) => !verifyMarked(marked(change.base, change.current), change.base, change.current).ok,
  );
  expect(failed.map(({ name }) => name)).toEqual([]);
});

describe("a marked file", () => {
  const file = marked(base, revised);

  test("verifies against its two texts", () => {
    expect(verifyMarked(file, base, revised)).toMatchObject({ ok: true, value: { base: 8, current: 8 } });
  });

  test("does not verify against another base, and says where", () => {
    const other = text("les réseaux urbains progressent");
    expect(verifyMarked(file, other, revised)).toMatchObject({
      ok: false,
      error: { code: "verify.base-differs", values: { provision: "considérant › a)" } },
    });
  });

  test("does not verify the wrong way round", () => {
    expect(verifyMarked(file, revised, base).ok).toBe(false);
  });

  test("does not verify against a revised text with one item more", () => {
    const longer = text("les réseaux insulaires progressent;\nabis)\tque tout change");
    expect(verifyMarked(file, base, longer)).toMatchObject({ ok: false, error: { code: "verify.revised-differs" } });
  });

  test("verifies with a frame that neither text has", () => {
    const framed = text("les réseaux insulaires progressent", {
      before: "MOD\tACP/22A12/1",
      after: "Motifs:\tActualiser le texte.",
    });
    expect(verifyMarked(marked(base, framed), base, revised).ok).toBe(true);
  });
});

describe("a proposal without marks", () => {
  const framed = (marker: string) =>
    text("les réseaux insulaires progressent", {
      before: `${marker}\tACP/22A12/1`,
      after: "Motifs:\tUn texte nouveau.",
    });

  test("ADD gives the revised text", () => {
    const verified = verifyMarked(marked(base, framed("ADD")), base, revised);
    expect(verified).toMatchObject({ ok: true, messages: [{ code: "verify.new-text" }] });
    expect(verifyMarked(marked(base, framed("ADD")), base, base).ok).toBe(false);
  });

  test.each(["SUP", "NOC"])("%s gives the heading of the base", (marker) => {
    const verified = verifyMarked(marked(base, framed(marker)), base, revised);
    expect(verified).toMatchObject({ ok: true, messages: [{ code: "verify.heading-only" }], value: { base: 2 } });
  });
});

test("a file that is no Word file is refused", () => {
  expect(verifyMarked(new TextEncoder().encode("no package"), base, revised).ok).toBe(false);
});
