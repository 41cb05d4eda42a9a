/**
 * The resolution of `parallel-versions` with what a whole document has besides (a note, a reference to an item, a table
 * in the annex), and one and the same revision of it in each language: what is added, taken out, moved, relabelled and
 * reworded is the same in all six.
 */
import type { Language } from "../../shared/model/document";
import { type ParallelLine, parallelLines, parallelRoles } from "./parallel-versions";

interface Words {
  note: string;
  /** A reference to the second item of the second section, with `@` for the letter of its label. */
  reference: string;
  letters: [second: string, third: string];
  added: string;
  year: [before: string, after: string];
}

const words: Record<Language, Words> = {
  en: {
    note: "This includes the libraries of schools.",
    reference: "to act on recognizing further @) above,",
    letters: ["b", "c"],
    added: "that reading is free of charge;",
    year: ["one year", "two years"],
  },
  fr: {
    note: "Y compris les bibliothèques des écoles.",
    reference: "d'agir conformément au reconnaissant en outre @) ci-dessus,",
    letters: ["b", "c"],
    added: "que la lecture est gratuite;",
    year: ["un an", "deux ans"],
  },
  es: {
    note: "Se incluyen las bibliotecas de las escuelas.",
    reference: "que actúe conforme al reconociendo además @) anterior,",
    letters: ["b", "c"],
    added: "que la lectura es gratuita;",
    year: ["un año", "dos años"],
  },
  ru: {
    note: "Включая библиотеки школ.",
    reference: "действовать согласно пункту @) раздела признавая далее,",
    letters: ["b", "c"],
    added: "что чтение является бесплатным;",
    year: ["один год", "два года"],
  },
  zh: {
    note: "包括学校图书馆。",
    reference: "依照进一步认识到@)采取行动，",
    letters: ["b", "c"],
    added: "阅读是免费的；",
    year: ["一年", "两年"],
  },
  ar: {
    note: "بما في ذلك مكتبات المدارس.",
    reference: 'بالعمل وفقاً للفقرة @) من "وإذ يدرك كذلك"،',
    letters: ["ب", "ج"],
    added: "أن القراءة مجانية؛",
    year: ["لمدة عام واحد", "لمدة عامين"],
  },
};

const at = {
  title: parallelRoles.indexOf("title"),
  taken: 7,
  noted: 9,
  second: 10,
  swapped: 11,
  suppressed: 14,
  referring: 26,
  annexText: parallelRoles.indexOf("text"),
} as const;

/** The whole document before the revision. */
export function wholeVersion(language: Language): ParallelLine[] {
  const { note, reference, letters } = words[language];
  const lines = parallelLines(language);
  lines[at.noted]!.note = note;
  lines[at.referring]!.text = reference.replace("@", letters[0]);
  const cells = (...from: number[]) => from.map((index) => lines[index]!.text);
  lines.splice(at.annexText + 1, 0, { role: "text", text: "", rows: [cells(19, 20), cells(21, 22)] });
  return lines;
}

/** The same document revised, its labels counted again. */
export function revisedVersion(language: Language): ParallelLine[] {
  const { reference, letters, added, year } = words[language];
  const lines = wholeVersion(language);
  for (const line of lines)
    if (/number|enacting|annexNumber/u.test(line.role)) line.text = line.text.replaceAll("2030", "2034");
  lines[at.referring]!.text = reference.replace("@", letters[1]);
  lines[at.annexText]!.text = lines[at.annexText]!.text.replace(...year);
  lines[at.annexText + 1]!.rows!.push([added, lines[at.title]!.text]);
  const swapped = lines.slice(at.swapped, at.swapped + 2).reverse();
  return relabelled([
    ...lines.slice(0, at.taken),
    ...lines.slice(at.taken + 1, at.second),
    { role: "a2", text: added },
    lines[at.second]!,
    ...swapped,
    lines[at.swapped + 2]!,
    // The section of the bare item goes.
    ...lines.slice(at.suppressed + 2),
  ]);
}

/** Lists counted from their first item. */
export function relabelled(lines: ParallelLine[]): ParallelLine[] {
  const counts = new Map<string, number>();
  return lines.map((line) => {
    if (!/^[ansi]\d$/u.test(line.role)) {
      if (line.role !== "dash" && line.role !== "text") counts.clear();
      return line;
    }
    const kind = line.role[0]!;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    if (kind === "a" || kind === "n") for (const below of ["i", "s"]) counts.delete(below);
    return { ...line, role: `${kind}${count}` as ParallelLine["role"] };
  });
}
