/** How far a task has come: it rises stage by stage, and at the end nothing is left. */
import { strToU8 } from "fflate";
import { expect, test } from "vitest";
import { stages } from "../../../renderer/session/progress";
import { perform, type Task } from "../../../renderer/session/tasks";
import { resolution } from "../../support/resolution-builder";
import { template } from "../../support/word-export";

const text =
  "RESOLUTION 7 (Place, 2030)\nSharing\nThe Conference,\nconsidering\na)\tthat readings are kept,\nresolves\n1\tto share.";
const file = (name: string, content: string) => ({ name, bytes: strToU8(content) });
const base = resolution("La Conférence,\nconsidérant\na)\tque les lecteurs attendent").toJSON();
const current = resolution("La Conférence,\nconsidérant\na)\tque les lecteurs lisent").toJSON();
const known = { inserted: [], deleted: [], blocks: {} };
const now = "2030-01-01T00:00:00Z";

test("stages count by their weights", () => {
  const heard: number[] = [];
  const isOver = stages((part) => heard.push(part), [1, 2, 1]);
  for (let stage = 0; stage < 4; stage++) isOver();
  expect(heard).toEqual([0.25, 0.75, 1, 1]);
});

test.each<[string, Task]>([
  ["compare", { do: "compare", base: file("a.txt", text), revised: file("b.txt", text.replace("kept", "held")) }],
  [
    "export",
    {
      ...{ do: "export", base, current, kind: "tracked", author: "A", date: now, now, attribution: null, template },
      ...{ source: null, comments: [] },
    },
  ],
  [
    "handout",
    {
      ...{ do: "handout", kind: "compilation", form: "docx", name: "a", base, template, columns: "marked" },
      ...{
        changedOnly: false,
        proposals: [
          { source: "A", current },
          { source: "B", current },
        ],
      },
    } as Task,
  ],
  [
    "accept",
    {
      ...{ do: "accept", base, current, attribution: known, policy: "renumber", chosen: [0], source: null },
      ...{ author: "A", date: now, template },
    },
  ],
  [
    "rebase",
    {
      ...{ do: "rebase", base, current, attribution: known, policy: "renumber", comments: [], yields: [] },
      onto: file("c.txt", text),
    },
  ],
])("%s tells how far it has come, rising, in several steps", async (_name, task) => {
  const heard: number[] = [];
  const answer = await perform(task, (part) => heard.push(part));
  expect(answer.ok, JSON.stringify(answer)).toBe(true);
  expect(heard.length).toBeGreaterThan(1);
  expect([...heard].sort((one, other) => one - other)).toEqual(heard);
  expect(heard[0]).toBeGreaterThan(0);
  expect(heard.at(-1)).toBeLessThanOrEqual(1);
});
