/** From 0 up to, but without, 1. */
export type Random = () => number;
