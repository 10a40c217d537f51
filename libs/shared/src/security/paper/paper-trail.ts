import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { newId } from '../../config/new-id.js';
import type { Transaction } from '../../persistence/transaction.js';
import { AuditTrail, type AuditedAct } from '../audit/audit-trail.js';
import { PersonKeys } from '../person-keys.js';
import { PaperFormRow } from './paper-form-row.entity.js';

/** What a person signed. */
export interface SignedForm {
  /** As the county office files it, 40 characters at most. */
  readonly number: string;
  /** `YYYY-MM-DD` */
  readonly signedOn: string;
}

/** For what staff enter for somebody from a signed form: the form, who entered it and why commit with the act itself. */
@Injectable()
export class PaperTrail {
  constructor(
    private readonly auditTrail: AuditTrail,
    private readonly personKeys: PersonKeys,
    private readonly clock: Clock,
  ) {}

  async record(
    tx: Transaction,
    act: AuditedAct & { readonly reason: string },
    { number, signedOn }: SignedForm,
  ): Promise<void> {
    await this.auditTrail.record(tx, act);
    const key = await this.personKeys.obtain(tx, act.personId);
    await tx.manager.insert(PaperFormRow, {
      id: newId(),
      personId: act.personId,
      subjectType: act.subject.type,
      subjectId: act.subject.id,
      sealedForm: key.seal('paper-form', JSON.stringify({ number, signedOn })),
      recordedBy: act.actorId,
      recordedAt: this.clock.now(),
    });
  }
}
