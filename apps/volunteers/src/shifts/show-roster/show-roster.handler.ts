import { Injectable } from '@nestjs/common';
import { Cursors, type ListQuery, pageOf } from '@sanxian/shared/http';
import { ReadDatabase } from '@sanxian/shared/persistence';
import type { Principal } from '@sanxian/shared/security';
import { Equal, type FindOptionsWhere, In, MoreThan } from 'typeorm';
import { assertCoordinated } from '../../events/branch-scope.js';
import { VolunteerProfile } from '../../profiles/volunteer-profile.entity.js';
import { GrantedSkill } from '../../skills/granted-skill.entity.js';
import type { SkillCode } from '../../skills/skill-catalogue.js';
import { placeInWaitList } from '../describe-sign-up.js';
import { findShift } from '../find-shift.js';
import type { Shift } from '../shift.entity.js';
import { covers } from '../sign-up-rules/may-sign-up.js';
import { type OpenStatus, openStatuses, SignUp } from '../sign-up.entity.js';
import type { Roster, RosterEntry } from './show-roster.dto.js';

@Injectable()
export class ShowRoster {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly cursors: Cursors,
  ) {}

  async handle(coordinator: Principal, shiftId: string, { limit, after }: ListQuery): Promise<Roster> {
    const { manager } = this.reads;
    const { shift, event } = await findShift(manager, shiftId);
    assertCoordinated(coordinator, event);
    const list = `roster/${shiftId}`;
    const position = this.cursors.decode(list, after, ['string', 'number', 'string']);
    const rows = await manager.find(SignUp, {
      where: position ? behind(shiftId, ...position) : { shiftId, status: In(openStatuses) },
      order: { status: 'ASC', waitNumber: 'ASC', id: 'ASC' },
      take: limit + 1,
    });
    const page = pageOf(rows, limit, ({ status, waitNumber, id }) =>
      this.cursors.encode(list, [status, waitNumber, id]),
    );
    return { items: await this.describe(page.items, shift), nextAfter: page.nextAfter };
  }

  private async describe(signUps: readonly SignUp[], shift: Shift): Promise<RosterEntry[]> {
    const { manager } = this.reads;
    const ofThem = { personId: In(signUps.map(({ personId }) => personId)) };
    const profiles = await manager.findBy(VolunteerProfile, ofThem);
    const certificates = await manager.findBy(GrantedSkill, ofThem);
    const valid = certificates.filter((certificate) => covers(certificate, shift));
    const profileOf = new Map(profiles.map((profile) => [profile.personId, profile]));
    const firstWaiting = signUps.find(({ status }) => status === 'waitlisted');
    let place = firstWaiting && (await placeInWaitList(manager, firstWaiting));
    return signUps.map(({ id, status, personId, signedUpAt }) => ({
      id,
      status: status as OpenStatus,
      position: status === 'waitlisted' && place !== undefined ? place++ : undefined,
      personId,
      profileId: profileOf.get(personId)?.id ?? null,
      skills: skillsOf(profileOf.get(personId), valid),
      languages: profileOf.get(personId)?.languages ?? [],
      signedUpAt,
    }));
  }
}

function skillsOf(profile: VolunteerProfile | undefined, certificates: readonly GrantedSkill[]): SkillCode[] {
  const certified = certificates.filter(({ personId }) => personId === profile?.personId);
  return [...new Set([...(profile?.skills ?? []), ...certified.map(({ skill }) => skill)])];
}

/** `confirmed` sorts before `waitlisted`, and there is no third among open sign-ups. */
const behind = (shiftId: string, status: string, waitNumber: number, id: string): FindOptionsWhere<SignUp>[] => [
  ...(status === 'confirmed' ? [{ shiftId, status: Equal<OpenStatus>('waitlisted') }] : []),
  { shiftId, status: Equal(status as OpenStatus), waitNumber: MoreThan(waitNumber) },
  { shiftId, status: Equal(status as OpenStatus), waitNumber, id: MoreThan(id) },
];
