import { Injectable } from '@nestjs/common';
import type { Purpose } from '@sanxian/shared/contracts';
import { ReadDatabase } from '@sanxian/shared/persistence';
import { applyingServices, ConsentApplication } from '../consent-application.entity.js';
import { ConsentEntry } from '../consent-entry.entity.js';
import type { ConsentProofResponse } from './show-proof.dto.js';

@Injectable()
export class ShowProof {
  constructor(private readonly reads: ReadDatabase) {}

  /** What an earlier change has led to does not count: only the last one is proven. */
  async of(personId: string, purpose: Purpose): Promise<ConsentProofResponse> {
    const last = await this.reads.manager.findOne(ConsentEntry, {
      where: { accountId: personId, purpose },
      order: { accountVersion: 'DESC' },
    });
    const applied = last
      ? await this.reads.manager.findBy(ConsentApplication, {
          personId,
          purpose,
          identityVersion: last.accountVersion,
        })
      : [];
    const items = applyingServices.flatMap((service) =>
      applied
        .filter((application) => application.service === service)
        .map(({ appliedAt }) => ({ service, appliedAt: appliedAt.toISOString() })),
    );
    return {
      purpose,
      state: last?.state ?? 'not-asked',
      textVersion: last?.textVersion ?? null,
      textHash: last?.textHash ?? null,
      changedAt: last?.at.toISOString() ?? null,
      items,
      complete: items.length === applyingServices.length,
    };
  }
}
