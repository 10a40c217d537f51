import { Injectable } from '@nestjs/common';
import { Clock } from '@sanxian/shared/config';
import { Cursors, type ListQuery, type Page, pageOf } from '@sanxian/shared/http';
import { ReadDatabase } from '@sanxian/shared/persistence';
import { type FindOptionsWhere, In, LessThan, LessThanOrEqual, MoreThan } from 'typeorm';
import { VolunteerEvent } from '../../events/volunteer-event.entity.js';
import { describeSignUp } from '../describe-sign-up.js';
import { Shift } from '../shift.entity.js';
import type { SignUpResponse } from '../sign-up.dto.js';
import { SignUp } from '../sign-up.entity.js';
import type { MyShiftPage } from './list-my-shifts.dto.js';

type Part = 'ahead' | 'over';
type Last = Pick<SignUp, 'startsAt' | 'id'>;

@Injectable()
export class ListMyShifts {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
  ) {}

  async handle(personId: string, { limit, after }: ListQuery): Promise<MyShiftPage> {
    const list = `my-shifts/${personId}`;
    const position = this.cursors.decode(list, after, ['string', 'string', 'string', 'string']);
    // The pages of one reading part what is ahead from what is over at the same instant.
    const asOf = position ? new Date(position[0]) : this.clock.now();
    const part: Part = position?.[1] === 'over' ? 'over' : 'ahead';
    const last = position && { startsAt: new Date(position[2]), id: position[3] };
    const ahead = part === 'ahead' ? await this.read('ahead', personId, asOf, last, limit + 1) : [];
    const stillRoom = limit + 1 - ahead.length;
    const over =
      stillRoom > 0 ? await this.read('over', personId, asOf, part === 'over' ? last : undefined, stillRoom) : [];
    const page = pageOf([...ahead, ...over], limit, (row) =>
      this.cursors.encode(list, [
        asOf.toISOString(),
        row.endsAt > asOf ? 'ahead' : 'over',
        row.startsAt.toISOString(),
        row.id,
      ]),
    );
    return this.describe(page);
  }

  private read(part: Part, personId: string, asOf: Date, last: Last | undefined, take: number): Promise<SignUp[]> {
    const direction = part === 'ahead' ? 'ASC' : 'DESC';
    const endsAt = part === 'ahead' ? MoreThan(asOf) : LessThanOrEqual(asOf);
    const behind = part === 'ahead' ? MoreThan : LessThan;
    const where: FindOptionsWhere<SignUp>[] = last
      ? [
          { personId, endsAt, startsAt: behind(last.startsAt) },
          { personId, endsAt, startsAt: last.startsAt, id: behind(last.id) },
        ]
      : [{ personId, endsAt }];
    return this.reads.manager.find(SignUp, { where, order: { startsAt: direction, id: direction }, take });
  }

  private async describe({ items, nextAfter }: Page<SignUp>): Promise<MyShiftPage> {
    const { manager } = this.reads;
    const shifts = await manager.findBy(Shift, { id: In(items.map(({ shiftId }) => shiftId)) });
    const events = await manager.findBy(VolunteerEvent, { id: In(shifts.map(({ eventId }) => eventId)) });
    const described: SignUpResponse[] = [];
    for (const signUp of items) {
      const shift = shifts.find(({ id }) => id === signUp.shiftId)!;
      const event = events.find(({ id }) => id === shift.eventId)!;
      described.push(await describeSignUp(manager, signUp, shift, event));
    }
    return { items: described, nextAfter };
  }
}
