import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { newId } from '../../config/new-id.js';
import { traceContext } from '../../config/trace-context.js';
import type { Transaction } from '../../persistence/transaction.js';
import { PersonKeys } from '../person-keys.js';
import { AuditEntry } from './audit-entry.entity.js';

export interface AuditedAct {
  /** Who acts. */
  readonly actorId: string;
  /** A verb with its object, such as `register-blood-intent`; 60 characters at most. */
  readonly action: string;
  /** Whose data it is about. */
  readonly personId: string;
  readonly subject: { readonly type: string; readonly id: string };
  /** In the actor's own words, 500 characters at most. */
  readonly reason?: string;
}

/** Who of the staff did what with whose data, and why: the row commits with the act itself. */
@Injectable()
export class AuditTrail {
  constructor(
    private readonly personKeys: PersonKeys,
    private readonly clock: Clock,
  ) {}

  async record(tx: Transaction, { actorId, action, personId, subject, reason }: AuditedAct): Promise<void> {
    const key = reason === undefined ? null : await this.personKeys.obtain(tx, personId);
    await tx.manager.insert(AuditEntry, {
      id: newId(),
      at: this.clock.now(),
      actorId,
      action,
      personId,
      subjectType: subject.type,
      subjectId: subject.id,
      sealedReason: key && reason !== undefined ? key.seal('audit-reason', reason) : null,
      traceparent: traceContext.getStore()?.traceparent ?? null,
    });
  }
}
