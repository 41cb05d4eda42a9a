/** `versions`: two language versions of one resolution, aligned by structure, and where they do not do the same. */
import { baseText, currentText } from "../../shared/draft/open";
import { versionSentence } from "../../shared/handouts/version-sentence";
import { translator } from "../../shared/locales/translator";
import { redline } from "../../shared/redline/redline";
import { compareVersions, effectOf } from "../../shared/redline/versions";
import { failure, success } from "../../shared/result";
import type { Command } from "./command";
import { openFile } from "./documents";

export const versions: Command = {
  name: "versions",
  files: ["FILE", "OTHER"],
  summary: "Compares what two language versions of one resolution change, provision by provision.",
  options: { json: { help: "Print JSON with every provision instead of the differences as sentences." } },

  async run({ files, options }, progress) {
    progress("Reading the two versions…");
    const sides = [];
    for (const path of files) {
      const opened = await openFile(path);
      if (!opened.ok) return opened;
      const { value, messages } = opened;
      const current = currentText(value);
      sides.push({
        language: current.attrs.language,
        marks: redline(baseText(value), current),
        name: value.name,
        messages,
      });
    }
    const [one, other] = sides as [(typeof sides)[number], (typeof sides)[number]];
    if (one.language === other.language) return failure("window.same-language", { name: other.name });
    const rows = compareVersions(one.marks, other.marks);
    const messages = [...one.messages, ...other.messages];
    const t = translator("en");
    const told = rows.filter(({ agrees }) => !agrees);
    const sentences = told.map((row) => `${versionSentence(t, row, [one.language, other.language])}\n`);
    if (!options.json)
      return success(`${sentences.join("")}${t("versions.count", { count: told.length })}\n`, messages);
    const json = rows.map(({ one: here, other: there, agrees }) => ({
      agrees,
      [one.language]: { path: (here?.after ?? here?.before)?.path ?? [], status: effectOf(here) },
      [other.language]: { path: (there?.after ?? there?.before)?.path ?? [], status: effectOf(there) },
    }));
    return success(`${JSON.stringify(json, null, 2)}\n`, messages);
  },
};
