import { Injectable } from '@nestjs/common';
import { Clock, todayInShanghai } from '@sanxian/shared/config';
import { Refusal } from '@sanxian/shared/contracts';
import { type Transaction, UnitOfWork } from '@sanxian/shared/persistence';
import { ConsentState, PersonFactsQueries, PersonKeys } from '@sanxian/shared/security';
import { stemCellProblems } from '../../problems.js';
import { describeIntent, sealContacts } from '../describe-intent.js';
import type { StemCellIntentResponse } from '../stem-cell-intent.dto.js';
import { StemCellIntent } from '../stem-cell-intent.entity.js';
import { StemCellStageChange } from '../stem-cell-stage-change.entity.js';
import { firstObstacle } from './may-register.policy.js';
import type { RegisterStemCellIntentRequest } from './register-intent.dto.js';

export interface RegisterStemCellIntentCommand {
  readonly personId: string;
  /** Whether the person is at the keyboard, or staff with their paper form. */
  readonly recordedBy: 'self' | 'staff';
  readonly request: RegisterStemCellIntentRequest;
}

@Injectable()
export class RegisterStemCellIntent {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly personFacts: PersonFactsQueries,
    private readonly personKeys: PersonKeys,
    private readonly clock: Clock,
  ) {}

  handle({ personId, recordedBy, request }: RegisterStemCellIntentCommand): Promise<StemCellIntentResponse> {
    const { area, contacts, consentTextVersion } = request;
    return this.unitOfWork.run(async (tx) => {
      const consent = await this.consentOrRefusal(tx, personId, consentTextVersion);
      const key = await this.personKeys.obtain(tx, personId);
      const now = this.clock.now();
      const details = { personId, area, sealedContacts: sealContacts(contacts, key), consent };
      const { intent, registered } = StemCellIntent.register(details, now);
      await tx.insert(intent);
      await tx.manager.insert(StemCellStageChange, StemCellStageChange.of(intent, recordedBy, now));
      await tx.emit(intent, registered);
      return describeIntent(intent, key, now);
    });
  }

  /** @throws Refusal by the rules of `may-register.policy.ts` */
  private async consentOrRefusal(tx: Transaction, personId: string, consentTextVersion: string) {
    const purpose = 'stem-cell-registry';
    // For change: a withdrawal comes before it, or finds the intent.
    const state = await tx.find(ConsentState, { personId, purpose });
    const consent = state?.state === 'granted' ? state : null;
    const obstacle = firstObstacle({
      grantedText: consent?.textVersion ?? null,
      consentTextVersion,
      birthDate: (await this.personFacts.of(tx.manager, personId)).birthDate,
      today: todayInShanghai(this.clock),
      hasOpenIntent: await tx.manager.existsBy(StemCellIntent, { openKey: personId }),
    });
    if (obstacle || !consent) throw new Refusal(stemCellProblems[obstacle ?? 'consent-missing']);
    return { textVersion: consentTextVersion, identityVersion: consent.identityVersion };
  }
}
