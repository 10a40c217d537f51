import { IsString, IsUUID } from 'class-validator';
import { EventContract, type Fields } from '../event-contract.js';

/** What is known of a person, as a whole, newest wins. */
@EventContract({ type: 'identity.person-changed.v1', topic: 'sanxian.people', aggregate: 'profile' })
export class PersonChanged {
  static readonly example: Fields<PersonChanged> = {
    personId: '018f2d4e-7c1a-7000-8000-000000000001',
    sealed: 'v1.c2VhbGVk',
  };

  @IsUUID()
  personId!: string;

  /** `PersonDetails` sealed with the people key: the only personal data that travels. */
  @IsString()
  sealed!: string;
}
