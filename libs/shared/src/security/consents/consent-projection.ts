import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ConsentGranted } from '../../contracts/identity/consent-granted.v1.js';
import type { ConsentWithdrawn } from '../../contracts/identity/consent-withdrawn.v1.js';
import { findForChange } from '../../persistence/find-for-change.js';
import { ConsentState } from './consent-state.entity.js';
import { KnownPerson } from './known-person.entity.js';

/** The part of a handler's context the projection needs. */
export interface IdentityEventContext {
  readonly tx: { readonly manager: EntityManager };
  readonly aggregateVersion: number;
}

/**
 * A service's own copy of the consents, kept from identity events. Of each purpose the newest counts, in whatever order
 * events come: grants and withdrawals have consumers of their own, and what one of them set aside is handled late.
 */
@Injectable()
export class ConsentProjection {
  /** @returns what the service goes by from now on; null when it knows something newer already */
  grant(event: ConsentGranted, context: IdentityEventContext): Promise<ConsentState | null> {
    const { personId, purpose, textVersion, grantedAt } = event;
    return this.apply({ personId, purpose, state: 'granted', textVersion, changedAt: new Date(grantedAt) }, context);
  }

  /** @returns what the service goes by from now on; null when it knows something newer already */
  withdraw(
    { personId, purpose, withdrawnAt }: ConsentWithdrawn,
    context: IdentityEventContext,
  ): Promise<ConsentState | null> {
    const changedAt = new Date(withdrawnAt);
    return this.apply({ personId, purpose, state: 'withdrawn', textVersion: null, changedAt }, context);
  }

  /** Remembers how far the person's identity events have been followed. Enough for an event that carries no consent. */
  async see(personId: string, { tx: { manager }, aggregateVersion }: IdentityEventContext): Promise<void> {
    const known = await findForChange(manager, KnownPerson, { personId });
    if (!known) await manager.insert(KnownPerson, { personId, identityVersion: aggregateVersion });
    else if (known.identityVersion < aggregateVersion) {
      await manager.update(KnownPerson, { personId }, { identityVersion: aggregateVersion });
    }
  }

  private async apply(
    change: Omit<ConsentState, 'identityVersion'>,
    context: IdentityEventContext,
  ): Promise<ConsentState | null> {
    const { manager } = context.tx;
    const { personId, purpose } = change;
    const state = { ...change, identityVersion: context.aggregateVersion };
    await this.see(personId, context);
    const known = await findForChange(manager, ConsentState, { personId, purpose });
    if (known && known.identityVersion >= state.identityVersion) return null;
    if (known) await manager.update(ConsentState, { personId, purpose }, state);
    else await manager.insert(ConsentState, state);
    return state;
  }
}
