import { Injectable } from '@nestjs/common';
import { ReadDatabase } from '@sanxian/shared/persistence';
import type { Principal } from '@sanxian/shared/security';
import { assertVisible } from '../../events/branch-scope.js';
import { describeShift } from '../describe-shift.js';
import type { ShiftResponse } from '../shift.dto.js';
import { findShift } from '../find-shift.js';

@Injectable()
export class ShowShift {
  constructor(private readonly reads: ReadDatabase) {}

  async handle(reader: Principal, id: string): Promise<ShiftResponse> {
    const { shift, event } = await findShift(this.reads.manager, id);
    assertVisible(reader, event);
    return describeShift(shift);
  }
}
