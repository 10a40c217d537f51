import { IsUUID } from 'class-validator';
import { EventContract, type Fields } from '../event-contract.js';

/** A person has an account from now on. Key and id: the person; the version is the identity version. */
@EventContract({ type: 'identity.person-registered.v1', topic: 'sanxian.identity', aggregate: 'account' })
export class PersonRegistered {
  static readonly example: Fields<PersonRegistered> = {
    personId: '018f2d4e-7c1a-7000-8000-000000000001',
  };

  @IsUUID()
  personId!: string;
}
