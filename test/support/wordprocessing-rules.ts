/**
 * What ECMA-376 Part 1 says about the elements that our writer emits, as data: which children an element may have,
 * in which order, and what its attributes look like; and the rules between elements that no schema states.
 * An element or attribute that is not listed is a finding too, so a new one has to be looked up first.
 */
import { descendants, isElement, type XmlElement } from "../../shared/xml/element";

interface Rule {
  /** Children in the order they must stand in; with `any`, in any order. */
  children?: string;
  any?: true;
  /** Children that may come more than once although the order is fixed. */
  many?: string;
  attributes?: Record<string, RegExp>;
  /** Attributes that must be there. */
  required?: string;
  text?: true;
}

const number = /^-?\d+$/;
const natural = /^\d+$/;
const onOff = /^(0|1|true|false)$/;
const anything = /^.+$/s;
const relation = /^rId\d+$/;
const revision = {
  attributes: { "w:id": natural, "w:author": anything, "w:date": /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/ },
  required: "w:id w:author",
};
const moveRange: Rule = {
  attributes: { ...revision.attributes, "w:name": anything },
  required: "w:id w:author w:name",
};
const empty: Rule = {};
const value = (allowed: RegExp, required = "w:val"): Rule => ({ attributes: { "w:val": allowed }, required });
const toggle: Rule = { attributes: { "w:val": onOff } };
const width: Rule = { attributes: { "w:w": natural, "w:type": /^(dxa|pct|auto|nil)$/ }, required: "w:w w:type" };
const border: Rule = {
  attributes: {
    "w:val": /^(single|nil|none)$/,
    "w:sz": natural,
    "w:space": natural,
    "w:color": /^(auto|[0-9A-F]{6})$/,
  },
  required: "w:val",
};
const runContent =
  "w:t w:delText w:tab w:br w:noBreakHyphen w:softHyphen w:footnoteReference w:footnoteRef w:separator w:continuationSeparator";
const runProperties =
  "w:rStyle w:rFonts w:b w:bCs w:i w:iCs w:caps w:smallCaps w:strike w:color w:position w:sz w:szCs w:u w:vertAlign w:rtl w:lang";
const paragraphProperties = "w:pStyle w:keepNext w:keepLines w:numPr w:tabs w:bidi w:spacing w:ind w:jc w:outlineLvl";

/** By element name; `w:rPr@w:pPr` is the one inside `w:pPr`. */
const rules: Record<string, Rule> = {
  "w:document": { children: "w:body", attributes: { "xmlns:w": anything, "xmlns:r": anything } },
  "w:body": { children: "w:p w:tbl w:sectPr w:moveFromRangeEnd w:moveToRangeEnd", any: true },
  "w:p": {
    children: "w:pPr w:r w:ins w:del w:moveFrom w:moveTo w:moveFromRangeStart w:moveToRangeStart",
    any: true,
  },
  "w:pPr": { children: `${paragraphProperties} w:rPr w:sectPr w:pPrChange` },
  "w:pPr@w:pPrChange": { children: paragraphProperties },
  "w:pStyle": value(anything),
  "w:bidi": toggle,
  "w:tabs": { children: "w:tab", many: "w:tab" },
  "w:tab@w:tabs": { attributes: { "w:val": /^(left|clear)$/, "w:pos": natural }, required: "w:val w:pos" },
  "w:spacing": { attributes: { "w:before": natural, "w:after": natural, "w:line": natural, "w:lineRule": anything } },
  "w:ind": { attributes: { "w:left": number, "w:right": number, "w:hanging": natural, "w:firstLine": natural } },
  "w:rPr@w:pPr": { children: `w:ins w:del w:moveFrom w:moveTo ${runProperties} w:rPrChange` },
  "w:ins@w:rPr": revision,
  "w:del@w:rPr": revision,
  "w:moveFrom@w:rPr": revision,
  "w:moveTo@w:rPr": revision,
  "w:ins@w:trPr": revision,
  "w:del@w:trPr": revision,
  "w:pPrChange": { ...revision, children: "w:pPr" },
  "w:rPrChange": { ...revision, children: "w:rPr" },
  "w:ins": { ...revision, children: "w:r", many: "w:r" },
  "w:del": { ...revision, children: "w:r", many: "w:r" },
  "w:moveFrom": { ...revision, children: "w:r", many: "w:r" },
  "w:moveTo": { ...revision, children: "w:r", many: "w:r" },
  "w:moveFromRangeStart": moveRange,
  "w:moveToRangeStart": moveRange,
  "w:moveFromRangeEnd": { attributes: { "w:id": natural }, required: "w:id" },
  "w:moveToRangeEnd": { attributes: { "w:id": natural }, required: "w:id" },
  "w:r": { children: `w:rPr ${runContent}`, any: true },
  "w:rPr": { children: `${runProperties} w:rPrChange` },
  "w:rPr@w:rPrChange": { children: runProperties },
  "w:rStyle": value(anything),
  "w:b": toggle,
  "w:bCs": toggle,
  "w:i": toggle,
  "w:iCs": toggle,
  "w:smallCaps": toggle,
  "w:strike": toggle,
  "w:u": value(/^single$/),
  "w:vertAlign": value(/^(superscript|subscript|baseline)$/),
  "w:rtl": toggle,
  "w:lang": { attributes: { "w:val": anything, "w:eastAsia": anything, "w:bidi": anything } },
  "w:t": { text: true, attributes: { "xml:space": /^preserve$/ } },
  "w:delText": { text: true, attributes: { "xml:space": /^preserve$/ } },
  "w:tab": empty,
  "w:br": empty,
  "w:noBreakHyphen": empty,
  "w:softHyphen": empty,
  "w:separator": empty,
  "w:continuationSeparator": empty,
  "w:footnoteRef": empty,
  "w:footnoteReference": { attributes: { "w:customMarkFollows": onOff, "w:id": natural }, required: "w:id" },
  "w:tbl": { children: "w:tblPr w:tblGrid w:tr", many: "w:tr" },
  "w:tblPr": { children: "w:tblStyle w:bidiVisual w:tblW w:jc w:tblBorders w:tblLayout w:tblCellMar w:tblCaption" },
  "w:tblStyle": value(anything),
  "w:tblCaption": value(anything),
  "w:tblCellMar": { children: "w:left w:right" },
  "w:left@w:tblCellMar": width,
  "w:right@w:tblCellMar": width,
  "w:bidiVisual": toggle,
  "w:tblW": width,
  "w:jc": value(/^(center|left|right|both)$/),
  "w:tblBorders": { children: "w:top w:left w:bottom w:right w:insideH w:insideV" },
  "w:top": border,
  "w:left": border,
  "w:bottom": border,
  "w:right": border,
  "w:insideH": border,
  "w:insideV": border,
  "w:tblLayout": { attributes: { "w:type": /^(fixed|autofit)$/ } },
  "w:tblGrid": { children: "w:gridCol", many: "w:gridCol" },
  "w:gridCol": { attributes: { "w:w": natural }, required: "w:w" },
  "w:tr": { children: "w:trPr w:tc", many: "w:tc" },
  "w:trPr": { children: "w:cantSplit w:tblHeader w:ins w:del" },
  "w:cantSplit": toggle,
  "w:tblHeader": toggle,
  "w:tc": { children: "w:tcPr w:p w:tbl w:moveFromRangeEnd w:moveToRangeEnd", any: true },
  "w:tcPr": { children: "w:tcW w:gridSpan w:vMerge w:shd" },
  "w:shd": {
    attributes: { "w:val": /^clear$/, "w:color": /^(auto|[0-9A-F]{6})$/, "w:fill": /^(auto|[0-9A-F]{6})$/ },
    required: "w:val",
  },
  "w:tcW": width,
  "w:gridSpan": value(/^[1-9]\d*$/),
  "w:vMerge": { attributes: { "w:val": /^(restart|continue)$/ } },
  "w:sectPr": { children: "w:headerReference w:footnotePr w:pgSz w:pgMar w:cols w:titlePg w:bidi" },
  "w:headerReference": {
    attributes: { "w:type": /^(default|first|even)$/, "r:id": relation },
    required: "w:type r:id",
  },
  "w:footnotePr": { children: "w:numRestart" },
  "w:numRestart": value(/^(continuous|eachPage|eachSect)$/),
  "w:pgSz": {
    attributes: { "w:w": natural, "w:h": natural, "w:code": natural, "w:orient": /^(portrait|landscape)$/ },
  },
  "w:pgMar": {
    attributes: Object.fromEntries(
      ["top", "right", "bottom", "left", "header", "footer", "gutter"].map((side) => [`w:${side}`, natural]),
    ),
  },
  "w:cols": { attributes: { "w:space": natural } },
  "w:titlePg": toggle,
  "w:footnotes": {
    children: "w:footnote",
    many: "w:footnote",
    attributes: { "xmlns:w": anything, "xmlns:r": anything },
  },
  "w:footnote": { children: "w:p", many: "w:p", attributes: { "w:id": number, "w:type": anything }, required: "w:id" },
};

/** What is wrong with the elements of a part, one sentence each. */
export function findingsIn(root: XmlElement): string[] {
  const findings: string[] = [];
  visit(root, "");
  return findings;

  function visit(element: XmlElement, parent: string): void {
    const rule = rules[`${element.name}@${parent}`] ?? rules[element.name];
    if (!rule) {
      findings.push(`${element.name} in ${parent} is not in the rules`);
      return;
    }
    checkAttributes(element, rule);
    checkChildren(element, rule);
    for (const inner of element.children) if (isElement(inner)) visit(inner, element.name);
  }

  function checkAttributes(element: XmlElement, rule: Rule): void {
    for (const [name, found] of Object.entries(element.attributes)) {
      const allowed = rule.attributes?.[name];
      if (!allowed) findings.push(`${element.name} has the attribute ${name}`);
      else if (!allowed.test(found)) findings.push(`${element.name} has ${name}="${found}"`);
    }
    for (const name of rule.required?.split(" ") ?? []) {
      if (!(name in element.attributes)) findings.push(`${element.name} lacks ${name}`);
    }
  }

  function checkChildren(element: XmlElement, rule: Rule): void {
    const order = rule.children?.split(" ") ?? [];
    const many = new Set(rule.many?.split(" ") ?? []);
    let last = -1;
    for (const inner of element.children) {
      if (!isElement(inner)) {
        if (!rule.text && inner.trim() !== "") findings.push(`${element.name} holds the text ${inner}`);
        continue;
      }
      const place = order.indexOf(inner.name);
      if (place < 0) findings.push(`${element.name} holds ${inner.name}`);
      else if (!rule.any && (place < last || (place === last && !many.has(inner.name)))) {
        findings.push(`${element.name} holds ${inner.name} too late or twice`);
      }
      last = Math.max(last, place);
    }
  }
}

const rangeStarts = ["w:moveFromRangeStart", "w:moveToRangeStart"];

/** What is wrong between the elements of a document and its notes. */
export function relationsIn(document: XmlElement, notes: XmlElement, styles: XmlElement): string[] {
  const findings: string[] = [];
  const say = (holds: boolean, finding: string) => {
    if (!holds) findings.push(finding);
  };
  const revisions = ["w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:rPrChange", "w:pPrChange", ...rangeStarts];
  const ids = [document, notes].flatMap((root) =>
    descendants(root, ...revisions).map((each) => each.attributes["w:id"]),
  );
  say(new Set(ids).size === ids.length, "two changes share an id");

  for (const root of [document, notes]) checkMoves(root);
  const noteIds = descendants(notes, "w:footnote").map((note) => note.attributes["w:id"]);
  say(new Set(noteIds).size === noteIds.length, "two notes share an id");
  for (const reference of descendants(document, "w:footnoteReference")) {
    say(noteIds.includes(reference.attributes["w:id"]), `no note ${reference.attributes["w:id"]}`);
  }
  for (const note of descendants(notes, "w:footnote")) {
    const own = note.attributes["w:type"] !== undefined;
    const used = descendants(document, "w:footnoteReference").some(
      (each) => each.attributes["w:id"] === note.attributes["w:id"],
    );
    say(own || used, `note ${note.attributes["w:id"]} is never referred to`);
  }

  const styleIds = new Set(descendants(styles, "w:style").map((style) => style.attributes["w:styleId"]));
  for (const root of [document, notes]) {
    for (const style of descendants(root, "w:pStyle", "w:rStyle", "w:tblStyle")) {
      say(styleIds.has(style.attributes["w:val"]!), `no style ${style.attributes["w:val"]}`);
    }
    for (const deleted of descendants(root, "w:del")) {
      say(descendants(deleted, "w:t", "w:ins", "w:del").length === 0, "a deletion holds w:t or another change");
    }
    for (const inserted of descendants(root, "w:ins")) {
      say(
        descendants(inserted, "w:delText", "w:ins", "w:del").length === 0,
        "an insertion holds w:delText or another change",
      );
    }
    const inDeletions = descendants(root, "w:del").flatMap((each) => descendants(each, "w:delText")).length;
    say(descendants(root, "w:delText").length === inDeletions, "w:delText outside a deletion");
    for (const container of [root, ...descendants(root, "w:body", "w:tc", "w:footnote")]) {
      checkEnd(container);
    }
    for (const paragraph of descendants(root, "w:p")) checkOrder(paragraph);
  }
  return findings;

  /** Each name of a move has one range at either place, each range an end and a moved mark, each moved text a range. */
  function checkMoves(root: XmlElement): void {
    const namesOf = (start: string) => descendants(root, start).map((each) => each.attributes["w:name"]!);
    const [from, to] = [namesOf("w:moveFromRangeStart").sort(), namesOf("w:moveToRangeStart").sort()];
    say(from.join() === to.join(), "half a move");
    say(new Set(from).size === from.length, "two moves share a name");
    for (const side of ["From", "To"]) {
      const idsOf = (name: string) => descendants(root, name).map((each) => each.attributes["w:id"]);
      const starts = idsOf(`w:move${side}RangeStart`);
      say(starts.join() === idsOf(`w:move${side}RangeEnd`).join(), "a range of a move has no end");
      for (const paragraph of descendants(root, "w:p")) {
        const moved = descendants(paragraph, `w:move${side}`).length > 0;
        const ranged = descendants(paragraph, `w:move${side}RangeStart`).length === 1;
        say(moved === ranged, `text moved ${side} without a range`);
        const mark = descendants(paragraph, "w:pPr").some((each) => descendants(each, `w:move${side}`).length > 0);
        say(ranged === mark, "a moved paragraph without its mark");
      }
    }
  }

  function checkEnd(container: XmlElement): void {
    const blocks = container.children.filter(isElement).filter(({ name }) => name === "w:p" || name === "w:tbl");
    if (blocks.length === 0) return;
    say(blocks.at(-1)!.name === "w:p", `${container.name} ends with a table`);
    blocks.forEach((block, index) => {
      const touches = block.name === "w:tbl" && blocks[index + 1]?.name === "w:tbl";
      say(!touches, "two tables touch");
    });
  }

  function checkOrder(paragraph: XmlElement): void {
    const children = paragraph.children.filter(isElement);
    const properties = children.findIndex(({ name }) => name === "w:pPr");
    say(properties <= 0, "w:pPr is not first");
    children.forEach((each, index) => {
      const next = children[index + 1];
      say(!(each.name === "w:ins" && next?.name === "w:del"), "an insertion stands before the deletion it replaces");
      const split = next?.name === each.name && (each.name === "w:ins" || each.name === "w:del");
      const same = (key: string) => each.attributes[key] === next?.attributes[key];
      say(!(split && same("w:author") && same("w:date")), "one change is written as two");
    });
  }
}
