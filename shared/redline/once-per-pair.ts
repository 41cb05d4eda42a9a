/**
 * Remembers what was found about two objects for as long as somebody holds both, because the next comparison asks
 * about the same ones.
 */
export function oncePerPair<A extends object, B extends object, V>(find: (a: A, b: B) => V): (a: A, b: B) => V {
  const known = new WeakMap<A, WeakMap<B, { found: V }>>();
  return (a, b) => {
    let ofA = known.get(a);
    if (!ofA) {
      ofA = new WeakMap();
      known.set(a, ofA);
    }
    let entry = ofA.get(b);
    if (!entry) {
      entry = { found: find(a, b) };
      ofA.set(b, entry);
    }
    return entry.found;
  };
}
