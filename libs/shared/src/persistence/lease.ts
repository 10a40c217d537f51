import type { EntityManager } from 'typeorm';
import { LeaseRow } from './lease-row.entity.js';
import type { UnitOfWork } from './unit-of-work.js';

const askAgainMilliseconds = 1_000;

/**
 * Lets one of several processes do a piece of work at a time. Time is the database's own, so that clocks of machines do
 * not matter; the same owner takes its own lease again at once, which is what a restarted process needs.
 */
export class Lease {
  private renewAfter = 0;
  private askAgainAfter = 0;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly name: string,
    private readonly owner: string,
    private readonly lengthInSeconds = 15,
  ) {}

  /**
   * True while this owner may work. Cheap in between: the row is renewed when a third of its time has passed, and who was
   * refused does not ask again for a second.
   */
  async hold(): Promise<boolean> {
    const askedAt = performance.now();
    if (askedAt < this.renewAfter) return true;
    if (askedAt < this.askAgainAfter) return false;
    const held = await this.unitOfWork.run((tx) => this.claim(tx.manager));
    // Counted from the question: the answer may have waited long for the commit.
    this.renewAfter = held ? askedAt + (this.lengthInSeconds * 1000) / 3 : 0;
    this.askAgainAfter = held ? 0 : askedAt + askAgainMilliseconds;
    return held;
  }

  /** For an owner that ends its work: the next need not wait for the lease to run out. */
  async release(): Promise<void> {
    this.renewAfter = 0;
    await this.unitOfWork.run(({ manager }) => manager.delete(LeaseRow, { name: this.name, owner: this.owner }));
  }

  private async claim(manager: EntityManager): Promise<boolean> {
    const now = await databaseNow(manager);
    const expiresAt = new Date(now.getTime() + this.lengthInSeconds * 1000);
    const lease = await manager.findOneBy(LeaseRow, { name: this.name });
    if (!lease) {
      await manager.insert(LeaseRow, { name: this.name, owner: this.owner, expiresAt });
      return true;
    }
    // An end further away than a whole lease was set by a clock that has been put back since.
    const stillRuns = lease.expiresAt > now && lease.expiresAt <= expiresAt;
    if (lease.owner !== this.owner && stillRuns) return false;
    const { affected } = await manager.update(
      LeaseRow,
      { name: this.name, owner: lease.owner, expiresAt: lease.expiresAt },
      { owner: this.owner, expiresAt },
    );
    return affected === 1;
  }
}

/** `CURRENT_TIMESTAMP` is UTC, in whole seconds: enough for leases of many seconds. SQLite tells it as text. */
async function databaseNow(manager: EntityManager): Promise<Date> {
  const [row] = await manager.query<{ now: string | Date }[]>('SELECT CURRENT_TIMESTAMP AS now');
  if (!row) throw new Error('The database did not tell its time');
  if (row.now instanceof Date) return row.now;
  return new Date(`${row.now.replace(' ', 'T')}Z`);
}
