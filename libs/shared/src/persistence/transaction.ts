import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import { findForChange } from './find-for-change.js';
import { lockName } from './mysql/named-lock.js';

/** A row that changes under a version: what emits events and what an ETag speaks of. */
export interface Aggregate {
  readonly id: string;
  version: number;
}

/** The outbox as the unit of work sees it; libs/shared/messaging provides it. */
export interface OutboxWriter {
  /**
   * Writes the facts of one change of one aggregate, in order, in the transaction of the change.
   * @param counted how many facts the transaction has written of each change so far; kept by the transaction, counted here
   */
  append(
    manager: EntityManager,
    aggregate: Aggregate,
    facts: readonly object[],
    counted: Map<string, number>,
  ): Promise<void>;
  /** Called after a commit that appended: there is something to relay. */
  announce(): void;
}

/** Somebody else changed the row since it was read. A client that sent If-Match gets 412, others 409. */
export class StaleVersion extends Error {
  constructor(entity: string, id: string) {
    super(`${entity} ${id} changed since it was read`);
  }
}

/** All a use case may write with. It lives as long as the callback of `UnitOfWork.run`, and not longer. */
export class Transaction {
  private readonly commitListeners: (() => void)[] = [];
  private readonly factsOfChanges = new Map<string, number>();
  private over = false;
  private locksNames = false;
  private attempts = 0;

  constructor(
    private readonly entityManager: EntityManager,
    private readonly outbox: OutboxWriter,
  ) {}

  /** For reads inside the transaction and for rows that are not aggregates. */
  get manager(): EntityManager {
    // The connection outlives the transaction: a late write through it would join somebody else's.
    if (this.over) throw new Error('This transaction is over: something was not awaited inside the unit of work');
    return this.entityManager;
  }

  /** The row for change: on a database with row locks it stays locked until the end of the transaction. */
  find<T extends ObjectLiteral>(entity: EntityTarget<T>, where: FindOptionsWhere<T>): Promise<T | null> {
    return findForChange(this.manager, entity, where);
  }

  /**
   * Waits until every other transaction that asked for the same name has ended: for a rule about rows that are not there
   * yet, and that no unique index can state. Nothing to wait for where writers stand in line anyway.
   * @param name without personal data; locks are seen by whoever operates the server
   */
  async oneAtATime(name: string): Promise<void> {
    this.locksNames = true;
    await lockName(this.manager, name);
  }

  /**
   * Runs a part that may fail alone: what it wrote is taken back when it throws, and the rest of the transaction goes on.
   * @returns what the part came to
   * @throws what the part threw, when the database has ended the whole transaction over it
   */
  async attempt<T>(part: () => Promise<T>): Promise<{ readonly result: T } | { readonly error: unknown }> {
    // A name of its own: SQLite's units of work lie behind savepoints too, and attempts may lie in each other.
    const savepoint = `attempt_${(this.attempts += 1)}`;
    const listenersBefore = this.commitListeners.length;
    await this.manager.query(`SAVEPOINT ${savepoint}`);
    try {
      const result = await part();
      await this.manager.query(`RELEASE SAVEPOINT ${savepoint}`);
      return { result };
    } catch (error) {
      this.commitListeners.length = listenersBefore;
      await this.manager.query(`ROLLBACK TO SAVEPOINT ${savepoint}`).catch(() => {
        throw error;
      });
      return { error };
    }
  }

  /** Inserts an aggregate at version 1. */
  async insert(aggregate: Aggregate): Promise<void> {
    aggregate.version = 1;
    await this.manager.insert(aggregate.constructor, aggregate);
  }

  /**
   * Writes a changed aggregate and raises its version by one.
   * @throws StaleVersion when the stored version is not the one that was read
   */
  async update(aggregate: Aggregate): Promise<void> {
    const readVersion = aggregate.version;
    const { affected } = await this.manager.update(
      aggregate.constructor,
      { id: aggregate.id, version: readVersion },
      { ...aggregate, version: readVersion + 1 },
    );
    if (affected !== 1) throw new StaleVersion(aggregate.constructor.name, aggregate.id);
    aggregate.version = readVersion + 1;
  }

  /** Announces facts about an aggregate, after its `insert` or `update`: the row lock then keeps outbox ids in version order. */
  async emit(aggregate: Aggregate, ...facts: object[]): Promise<void> {
    await this.outbox.append(this.manager, aggregate, facts, this.factsOfChanges);
    this.afterCommit(() => this.outbox.announce());
  }

  /** Runs after the commit, never after a rollback. Only for wake-up calls: what must happen belongs into the transaction. */
  afterCommit(listener: () => void): void {
    this.commitListeners.push(listener);
  }

  /** For the unit of work alone: after the commit. */
  notifyCommitted(): void {
    for (const listener of this.commitListeners) listener();
  }

  /** For the unit of work alone: whether names are still locked after the end. */
  get hasLockedNames(): boolean {
    return this.locksNames;
  }

  /** For the unit of work alone: after commit and rollback. */
  end(): void {
    this.over = true;
  }
}
