import { newId } from '@sanxian/shared/config';
import { Refusal } from '@sanxian/shared/contracts';
import { IdColumn, InstantColumn, ReferenceColumn, VersionColumn } from '@sanxian/shared/persistence';
import { Check, Column, Entity, Index } from 'typeorm';
import { volunteersProblems } from '../problems.js';
import { hashOfSecret, newSecret } from './calendar-secret.js';

const mostLinks = 5;

/** A private address at which one person's calendar can be read by whoever knows it. What it ends in is kept as a hash alone. */
@Entity('calendar_links')
@Check('calendar_links_place', 'place BETWEEN 1 AND 5')
@Index('calendar_links_by_place', ['personId', 'place'], { unique: true })
@Index('calendar_links_by_secret', ['secretHash'], { unique: true })
export class CalendarLink {
  @IdColumn()
  readonly id!: string;

  @ReferenceColumn({ name: 'person_id' })
  readonly personId!: string;

  /** One of the few places a person has: two requests at once cannot both take the last. */
  @Column({ type: 'integer' })
  readonly place!: number;

  @Column({ type: 'varchar', length: 64, name: 'secret_hash' })
  readonly secretHash!: string;

  @InstantColumn({ name: 'created_at' })
  readonly createdAt!: Date;

  @VersionColumn()
  version!: number;

  /**
   * @param links the person has already
   * @returns the link, and the secret that nobody can learn again
   * @throws Refusal `too-many-calendar-links`
   */
  static create(
    personId: string,
    links: readonly CalendarLink[],
    now: Date,
  ): { readonly link: CalendarLink; readonly secret: string } {
    const place = firstFree(links.map((link) => link.place));
    if (place > mostLinks) throw new Refusal(volunteersProblems['too-many-calendar-links'], { most: mostLinks });
    const secret = newSecret();
    const state = { id: newId(), personId, place, secretHash: hashOfSecret(secret), createdAt: now };
    return { link: Object.assign(new CalendarLink(), state), secret };
  }
}

function firstFree(taken: readonly number[]): number {
  let place = 1;
  while (taken.includes(place)) place += 1;
  return place;
}
