import type { Language } from '../contracts/language.js';
import { Sealer } from './sealer.js';

/** What the topic `sanxian.people` says of a person. Each service keeps only the fields it needs. */
export interface PersonDetails {
  /** 11 digits, mainland mobile. */
  readonly phone: string | null;
  readonly displayName: string | null;
  readonly language: Language;
  /** `YYYY-MM-DD` */
  readonly birthDate: string | null;
  readonly sex: 'male' | 'female' | null;
  /** GB/T 2260 code. */
  readonly area: string | null;
}

/** Seals person details for the way between services that hold the people key. */
export class PeopleSeal {
  private readonly sealer: Sealer;

  constructor(peopleKey: Buffer) {
    this.sealer = new Sealer(peopleKey);
  }

  seal(personId: string, details: PersonDetails): string {
    return this.sealer.seal(personId, JSON.stringify(details));
  }

  /** @throws Error when it was sealed for somebody else, or with another key */
  open(personId: string, sealed: string): PersonDetails {
    return JSON.parse(this.sealer.open(personId, sealed)) as PersonDetails;
  }
}
