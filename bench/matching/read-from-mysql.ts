import { newId } from '@sanxian/shared/config';
import { ConsentQueries, ConsentState, PersonFactsQueries, PersonKeys } from '@sanxian/shared/security';
import { startTestService } from '@sanxian/shared/testing';
import { MatchingFactsReader } from '../../apps/volunteers/src/matching-runs/matching-facts-reader.js';
import { sealHome } from '../../apps/volunteers/src/profiles/describe-profile.js';
import { VolunteerProfile } from '../../apps/volunteers/src/profiles/volunteer-profile.entity.js';
import { volunteersService } from '../../apps/volunteers/src/volunteers.module.js';

const atOnce = 500;

/** @returns seconds to gather from MySQL what a run has to know of so many volunteers, their homes unsealed */
export async function secondsToRead(volunteers: number): Promise<number> {
  const service = await startTestService(volunteersService);
  try {
    const { unitOfWork, reads, keys, clock } = service.runtime;
    const personKeys = new PersonKeys(keys, clock);
    for (let made = 0; made < volunteers; made += atOnce) {
      await unitOfWork.run(async (tx) => {
        for (let index = 0; index < atOnce; index += 1) await tx.insert(await newVolunteer(index));
      });
    }
    const reader = new MatchingFactsReader(
      reads,
      new ConsentQueries(),
      personKeys,
      new PersonFactsQueries(personKeys),
      clock,
    );
    const begun = performance.now();
    let read = 0;
    for await (const batch of reader.volunteers()) read += batch.length;
    if (read !== volunteers) throw new Error(`${read} of ${volunteers} were read`);
    return (performance.now() - begun) / 1_000;

    async function newVolunteer(index: number): Promise<VolunteerProfile> {
      const personId = newId();
      return unitOfWork.run(async (tx) => {
        const key = await personKeys.obtain(tx, personId);
        await tx.manager.insert(ConsentState, {
          ...{ personId, purpose: 'volunteer-service', state: 'granted', identityVersion: 1, changedAt: clock.now() },
          textVersion: '2026-1',
        });
        const details = {
          ...{ skills: ['driver' as const], languages: ['zh'], area: '331102', sealedGuardian: null, roleWishes: null },
          ...{ availabilityExceptions: null, radiusKm: 10, hoursPerWeek: 8 },
          availability: [{ weekday: 'sat' as const, from: '08:00', to: '18:00' }],
          sealedHome: sealHome({ lat: 28.4 + index / 10_000, lng: 119.9 }, key),
        };
        return VolunteerProfile.register(personId, details, clock.now()).profile;
      });
    }
  } finally {
    await service.close();
  }
}
