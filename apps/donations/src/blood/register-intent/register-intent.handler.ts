import { Injectable } from '@nestjs/common';
import { Clock } from '@sanxian/shared/config';
import { Refusal } from '@sanxian/shared/contracts';
import { UnitOfWork } from '@sanxian/shared/persistence';
import { ConsentQueries, PersonKeys } from '@sanxian/shared/security';
import { donationsProblems } from '../../problems.js';
import { type BloodIntentResponse, weekdays } from '../blood-intent.dto.js';
import { BloodIntent } from '../blood-intent.entity.js';
import { describeIntent, sealBloodType } from '../describe-intent.js';
import { PreScreenReceipts } from '../pre-screen-receipts.js';
import type { RegisterBloodIntentRequest } from './register-intent.dto.js';

@Injectable()
export class RegisterIntent {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly consents: ConsentQueries,
    private readonly personKeys: PersonKeys,
    private readonly receipts: PreScreenReceipts,
    private readonly clock: Clock,
  ) {}

  async handle(personId: string, request: RegisterBloodIntentRequest): Promise<BloodIntentResponse> {
    const { product, volumeMl, bloodType, area, preferredDays, preScreenReceipt } = request;
    return this.unitOfWork.run(async (tx) => {
      if (!(await this.consents.isGranted(tx.manager, personId, 'blood-contact'))) {
        throw new Refusal(donationsProblems['consent-missing']);
      }
      const preScreen = preScreenReceipt ? await this.receipts.read(preScreenReceipt, product) : null;
      const key = await this.personKeys.obtain(tx, personId);
      const details = {
        personId,
        product,
        volumeMl: volumeMl ?? null,
        sealedBloodType: bloodType ? sealBloodType(bloodType, key) : null,
        area,
        preferredDays: weekdays.filter((day) => preferredDays?.includes(day)),
        preScreen,
      };
      const { intent, registered } = BloodIntent.register(details, this.clock.now());
      await tx.insert(intent);
      await tx.emit(intent, registered);
      return describeIntent(intent, key);
    });
  }
}
