import { Injectable } from '@nestjs/common';
import { Clock, todayInShanghai } from '@sanxian/shared/config';
import { assertSigned } from '@sanxian/shared/http';
import { UnitOfWork } from '@sanxian/shared/persistence';
import { PaperTrail } from '@sanxian/shared/security';
import { RegisterStemCellIntent } from '../register-intent/register-intent.handler.js';
import type { StemCellIntentResponse } from '../stem-cell-intent.dto.js';
import type { RegisterStemCellIntentOfPersonRequest } from './register-intent-of-person.dto.js';

@Injectable()
export class RegisterStemCellIntentOfPerson {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly registerIntent: RegisterStemCellIntent,
    private readonly paperTrail: PaperTrail,
    private readonly clock: Clock,
  ) {}

  async handle(
    coordinatorId: string,
    personId: string,
    { paperForm, reason, ...request }: RegisterStemCellIntentOfPersonRequest,
  ): Promise<StemCellIntentResponse> {
    assertSigned(paperForm, todayInShanghai(this.clock));
    return this.unitOfWork.run(async (tx) => {
      const intent = await this.registerIntent.handle({ personId, recordedBy: 'staff', request });
      const subject = { type: 'stem-cell-intent', id: intent.id };
      const act = { actorId: coordinatorId, action: 'register-stem-cell-intent', personId, subject, reason };
      await this.paperTrail.record(tx, act, paperForm);
      return intent;
    });
  }
}
