/** Planted references: in each language, one to an item, to a section and to an annex that is not there. */
import type { Node } from "prosemirror-model";
import type { RuleId } from "../../shared/checks/finding";
import type { Language } from "../../shared/model/document";
import { formLabel } from "../../shared/resolution/labels";
import { type Clean, edited, first, idOf, items, ofType } from "./clean-samples";
import { withText } from "./findings";

export interface Planted {
  what: string;
  rule: RuleId;
  plant(clean: Clean): Node;
  /** Planted into the sample as a proposal declares it: with marker, identifier and reasons. */
  declared?: true;
  /** Looked for in what changed against the clean sample. */
  against?: true;
  /** Languages that have no such defect. */
  except?: Language[];
}

export const plantedReferences: Planted[] = [
  {
    what: "a reference to an item that is not there",
    rule: "labelReferences",
    plant(clean) {
      const call = clean.clauses.filter(({ part }) => part === "preamble").find(({ node }) => node.attrs.label !== "")!;
      const letter = formLabel("letter", 19, clean.language);
      const verb = call.path[0]!.replace(/[,،，]$/u, "");
      const forms: Record<Language, string> = {
        en: ` (${verb} ${letter} above)`,
        fr: ` (${verb} ${letter} ci-dessus)`,
        es: ` (${verb} ${letter} anterior)`,
        ru: ` (пункт ${letter} раздела ${verb})`,
        zh: `（${verb}${letter}）`,
        ar: ` (الفقرة ${letter} من "${verb}")`,
      };
      return edited(clean, items(clean)[1]!, (text) => text.replace(/(?=.$)/u, forms[clean.language]));
    },
  },
  {
    what: "a reference to a section that is not there",
    rule: "callReferences",
    plant(clean) {
      const forms: Record<Language, string> = {
        en: " (see concerned above)",
        fr: " (voir le préoccupée ci-dessus)",
        es: " (véase el preocupada anterior)",
        ru: " (см. раздел обеспокоенная, выше)",
        zh: "（见上文“深信”部分）",
        ar: ' (انظر "إذ يساورها القلق" أعلاه)',
      };
      return edited(clean, items(clean)[1]!, (text) => text.replace(/(?=.$)/u, forms[clean.language]));
    },
  },
  {
    what: "a reference to an annex that is not there",
    rule: "partReferences",
    plant(clean) {
      const numbered = edited(clean, ofType(clean, "annexNumber"), (text) => `${text} 1`);
      const forms: Record<Language, string> = {
        en: " (see Annex 9)",
        fr: " (voir l'Annexe 9)",
        es: " (véase el Anexo 9)",
        ru: " (см. Приложение 9)",
        zh: "（见附件9）",
        ar: " (انظر الملحق 9)",
      };
      return withText(numbered, idOf(first(clean)), (text) => text.replace(/(?=.$)/u, forms[clean.language]));
    },
  },
];
