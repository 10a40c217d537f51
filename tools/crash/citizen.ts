import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { type Api, type Answer } from '../tour/api.js';
import { type PersonHistory, type SignUpRecord } from './history.js';

type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Not at the moment; or the first request with this key is still at work. */
const mayComeAgain = [503, 409];
/** Two faults on end, each with the rebalance of a consumer group after it, may hold one write up. */
const mostPatienceMilliseconds = 120_000;

/**
 * One person of the workload. One thing at a time, and each until it is answered: a request whose answer was lost is
 * repeated with the same key, so that afterwards everything is known.
 */
export class Citizen {
  busy = false;
  acknowledged = 0;
  repeated = 0;

  constructor(
    readonly api: Api,
    readonly history: PersonHistory,
    private readonly serverIsUp: () => Promise<void>,
  ) {}

  async registerIntent(): Promise<void> {
    const body = { product: 'whole-blood', volumeMl: 200, area: '331102' };
    const { id } = await this.settle<{ id: string }>('POST', '/api/v1/donations/blood/intents', 201, body);
    this.history.intents.push({ id, withdrawn: false });
  }

  async withdrawIntent(): Promise<void> {
    const intent = this.history.intents.find(({ withdrawn }) => !withdrawn);
    if (!intent) return this.registerIntent();
    await this.settle('DELETE', `/api/v1/donations/blood/intents/${intent.id}`, 204);
    intent.withdrawn = true;
  }

  async signUp(shiftId: string): Promise<void> {
    if (this.openSignUp(shiftId)) return this.withdrawSignUp(shiftId);
    const path = `/api/v1/volunteers/shifts/${shiftId}/sign-ups`;
    const sentAt = performance.now();
    const { id, status } = await this.settle<{ id: string; status: SignUpRecord['firstStatus'] }>(
      'POST',
      path,
      201,
      {},
    );
    const acknowledgedAt = performance.now();
    this.history.signUps.push({ id, shiftId, firstStatus: status, sentAt, acknowledgedAt, withdrawn: false });
  }

  async withdrawSignUp(shiftId: string): Promise<void> {
    const signUp = this.openSignUp(shiftId);
    if (!signUp) return this.signUp(shiftId);
    await this.settle('DELETE', `/api/v1/volunteers/sign-ups/${signUp.id}`, 204);
    signUp.withdrawn = true;
  }

  async changePhotoConsent(textVersion: string): Promise<void> {
    const path = '/api/v1/me/consents/photo-publication';
    if (this.history.photoConsent === 'granted') {
      await this.settle('DELETE', path, 204);
      this.history.photoConsent = 'withdrawn';
    } else {
      await this.settle('PUT', path, 200, { textVersion });
      this.history.photoConsent = 'granted';
    }
  }

  async rename(displayName: string): Promise<void> {
    await this.settle('PATCH', '/api/v1/me', 200, { displayName });
    this.history.displayName = displayName;
  }

  private openSignUp(shiftId: string): SignUpRecord | undefined {
    return this.history.signUps.find((signUp) => signUp.shiftId === shiftId && !signUp.withdrawn);
  }

  private async settle<Body>(method: Method, path: string, expected: number, body?: unknown): Promise<Body> {
    const idempotencyKey = randomUUID();
    const giveUpAt = performance.now() + mostPatienceMilliseconds;
    let answer: Answer<Body> | undefined;
    while (performance.now() < giveUpAt) {
      await this.serverIsUp();
      answer = await this.attempt<Body>(method, path, body, idempotencyKey);
      if (answer?.status === expected) {
        this.acknowledged += 1;
        return answer.body;
      }
      // Only an answer that promises nothing, and says when to come again, is a reason to come again.
      const undecided = mayComeAgain.includes(answer?.status ?? 0) && answer?.retryAfter !== undefined;
      if (answer && !undecided) {
        throw new Error(`${method} ${path} answered ${answer.status} ${JSON.stringify(answer.body)}`);
      }
      this.repeated += 1;
      if (answer) await setTimeout(Number(answer.retryAfter) * 1_000);
    }
    throw new Error(
      `${method} ${path} was not decided in ${mostPatienceMilliseconds} ms: ${JSON.stringify(answer ?? 'no answer')}`,
    );
  }

  /** Undefined when the connection broke: nobody knows whether it was done. */
  private async attempt<Body>(
    method: Method,
    path: string,
    body: unknown,
    idempotencyKey: string,
  ): Promise<Answer<Body> | undefined> {
    try {
      return await this.api.send<Body>(
        method,
        path,
        body,
        method === 'POST' ? { 'idempotency-key': idempotencyKey } : {},
      );
    } catch (error) {
      // Not by class: under Jest the errors of Node itself are of another one.
      if (typeof error === 'object' && error !== null && 'code' in error) return undefined;
      throw error;
    }
  }
}
