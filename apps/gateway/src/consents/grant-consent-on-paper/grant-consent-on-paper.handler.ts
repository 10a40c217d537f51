import { Injectable } from '@nestjs/common';
import { Clock, todayInShanghai } from '@sanxian/shared/config';
import { type Language, type Purpose, Refusal } from '@sanxian/shared/contracts';
import { assertSigned, commonProblems } from '@sanxian/shared/http';
import { UnitOfWork } from '@sanxian/shared/persistence';
import { PaperTrail } from '@sanxian/shared/security';
import { People } from '../../people/people.js';
import type { ConsentResponse } from '../consent.dto.js';
import { describeConsent } from '../describe-consent.js';
import { GrantConsent } from '../grant-consent/grant-consent.handler.js';
import type { GrantConsentOnPaperRequest } from './grant-consent-on-paper.dto.js';

interface GrantConsentOnPaperCommand {
  readonly coordinatorId: string;
  readonly personId: string;
  readonly purpose: Purpose;
  readonly request: GrantConsentOnPaperRequest;
  /** Of whoever reads the answer; the form has a language of its own. */
  readonly readerLanguage: Language;
}

@Injectable()
export class GrantConsentOnPaper {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly people: People,
    private readonly grantConsent: GrantConsent,
    private readonly paperTrail: PaperTrail,
  ) {}

  handle(command: GrantConsentOnPaperCommand): Promise<ConsentResponse> {
    const { coordinatorId, personId, purpose, readerLanguage } = command;
    const { textVersion, language, paperForm, reason } = command.request;
    assertSigned(paperForm, todayInShanghai(this.clock));
    return this.unitOfWork.run(async (tx) => {
      if (!(await this.people.byId(tx.manager, personId))) throw new Refusal(commonProblems['not-found']);
      const origin = { channel: 'paper', recordedBy: coordinatorId } as const;
      const entry = await this.grantConsent.record({
        accountId: personId,
        purpose,
        textVersion,
        language: language ?? 'zh-CN',
        origin,
      });
      const subject = { type: 'consent-entry', id: entry.id };
      const act = { actorId: coordinatorId, action: 'grant-consent', personId, subject, reason };
      await this.paperTrail.record(tx, act, paperForm);
      return describeConsent(purpose, entry, { language: readerLanguage, now: this.clock.now() });
    });
  }
}
