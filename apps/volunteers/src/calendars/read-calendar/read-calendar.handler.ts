import { Injectable } from '@nestjs/common';
import { Clock } from '@sanxian/shared/config';
import { type Language, Refusal } from '@sanxian/shared/contracts';
import { commonProblems } from '@sanxian/shared/http';
import { ReadDatabase } from '@sanxian/shared/persistence';
import { In, MoreThan } from 'typeorm';
import { VolunteerEvent } from '../../events/volunteer-event.entity.js';
import { Shift } from '../../shifts/shift.entity.js';
import { SignUp } from '../../shifts/sign-up.entity.js';
import { CalendarLink } from '../calendar-link.entity.js';
import { hashOfSecret } from '../calendar-secret.js';
import { calendarEntry, type CalendarEntry } from './calendar-entry.js';
import { writeCalendar } from './write-calendar.js';

/** How long a calendar remembers, so that it does not grow for ever. */
const daysServed = 366;
/** How long what came to nothing is shown as cancelled: long enough for every calendar program to have come by. */
const daysEnded = 90;

@Injectable()
export class ReadCalendar {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `not-found` when the secret is wrong or its link revoked */
  async handle(secret: string, language: Language): Promise<string> {
    const link = await this.reads.manager.findOneBy(CalendarLink, { secretHash: hashOfSecret(secret) });
    if (!link) throw new Refusal(commonProblems['not-found']);
    return writeCalendar(await this.entriesOf(link.personId, language), language);
  }

  private async entriesOf(personId: string, language: Language): Promise<CalendarEntry[]> {
    const { manager } = this.reads;
    const signUps = await this.signUpsOf(personId);
    const shifts = await manager.findBy(Shift, { id: In(signUps.map(({ shiftId }) => shiftId)) });
    const events = await manager.findBy(VolunteerEvent, { id: In(shifts.map(({ eventId }) => eventId)) });
    return signUps.map((signUp) => {
      const shift = shifts.find(({ id }) => id === signUp.shiftId)!;
      const event = events.find(({ id }) => id === shift.eventId)!;
      return calendarEntry({ signUp, shift, event }, language);
    });
  }

  private signUpsOf(personId: string): Promise<SignUp[]> {
    const now = this.clock.now();
    const ended = MoreThan(before(now, daysEnded));
    return this.reads.manager.find(SignUp, {
      where: [
        { personId, status: 'confirmed', endsAt: MoreThan(before(now, daysServed)) },
        // Who still waits when a shift is over has not been there.
        { personId, status: 'waitlisted', endsAt: MoreThan(now) },
        { personId, status: In(['withdrawn', 'cancelled']), endedAt: ended },
      ],
      order: { startsAt: 'ASC', id: 'ASC' },
    });
  }
}

const before = (now: Date, days: number): Date => new Date(now.getTime() - days * 86_400_000);
