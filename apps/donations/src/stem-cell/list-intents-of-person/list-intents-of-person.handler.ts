import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@sanxian/shared/persistence';
import { AuditTrail } from '@sanxian/shared/security';
import { ShowStemCellIntent } from '../show-intent/show-intent.handler.js';
import type { StemCellIntentsOfPersonResponse } from './list-intents-of-person.dto.js';

@Injectable()
export class ListStemCellIntentsOfPerson {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly showIntent: ShowStemCellIntent,
    private readonly auditTrail: AuditTrail,
  ) {}

  async handle(coordinatorId: string, personId: string): Promise<StemCellIntentsOfPersonResponse> {
    const open = await this.showIntent.open(personId);
    const subject = { type: 'person', id: personId };
    const act = { actorId: coordinatorId, action: 'read-stem-cell-intents', personId, subject };
    await this.unitOfWork.run((tx) => this.auditTrail.record(tx, act));
    return { items: open ? [open] : [] };
  }
}
