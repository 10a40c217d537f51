import { Injectable } from '@nestjs/common';
import { Secret, TOTP } from 'otpauth';
import { IsNull, LessThan } from 'typeorm';
import { Clock } from '@sanxian/shared/config';
import type { Transaction } from '@sanxian/shared/persistence';
import { PersonKeys } from '@sanxian/shared/security';
import { StaffCredentials } from '../../staff/staff-credentials.entity.js';

const periodSeconds = 30;
/** A code of the step before or after is taken too: clocks of phones differ. */
const window = 1;

/** Time-based one-time passwords (RFC 6238: SHA-1, six digits, 30 s). */
@Injectable()
export class TotpCodes {
  constructor(
    private readonly clock: Clock,
    private readonly personKeys: PersonKeys,
  ) {}

  /** True once per time step; a code seen on the way is worth nothing afterwards (RFC 6238 section 5.2). */
  async accept(tx: Transaction, { accountId, sealedTotpSecret }: StaffCredentials, token: string): Promise<boolean> {
    const key = await this.personKeys.find(tx.manager, accountId);
    if (!key || sealedTotpSecret === null) return false;
    const totp = new TOTP({ secret: Secret.fromBase32(key.open('totp', sealedTotpSecret)), period: periodSeconds });
    const timestamp = this.clock.now().getTime();
    const delta = totp.validate({ token, timestamp, window });
    if (delta === null) return false;
    const step = totp.counter({ timestamp }) + delta;
    const { affected } = await tx.manager.update(
      StaffCredentials,
      [
        { accountId, lastTotpStep: IsNull() },
        { accountId, lastTotpStep: LessThan(step) },
      ],
      { lastTotpStep: step },
    );
    return affected === 1;
  }
}
