import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Purpose } from '../../contracts/purpose.js';
import { ConsentState } from './consent-state.entity.js';

@Injectable()
export class ConsentQueries {
  /** Whether the person allows the purpose, as far as this service has heard. Never asked counts as no. */
  isGranted(manager: EntityManager, personId: string, purpose: Purpose): Promise<boolean> {
    return manager.existsBy(ConsentState, { personId, purpose, state: 'granted' });
  }

  /** The wording the person agreed to; null when the purpose is not granted, as far as this service has heard. */
  async grantedText(manager: EntityManager, personId: string, purpose: Purpose): Promise<string | null> {
    const state = await manager.findOneBy(ConsentState, { personId, purpose, state: 'granted' });
    return state?.textVersion ?? null;
  }
}
