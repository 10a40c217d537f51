import { Injectable } from '@nestjs/common';
import { Clock } from '@sanxian/shared/config';
import { Refusal } from '@sanxian/shared/contracts';
import { commonProblems } from '@sanxian/shared/http';
import { UnitOfWork } from '@sanxian/shared/persistence';
import { Account } from '../accounts/account.entity.js';
import { type ConsentDecision, ConsentEntry, type ConsentOrigin } from './consent-entry.entity.js';

/** The proof of what each person allowed and took back. Entries are added, and nothing else. */
@Injectable()
export class ConsentLedger {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Adds a decision unless it is in force already, and announces it. Each is a change of the account, so that other
   * services can tell how far they have followed.
   * @param origin paper when staff take it down for the person; joins their unit of work
   */
  record(
    accountId: string,
    decision: ConsentDecision,
    origin: ConsentOrigin = { channel: 'online' },
  ): Promise<ConsentEntry> {
    return this.unitOfWork.run(async (tx) => {
      const account = await tx.find(Account, { id: accountId });
      if (!account) throw new Refusal(commonProblems['not-found']);
      const latest = await tx.manager.findOne(ConsentEntry, {
        where: { accountId, purpose: decision.purpose },
        order: { accountVersion: 'DESC' },
      });
      if (latest?.says(decision)) return latest;
      await tx.update(account);
      const entry = ConsentEntry.of(account, decision, origin, latest, this.clock.now());
      await tx.manager.insert(ConsentEntry, entry);
      await tx.emit(account, entry.announcement());
      return entry;
    });
  }
}
