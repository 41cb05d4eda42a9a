/** A tracked contribution whose first page is a table: its fields are read, and what the form changes stands in its cells. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { conferenceFile } from "../support/conference-files";
import { conferenceSamples } from "../support/conference-samples";
import { expect, test } from "./app";

test("the fields of a first page in a table are shown by the form and changed where they stand", async ({ launch }) => {
  const first = await launch({});
  const file = join(first.folder, "contribution.docx");
  writeFileSync(file, conferenceFile(conferenceSamples["a radio conference, addendum to an addendum"]!));
  await first.close();
  const app = await launch({ file });
  const { window } = app;
  await window.getByTestId("tracked-open").click();
  const cells = window.locator(".ProseMirror td");
  await expect(cells.filter({ hasText: "Addendum 21 to" })).toBeVisible();
  await app.chooseMenuItem("editHeader");
  const field = (name: string) => window.getByTestId(`contribution-${name}`);
  await expect(field("document")).toHaveValue("16");
  await expect(field("addendum")).toHaveValue("21A1");
  await expect(field("conferenceDates")).toHaveValue("Shanghai, 18 October – 12 November 2027");
  await expect(field("source")).toHaveValue("European Common Proposals");
  await expect(field("agendaItem")).toHaveValue("9.1(9.1.2)");
  await field("agendaItem").fill("1.5");
  await field("date").fill("8 October 2027");
  await window.getByTestId("contribution-keep").click();
  await expect(cells.filter({ hasText: /Agenda item.*1\.5/ })).toHaveCount(1);
  await expect(cells.filter({ hasText: /8.*October 2027/ })).toHaveCount(1);
  await expect(cells.filter({ hasText: "Addendum 21 to" })).toHaveCount(1);
  await expect(window.locator(".proposal-line")).toHaveCount(3);
  await window.screenshot({ path: join(__dirname, "../results/pictures/first-page.png") });
});

test("a contribution without styles, with markers in its number lines, shows both proposals and their changes", async ({
  launch,
}) => {
  const first = await launch({});
  const file = join(first.folder, "contribution.docx");
  const sample = conferenceSamples["an assembly in Russian, without styles, markers in the number lines"]!;
  writeFileSync(file, conferenceFile(sample));
  await first.close();
  const { window } = await launch({ file });
  await window.getByTestId("tracked-open").click();
  const page = window.locator(".ProseMirror");
  await expect(page.locator("ins", { hasText: "считать острова" })).toBeVisible();
  await expect(window.locator(".proposal-line")).toHaveCount(2);
  await expect(window.locator(".outline-words").filter({ hasText: /^(?:SUP|MOD)$/ })).toHaveCount(2);
  await window.screenshot({ path: join(__dirname, "../results/pictures/markers-in-lines.png") });
});
