/**
 * Editing of tables by prosemirror-tables, but for one habit: it makes the rows of any table that is touched equally
 * long. A table of a Word file may have rows that begin late or end early; cells added to it in passing would
 * be changes that nobody made, so it stays as the file has it. Tables made here are still put right.
 */
import { Plugin, type Transaction } from "prosemirror-state";
import { tableEditing } from "prosemirror-tables";

/** The plugin of tables. */
export function tablePlugin(): Plugin {
  const plugin = tableEditing();
  const { appendTransaction } = plugin.spec;
  return new Plugin({
    ...plugin.spec,
    appendTransaction(transactions, before, after) {
      const appended = appendTransaction?.call(plugin, transactions, before, after);
      return appended && changesFileTable(appended) ? null : appended;
    },
  });
}

function changesFileTable(transaction: Transaction): boolean {
  return transaction.steps.some((step, index) => {
    let found = false;
    step.getMap().forEach((from) => {
      const place = transaction.docs[index]!.resolve(from);
      for (let depth = place.depth; depth > 0; depth--) {
        const { type, attrs } = place.node(depth);
        if (type.name === "table" && attrs.slice !== null) found = true;
      }
    });
    return found;
  });
}
