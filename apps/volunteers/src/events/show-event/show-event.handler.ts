import { Injectable } from '@nestjs/common';
import { ReadDatabase } from '@sanxian/shared/persistence';
import type { Principal } from '@sanxian/shared/security';
import { assertVisible } from '../branch-scope.js';
import { describeEvent } from '../describe-event.js';
import type { VolunteerEventResponse } from '../volunteer-event.dto.js';
import { VolunteerEvent } from '../volunteer-event.entity.js';

@Injectable()
export class ShowEvent {
  constructor(private readonly reads: ReadDatabase) {}

  async handle(reader: Principal, id: string): Promise<VolunteerEventResponse> {
    const event = await this.reads.manager.findOneBy(VolunteerEvent, { id });
    assertVisible(reader, event);
    return describeEvent(this.reads.manager, event);
  }
}
