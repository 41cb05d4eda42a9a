/**
 * One resolution tracked in the ways that committees track: an item retyped whole, a label typed inside an insertion, a
 * paragraph split by Enter at its end, text cut and pasted without marks of moving, a comparison made by Word. Each way
 * says what a delegate expects to read, line by line: the status, the label and the words.
 */
import { wordPackage } from "./word-package";

export interface CommitteeRevision {
  name: string;
  bytes: Uint8Array;
  /** Provisions that are not unchanged: `status [label→label] text` with {-…-} and {+…+}. */
  expected: string[];
  /** Why LibreOffice 7.4 finds something else in the file; told, not asked. */
  blind?: string;
}

const of = (author: string) => `w:id="9" w:author="${author}" w:date="2030-01-02T03:04:00Z"`;
const ana = of("Ana");
const ben = of("Ben");

function runs(text: string, kind: "t" | "delText" = "t"): string {
  return text
    .split(/(\t)/u)
    .filter(Boolean)
    .map((piece) => {
      const direction = /\p{Script=Arabic}/u.test(piece) ? "<w:rPr><w:rtl/></w:rPr>" : "";
      return `<w:r>${direction}${piece === "\t" ? "<w:tab/>" : `<w:${kind} xml:space="preserve">${piece}</w:${kind}>`}</w:r>`;
    })
    .join("");
}
const added = (text: string, by = ana) => `<w:ins ${by}>${runs(text)}</w:ins>`;
const gone = (text: string, by = ana) => `<w:del ${by}>${runs(text, "delText")}</w:del>`;
/** A paragraph of plain text and changes; `mark` is what became of its end. */
function line(content: string, mark?: "ins" | "del"): string {
  const properties =
    (content.includes("<w:rtl/>") ? "<w:bidi/>" : "") + (mark ? `<w:rPr><w:${mark} ${ana}/></w:rPr>` : "");
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content.startsWith("<") ? content : runs(content)}</w:p>`;
}
const newLine = (text: string) => line(added(text), "ins");
const goneLine = (text: string) => line(gone(text), "del");

const head = [
  "RESOLUTION 98 (Rev. Geneva, 2022)",
  "Lighthouses of the coasts",
  "The World Telecommunication Standardization Assembly (Geneva, 2022),",
  "considering",
]
  .map((text) => line(text))
  .join("");
const [a, b, c] = [
  "a)\tthat lighthouses have been built along many coasts of the world;",
  "b)\tthat radio masts remain close to them in several regions;",
  "c)\tthat mariners depend on both of these services every night,",
] as const;
const tail = ["resolves", "1\tto protect the lighthouses from interference;", "2\tto report to the next assembly."]
  .map((text) => line(text))
  .join("");
const relabelled = (old: string, label: string, text: string) =>
  line(gone(old) + added(label) + runs(text.slice(old.length)));

const ways: readonly [name: string, body: string, expected: string[], blind?: string][] = [
  [
    "an item deleted and typed again below",
    head +
      line(a) +
      goneLine(b) +
      newLine("b)\tthat radio masts are still close to them in many regions;") +
      line(c) +
      tail,
    ["modified [b)→b)] that radio masts {-remain-}{+are still+} close to them in {-several-}{+many+} regions;"],
  ],
  [
    "an item typed again above, as a comparison has it",
    head +
      line(a) +
      newLine("b)\tthat radio masts are still close to them in many regions;") +
      goneLine(b) +
      line(c) +
      tail,
    ["modified [b)→b)] that radio masts {-remain-}{+are still+} close to them in {-several-}{+many+} regions;"],
  ],
  [
    "Enter at the end of an item, the next labels typed again",
    head +
      line(runs(a), "ins") +
      line(added("b)\tthat the night is dark;")) +
      relabelled("b", "c", b) +
      relabelled("c", "d", c) +
      tail,
    [
      "added [→b)] {+that the night is dark;+}",
      "relabelled [b)→c)] that radio masts remain close to them in several regions;",
      "relabelled [c)→d)] that mariners depend on both of these services every night,",
    ],
  ],
  [
    "a label with its tab typed inside an insertion",
    head + line(a) + line(gone("b)\t") + added("bbis)\t") + runs(b.slice(3))) + line(c) + tail,
    ["relabelled [b)→bbis)] that radio masts remain close to them in several regions;"],
  ],
  [
    "the end of a paragraph deleted with the label behind it",
    head + line(runs(a), "del") + line(gone("b)\t") + runs(b.slice(3))) + line(c) + tail,
    [
      "modified [a)→a)] that lighthouses have been built along many coasts of the world{+;that radio masts remain close to them in several regions+};",
      "suppressed [b)→] {-that radio masts remain close to them in several regions;-}",
    ],
  ],
  [
    "an item deleted together with the end of the one before it",
    head + line(runs(a), "del") + line(gone(b)) + relabelled("c", "b", c) + tail,
    [
      "suppressed [b)→] {-that radio masts remain close to them in several regions;-}",
      "relabelled [c)→b)] that mariners depend on both of these services every night,",
    ],
  ],
  [
    "an item cut and pasted without marks of moving",
    head +
      goneLine(a) +
      relabelled("b", "a", b) +
      line(gone("c") + added("b") + runs(c.slice(1, -1)) + gone(",") + added(";")) +
      newLine("c)\tthat lighthouses have been built along many coasts of the world,") +
      tail,
    [
      "relabelled [b)→a)] that radio masts remain close to them in several regions;",
      "modified [c)→b)] that mariners depend on both of these services every night{-,-}{+;+}",
      "modified moved [a)→c)] that lighthouses have been built along many coasts of the world{-;-}{+,+}",
    ],
    "Of two insertions of one author and date it makes one, and takes the end of the paragraph between them.",
  ],
  [
    "two authors over each other",
    head +
      line(
        runs("a)\tthat lighthouses have been ") +
          `<w:ins ${ana}>${runs("nicely ")}${gone("and well ", ben)}</w:ins>` +
          gone("built", ben) +
          added("placed", ben) +
          runs(" along many coasts of the world;"),
      ) +
      line(b) +
      line(c) +
      tail,
    ["modified [a)→a)] that lighthouses have been {-built-}{+nicely placed+} along many coasts of the world;"],
  ],
  [
    "number line and title typed again as paragraphs",
    goneLine("RESOLUTION 98 (Rev. Geneva, 2022)") +
      newLine("RESOLUTION 98 (Rev. New Delhi, 2024)") +
      goneLine("Lighthouses of the coasts") +
      newLine("Lighthouses and radio masts of the coasts") +
      line("The World Telecommunication Standardization Assembly (Geneva, 2022),") +
      line("considering") +
      line(a) +
      line(b) +
      line(c) +
      tail,
    [
      "modified [→] RESOLUTION 98 (Rev. {-Geneva, 2022-}{+New Delhi, 2024+})",
      "modified [→] Lighthouses {+and radio masts +}of the coasts",
    ],
  ],
  [
    "a whole list deleted, then typed again",
    head +
      goneLine(a) +
      goneLine(b) +
      goneLine(c) +
      newLine("a)\tthat lighthouses have been built along nearly all coasts of the world;") +
      newLine("b)\tthat radio masts remain near them in several regions;") +
      newLine("c)\tthat the night is dark;") +
      newLine("d)\tthat mariners depend on both of these services every single night,") +
      tail,
    [
      "modified [a)→a)] that lighthouses have been built along {-many-}{+nearly all+} coasts of the world;",
      "modified [b)→b)] that radio masts remain {-close to-}{+near+} them in several regions;",
      "added [→c)] {+that the night is dark;+}",
      "modified [c)→d)] that mariners depend on both of these services every {+single +}night,",
    ],
  ],
  [
    "an Arabic item with marks of direction before a label typed again",
    [
      "القرار 98 (المراجَع في جنيف، 2022)",
      "المنارات",
      "إن الجمعية العالمية لتقييس الاتصالات (جنيف، 2022)،",
      "إذ تضع في اعتبارها",
      "\u200F أ )\tأن المنارات قد بنيت على سواحل كثيرة؛",
    ]
      .map((text) => line(text))
      .join("") +
      newLine("ب)\tأن الليل مظلم؛") +
      relabelled("ب)", "ج)", "ب)\tأن الأبراج قريبة منها،") +
      line("تقـرر") +
      line("أن تحمي المنارات."),
    ["added [→ب)] {+أن الليل مظلم؛+}", "relabelled [ب)→ج)] أن الأبراج قريبة منها،"],
  ],
  [
    "a Chinese item under labels without a space",
    [
      "第98号决议（2022年，日内瓦，修订版）",
      "灯塔",
      "世界电信标准化全会（2022年，日内瓦），",
      "考虑到",
      "一、许多海岸建有灯塔；",
    ]
      .map((text) => line(text))
      .join("") +
      newLine("二、夜晚黑暗；") +
      relabelled("二", "三", "二、无线电塔仍在附近，") +
      line("做出决议") +
      line("保护灯塔。"),
    ["added [→二、] {+夜晚黑暗；+}", "relabelled [二、→三、] 无线电塔仍在附近，"],
  ],
];

export const committeeRevisions: readonly CommitteeRevision[] = ways.map(([name, body, expected, blind]) => ({
  name,
  bytes: wordPackage(body),
  expected,
  ...(blind ? { blind } : {}),
}));
