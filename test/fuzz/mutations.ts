/**
 * Ways to spoil an input: bytes at random, pieces of text that mean something to a reader, elements and attributes of
 * XML, values of JSON. A mutation keeps most of the input, because what is refused at the first byte tests nothing.
 */
import type { Random } from "./random";

/** Overwrites, cuts out, repeats or inserts stretches of bytes. */
export function mutateBytes(bytes: Uint8Array, random: Random): Uint8Array {
  let result: Uint8Array = bytes.slice();
  for (let left = random.below(4); left >= 0; left--) {
    const at = random.below(result.length + 1);
    const length = 1 + random.below(24);
    switch (random.below(5)) {
      case 0:
        if (result.length > 0) result[random.below(result.length)] = random.below(256);
        break;
      case 1:
        result = joined(result.subarray(0, at), result.subarray(at + length));
        break;
      case 2:
        result = joined(result.subarray(0, at), result.subarray(Math.max(0, at - length)));
        break;
      case 3:
        result = joined(
          result.subarray(0, at),
          Uint8Array.from({ length }, () => random.below(256)),
          result.subarray(at),
        );
        break;
      default:
        if (random.below(6) === 0) result = result.slice(0, at);
    }
  }
  return result;
}

function joined(...parts: Uint8Array[]): Uint8Array {
  const result = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    result.set(part, at);
    at += part.length;
  }
  return result;
}

/** Puts pieces into a text, moves, repeats and drops its lines and stretches. */
export function mutateText(text: string, pieces: readonly string[], random: Random): string {
  let result = text;
  for (let left = random.below(5); left >= 0; left--) {
    const at = random.below(result.length + 1);
    const to = Math.min(result.length, at + 1 + random.below(60));
    switch (random.below(6)) {
      case 0:
      case 1:
        result = result.slice(0, at) + random.pick(pieces) + result.slice(at);
        break;
      case 2:
        result = result.slice(0, at) + result.slice(to);
        break;
      case 3:
        result = result.slice(0, to) + result.slice(at);
        break;
      case 4: {
        const lines = result.split("\n");
        const [line] = lines.splice(random.below(lines.length), 1);
        lines.splice(random.below(lines.length + 1), 0, line ?? "");
        result = lines.join("\n");
        break;
      }
      default:
        result = result.slice(0, at) + random.pick(pieces).repeat(1 + random.below(200)) + result.slice(to);
    }
  }
  return result;
}

const tag = /<(\/?)([A-Za-z][\w:.-]*)([^<>]*?)(\/?)>/g;
const values = ["", "0", "-1", "1", "9", "99999999999", "NaN", "true", "../../x", "rId1", "é", "&#0;", "&lt;", "w:p"];

/** Drops, repeats, renames and moves elements, and changes attributes and text; often still well-formed. */
export function mutateXml(xml: string, random: Random): string {
  let result = xml;
  for (let left = random.below(4); left >= 0; left--) {
    const tags = [...result.matchAll(tag)];
    if (tags.length === 0) return result;
    const chosen = random.pick(tags);
    const [whole = "", , name = "", attributes = ""] = chosen;
    const [start, end] = elementAt(result, tags, chosen);
    const element = result.slice(start, end);
    switch (random.below(7)) {
      case 0:
        result = result.slice(0, start) + result.slice(end);
        break;
      case 1:
        result = result.slice(0, end) + element + result.slice(end);
        break;
      case 2: {
        const place = random.pick(tags).index ?? 0;
        result = result.slice(0, place) + element + result.slice(place);
        break;
      }
      case 3: {
        const other = random.pick(tags)[2] ?? name;
        result = result.slice(0, start) + element.replaceAll(name, other) + result.slice(end);
        break;
      }
      case 4: {
        // What another attribute says makes ids meet and chains close; anything else is merely wrong.
        const others = [...(random.pick(tags)[3] ?? "").matchAll(/"([^"]*)"/g)].map(([, value = ""]) => value);
        const value = others.length > 0 && random.below(2) === 0 ? random.pick(others) : random.pick(values);
        let which = random.below([...attributes.matchAll(/"[^"]*"/g)].length || 1);
        const changed = attributes.replace(/"[^"]*"/g, (old) => (which-- === 0 ? `"${value}"` : old));
        result =
          result.slice(0, chosen.index) +
          whole.replace(attributes, () => changed) +
          result.slice((chosen.index ?? 0) + whole.length);
        break;
      }
      case 5:
        result = result.slice(0, start) + element.repeat(1 + random.below(12)) + result.slice(end);
        break;
      default: {
        const at = random.below(result.length + 1);
        result =
          result.slice(0, at) + random.pick(["<", "&", "x", "]]>", "<!--", "\u0001", " ", "<w:p/>"]) + result.slice(at);
      }
    }
    if (result.length > 400_000) return result;
  }
  return result;
}

/** Where the element of a start tag ends; for an end tag, the tag alone. */
function elementAt(xml: string, tags: RegExpExecArray[], chosen: RegExpExecArray): [number, number] {
  const [whole, closing, name, , empty] = chosen;
  const start = chosen.index;
  if (closing || empty) return [start, start + whole.length];
  let depth = 0;
  for (let at = tags.indexOf(chosen); at < tags.length; at++) {
    const each = tags[at]!;
    if (each[2] !== name || each[4]) continue;
    depth += each[1] ? -1 : 1;
    if (depth === 0) return [start, each.index + each[0].length];
  }
  return [start, xml.length];
}

const jsonValues: unknown[] = [null, true, -1, 0, 1e308, "", "x", "__proto__", [], {}, [[]], { type: "doc" }];

/** Replaces, drops, repeats and moves values of a JSON text, keys that reach a prototype included. */
export function mutateJson(text: string, random: Random): string {
  const root = { value: JSON.parse(text) as unknown };
  for (let left = random.below(4); left >= 0; left--) {
    const places: [holder: Record<string, unknown>, key: string][] = [];
    const visit = (holder: Record<string, unknown>) => {
      for (const key of Object.keys(holder)) {
        places.push([holder, key]);
        const value = holder[key];
        if (typeof value === "object" && value !== null) visit(value as Record<string, unknown>);
      }
    };
    visit(root as Record<string, unknown>);
    if (places.length === 0) break;
    const [holder, key] = random.pick(places);
    const [from, name] = random.pick(places);
    switch (random.below(6)) {
      case 0:
        // A value of its own: a shared one would carry this change into every later input.
        holder[key] = structuredClone(random.pick(jsonValues));
        break;
      case 1:
        if (Array.isArray(holder)) holder.splice(Number(key), 1);
        else delete holder[key];
        break;
      case 2:
        if (Array.isArray(holder)) holder.splice(Number(key), 0, structuredClone(from[name]));
        else holder[key] = structuredClone(from[name]);
        break;
      case 3:
        holder[key] =
          typeof holder[key] === "string" ? `${holder[key]}${random.pick(["\u0000", "\ud800", "<b>", "\n"])}` : 7;
        break;
      case 4:
        if (!Array.isArray(holder))
          Object.defineProperty(holder, "__proto__", {
            value: 1,
            enumerable: true,
            configurable: true,
            writable: true,
          });
        break;
      default:
        if (!Array.isArray(holder)) holder[`k${random.below(100)}`] = holder[key];
    }
    if (places.length > 20_000) break;
  }
  return JSON.stringify(root.value) ?? "null";
}
