import { In, LessThan } from 'typeorm';
import type { Clock } from '../../config/clock.js';
import type { UnitOfWork } from '../../persistence/unit-of-work.js';
import { IdempotencyRecord } from './idempotency-record.entity.js';

const keptForHours = 72;

/** Forgets answers whose time is over: the `pass` of a RepeatingTask. */
export class IdempotencyCleanup {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly chunk = 1000,
  ) {}

  /** Small transactions, so that nobody waits long behind them. */
  async pass(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - keptForHours * 3_600_000);
    while ((await this.forgetChunk(before)) === this.chunk);
  }

  private forgetChunk(before: Date): Promise<number> {
    return this.unitOfWork.run(async ({ manager }) => {
      const old = await manager.find(IdempotencyRecord, {
        select: { scopeHash: true },
        where: { createdAt: LessThan(before) },
        take: this.chunk,
      });
      if (old.length > 0) await manager.delete(IdempotencyRecord, { scopeHash: In(old.map((row) => row.scopeHash)) });
      return old.length;
    });
  }
}
