import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { Purpose } from '../../contracts/purpose.js';
import { findForChange } from '../../persistence/find-for-change.js';
import { ConsentState } from './consent-state.entity.js';

/** What is asked inside a unit of work holds until its end: a withdrawal comes before it, or finds what it has made. */
@Injectable()
export class ConsentQueries {
  /** Whether the person allows the purpose, as far as this service has heard. Never asked counts as no. */
  async isGranted(manager: EntityManager, personId: string, purpose: Purpose): Promise<boolean> {
    return (await findForChange(manager, ConsentState, { personId, purpose }))?.state === 'granted';
  }

  /** Who of these people allows the purpose. For choosing among them: what is done with one asks `isGranted` again. */
  async grantedAmong(
    manager: EntityManager,
    personIds: readonly string[],
    purpose: Purpose,
  ): Promise<ReadonlySet<string>> {
    const granted = await manager.findBy(ConsentState, { personId: In(personIds), purpose, state: 'granted' });
    return new Set(granted.map(({ personId }) => personId));
  }

  /** The wording the person agreed to; null when the purpose is not granted, as far as this service has heard. */
  async grantedText(manager: EntityManager, personId: string, purpose: Purpose): Promise<string | null> {
    const consent = await findForChange(manager, ConsentState, { personId, purpose });
    return consent?.state === 'granted' ? consent.textVersion : null;
  }
}
