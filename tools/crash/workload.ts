import type { SeededRandom } from '@sanxian/shared/testing';
import { agree, logInAsCitizen, logInAsCoordinator } from '../tour/people.js';
import { Citizen } from './citizen.js';
import { PersonHistory } from './history.js';

const citizenCount = 60;
const shiftSizes = [1, 3, 10, 30, 1_000];

export interface Shift {
  readonly id: string;
  readonly max: number;
}

/** People who keep writing: intents, sign-ups, consents and profiles, mixed by the seed. */
export class Workload {
  private constructor(
    readonly citizens: readonly Citizen[],
    readonly shifts: readonly Shift[],
    private readonly photoTextVersion: string,
  ) {}

  static async prepare(
    baseUrl: string | readonly string[],
    folder: string,
    serverIsUp: () => Promise<void>,
  ): Promise<Workload> {
    const shifts = await publishShifts(baseUrl, folder);
    const citizens: Citizen[] = [];
    for (let index = 0; index < citizenCount; index += 1) {
      const person = await logInAsCitizen(baseUrl, `受试${index}`);
      await agree(person, 'blood-contact');
      await agree(person, 'volunteer-service');
      await person.api.post('/api/v1/volunteers/profiles', { skills: [], languages: ['zh'], area: '331102' });
      citizens.push(new Citizen(person.api, new PersonHistory(person.id, person.phone), serverIsUp));
    }
    const { items } = await citizens[0]!.api.get<{ items: { purpose: string; currentTextVersion: string }[] }>(
      '/api/v1/me/consents',
    );
    const photo = items.find(({ purpose }) => purpose === 'photo-publication');
    return new Workload(citizens, shifts, photo!.currentTextVersion);
  }

  /**
   * Starts `perSecond` writes a second until told to stop, or until one is answered as it must not be.
   * @returns what was wrong with answers, when all writes have ended
   */
  async run(perSecond: number, random: SeededRandom, stopped: () => boolean): Promise<string[]> {
    const running = new Set<Promise<void>>();
    const failures: string[] = [];
    let due = performance.now();
    while (!stopped() && failures.length === 0) {
      due = Math.max(due + 1_000 / perSecond, performance.now() - 100);
      const citizen = this.idle(random);
      if (citizen) {
        const write = this.write(citizen, random)
          .catch((error: unknown) => void failures.push(String(error)))
          .finally(() => running.delete(write));
        running.add(write);
      }
      const pause = due - performance.now();
      await new Promise((resolve) => (pause > 0 ? setTimeout(resolve, pause) : setImmediate(resolve)));
    }
    await Promise.all(running);
    return failures;
  }

  private idle(random: SeededRandom): Citizen | undefined {
    const free = this.citizens.filter(({ busy }) => !busy);
    return free.length === 0 ? undefined : random.pick(free);
  }

  private async write(citizen: Citizen, random: SeededRandom): Promise<void> {
    citizen.busy = true;
    try {
      await this.pick(citizen, random);
    } finally {
      citizen.busy = false;
    }
  }

  private pick(citizen: Citizen, random: SeededRandom): Promise<void> {
    const chance = random.next();
    const shift = random.pick(this.shifts).id;
    if (chance < 0.3) return citizen.registerIntent();
    if (chance < 0.5) return citizen.withdrawIntent();
    if (chance < 0.7) return citizen.signUp(shift);
    if (chance < 0.85) return citizen.withdrawSignUp(shift);
    if (chance < 0.95) return citizen.changePhotoConsent(this.photoTextVersion);
    return citizen.rename(`受试者${random.integer(1, 1_000_000)}`);
  }
}

/** One shift an event, at different times, so that only capacity stands between a person and a seat. */
async function publishShifts(baseUrl: string | readonly string[], folder: string): Promise<Shift[]> {
  const coordinator = await logInAsCoordinator(baseUrl, folder);
  const events = '/api/v1/volunteers/events';
  const shifts: Shift[] = [];
  for (const [index, max] of shiftSizes.entries()) {
    const startsAt = new Date(Date.now() + (index + 3) * 3 * 86_400_000);
    const times = { startsAt: startsAt.toISOString(), endsAt: new Date(startsAt.getTime() + 7_200_000).toISOString() };
    const event = await coordinator.api.post<{ id: string }>(events, {
      title: `抗压测试 ${index}`,
      kind: 'meeting',
      place: { name: '测试', area: '331102' },
      risk: 'low',
      branchId: coordinator.branchId,
      ...times,
    });
    const body = { role: '测试', min: 1, max, requiredSkills: [], ...times };
    const { id } = await coordinator.api.post<{ id: string }>(`${events}/${event.id}/shifts`, body);
    await coordinator.api.post(`${events}/${event.id}/publication`, {}, 200);
    shifts.push({ id, max });
  }
  await coordinator.api.close();
  return shifts;
}
