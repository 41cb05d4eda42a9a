/**
 * Links that a Word file brought: their words look like links and tell where they lead; Ctrl and a click, or Alt+Enter
 * with the caret in them, opens them outside the program, which asks first and takes web and mail addresses only.
 */
import type { ResolvedPos } from "prosemirror-model";
import { Plugin } from "prosemirror-state";
import { words } from "../words";

export interface OutsideLinks {
  /** Addresses by the name of the run properties that carry the link. */
  links: Readonly<Record<string, string>>;
  open(address: string): void;
}

/** The plugin that draws such links and opens them. */
export function outsideLinks({ links, open }: OutsideLinks): Plugin {
  const addressOf = (key: unknown) => (typeof key === "string" && Object.hasOwn(links, key) ? links[key] : undefined);
  return new Plugin({
    props: {
      markViews: {
        properties(mark) {
          const dom = document.createElement("span");
          const address = addressOf(mark.attrs.key);
          if (address !== undefined) {
            dom.className = "outside-link";
            dom.title = words("page.openLink", { address });
          }
          return { dom };
        },
      },
      handleClick(view, pos, event) {
        if (!event.ctrlKey && !event.metaKey) return false;
        return follow(addressAt(view.state.doc.resolve(pos)));
      },
      handleKeyDown(view, event) {
        if (event.key !== "Enter" || !event.altKey || event.ctrlKey || event.shiftKey) return false;
        return follow(addressAt(view.state.selection.$head));
      },
    },
  });

  function addressAt(place: ResolvedPos): string | undefined {
    return addressOf(place.marks().find(({ type }) => type.name === "properties")?.attrs.key);
  }

  function follow(address: string | undefined): boolean {
    if (address === undefined) return false;
    open(address);
    return true;
  }
}
