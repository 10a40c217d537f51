import type { PlannedDonation, PlannedDonor, PlannedPerson, PlannedVolunteer } from './city/city-plan.js';
import type { ConsentTexts } from './consent-texts.js';
import type { CoordinatorDesk } from './coordinator-desk.js';
import { type DemoClient, DemoRefused } from './demo-client.js';

/** Somebody of the plan who is logged in. */
interface Newcomer {
  /** Begins the keys of all they make. */
  readonly key: string;
  readonly id: string;
  readonly token: string;
  readonly person: PlannedPerson;
}

/** Does for one person of the plan, in their name, all that they are planned to do. */
export class PersonIntroduction {
  constructor(
    private readonly client: DemoClient,
    private readonly texts: ConsentTexts,
    private readonly coordinator: CoordinatorDesk,
    private readonly shiftIds: ReadonlyMap<string, string>,
  ) {}

  /** @param place among the people of the plan: each has an address of their own */
  async introduce(person: PlannedPerson, place: number): Promise<void> {
    const address = `127.20.${Math.floor(place / 200)}.${(place % 200) + 1}`;
    const { accessToken: token, account } = await this.client.logInAsCitizen(person.phone, address);
    const newcomer = { key: personKey(place), id: account.id, token, person };
    const { name, language, birthDate, sex, area, residentId } = person;
    const profile = { displayName: name, language, birthDate, sex, area, residentId };
    await this.client.send('PATCH', '/api/v1/me', profile, { token });
    if (person.donor) await this.give(newcomer, person.donor);
    if (person.volunteer) await this.help(newcomer, person.volunteer);
  }

  private async give(newcomer: Newcomer, donor: PlannedDonor): Promise<void> {
    for (const [index, donation] of donor.history.entries()) {
      await this.record(newcomer, `donation-${index}`, donation);
    }
    if (donor.bloodIntent) await this.registerBloodIntent(newcomer, donor, donor.bloodIntent);
    if (donor.stemCell) await this.joinRegistry(newcomer, donor.stemCell);
    if (donor.organDecisions.length > 0) await this.decideAboutOrgans(newcomer, donor.organDecisions);
  }

  private async record(newcomer: Newcomer, key: string, donation: PlannedDonation): Promise<void> {
    const { product, donatedOn, amount, recordedBy } = donation;
    const body = { product, donatedOn, ...(product === 'platelets' ? { units: amount } : { volumeMl: amount }) };
    if (recordedBy === 'citizen') {
      await this.make(newcomer, key, '/api/v1/donations/blood/records', body);
      return;
    }
    const { accessToken } = await this.coordinator.session();
    const path = `/api/v1/donations/people/${newcomer.id}/blood-records`;
    await this.client.make(keyOf(newcomer, key), path, { ...body, reason: '血站献血名单' }, accessToken);
  }

  private async registerBloodIntent(
    newcomer: Newcomer,
    { bloodType, bloodContact, history }: PlannedDonor,
    { preScreened, withdrawn, ...intent }: NonNullable<PlannedDonor['bloodIntent']>,
  ): Promise<void> {
    const { token, person } = newcomer;
    const area = person.area.slice(0, 6);
    await this.agree(newcomer, 'blood-contact');
    const receipt = preScreened ? await this.preScreen(person, area, intent.product, history) : {};
    const path = '/api/v1/donations/blood/intents';
    const key = keyOf(newcomer, 'blood-intent');
    const id = await this.client.make(key, path, { ...intent, ...receipt, bloodType, area }, token);
    if (withdrawn) await this.client.send('DELETE', `${path}/${id}`, undefined, { token });
    if (bloodContact === 'withdrawn') await this.withdraw(newcomer, 'blood-contact');
  }

  private async preScreen(
    { birthDate, sex }: PlannedPerson,
    area: string,
    product: string,
    history: readonly PlannedDonation[],
  ): Promise<{ preScreenReceipt: string }> {
    const { receipt } = await this.client.post<{ receipt: string }>('/api/v1/donations/blood/pre-screens', {
      area,
      product,
      person: { birthDate, sex, weightKg: sex === 'male' ? 68 : 54 },
      history: history.map((given) => ({ product: given.product, donatedOn: given.donatedOn })),
      answers: {},
    });
    return { preScreenReceipt: receipt };
  }

  private async joinRegistry(
    newcomer: Newcomer,
    { contacts, withdrawn }: NonNullable<PlannedDonor['stemCell']>,
  ): Promise<void> {
    const { token, person } = newcomer;
    const consentTextVersion = await this.agree(newcomer, 'stem-cell-registry');
    const path = '/api/v1/donations/stem-cell/intents';
    const body = { consentTextVersion, contacts, area: person.area };
    const id = await this.client.make(keyOf(newcomer, 'stem-cell-intent'), path, body, token);
    if (withdrawn) await this.client.send('DELETE', `${path}/${id}`, undefined, { token });
  }

  private async decideAboutOrgans(newcomer: Newcomer, decisions: PlannedDonor['organDecisions']): Promise<void> {
    await this.agree(newcomer, 'organ-registration');
    for (const [index, decision] of decisions.entries()) {
      await this.make(newcomer, `organ-decision-${index}`, '/api/v1/donations/organ/decisions', decision);
    }
  }

  private async help(newcomer: Newcomer, volunteer: PlannedVolunteer): Promise<void> {
    const { languages, availability, guardian, wishes, consent, signUps } = volunteer;
    await this.agree(newcomer, 'volunteer-service');
    // What a certificate proves is not claimed as well: a claim never ends.
    const skills = volunteer.skills.filter(({ certificate }) => !certificate).map(({ code }) => code);
    const profile = { skills, languages, area: newcomer.person.area, availability, guardian, ...wishes };
    const profileId = await this.make(newcomer, 'profile', '/api/v1/volunteers/profiles', profile);
    for (const { code, certificate } of volunteer.skills) {
      if (certificate) await this.grantSkill(newcomer, profileId, { skill: code, ...certificate });
    }
    for (const shift of signUps) await this.signUp(newcomer, shift);
    if (consent === 'withdrawn') await this.withdraw(newcomer, 'volunteer-service');
  }

  private async signUp(newcomer: Newcomer, shift: string): Promise<void> {
    try {
      await this.make(newcomer, shift, `/api/v1/volunteers/shifts/${this.shiftIds.get(shift)}/sign-ups`, {});
    } catch (error) {
      // A demo that is taken up again after weeks finds some of its shifts over.
      if (!(error instanceof DemoRefused && error.code === 'closed')) throw error;
    }
  }

  private async grantSkill(newcomer: Newcomer, profileId: string, certificate: { skill: string }): Promise<void> {
    const { accessToken } = await this.coordinator.session();
    const path = `/api/v1/volunteers/profiles/${profileId}/skills`;
    await this.client.make(keyOf(newcomer, certificate.skill), path, certificate, accessToken);
  }

  private async make(newcomer: Newcomer, key: string, path: string, body: unknown): Promise<string> {
    return this.client.make(keyOf(newcomer, key), path, body, newcomer.token);
  }

  /** @returns the wording agreed to */
  private async agree({ token }: Newcomer, purpose: string): Promise<string> {
    const textVersion = await this.texts.versionOf(purpose, token);
    await this.client.send('PUT', `/api/v1/me/consents/${purpose}`, { textVersion }, { token });
    return textVersion;
  }

  private withdraw({ token }: Newcomer, purpose: string): Promise<void> {
    return this.client.send('DELETE', `/api/v1/me/consents/${purpose}`, undefined, { token });
  }
}

/** Numbers are for people, also those of a demo; keys are seen in tables. */
export const personKey = (place: number): string => `person-${place}`;

function keyOf({ key }: Newcomer, what: string): string {
  return `${key}/${what}`;
}
