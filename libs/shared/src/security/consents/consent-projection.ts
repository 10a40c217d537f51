import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ConsentGranted } from '../../contracts/identity/consent-granted.v1.js';
import type { ConsentWithdrawn } from '../../contracts/identity/consent-withdrawn.v1.js';
import { ConsentState } from './consent-state.entity.js';
import { KnownPerson } from './known-person.entity.js';

/** The part of a handler's context the projection needs. */
export interface IdentityEventContext {
  readonly tx: { readonly manager: EntityManager };
  readonly aggregateVersion: number;
}

/** A service's own copy of the consents, kept from identity events. An event it has passed changes nothing. */
@Injectable()
export class ConsentProjection {
  grant({ personId, purpose, grantedAt }: ConsentGranted, context: IdentityEventContext): Promise<void> {
    return this.apply({ personId, purpose, state: 'granted', changedAt: new Date(grantedAt) }, context);
  }

  withdraw({ personId, purpose, withdrawnAt }: ConsentWithdrawn, context: IdentityEventContext): Promise<void> {
    return this.apply({ personId, purpose, state: 'withdrawn', changedAt: new Date(withdrawnAt) }, context);
  }

  /** Remembers that an identity event without consents was seen. False when it is an old one. */
  async see(personId: string, { tx, aggregateVersion }: IdentityEventContext): Promise<boolean> {
    const known = await tx.manager.findOneBy(KnownPerson, { personId });
    if (!known) await tx.manager.insert(KnownPerson, { personId, identityVersion: aggregateVersion });
    else if (known.identityVersion >= aggregateVersion) return false;
    else await tx.manager.update(KnownPerson, { personId }, { identityVersion: aggregateVersion });
    return true;
  }

  private async apply(state: ConsentState, context: IdentityEventContext): Promise<void> {
    const { personId, purpose } = state;
    if (!(await this.see(personId, context))) return;
    const { manager } = context.tx;
    if (await manager.existsBy(ConsentState, { personId, purpose })) {
      await manager.update(ConsentState, { personId, purpose }, state);
    } else {
      await manager.insert(ConsentState, state);
    }
  }
}
