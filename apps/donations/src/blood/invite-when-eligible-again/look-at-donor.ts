import { Injectable } from '@nestjs/common';
import { Clock } from '@sanxian/shared/config';
import { type Transaction, UnitOfWork } from '@sanxian/shared/persistence';
import { ConsentQueries } from '@sanxian/shared/security';
import { BloodDonor } from '../blood-donor.entity.js';
import { BloodIntent } from '../blood-intent.entity.js';
import { KnownDonors } from '../known-donors.js';
import { eligibleAgainFrom, type KnownDonor } from '../pre-screen/next-eligible.js';
import { findRuleSet, ruleSets } from '../pre-screen/rule-sets.js';
import { dayOf, whenToInvite, type Wish } from './when-to-invite.policy.js';

/** Nobody wishes more; each costs a computation. */
const mostWishes = 20;

/** Looks at records, intents and consent anew and invites a donor, or says when to look again: all in one transaction. */
@Injectable()
export class LookAtDonor {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly consents: ConsentQueries,
    private readonly knownDonors: KnownDonors,
    private readonly clock: Clock,
  ) {}

  handle(personId: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const now = this.clock.now();
      const donor = await tx.find(BloodDonor, { id: personId });
      // Another worker was quicker.
      if (!donor?.isDue(now)) return;
      const mayContact = await this.consents.isGranted(tx.manager, personId, 'blood-contact');
      const wishes = await this.wishesOf(tx, personId, now);
      const look = whenToInvite({ now, mayContact, wishes, invitedFor: donor.invitedFor });
      const announced = donor.follow(look, now);
      await tx.update(donor);
      await tx.emit(donor, ...announced);
    });
  }

  private async wishesOf({ manager }: Transaction, personId: string, now: Date): Promise<Wish[]> {
    const intents = await manager
      .createQueryBuilder(BloodIntent, 'intent')
      .where('intent.personId = :personId AND intent.endedAt IS NULL', { personId })
      .orderBy({ 'intent.registeredAt': 'DESC', 'intent.id': 'DESC' })
      .limit(mostWishes)
      .getMany();
    const donor = await this.knownDonors.of(manager, personId);
    return intents.map((intent) => asWish(intent, donor, now));
  }
}

function asWish({ id, product, area, registeredAt }: BloodIntent, donor: KnownDonor, now: Date): Wish {
  const ruleSet = findRuleSet(ruleSets, area, dayOf(now));
  return {
    intentId: id,
    product,
    registeredOn: dayOf(registeredAt),
    eligibleFrom: ruleSet ? eligibleAgainFrom(ruleSet, product, donor) : null,
  };
}
