/** The preamble comes before the operative part: no preambular call stands behind an operative one. */
import { textOf } from "../block-text";
import type { DocumentRule, Report } from "../rule";

export const callOrder: DocumentRule = {
  id: "callOrder",
  scope: "document",
  strength: "warning",
  source: "All texts read.",
  check({ doc }) {
    const reports: Report[] = [];
    doc.descendants((node) => {
      if (node.type.name !== "resolution") return !node.isTextblock;
      let operative: string | null = null;
      for (const child of node.children) {
        if (child.type.name !== "section") continue;
        const call = child.child(0);
        const text = textOf(call).trim();
        if (child.attrs.part === "operative") operative ??= text;
        else if (operative !== null) {
          const values = { call: text, operative };
          reports.push({ block: call.attrs.id, from: 0, to: call.content.size, values });
        }
      }
      return false;
    });
    return reports;
  },
};
