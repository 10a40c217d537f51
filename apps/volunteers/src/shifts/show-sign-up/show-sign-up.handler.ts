import { Injectable } from '@nestjs/common';
import { Refusal } from '@sanxian/shared/contracts';
import { commonProblems } from '@sanxian/shared/http';
import { ReadDatabase } from '@sanxian/shared/persistence';
import type { Principal } from '@sanxian/shared/security';
import { coordinates } from '../../events/branch-scope.js';
import { describeSignUp } from '../describe-sign-up.js';
import { findShift } from '../find-shift.js';
import type { SignUpResponse } from '../sign-up.dto.js';
import { SignUp } from '../sign-up.entity.js';

@Injectable()
export class ShowSignUp {
  constructor(private readonly reads: ReadDatabase) {}

  async handle(reader: Principal, id: string): Promise<SignUpResponse> {
    const { manager } = this.reads;
    const signUp = await manager.findOneBy(SignUp, { id });
    if (!signUp) throw new Refusal(commonProblems['not-found']);
    const { shift, event } = await findShift(manager, signUp.shiftId);
    if (signUp.personId !== reader.accountId && !coordinates(reader, event)) {
      throw new Refusal(commonProblems['not-found']);
    }
    return describeSignUp(manager, signUp, shift, event);
  }
}
