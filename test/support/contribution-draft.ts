/** A draft with all that one can hold: a contribution of several texts with notes, comments and answers, steps to replay. */
import { strToU8 } from "fflate";
import { baseHash } from "../../shared/draft/base-hash";
import type { Draft } from "../../shared/draft/draft";
import { recordAttribution } from "../../shared/editing/attribution";
import { addComment, answerComment, commentsOf, settleThread } from "../../shared/editing/comments";
import { exactRedline, redlineKey } from "../../shared/editing/redline-plugin";
import type { Language } from "../../shared/model/document";
import { blocksOf } from "../../shared/schema/blocks";
import { contribution } from "./contribution";

const time = "2030-01-01T09:30:00.000Z";

/** The contribution as it is saved in the middle of the work. */
export function contributionDraft(language: Language = "fr"): Draft {
  let state = contribution(language);
  const blocks = blocksOf(state.doc).filter(({ node }) => node.type.name === "item");
  const saying = { author: "Awa Ndiaye", date: time };
  const say = (command: ReturnType<typeof addComment>) =>
    command(state, (tr) => {
      state = state.apply(tr);
    });
  for (const [at, { pos, node }] of [blocks[0]!, blocks.at(-1)!].entries()) {
    say(addComment({ from: pos + 1, to: pos + 1 + Math.min(node.content.size, 9) }, { ...saying, text: `Why ${at}?` }));
  }
  const [first, second] = commentsOf(state);
  say(answerComment(first!.id, { ...saying, author: "Li Wei", text: "Because.\nSee 网络." }));
  say(settleThread(second!.id, true));
  const { shelf, attribution } = redlineKey.getState(state)!;
  const steps = [state.tr.insertText("suite ", blocks[2]!.pos + 1).steps[0]!.toJSON()];
  return {
    createdAt: "2030-01-01T09:00:00.000Z",
    savedAt: time,
    language,
    labelPolicy: "renumber",
    author: "Awa Ndiaye",
    source: { name: "base.txt", bytes: strToU8("RÉSOLUTION 7\n") },
    baseHash: baseHash(shelf),
    base: shelf,
    current: state.doc,
    attribution: recordAttribution(attribution, exactRedline(state)!),
    comments: commentsOf(state),
    journal: [JSON.stringify({ steps }), JSON.stringify({ policy: "bis" })],
  };
}
