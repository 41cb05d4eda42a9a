/** Hand-outs are pages made of words from foreign documents: whatever those words are, they stay words. */
import { Window } from "happy-dom";
import { expect, test } from "vitest";
import { compilationHandout } from "../../../shared/handouts/compilation";
import type { Handout } from "../../../shared/handouts/handout";
import { printedPage } from "../../../shared/handouts/html-writer";
import { sideBySideHandout } from "../../../shared/handouts/side-by-side";
import { changesHandout, summarise, summaryHandout } from "../../../shared/handouts/summary";
import { compile } from "../../../shared/redline/compile";
import { redline } from "../../../shared/redline/redline";
import { resolution } from "../../support/resolution-builder";

const script = `<img src=x onerror="x()"><script>x()</script><svg onload='x()'/></style></title>"'>&amp;<!--`;
const base = resolution(
  `La Conf\u00e9rence ${script},\nconsid\u00e9rant ${script}\n${script})\tque ${script} reste;\nb)\tque tout passe.`,
);
const current = resolution(
  `La Conf\u00e9rence ${script},\nconsid\u00e9rant ${script}\n${script})\tque ${script} reste ${script};\nc)\tque rien ${script} ne passe.`,
);
const marked = redline(base, current);
const summaries = summarise({ source: script, current, redline: marked });
const text = { source: script, current };

const handouts: [string, Handout][] = [
  [
    "side by side",
    sideBySideHandout(marked, "fr", { name: script, columns: ["base", "marked", "clean"], changedOnly: false }),
  ],
  ["compilation", compilationHandout(compile(base, [text, { source: `${script}2`, current: base }]))],
  ["summary", summaryHandout(summaries, "fr")],
  ["list of changes", changesHandout(summaries, "fr")],
];

test.each(handouts)("%s", (_name, handout) => {
  const { html } = printedPage(handout);
  expect(html).toContain("onerror=");
  const { document } = new Window();
  document.write(html);
  const harm = document.querySelectorAll("script, img, svg, iframe, object, link, base, meta[http-equiv]");
  expect([...harm].map((element) => element.outerHTML)).toEqual([]);
  for (const element of document.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      expect(name).not.toMatch(/^on/i);
      if (name === "href") expect(value).toMatch(/^#/);
    }
  }
  // The words themselves arrive as they were.
  expect(document.body.textContent).toContain('<img src=x onerror="x()">');
});
