import { randomInt } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { IsNull, LessThan, MoreThan } from 'typeorm';
import { TextMessages } from '@sanxian/shared/channels';
import { Clock, newId } from '@sanxian/shared/config';
import { type Language, Refusal } from '@sanxian/shared/contracts';
import { type Transaction, UnitOfWork } from '@sanxian/shared/persistence';
import { gatewayProblems } from '../../problems.js';
import { CodeSecrets } from '../code-secrets.js';
import { OneTimeCode } from '../one-time-code.entity.js';
import { addressScope } from '../throttle/address-scope.js';
import { codesPerAddress, codesPerPhone } from '../throttle/limits.policy.js';
import { Throttles } from '../throttle/throttles.js';
import { codeMessage } from './code-message.js';
import type { OneTimeCodeSentResponse } from './send-one-time-code.dto.js';
import { withinDeadline } from './within-deadline.js';

const validMilliseconds = 5 * 60_000;
const resendSeconds = 60;
const sendDeadlineMilliseconds = 2_000;

interface SendOneTimeCodeCommand {
  readonly phone: string;
  readonly address: string;
  readonly language: Language;
}

interface IssuedCode {
  readonly challengeId: string;
  readonly code: string;
  readonly issuedAt: Date;
}

@Injectable()
export class SendOneTimeCode {
  private readonly logger = new Logger(SendOneTimeCode.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly secrets: CodeSecrets,
    private readonly throttles: Throttles,
    private readonly textMessages: TextMessages,
  ) {}

  async handle(command: SendOneTimeCodeCommand): Promise<OneTimeCodeSentResponse> {
    const issued = await this.unitOfWork.run((tx) => this.issue(tx, command));
    await this.send(issued, command);
    return {
      challengeId: issued.challengeId,
      expiresAt: expiryOf(issued).toISOString(),
      resendAfter: new Date(issued.issuedAt.getTime() + resendSeconds * 1000).toISOString(),
    };
  }

  private async issue(tx: Transaction, { phone, address }: SendOneTimeCodeCommand): Promise<IssuedCode> {
    await this.throttles.take(tx, { kind: 'codes-per-address', whom: addressScope(address) }, codesPerAddress);
    await this.throttles.take(tx, { kind: 'codes-per-phone', whom: phone }, codesPerPhone);
    await this.forgetOld(tx);
    const issued = { challengeId: newId(), code: newCode(), issuedAt: this.clock.now() };
    const phoneIndex = this.secrets.indexOf(phone);
    await tx.manager.update(
      OneTimeCode,
      { phoneIndex, usedAt: IsNull(), voidedAt: IsNull(), expiresAt: MoreThan(issued.issuedAt) },
      { voidedAt: issued.issuedAt },
    );
    await tx.manager.insert(OneTimeCode, {
      id: issued.challengeId,
      phoneIndex,
      sealedPhone: this.secrets.sealPhone(issued.challengeId, phone),
      codeHash: this.secrets.hash(issued.challengeId, issued.code),
      attempts: 0,
      expiresAt: expiryOf(issued),
      usedAt: null,
      voidedAt: null,
    });
    return issued;
  }

  private async send({ challengeId, code }: IssuedCode, { phone, language }: SendOneTimeCodeCommand): Promise<void> {
    try {
      await withinDeadline(
        this.textMessages.send({ to: phone, text: codeMessage(code, language), idempotencyKey: challengeId }),
        sendDeadlineMilliseconds,
      );
    } catch (error) {
      // Its name only: the provider's own words may repeat the number.
      const name = error instanceof Error ? error.name : 'unknown';
      this.logger.warn(`Code ${challengeId} was not sent (${name})`);
      await this.unitOfWork.run((tx) =>
        tx.manager.update(OneTimeCode, { id: challengeId, usedAt: IsNull() }, { voidedAt: this.clock.now() }),
      );
      // The cap of the phone counts what was tried, since the provider may have sent it after all.
      throw new Refusal(gatewayProblems['text-message-unavailable'], {}, [], { retryAfterSeconds: resendSeconds });
    }
  }

  private async forgetOld(tx: Transaction): Promise<void> {
    await this.throttles.forgetOld(tx);
    await tx.manager.delete(OneTimeCode, { expiresAt: LessThan(this.clock.now()) });
  }
}

function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}

function expiryOf({ issuedAt }: IssuedCode): Date {
  return new Date(issuedAt.getTime() + validMilliseconds);
}
