/**
 * The EditorState of an open draft: the current text, and the plugins that keep it a draft against a
 * locked base. What the window adds (decorations) comes in as further plugins, so that the command
 * line, the tests and the window edit in the same way.
 */
import { baseKeymap } from "prosemirror-commands";
import { history } from "prosemirror-history";
import { keymap } from "prosemirror-keymap";
import type { Node } from "prosemirror-model";
import { EditorState, type Plugin } from "prosemirror-state";

import type { DocumentComment } from "../model/comment";
import { schema } from "../schema/schema";
import type { AttributionRecord } from "./attribution";
import { commentsPlugin } from "./comments";
import { footnotePlugin } from "./footnotes";
import { identityPlugin } from "./identity";
import { editingKeys } from "./keys";
import { type LabelPolicy, labelPolicyPlugin } from "./label-policy";
import { redlinePlugin } from "./redline-plugin";
import { tablePlugin } from "./table-plugin";
import { typingPlugin } from "./typing";

export type { LabelPolicy } from "./label-policy";

export interface DraftOptions {
  base: Node;
  current: Node;
  /** Who edits; a function is asked at every edit. */
  author: string | (() => string);
  labelPolicy: LabelPolicy;
  /** Who changed what before this session. */
  attribution?: Partial<AttributionRecord>;
  /** The present moment, ISO 8601; the clock unless a test stops it. */
  now?: () => string;
  /** What was said about the text so far. */
  comments?: readonly DocumentComment[];
  plugins?: readonly Plugin[];
}

/** Steps back that are kept: two hours of writing are five thousand, and cost three megabytes. */
const mostUndone = 20_000;

/** Opens a draft for editing. */
export function createDraftState(options: DraftOptions): EditorState {
  const { base, current, author, labelPolicy, attribution, plugins = [] } = options;
  return EditorState.create({
    schema,
    doc: current,
    plugins: [
      identityPlugin([base]),
      footnotePlugin(),
      labelPolicyPlugin(labelPolicy),
      redlinePlugin({
        base,
        author: typeof author === "string" ? () => author : author,
        now: options.now ?? (() => new Date().toISOString()),
        ...(attribution ? { earlier: attribution } : {}),
      }),
      commentsPlugin(options.comments ?? []),
      history({ depth: mostUndone }),
      ...plugins,
      keymap(editingKeys),
      keymap(baseKeymap),
      typingPlugin(),
      tablePlugin(),
    ],
  });
}
