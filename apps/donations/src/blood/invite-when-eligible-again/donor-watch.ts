import { Injectable } from '@nestjs/common';
import { Clock } from '@sanxian/shared/config';
import type { Transaction } from '@sanxian/shared/persistence';
import { BloodDonor } from '../blood-donor.entity.js';
import { InviteWhenEligibleAgain } from './invite-when-eligible-again.worker.js';

/** Has donors looked at again, in the transaction of what changes the day of their next donation. */
@Injectable()
export class DonorWatch {
  constructor(
    private readonly clock: Clock,
    private readonly invitations: InviteWhenEligibleAgain,
  ) {}

  /** With a change of somebody's records: the row is also the lock that lets one change of them happen at a time. */
  async recordsChange(tx: Transaction, personId: string): Promise<void> {
    if (await this.lookAgain(tx, personId)) return;
    await tx.insert(BloodDonor.whoGave(personId, this.clock.now()));
    this.wakeAfter(tx);
  }

  /** @returns whether the person has ever given, as far as records tell */
  async lookAgain(tx: Transaction, personId: string): Promise<boolean> {
    const donor = await tx.find(BloodDonor, { id: personId });
    if (!donor) return false;
    donor.lookAgain(this.clock.now());
    await tx.update(donor);
    this.wakeAfter(tx);
    return true;
  }

  private wakeAfter(tx: Transaction): void {
    tx.afterCommit(() => this.invitations.wake());
  }
}
