import { act, useState } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, describe, expect, it, vi } from "vitest";
import { quietCommits } from "../../../../renderer/editor/quiet-commits";

let again = () => {};
function Panel() {
  const [count, setCount] = useState(0);
  again = () => setCount((before) => before + 1);
  return <p>{count}</p>;
}

/** How often React asks for the selection while it commits a change beside a focused text. */
async function askedInCommit(prepare: (text: HTMLElement) => void): Promise<number> {
  (globalThis as Record<string, unknown>).IS_REACT_ACT_ENVIRONMENT = true;
  const text = document.body.appendChild(document.createElement("div"));
  text.setAttribute("contenteditable", "true");
  text.tabIndex = 0;
  text.textContent = "considering";
  prepare(text);
  const root = createRoot(document.body.appendChild(document.createElement("div")));
  await act(async () => root.render(<Panel />));
  text.focus();
  expect(document.activeElement).toBe(text);
  const asked = vi.spyOn(window, "getSelection");
  await act(async () => again());
  const calls = asked.mock.calls.length;
  asked.mockRestore();
  await act(async () => root.unmount());
  expect(text.getAttribute("contenteditable")).toBe("true");
  return calls;
}

afterEach(() => document.body.replaceChildren());

describe("a commit of React", () => {
  it("looks for the selection in a focused text, unless the text keeps it to itself", async () => {
    expect(await askedInCommit(() => {})).toBeGreaterThan(0);
    expect(await askedInCommit(quietCommits)).toBe(0);
  });
});
