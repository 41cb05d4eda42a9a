/**
 * References to sections without a label, in each language: kept quiet while the section stands, offered the new words
 * when its call changes, reported when it is suppressed or was never there; undo brings everything back.
 */
import { undo } from "prosemirror-history";
import type { EditorState } from "prosemirror-state";
import { describe, expect, it } from "vitest";
import { applyFix } from "../../../../shared/checks/apply-fix";
import { check } from "../../../../shared/checks/check";
import { exactRedline } from "../../../../shared/editing/redline-plugin";
import type { Language } from "../../../../shared/model/document";
import { blocksOf, contentText } from "../../../../shared/schema/blocks";
import { attempt, draft, run } from "../../../support/drafting";
import { found } from "../../../support/findings";
import { resolution } from "../../../support/resolution-builder";

const rule = "callReferences";

interface Words {
  /** Two calls of the preamble, a third that takes the place of the first, and one that the text does not have. */
  calls: [string, string, string, string];
  operative: string;
  addressee: [string, string];
  /** References to a participle alone and to a whole call, with `{c}` for its words. */
  bare: string;
  whole: string;
  /** A reference to an item of a call, with `{c}`. */
  labelled: string;
}

const words: Record<Language, Words> = {
  en: {
    calls: ["considering", "noting", "recognizing", "recalling"],
    operative: "resolves",
    addressee: ["instructs the Director", "invites the Director"],
    bare: "in view of {c} above,",
    whole: "the tasks under {c} above;",
    labelled: "in accordance with {c} a) above,",
  },
  fr: {
    calls: ["considérant", "notant", "reconnaissant", "rappelant"],
    operative: "décide",
    addressee: ["charge le Directeur", "invite le Directeur"],
    bare: "compte tenu du {c} ci-dessus,",
    whole: "les tâches visées au {c} ci-dessus;",
    labelled: "conformément au {c} a) ci-dessus,",
  },
  es: {
    calls: ["considerando", "observando", "reconociendo", "recordando"],
    operative: "resuelve",
    addressee: ["encarga al Director", "invita al Director"],
    bare: "habida cuenta del {c} anterior,",
    whole: "las tareas indicadas en el {c} anterior;",
    labelled: "de conformidad con el {c} a) anterior,",
  },
  ru: {
    calls: ["учитывая", "отмечая", "признавая", "напоминая"],
    operative: "решает",
    addressee: ["поручает Директору", "предлагает Директору"],
    bare: "как указано в разделе {c}, выше,",
    whole: "задачи, указанные в разделе {c} выше;",
    labelled: "в соответствии с пунктом a) раздела {c}, выше,",
  },
  zh: {
    calls: ["考虑到", "注意到", "认识到", "忆及"],
    operative: "做出决议",
    addressee: ["责成主任", "请主任"],
    bare: "鉴于上述{c}部分，",
    whole: "上文“{c}”所述任务；",
    labelled: "根据上文{c}a)部分，",
  },
  ar: {
    calls: ["إذ تضع في اعتبارها", "وإذ تلاحظ", "إذ تدرك", "وإذ تذكّر"],
    operative: "تقرر",
    addressee: ["تكلف المدير", "تدعو المدير"],
    bare: 'على النحو الوارد في "{c}" أعلاه،',
    whole: 'المهام الواردة في الفقرة "{c}"؛',
    labelled: 'وفقاً للفقرة أ ) من "{c}" أعلاه،',
  },
};

const codes = (state: EditorState) => check(state.doc, exactRedline(state)).filter((finding) => finding.rule === rule);
const cited = (call: string) => call.replace(/^و/u, "");

function text(language: Language, reference: string): string {
  const { calls, operative, addressee } = words[language];
  const letters = language === "ar" ? ["أ )", "ب)"] : ["a)", "b)"];
  return [
    "Enacting,",
    calls[0],
    `${letters[0]}\tthe one things that were one of them;`,
    `${letters[1]}\tthe two things that were two of them,`,
    calls[1],
    `${letters[0]}\tthe three things that were three of them;`,
    `${letters[1]}\tthe four things that were four of them,`,
    addressee[0],
    "1\tthe five things that were five of them;",
    "2\tthe six things that were six of them,",
    operative,
    `1\tact ${reference}`,
    "2\treport.",
  ].join("\n");
}

/** Puts other words in place of a call, or takes its section away. */
function changed(state: EditorState, call: string, words: string | null): EditorState {
  const block = blocksOf(state.doc).find(({ node }) => contentText(node) === call)!;
  const section = state.doc.resolve(block.pos);
  const tr =
    words === null
      ? state.tr.delete(section.before(), section.after())
      : state.tr.insertText(words, block.pos + 1, block.pos + 1 + block.node.content.size);
  return state.apply(tr);
}

const last = (state: EditorState) => contentText(blocksOf(state.doc).at(-2)!.node);

describe.each(Object.keys(words) as Language[])("%s", (language) => {
  const { calls, addressee, bare, whole, labelled } = words[language];
  const forms: [string, string, string, string][] = [
    ["a participle", bare, calls[0], calls[2]],
    ["the second participle", bare, calls[1], calls[2]],
    ["a whole call", whole, addressee[0], addressee[1]],
  ];

  it.each(forms)("says nothing while %s stands", (_, form, call) =>
    expect(found(rule, resolution(text(language, form.replace("{c}", cited(call))), language))).toEqual([]),
  );

  it.each(forms)("offers the new words when %s changes", (_, form, call, other) => {
    const before = draft(text(language, form.replace("{c}", cited(call))), "renumber", language);
    expect(codes(before)).toEqual([]);
    let state = changed(before, call, other);
    const [finding, ...others] = codes(state);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: `check.${rule}-changed`, values: { old: cited(call), call: cited(other) } });
    state = run(state, applyFix(finding!.fix!));
    expect(last(state)).toContain(form.replace("{c}", cited(other)));
    expect(codes(state)).toEqual([]);
    for (let back = attempt(state, undo); back; back = attempt(state, undo)) state = back;
    expect(state.doc.eq(before.doc)).toBe(true);
  });

  it.each(forms)("reports %s when its section is suppressed", (_, form, call) => {
    const before = draft(text(language, form.replace("{c}", cited(call))), "renumber", language);
    expect(codes(changed(before, call, null)).map(({ code }) => code)).toEqual([`check.${rule}-suppressed`]);
  });

  it.each([bare, labelled])("reports a call that is not there: %s", (form) => {
    const doc = resolution(text(language, form.replace("{c}", cited(calls[3]))), language);
    expect(found(rule, doc)).toEqual([`check.${rule}-dangling: ${cited(calls[3])}`]);
  });
});
