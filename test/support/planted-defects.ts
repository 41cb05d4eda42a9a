/**
 * Planted defects: into each clean sample, in all six languages, one defect at a time, with the rule that stands for
 * it.
 */
import type { Node } from "prosemirror-model";
import { EditorState } from "prosemirror-state";
import { textOf } from "../../shared/checks/block-text";
import { formLabel, nextLabel } from "../../shared/resolution/labels";
import { languageData } from "../../shared/resolution/languages/languages";
import { placesInBrackets } from "../../shared/resolution/places-and-years";
import { blocksOf } from "../../shared/schema/blocks";
import { schema } from "../../shared/schema/schema";
import { type Clean, edited, first, idOf, inserted, items, lastOfFirst, ofType } from "./clean-samples";
import { withAttributes } from "./findings";
import { type Planted, plantedReferences } from "./planted-references";

/** Changes the attributes of the proposal. */
function withProposal({ doc }: Clean, attributes: Record<string, string>): Node {
  const pos = 0;
  const { attrs } = doc.child(0);
  return EditorState.create({ doc }).tr.setNodeMarkup(pos, null, { ...attrs, ...attributes }).doc;
}

export const planted: Planted[] = [
  {
    what: "no end mark",
    rule: "endPunctuation",
    plant: (clean) => edited(clean, first(clean), (text) => text.slice(0, -1)),
  },
  {
    what: "a comma inside a section",
    rule: "endPunctuation",
    plant: (clean) =>
      edited(clean, first(clean), (text) => text.replace(/.$/u, languageData(clean.language).punctuation.comma)),
  },
  {
    what: "a semicolon at the end of a section",
    rule: "endPunctuation",
    plant: (clean) =>
      edited(clean, lastOfFirst(clean), (text) =>
        text.replace(/.$/u, languageData(clean.language).punctuation.semicolon),
      ),
  },
  {
    what: "a comma at the end of the resolution",
    rule: "endPunctuation",
    plant: (clean) =>
      edited(clean, clean.clauses.at(-1)!, (text) =>
        text.replace(/.$/u, languageData(clean.language).punctuation.comma),
      ),
  },
  {
    what: "no colon before a list",
    rule: "endPunctuation",
    plant(clean) {
      const index = clean.clauses.findIndex(({ node }) => node.attrs.level === 2) - 1;
      return edited(clean, clean.clauses[index]!, (text) =>
        text.replace(/.$/u, languageData(clean.language).punctuation.semicolon),
      );
    },
  },
  {
    what: "a label twice",
    rule: "labelSequence",
    plant: (clean) => withAttributes(clean.doc, idOf(items(clean)[1]!), { label: first(clean).node.attrs.label }),
  },
  {
    what: "a gap in the labels",
    rule: "labelSequence",
    plant(clean) {
      const last = items(clean)
        .filter(({ path }) => path[0] === first(clean).path[0])
        .at(-1)!;
      const label = nextLabel(last.node.attrs.label, "letter", clean.language);
      return withAttributes(clean.doc, idOf(last), { label });
    },
  },
  {
    what: "a gap in a list below",
    rule: "labelSequence",
    plant(clean) {
      const below = clean.clauses.filter(({ node }) => node.attrs.level === 2)[1]!;
      return withAttributes(clean.doc, idOf(below), { label: "iii)" });
    },
  },
  {
    what: "a label on the only item",
    rule: "loneLabel",
    plant(clean) {
      const bare = clean.clauses.find(({ node }) => node.attrs.label === "")!;
      const attributes = { ...bare.node.attrs, label: "1", separator: "\t", level: 1 };
      return EditorState.create({ doc: clean.doc }).tr.setNodeMarkup(bare.pos, schema.nodes.item, attributes).doc;
    },
  },
  {
    what: "numbers in the preamble",
    rule: "partLabels",
    plant: (clean) =>
      items(clean)
        .filter(({ path }) => path[0] === first(clean).path[0])
        .reduce((doc, item, index) => withAttributes(doc, idOf(item), { label: String(index + 1) }), clean.doc),
  },
  {
    what: "letters in the operative part",
    rule: "partLabels",
    plant(clean) {
      const operative = items(clean).filter(({ part }) => part === "operative");
      return operative
        .filter(({ path }) => path[0] === operative[0]!.path[0])
        .reduce((doc, item, index) => {
          const label = formLabel("letter", index + 1, clean.language);
          return withAttributes(doc, idOf(item), { label });
        }, clean.doc);
    },
  },
  {
    what: "no comma behind the enacting formula",
    rule: "enactingEnd",
    plant: (clean) => edited(clean, ofType(clean, "enacting"), (text) => text.slice(0, -1)),
  },
  {
    what: "a call with an end mark",
    rule: "callEnd",
    plant: (clean) =>
      edited(clean, ofType(clean, "call"), (text) => `${text}${languageData(clean.language).punctuation.colon}`),
  },
  {
    what: "a title with a full stop",
    rule: "titleEnd",
    plant: (clean) =>
      edited(
        clean,
        ofType(clean, "resolutionTitle"),
        (text) => `${text}${languageData(clean.language).punctuation.fullStop}`,
      ),
  },
  {
    what: "another year in the enacting formula",
    rule: "dates",
    plant: (clean) => edited(clean, ofType(clean, "enacting"), (text) => text.replace("2030", "2031")),
  },
  {
    what: "another place in the number line",
    rule: "dates",
    plant(clean) {
      const [before, now] = placesInBrackets(textOf(ofType(clean, "resolutionReference").node), clean.language);
      return edited(clean, ofType(clean, "resolutionNumber"), (text) => text.replace(now!.place, before!.place));
    },
  },
  {
    what: "a preambular call behind an operative one",
    rule: "callOrder",
    plant(clean) {
      // The first section changes places with all others but the last, which keeps the end of the resolution.
      const at = clean.blocks.findIndex(({ node }) => node.type.name === "call");
      const start = clean.blocks[at]!.pos - 1;
      const section = clean.doc.nodeAt(start)!;
      const tr = EditorState.create({ doc: clean.doc }).tr.delete(start, start + section.nodeSize);
      const last = blocksOf(tr.doc)
        .filter(({ node, containers }) => node.type.name === "call" && !containers.includes("annex"))
        .at(-1)!;
      return tr.insert(last.pos - 1, section).doc;
    },
  },
  {
    what: "a word twice",
    rule: "doubledWords",
    plant: (clean) => edited(clean, first(clean), (text) => text.replace(/(?<= )(\p{L}{3,}) /u, "$1 $1 ")),
    except: ["zh"],
  },
  {
    what: "an end mark twice",
    rule: "doubledPunctuation",
    plant: (clean) => edited(clean, first(clean), (text) => text + text.slice(-1)),
  },
  {
    what: "two end marks",
    rule: "doubledPunctuation",
    plant: (clean) =>
      edited(clean, first(clean), (text) =>
        text.replace(/.$/u, (mark) => languageData(clean.language).punctuation.comma + mark),
      ),
  },
  {
    what: "two spaces",
    rule: "doubleSpaces",
    plant: (clean) => edited(clean, first(clean), (text) => text.replace(/(?<=\p{L}) (?=\p{L})/u, "  ")),
    except: ["zh"],
  },
  {
    what: "a space before the end mark",
    rule: "punctuationSpacing",
    plant: (clean) => edited(clean, first(clean), (text) => text.replace(/(?=.$)/u, "\u00A0")),
    except: ["zh"],
  },
  {
    what: "an unpaired quotation mark",
    rule: "quotes",
    plant: (clean) =>
      edited(clean, items(clean)[1]!, (text) =>
        text.replace(/(?=.$)/u, languageData(clean.language).punctuation.quotes[1]),
      ),
  },
  { what: "an unpaired bracket", rule: "brackets", plant: (clean) => inserted(clean, { en: " (", zh: "（" }) },
  {
    what: "an unpaired square bracket",
    rule: "squareBrackets",
    plant: (clean) => inserted(clean, { en: " [", zh: "[" }),
  },
  {
    what: "a reference without comma",
    rule: "resolutionReferences",
    plant: (clean) =>
      inserted(clean, {
        en: " and Resolution 4711 (Rev. Dubai 2018)",
        fr: " et la Résolution 4711 (Rév. Dubaï 2018)",
        es: " y la Resolución 4711 (Rev. Dubái 2018)",
        ru: " и Резолюцию 4711 (Пересм. Дубай 2018 г.)",
        ar: " والقرار 4711 (المراجَع في دبي 2018)",
      }),
    except: ["zh"],
  },
  {
    what: "a reference without closing bracket",
    rule: "resolutionReferences",
    plant: (clean) =>
      inserted(clean, {
        en: " and Resolution 4711 (Rev. Dubai, 2018 of that conference",
        fr: " et la Résolution 4711 (Rév. Dubaï, 2018 de cette conférence",
        es: " y la Resolución 4711 (Rev. Dubái, 2018 de esa conferencia",
        ru: " и Резолюцию 4711 (Пересм. Дубай, 2018 г. той же конференции",
        zh: "和第4711号决议（2018年，迪拜，修订版",
        ar: " والقرار 4711 (المراجَع في دبي، 2018 لذلك المؤتمر",
      }),
  },
  {
    what: "a year without a conference",
    rule: "conferences",
    plant: (clean) =>
      inserted(clean, {
        en: " and Resolution 4711 (Rev. Dubai, 2019)",
        fr: " et la Résolution 4711 (Rév. Dubaï, 2019)",
        es: " y la Resolución 4711 (Rev. Dubái, 2019)",
        ru: " и Резолюцию 4711 (Пересм. Дубай, 2019 г.)",
        zh: "和第4711号决议（2019年，迪拜，修订版）",
        ar: " والقرار 4711 (المراجَع في دبي، 2019)",
      }),
  },
  {
    what: "a body that met elsewhere",
    rule: "conferences",
    plant: (clean) =>
      inserted(clean, {
        en: " and Resolution 4711 (Rev. Dubai, 2018) of the World Radiocommunication Conference",
        fr: " et la Résolution 4711 (Rév. Dubaï, 2018) de l'Assemblée mondiale de normalisation des télécommunications",
        es: " y la Resolución 4711 (Rev. Dubái, 2018) de la Conferencia Mundial de Radiocomunicaciones",
        ru: " и Резолюцию 4711 (Пересм. Дубай, 2018 г.) Всемирной конференции радиосвязи",
        ar: " والقرار 4711 (المراجَع في دبي، 2018) للمؤتمر العالمي للاتصالات الراديوية",
      }),
    except: ["zh", "ar"],
  },
  {
    what: "a cited resolution that was revised again",
    rule: "citedRevisions",
    plant: (clean) =>
      inserted(clean, {
        en: " and Resolution 71 (Rev. Dubai, 2018)",
        fr: " et la Résolution 71 (Rév. Dubaï, 2018)",
        es: " y la Resolución 71 (Rev. Dubái, 2018)",
        ru: " и Резолюцию 71 (Пересм. Дубай, 2018 г.)",
        zh: "和第71号决议（2018年，迪拜，修订版）",
        ar: " والقرار 71 (المراجَع في دبي، 2018)",
      }),
  },
  {
    what: "a name without its hyphen",
    rule: "lostHyphens",
    plant: (clean) => inserted(clean, { en: " ITUT", fr: " UITT", es: " UITT", ru: " МСЭR", zh: "ITUT", ar: " ITUT" }),
    except: ["zh"],
  },
  {
    what: "both kinds of hyphen",
    rule: "noBreakHyphens",
    plant: (clean) =>
      inserted(clean, {
        en: " ITU-T ITU\u2011R",
        fr: " UIT-T UIT\u2011R",
        es: " UIT-T UIT\u2011R",
        ru: " МСЭ-T МСЭ\u2011R",
      }),
  },
  {
    what: "a sign of another script",
    rule: "languagePunctuation",
    plant: (clean) => edited(clean, first(clean), (text) => text.replace(/.$/u, ";")),
    except: ["en", "fr", "ru", "es"],
  },
  {
    what: "an acronym without its name",
    rule: "acronyms",
    plant: (clean) => inserted(clean, { en: " XQRT", ru: " ЖЩЦЫ" }),
    except: ["zh", "ar"],
  },
  {
    what: "a curly apostrophe among straight ones",
    rule: "apostrophes",
    plant: (clean) => inserted(clean, { en: " d’un" }),
    except: ["zh", "ar", "ru", "es"],
  },
  {
    what: "an identifier that is none",
    rule: "identifiers",
    declared: true,
    plant: (clean) => withProposal(clean, { identifier: "ACP-22" }),
  },
  {
    what: "a number where the first is due",
    rule: "identifiers",
    declared: true,
    plant: (clean) => withProposal(clean, { identifier: "ACP/22A12/4" }),
  },
  {
    what: "no reasons",
    rule: "reasons",
    declared: true,
    plant(clean) {
      const proposal = clean.doc.child(0);
      const end = proposal.nodeSize - 1;
      return EditorState.create({ doc: clean.doc }).tr.delete(end - proposal.lastChild!.nodeSize, end).doc;
    },
  },
  {
    what: "an addition with the number of an agreed text",
    rule: "newNumber",
    declared: true,
    plant: (clean) => withProposal(clean, { marker: "ADD" }),
  },
  {
    what: "no change, and a change",
    rule: "marker",
    declared: true,
    against: true,
    plant: (clean) =>
      withProposal(
        { ...clean, doc: edited(clean, first(clean), (text) => `${text.slice(0, 3)}zz${text.slice(3)}`) },
        {
          marker: "NOC",
        },
      ),
  },
  ...plantedReferences,
];
