/**
 * What an edit did to the blocks of a document: which went, which came, and where the gaps are. The two
 * trees are walked together and shared branches are passed over, so the cost follows the edit, not the
 * document; and it does not matter which steps made it (label changes leave no trace in step maps).
 */
import type { Node } from "prosemirror-model";

export interface Arrived {
  node: Node;
  /** Position before it in the new document. */
  pos: number;
  containers: string[];
}

/** A stretch of one container that differs. A block that changed is among both `gone` and `come`. */
export interface Region {
  gone: Node[];
  come: Arrived[];
  /** Ids of the blocks around the stretch in the new document, or null at the ends. */
  previous: string | null;
  next: string | null;
  /** True when `previous` stands in the same container. */
  sameContainer: boolean;
}

/** Compares two versions of a document. */
export function touchedBlocks(before: Node, after: Node): Region[] {
  const regions: Region[] = [];
  compare(before, after, 0, [], []);
  return regions;

  /** `trail` holds the containers above with the index taken in each. */
  function compare(a: Node, b: Node, start: number, containers: string[], trail: [Node, number][]): void {
    let from = 0;
    let pos = start;
    while (from < a.childCount && from < b.childCount && a.child(from) === b.child(from)) {
      pos += b.child(from++).nodeSize;
    }
    let toA = a.childCount;
    let toB = b.childCount;
    while (toA > from && toB > from && a.child(toA - 1) === b.child(toB - 1)) {
      toA--;
      toB--;
    }
    if (toA === from && toB === from) return;
    if (toA - from !== toB - from) {
      region(a, b, from, toA, toB, pos, containers, trail);
      return;
    }
    for (let index = from; index < toB; index++) {
      const [one, two] = [a.child(index), b.child(index)];
      if (one !== two) {
        if (one.type === two.type && !one.isTextblock) {
          compare(one, two, pos + 1, [...containers, two.type.name], [...trail, [b, index]]);
        } else region(a, b, index, index + 1, index + 1, pos, containers, trail);
      }
      pos += two.nodeSize;
    }
  }

  function region(
    a: Node,
    b: Node,
    from: number,
    toA: number,
    toB: number,
    pos: number,
    containers: string[],
    trail: [Node, number][],
  ): void {
    const gone: Node[] = [];
    for (let index = from; index < toA; index++) collect(a.child(index), 0, containers, ({ node }) => gone.push(node));
    const come: Arrived[] = [];
    let at = pos;
    for (let index = from; index < toB; index++) {
      collect(b.child(index), at, containers, (arrived) => come.push(arrived));
      at += b.child(index).nodeSize;
    }
    // A copy shares its node with the original: as many stay as there were.
    const went = new Map<Node, number>();
    for (const node of gone) went.set(node, (went.get(node) ?? 0) + 1);
    const arrived = come.filter(({ node }) => !takeOne(went, node));
    regions.push({
      gone: gone.filter((node) => takeOne(went, node)),
      come: arrived,
      previous: neighbour(b, from - 1, trail, -1),
      next: neighbour(b, toB, trail, 1),
      sameContainer: from > 0,
    });
  }
}

/** Takes one of what is counted; false when none is left. */
function takeOne(counts: Map<Node, number>, node: Node): boolean {
  const left = counts.get(node) ?? 0;
  if (left === 0) return false;
  counts.set(node, left - 1);
  return true;
}

/** Finds blocks by their ids; looks at the whole document. */
export function blocksWithIds(doc: Node, ids: ReadonlySet<string>): Arrived[] {
  const found: Arrived[] = [];
  doc.forEach((child, offset) => {
    collect(child, offset, [], (arrived) => {
      if (ids.has(arrived.node.attrs.id)) found.push(arrived);
    });
  });
  return found;
}

function collect(node: Node, pos: number, containers: string[], found: (arrived: Arrived) => void): void {
  if (node.isTextblock) {
    found({ node, pos, containers });
    return;
  }
  const inside = [...containers, node.type.name];
  node.forEach((child, offset) => {
    collect(child, pos + 1 + offset, inside, found);
  });
}

/** The first block at or beyond an index, in the container or after it. */
function neighbour(parent: Node, index: number, trail: readonly [Node, number][], step: 1 | -1): string | null {
  for (let at = index; at >= 0 && at < parent.childCount; at += step) {
    const block = edgeBlock(parent.child(at), step);
    if (block) return block.attrs.id;
  }
  const above = trail[trail.length - 1];
  return above ? neighbour(above[0], above[1] + step, trail.slice(0, -1), step) : null;
}

function edgeBlock(node: Node, step: 1 | -1): Node | null {
  if (node.isTextblock) return node;
  for (let at = step > 0 ? 0 : node.childCount - 1; at >= 0 && at < node.childCount; at += step) {
    const block = edgeBlock(node.child(at), step);
    if (block) return block;
  }
  return null;
}
