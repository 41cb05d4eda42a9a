/**
 * What a zone holds, for whoever pairs zones: its texts as a set, as one key, and all its words. Kept as long as the
 * zone holds the very same blocks, so that after a pause of the typist only the zone that was edited is read again.
 */
import type { Node } from "prosemirror-model";
import { type Bag, joinBags } from "./similarity";
import { identityOf, isSameList, type Unit, type Zone } from "./zones";

export interface Holding {
  /** The texts that can be recognised by themselves; the call is the zone's name, not what it holds. */
  keys: Set<string>;
  /** A key that two zones share only when they have one name and hold the same texts in the same order. */
  keyUnder(name: string): string;
  /** All words but those of the call. */
  words(): Bag;
}

interface Kept {
  parts: readonly (Node | string)[];
  holding: Holding;
}

const kept = new WeakMap<Node, Kept[]>();
/** A base and a current text may begin a zone with one block and go on differently. */
const mostKept = 3;
const known = new WeakMap<Zone, Holding>();

/** What a zone holds. */
export function holdingOf(zone: Zone): Holding {
  let holding = known.get(zone);
  if (!holding) {
    holding = findHolding(zone.units);
    known.set(zone, holding);
  }
  return holding;
}

function findHolding(units: readonly Unit[]): Holding {
  const first = units[0]?.node;
  if (!first) return readHolding(units);
  const others = kept.get(first) ?? [];
  const same = others.find(({ parts }) => isSameList(parts, units));
  if (same) return same.holding;
  const holding = readHolding(units);
  kept.set(first, [{ parts: units.map(identityOf), holding }, ...others].slice(0, mostKept));
  return holding;
}

function readHolding(units: readonly Unit[]): Holding {
  const held = units.filter(({ type }) => type !== "call");
  const named = new Map<string, string>();
  let words: Bag | null = null;
  return {
    keys: new Set(held.filter(({ slight }) => !slight).map(({ key }) => key)),
    keyUnder(name) {
      const key = named.get(name) ?? name + units.map((unit) => `\u0001${unit.key}`).join("");
      named.set(name, key);
      return key;
    },
    words() {
      words ??= joinBags(held.map((unit) => unit.bag()));
      return words;
    },
  };
}
