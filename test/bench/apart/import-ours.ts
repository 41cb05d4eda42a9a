/** Opens a tracked Word file: both of its texts, their structure, their redline and who made each change. */
import { readFileSync } from "node:fs";
import { openBase } from "../../../shared/draft/open";
import { report } from "../apart";

const bytes = new Uint8Array(readFileSync(process.argv[2] as string));
await report(() => {
  const opened = openBase(bytes, "long.docx");
  if (!opened.ok) throw new Error(opened.error.code);
  const { doc, current, spans } = opened.value;
  return { base: doc.textContent.length, current: current?.textContent.length ?? 0, spans: spans.length };
});
