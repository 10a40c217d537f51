import { Injectable } from '@nestjs/common';
import { Clock } from '@sanxian/shared/config';
import { Refusal } from '@sanxian/shared/contracts';
import { ServiceKeys } from '@sanxian/shared/security';
import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { donationsProblems } from '../problems.js';
import { outcomes } from './pre-screen/pre-screen.js';

const statementShape = z.object({
  outcome: z.enum(outcomes),
  on: z.iso.date(),
  ruleSetId: z.string(),
  product: z.string(),
});

/** All that is ever kept of a pre-screen: no rule and no answer, which could tell a diagnosis. */
export type PreScreenStatement = z.infer<typeof statementShape>;

const issuer = 'sanxian/donations/pre-screen';
const secondsValid = 3600;

/** Lets a person carry the outcome of a pre-screen to a registration without it being stored in between. */
@Injectable()
export class PreScreenReceipts {
  private readonly key: Uint8Array;

  constructor(
    keys: ServiceKeys,
    private readonly clock: Clock,
  ) {
    this.key = keys.derive('pre-screen-receipt');
  }

  issue(statement: PreScreenStatement): Promise<string> {
    const now = Math.floor(this.clock.now().getTime() / 1000);
    return new SignJWT(statement)
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(issuer)
      .setIssuedAt(now)
      .setExpirationTime(now + secondsValid)
      .sign(this.key);
  }

  /** @throws Refusal receipt-expired, receipt-invalid, receipt-for-another-product */
  async read(receipt: string, product: string): Promise<PreScreenStatement> {
    const statement = await this.verify(receipt);
    if (statement.product !== product) throw new Refusal(donationsProblems['receipt-for-another-product']);
    return statement;
  }

  private async verify(receipt: string): Promise<PreScreenStatement> {
    try {
      const options = { algorithms: ['HS256'], issuer, requiredClaims: ['exp'], currentDate: this.clock.now() };
      const { payload } = await jwtVerify(receipt, this.key, options);
      return statementShape.parse(payload);
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw new Refusal(donationsProblems['receipt-expired']);
      if (error instanceof errors.JOSEError) throw new Refusal(donationsProblems['receipt-invalid']);
      throw error;
    }
  }
}
