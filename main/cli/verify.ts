/** `verify`: whether a marked Word file says what changed between two texts. */

import { verifyMarked } from "../../shared/docx/verify-marked";
import { currentText } from "../../shared/draft/open";
import { translator } from "../../shared/locales/translator";
import { wordMessage } from "../../shared/locales/wording";
import { success } from "../../shared/result";
import { readWhole } from "../read-whole";
import type { Command } from "./command";
import { aboutFile, openDocument } from "./documents";

export const verify: Command = {
  name: "verify",
  files: ["MARKED.docx"],
  summary: "Checks that rejecting all changes of a Word file gives one text and accepting them another.",
  options: {
    base: { value: "FILE", required: true, help: "The text that rejecting all changes must give." },
    revised: { value: "FILE", required: true, help: "The text that accepting all changes must give." },
  },

  async run({ files, options }, progress) {
    const [path] = files as [string];
    progress("Reading…");
    const marked = await readWhole(path);
    if (!marked.ok) return marked;
    const base = await openDocument(String(options.base));
    if (!base.ok) return base;
    const revised = await openDocument(String(options.revised), { language: base.value.language });
    if (!revised.ok) return revised;
    progress("Verifying…");
    const proof = verifyMarked(marked.value, base.value.doc, currentText(revised.value));
    if (!proof.ok) return { ...proof, error: aboutFile(path, proof.error) };
    const t = translator("en");
    const verdict = { severity: "information", code: "cli.verified", values: { ...proof.value } } as const;
    const lines = [...proof.messages, aboutFile(path, verdict)].map((message) => `${wordMessage(t, message)}\n`);
    return success(lines.join(""), [...base.messages, ...revised.messages]);
  },
};
