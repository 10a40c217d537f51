import type { EntityManager } from 'typeorm';

/** Committed rows, read without waiting for writers. On SQLite a second, read-only connection. */
export class ReadDatabase {
  constructor(readonly manager: EntityManager) {}
}
