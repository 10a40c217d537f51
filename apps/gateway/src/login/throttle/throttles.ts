import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Clock } from '@sanxian/shared/config';
import { Refusal } from '@sanxian/shared/contracts';
import { commonProblems } from '@sanxian/shared/http';
import type { Transaction } from '@sanxian/shared/persistence';
import { BlindIndex } from '@sanxian/shared/security';
import type { Limit } from './limits.policy.js';
import { Throttle } from './throttle.entity.js';

/** Whom a limit counts: the kind of limit and the phone, address or username. */
export interface Counted {
  readonly kind: 'codes-per-phone' | 'codes-per-address' | 'staff-log-ins-per-username' | 'staff-log-ins-per-address';
  readonly whom: string;
}

/** Limits that hold for all instances and across restarts, since they are counted in the gateway's database. */
@Injectable()
export class Throttles {
  constructor(
    private readonly clock: Clock,
    private readonly blindIndex: BlindIndex,
  ) {}

  /**
   * Counts one, or refuses it.
   * @throws Refusal `too-many-requests`, with the seconds to wait
   */
  async take(tx: Transaction, counted: Counted, limits: readonly Limit[]): Promise<void> {
    const now = this.clock.now();
    const known = await this.find(tx, counted);
    const throttle = known ?? new Throttle(this.subjectOf(counted));
    const retryAfterSeconds = throttle.take(limits, now);
    if (retryAfterSeconds > 0) throw new Refusal(commonProblems['too-many-requests'], {}, [], { retryAfterSeconds });
    // Two who are both the first collide here, and one counts again: an upsert would forget the other.
    await (known ? this.store(tx, throttle) : tx.manager.insert(Throttle, throttle));
  }

  /** Takes back what was counted at `takenAt`: it turned out to be harmless. */
  async giveBack(tx: Transaction, counted: Counted, takenAt: Date): Promise<void> {
    const throttle = await this.find(tx, counted);
    throttle?.giveBack(takenAt);
    if (throttle) await this.store(tx, throttle);
  }

  async clear(tx: Transaction, counted: Counted): Promise<void> {
    await tx.manager.delete(Throttle, { subject: this.subjectOf(counted) });
  }

  /** Drops the rows of everybody who was quiet for a day. */
  async forgetOld(tx: Transaction): Promise<void> {
    await tx.manager.delete(Throttle, { forgetAfter: LessThan(this.clock.now()) });
  }

  private find(tx: Transaction, counted: Counted): Promise<Throttle | null> {
    return tx.find(Throttle, { subject: this.subjectOf(counted) });
  }

  private async store({ manager }: Transaction, throttle: Throttle): Promise<void> {
    await manager.update(Throttle, { subject: throttle.subject }, throttle);
  }

  private subjectOf({ kind, whom }: Counted): string {
    return `${kind}:${this.blindIndex.of(kind, whom)}`;
  }
}
