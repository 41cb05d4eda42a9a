/** A field that writes to the document when it is left, so that undo takes back a name and not a letter. */
import type { InputProps } from "@fluentui/react-components";
import { useState } from "react";

/** What is typed for now, and the properties of the input; `keep` is called with what differs from the document. */
export function useKeptText(value: string, keep: (typed: string) => void) {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setTyped(value);
  }
  const write = () => typed.trim() !== value && keep(typed.trim());
  const field = {
    value: typed,
    onChange: (_event, data) => setTyped(data.value),
    onBlur: write,
    onKeyDown: ({ key }) => key === "Enter" && write(),
  } satisfies InputProps;
  return { typed: typed.trim(), field };
}
