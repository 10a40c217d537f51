import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@sanxian/shared/persistence';
import { AuditTrail } from '@sanxian/shared/security';
import { ShowStemCellIntent } from '../show-intent/show-intent.handler.js';
import type { StemCellIntentResponse } from '../stem-cell-intent.dto.js';

@Injectable()
export class ShowStemCellIntentOfPerson {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly showIntent: ShowStemCellIntent,
    private readonly auditTrail: AuditTrail,
  ) {}

  async handle(coordinatorId: string, personId: string, id: string): Promise<StemCellIntentResponse> {
    const intent = await this.showIntent.handle(personId, id);
    const subject = { type: 'stem-cell-intent', id };
    const act = { actorId: coordinatorId, action: 'read-stem-cell-intent', personId, subject };
    await this.unitOfWork.run((tx) => this.auditTrail.record(tx, act));
    return intent;
  }
}
