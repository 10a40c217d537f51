import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { BlindIndex, Sealer, ServiceKeys } from '@sanxian/shared/security';
import { phoneIndexOf } from '../accounts/phone-index.js';

/** Keeps codes and the phones they went to unreadable in the database. */
@Injectable()
export class CodeSecrets {
  private readonly hashKey: Buffer;
  private readonly phoneSealer: Sealer;

  constructor(
    keys: ServiceKeys,
    private readonly blindIndex: BlindIndex,
  ) {
    this.hashKey = keys.derive('one-time-codes');
    this.phoneSealer = new Sealer(keys.derive('one-time-code-phones'));
  }

  /** Bound to the challenge: a guess at one row tells nothing about another. */
  hash(challengeId: string, code: string): string {
    return createHmac('sha256', this.hashKey).update(`${challengeId}:${code}`).digest('hex');
  }

  indexOf(phone: string): string {
    return phoneIndexOf(this.blindIndex, phone);
  }

  sealPhone(challengeId: string, phone: string): string {
    return this.phoneSealer.seal(challengeId, phone);
  }

  openPhone(challengeId: string, sealed: string): string {
    return this.phoneSealer.open(challengeId, sealed);
  }
}
