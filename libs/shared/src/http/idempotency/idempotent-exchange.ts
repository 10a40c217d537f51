import { createHmac } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import type { Clock } from '../../config/clock.js';
import { Refusal } from '../../contracts/refusal.js';
import { isLockWaitTimeout } from '../../persistence/mysql/mysql-errors.js';
import type { Transaction } from '../../persistence/transaction.js';
import { paddedJson } from '../../security/padded-json.js';
import { Sealer } from '../../security/sealer.js';
import type { HttpService } from '../application/http-service.js';
import { commonProblems } from '../problems/common-problems.js';
import { IdempotencyRecord } from './idempotency-record.entity.js';
import type { IdempotentRequest } from './idempotent-request.js';
import { keyInFlight } from './key-in-flight.js';
import { captureAnswer, repeatAnswer, type StoredAnswer } from './stored-answer.js';

const answerBlockBytes = 1024;

/** One request that asked to run once, with the service's rows: effect and answer commit together or not at all. */
export class IdempotentExchange {
  private readonly sealer: Sealer;
  private readonly bodyHash: string;

  constructor(
    private readonly runtime: HttpService['runtime'],
    private readonly clock: Clock,
    private readonly asked: IdempotentRequest,
  ) {
    this.sealer = new Sealer(runtime.keys.derive('idempotency-answers'));
    this.bodyHash = createHmac('sha256', runtime.keys.derive('idempotency-bodies')).update(asked.body).digest('hex');
  }

  /** @throws Refusal `idempotency-key-reused` when the key came with another body before */
  answer(reply: FastifyReply, handle: () => Promise<unknown>): Promise<unknown> {
    const { scopeHash } = this.asked;
    return this.runtime.unitOfWork.run(async (tx) => {
      const record = await tx.manager.findOneBy(IdempotencyRecord, { scopeHash });
      if (!record) return this.answerFirst(tx, reply, handle);
      if (record.bodyHash !== this.bodyHash) throw new Refusal(commonProblems['idempotency-key-reused']);
      return repeatAnswer(reply, this.open(record));
    });
  }

  private async answerFirst(tx: Transaction, reply: FastifyReply, handle: () => Promise<unknown>): Promise<unknown> {
    const { scopeHash } = this.asked;
    await this.claim(tx);
    const body = await handle();
    const answer = this.sealer.seal(scopeHash, paddedJson(captureAnswer(reply, body), answerBlockBytes));
    await tx.manager.update(IdempotencyRecord, { scopeHash }, { answer });
    return body;
  }

  /** Inserted first: on a database with row locks another process waits here until this transaction has ended. */
  private async claim({ manager }: Transaction): Promise<void> {
    const { scopeHash } = this.asked;
    const claimed = { scopeHash, bodyHash: this.bodyHash, answer: null, createdAt: this.clock.now() };
    try {
      await manager.insert(IdempotencyRecord, claimed);
    } catch (error) {
      throw isLockWaitTimeout(error) ? keyInFlight() : error;
    }
  }

  private open({ scopeHash, answer }: IdempotencyRecord): StoredAnswer {
    if (answer === null) throw new Error(`Idempotency record ${scopeHash} was committed without its answer`);
    return JSON.parse(this.sealer.open(scopeHash, answer)) as StoredAnswer;
  }
}
