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
import { schema } from "../schema/schema";
import { identityPlugin } from "./identity";

export type LabelPolicy = "renumber" | "bis";

export interface DraftOptions {
  base: Node;
  current: Node;
  author: string;
  labelPolicy: LabelPolicy;
  plugins?: readonly Plugin[];
}

/** Opens a draft for editing. */
export function createDraftState({ base, current, plugins = [] }: DraftOptions): EditorState {
  return EditorState.create({
    schema,
    doc: current,
    plugins: [identityPlugin([base]), history(), keymap(baseKeymap), ...plugins],
  });
}
