import { v7 } from 'uuid';

/** A UUIDv7: sorts by creation, also when the clock jumps back. */
export const newId = (): string => v7();
