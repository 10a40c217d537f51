import { Injectable } from '@nestjs/common';
import { Clock, todayInShanghai } from '@sanxian/shared/config';
import { assertSigned } from '@sanxian/shared/http';
import { UnitOfWork } from '@sanxian/shared/persistence';
import { PaperTrail } from '@sanxian/shared/security';
import type { BloodIntentOfPersonResponse } from '../blood-intent-of-person.dto.js';
import { describeIntentOfPerson } from '../describe-intent-of-person.js';
import { RegisterIntent } from '../register-intent/register-intent.handler.js';
import type { RegisterBloodIntentOfPersonRequest } from './register-intent-of-person.dto.js';

@Injectable()
export class RegisterIntentOfPerson {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly registerIntent: RegisterIntent,
    private readonly paperTrail: PaperTrail,
    private readonly clock: Clock,
  ) {}

  async handle(
    coordinatorId: string,
    personId: string,
    { paperForm, reason, ...request }: RegisterBloodIntentOfPersonRequest,
  ): Promise<BloodIntentOfPersonResponse> {
    assertSigned(paperForm, todayInShanghai(this.clock));
    return this.unitOfWork.run(async (tx) => {
      const intent = await this.registerIntent.handle(personId, request);
      const subject = { type: 'blood-intent', id: intent.id };
      const act = { actorId: coordinatorId, action: 'register-blood-intent', personId, subject, reason };
      await this.paperTrail.record(tx, act, paperForm);
      return describeIntentOfPerson(intent);
    });
  }
}
