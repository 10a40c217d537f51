import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Clock } from '../config/clock.js';
import type { Transaction } from '../persistence/transaction.js';
import { PersonKey } from './person-key.js';
import { PersonKeyRow } from './person-key-row.entity.js';
import { Sealer } from './sealer.js';
import { ServiceKeys } from './service-keys.js';

/** Data keys per person, wrapped with a key of the service. Never cached: an erased key must stop working at once. */
@Injectable()
export class PersonKeys {
  private readonly wrapping: Sealer;

  constructor(
    keys: ServiceKeys,
    private readonly clock: Clock,
  ) {
    this.wrapping = new Sealer(keys.derive('person-keys'));
  }

  /** The person's key; made when there is none, in the transaction of the first data sealed with it. */
  async obtain(tx: Transaction, personId: string): Promise<PersonKey> {
    const known = await this.find(tx.manager, personId);
    if (known) return known;
    const key = randomBytes(32);
    await tx.manager.insert(PersonKeyRow, {
      personId,
      wrappedKey: this.wrapping.seal(personId, key.toString('base64url')),
      createdAt: this.clock.now(),
    });
    return new PersonKey(personId, key);
  }

  /** Null when the person is unknown here, or erased. */
  async find(manager: EntityManager, personId: string): Promise<PersonKey | null> {
    const row = await manager.findOneBy(PersonKeyRow, { personId });
    return row && this.unwrap(row);
  }

  /** Keys by person, of those who are known here. */
  async findMany(manager: EntityManager, personIds: readonly string[]): Promise<ReadonlyMap<string, PersonKey>> {
    const rows = await manager.findBy(PersonKeyRow, { personId: In(personIds) });
    return new Map(rows.map((row) => [row.personId, this.unwrap(row)]));
  }

  private unwrap({ personId, wrappedKey }: PersonKeyRow): PersonKey {
    return new PersonKey(personId, Buffer.from(this.wrapping.open(personId, wrappedKey), 'base64url'));
  }
}
