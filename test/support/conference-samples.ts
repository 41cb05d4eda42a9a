/** First pages, proposals and resolutions as six bodies lay them out, in our own words; see `conference-files`. */
import type { ConferenceFile, Entry } from "./conference-files";

const cell = (...entries: Entry[]) => ({ entries });
const wide = (...entries: Entry[]) => ({ span: 3, entries });
/** The first page as a table: lines of two cells, or of one over the whole width. */
const cover = (...rows: Entry[][]): Entry => ({
  table: rows.map((row) => (row.length === 1 ? [wide(row[0]!)] : row.map((entry) => cell(entry)))),
});
const nothing: Entry = ["Normal", ""];

/** The samples by body. */
export const conferenceSamples: Readonly<Record<string, ConferenceFile>> = {
  "a radio conference, addendum to an addendum": {
    entries: [
      cover(
        [["Logo", "World Radiocommunication Conference (WRC-27)\nShanghai, 18 October – 12 November 2027"], nothing],
        [
          ["Committee", "PLENARY MEETING"],
          ["docnoted", "Addendum 1 to\nAddendum 21 to\nDocument 16-E"],
        ],
        [nothing, ["docnoted", "7 October 2027"]],
        [nothing, ["docnoted", "Original: English"]],
        [["Source", "European Common Proposals"]],
        [["Title 1", "Proposals for the work of the Conference"]],
        [["Agenda_item", "Agenda item 9.1(9.1.2)"]],
      ),
      ["Heading_b", "Introduction"],
      ["Normal", "This text describes the common proposals on lighthouses."],
      ["Heading_b", "Proposals"],
      ["Art_No", "ARTICLE 5"],
      ["Art_title", "Frequency allocations"],
      ["Proposal", "MOD\tEUR/16A21A1/1{#50281}"],
      ["Table_title", "410-460 MHz"],
      {
        table: [
          [wide(["Table_head", "Allocation to services"])],
          [wide(["Table_TextS5", "420-430\tFIXED\n\tMOBILE {+except aeronautical mobile+}"])],
        ],
      },
      ["Reasons", "{b|Reasons:}\tTo protect the lighthouses."],
      ["Proposal", "MOD\tEUR/16A21A1/2{#50282}"],
      ["Res_No", "RESOLUTION {href|750} (rev.WRC-{-19-}{+27+})"],
      ["Res_title", "Compatibility between lighthouses\nand radio masts"],
      ["Normal_after_title", "The World Radiocommunication Conference ({-Sharm el-Sheikh, 2019-}{+Shanghai, 2027+}),"],
      ["Call", "considering"],
      ["Normal", "{i|a)}\tthat lighthouses have been built along many coasts;"],
      ["Normal", "{i|b)}\tthat radio masts {-are-}{+remain+} close to them,"],
      ["Call", "noting"],
      ["Normal", "that Report ITU\u2011R SM.2092 gives levels{^1},"],
      ["Call", "resolves"],
      ["Normal", "1\tthat unwanted emissions shall not exceed the following levels:"],
      ["enumlev1", "{i|a)}\tfor new stations; or"],
      ["enumlev1", "{i|b)}\tfor stations brought into use before 2010,"],
      ["Normal", "{+2\tthat administrations inform each other,+}"],
      ["Call", "instructs the Director of the Radiocommunication Bureau"],
      ["Normal", "to bring this Resolution to the attention of mariners."],
      ["Reasons", "{b|Reasons:}\tTo bring the text up to date."],
      ["Proposal", "SUP\tEUR/16A21A1/3"],
      ["Res_No", "RESOLUTION {href|161} (WRC-19)"],
      ["Res_title", "Studies relating to lanterns"],
      ["Reasons", "{b|Reasons:}\tThe studies are complete."],
      ["Normal", "______________"],
    ],
    notes: { "1": "The levels are those of the year 2008." },
  },
  "a development conference, summary in a box": {
    entries: [
      cover(
        [["Normal", "Conférence mondiale de développement des télécommunications (CMDT-29)"], nothing],
        [
          ["Committee", "SÉANCE PLÉNIÈRE"],
          ["docnoted", "Addendum 12 au\nDocument 22-F"],
        ],
        [["Source", "Administrations des pays membres d'une communauté"]],
        [["Title 1", "Révision de la Résolution 37 (Rév. Kigali, 2022)"]],
      ),
      {
        table: [
          [
            wide(
              ["Normal", "{b|Domaine prioritaire:}\t–\tRésolutions et Recommandations"],
              ["Normal", "{b|Résumé:}"],
              ["Normal", "La présente proposition met à jour le texte sur les phares."],
            ),
          ],
        ],
      },
      nothing,
      ["Proposal", "{b|MOD}\tACP/22A12/1"],
      ["Res_No", "RÉSOLUTION {href|37} (RÉV. {-KIGALI-}{+BAKOU+}, {-2022-}{+2029+})"],
      ["Res_title", "Réduire la fracture{^1} numérique"],
      [
        "Normalaftertitle",
        "La Conférence mondiale de développement des télécommunications ({-Kigali, 2022-}{+Bakou, 2029+}),",
      ],
      ["Call", "rappelant"],
      [
        "Normal",
        "{i|a)}\tla Résolution 139 (Rév. {-Dubaï, 2018-}{+Bucarest, 2022+}) de la Conférence de plénipotentiaires;",
      ],
      ["Normal", "{+{i|b)}\tl'Article 1 de la Constitution,+}"],
      ["Call", "décide"],
      ["Normal", "que le Directeur du Bureau de développement des télécommunications doit continuer:"],
      ["enumlev1", "–\tà aider les États Membres;"],
      ["enumlev1", "{-–\tà publier une carte,-}"],
      ["enumlev1", "{+–\tà publier un atlas,+}"],
      ["Call", "charge le Directeur du Bureau de développement des télécommunications"],
      ["Normal", "1\td'établir un rapport;"],
      ["Normal", "2\tde {+bien +}le présenter au Conseil."],
      ["Annex_No", "ANNEXE DE LA RÉSOLUTION 37 (RÉV. {-KIGALI, 2022-}{+BAKOU, 2029+})"],
      ["Annex_title", "Liste des phares"],
      ["Heading 1", "1\tIntroduction"],
      ["Normal", "Les phares sont nombreux."],
      ["Reasons", "{b|Motifs:}\tMise à jour du texte."],
    ],
    notes: { "1": "Par fracture, on entend aussi l'écart entre les phares." },
  },
  "a standardization assembly, abstract in a table": {
    entries: [
      cover(
        [["Normal", "World Telecommunication Standardization Assembly (WTSA-28)"], nothing],
        [["Source", "Some Administrations"]],
      ),
      {
        table: [
          [
            cell(["Normal", "{b|Abstract:}"]),
            cell(["Normal", "This contribution proposes to modify Resolution 20."]),
            cell(nothing),
          ],
          [
            cell(["Normal", "{b|Contact:}"]),
            cell(["Normal", "A. Delegate\nAdministration"]),
            cell(["Normal", "E-mail: delegate@example.org"]),
          ],
        ],
      },
      ["Normal", "{+This sentence was added.+}"],
      ["Proposal", "MOD\tARB/36A3/1"],
      ["Res_No", "RESOLUTION {href|20} (Rev. {-New Delhi, 2024-}{+Geneva, 2028+})"],
      ["Res_title", "Procedures for allocation of lanterns"],
      ["Res_ref", "(Helsinki, 1993; Geneva, 1996; New Delhi, 2024{+; Geneva, 2028+})"],
      [
        "Normalaftertitle0",
        "The World Telecommunication Standardization Assembly ({-New Delhi, 2024-}{+Geneva, 2028+}),",
      ],
      ["Call", "recalling"],
      ["Normal", "{i|a)}\tthe relevant rules of the regulations;"],
      ["Normal", "{i|b)}\tthe instruction in Resolution 49 (Rev. Hammamet, 2016) of this assembly,"],
      ["Call", "resolves to instruct"],
      ["Normal", "1\tthe Director of the Telecommunication Standardization Bureau to consult:"],
      ["enumlev1", "i)\tthe chairman of Study Group 2; {-or-}{+and+}"],
      ["enumlev1", "ii)\tthe applicant,"],
      ["Normal", "2\tStudy Group 2 to {-study-}{+pursue the study of+} lanterns."],
      ["Reasons", "{b|Reasons:}\tUpdate."],
    ],
  },
  "a radio assembly, numbers with revisions": {
    entries: [
      ["Res_No_BR", "RESOLUTION ITU-R 1-{-9-}{+10+}"],
      ["Res_title", "Working methods for the Assembly\nand its Study Groups"],
      ["Res_date", "(1993-1995-2019-2023{+-2027+})"],
      ["Normalaftertitle", "The ITU Radiocommunication Assembly,"],
      ["Call", "considering"],
      ["Normal", "{i|a)}\tthat the duties of the Assembly are stated in Article 13 of the Constitution;"],
      ["Normal", "{i|b)}\tthat the duties of Study Groups are described in the Convention{^*},"],
      ["Call", "resolves"],
      ["Normal", "that the working methods shall be as described in Annex 1."],
      ["Annex_No", "Annex 1"],
      ["Annex_title", "Working methods of ITU-R"],
      ["Heading 1", "A1.1\tIntroduction"],
      ["Normal", "A1.1.1\tThe Sector {-shall-}{+is to+} bear in mind the concerns."],
      ["enumlev1", "{i|a)}\tdetailed discussions;"],
      ["enumlev2", "–\tin each group,"],
    ],
    notes: { "*": "Or their successors." },
  },
  "a plenipotentiary conference in Arabic": {
    rightToLeft: true,
    entries: [
      ["Proposal", "MOD\tARB/55A3/1"],
      ["Res_No", "القـرار {href|99} (المراجَع في {-بوسان، 2014-}{+دبي، 2018+})"],
      ["Res_title", "المنارات والجزر"],
      ["Normalaftertitle", "إن مؤتمر المندوبين المفوضين للاتحاد الدولي للاتصالات ({-بوسان، 2014-}{+دبي، 2018+})،"],
      ["Call", "إذ يضع في اعتباره"],
      ["Normal", " أ )\tأن المنارات {-قديمة-}{+عتيقة+}؛"],
      ["Normal", "ب)\tأن الجزر كثيرة{^1}،"],
      ["Call", "يقرر"],
      ["Normal", "1\tأن تصان المنارات؛"],
      ["Normal", "{+2\tأن تحصى الجزر،+}"],
      ["Call", "يكلف الأمين العام"],
      ["Normal", "بأن يقدم تقريراً إلى المجلس."],
      ["Reasons", "{b|الأسباب:}\tتحديث النص."],
    ],
    notes: { "1": "تشمل هذه الجزر الصغيرة." },
  },
  "the Council in Spanish, a new text": {
    entries: [
      ["Source", "Nota del Secretario General"],
      ["Proposal", "ADD\tXYZ/7R1/1"],
      ["Res_No", "PROYECTO DE NUEVA RESOLUCIÓN [XYZ-1]"],
      ["Res_title", "Faros de las islas"],
      ["Normalaftertitle", "El Consejo,"],
      ["Call", "considerando"],
      ["Normal", "{i|a)}\tque los faros guían a las naves;"],
      ["Normal", "{i|b)}\tque las islas son muchas,"],
      ["Call", "resuelve"],
      ["Normal", "1\tque se conserven los faros;"],
      ["Normal", "2\tque se informe al Consejo."],
      ["Reasons", "{b|Motivos:}\tTexto nuevo."],
    ],
  },
};
