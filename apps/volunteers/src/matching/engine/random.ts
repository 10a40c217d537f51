/** From 0 up to, but without, 1. */
export type Random = () => number;

/**
 * The same numbers for the same seed, on every machine (mulberry32). Ours, because a search asks it ten million times a second.
 * @param seed a whole number; its low 32 bits count
 */
export function seededRandom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
