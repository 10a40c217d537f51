import type { Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import type { DeliveredMessage } from '../bus-message.js';
import { deliverByKey } from './deliver-by-key.js';
import type { Places } from './places.js';

const restMilliseconds = 200;
const leaveMilliseconds = 10_000;
const heartbeatMilliseconds = 1_000;
/** kafkajs leaves out a heartbeat that is asked for before its interval is over: asked once an interval, it sends every other. */
const beatMilliseconds = heartbeatMilliseconds / 4;
/** More than the partitions one member is ever given: what waits is handlers (see `places`), never partitions. */
const batchesAtOnce = 256;

export interface GroupMemberParts {
  readonly groupId: string;
  readonly topics: readonly string[];
  readonly sessionTimeoutMilliseconds: number;
  /** No message is begun while this holds. */
  readonly isPaused: () => boolean;
  readonly read: (message: EachBatchPayload['batch']['messages'][number], topic: string) => DeliveredMessage;
  readonly handle: (message: DeliveredMessage) => Promise<void>;
  /** Shared by all partitions. */
  readonly places: Places;
  readonly onError: (error: unknown) => void;
}

type Batch = EachBatchPayload['batch'];

/**
 * One kafkajs consumer, from joining to leaving or to its first crash: it is never restarted, but replaced. No error of a
 * handler reaches kafkajs, which would stop every partition; a partition whose message failed rests while the others flow.
 */
export class GroupMember {
  private readonly consumer: Consumer;
  private joined: Promise<void> = Promise.resolve();
  private joins = 0;
  private crash: string | undefined;
  /** The group may go on without us: what runs may end, nothing new begins until a heartbeat is answered well or we join again. */
  private revoked = false;
  private leaving = false;
  private lastHeard = performance.now();
  private lastFetch = performance.now();
  private readonly running = new Map<Promise<void>, number>();
  private readonly resting = new Map<string, () => void>();

  constructor(
    kafka: Kafka,
    private readonly parts: GroupMemberParts,
  ) {
    const { groupId, sessionTimeoutMilliseconds } = parts;
    this.consumer = kafka.consumer({
      groupId,
      allowAutoTopicCreation: false,
      sessionTimeout: sessionTimeoutMilliseconds,
      // How long the others wait for a handler of ours to end.
      rebalanceTimeout: 1.5 * sessionTimeoutMilliseconds,
      // By its answer a member learns that others come or go, and until all have learnt it nobody gets anything.
      heartbeatInterval: heartbeatMilliseconds,
      maxWaitTimeInMs: 500,
      // Little is fetched ahead: it is all worked on before kafkajs fetches again.
      maxBytesPerPartition: 256 * 1024,
      retry: { restartOnFailure: () => Promise.resolve(false) },
    });
    this.listen();
  }

  join(): void {
    this.joined = this.enter().catch((error: unknown) => this.fail(error));
  }

  /** Why it does not serve its group; `isOver` tells whether it ever will again. */
  failure(silenceMilliseconds: number): string | undefined {
    if (this.crash) return this.crash;
    const now = performance.now();
    const since = Math.min(...this.running.values());
    if (now - since > silenceMilliseconds) return `a handler has been running for ${secondsOf(now - since)} s`;
    if (this.isSilent(silenceMilliseconds)) return `no fetch for ${secondsOf(now - this.lastFetch)} s`;
    return this.joins === 0 ? 'has not joined its group yet' : undefined;
  }

  isOver(silenceMilliseconds: number): boolean {
    return this.crash !== undefined || this.isSilent(silenceMilliseconds);
  }

  /** Lets the partitions flow that rested while the subscription was paused. */
  resume(): void {
    for (const resume of [...this.resting.values()]) resume();
  }

  /**
   * Resolves when the running handlers have ended, what they finished is committed, and the group knows that this member
   * is gone – the last only as long as the cluster answers.
   */
  async leave(): Promise<void> {
    this.leaving = true;
    while (this.running.size > 0) await Promise.all(this.running.keys());
    const left = this.joined.then(() => this.consumer.disconnect()).catch(this.parts.onError);
    await within(leaveMilliseconds, left);
  }

  private listen(): void {
    const { events } = this.consumer;
    const heard = () => {
      this.revoked = false;
      this.lastHeard = performance.now();
    };
    this.consumer.on(events.GROUP_JOIN, () => {
      this.joins += 1;
      heard();
      this.lastFetch = this.lastHeard;
    });
    this.consumer.on(events.HEARTBEAT, heard);
    this.consumer.on(events.FETCH, () => (this.lastFetch = performance.now()));
    this.consumer.on(events.CRASH, ({ payload }) => this.fail(payload.error));
  }

  private async enter(): Promise<void> {
    await this.consumer.connect();
    await this.consumer.subscribe({ topics: [...this.parts.topics], fromBeginning: true });
    if (this.leaving) return;
    await this.consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: batchesAtOnce,
      eachBatch: (payload) => this.track(this.deliver(payload)),
    });
  }

  private fail(error: unknown): void {
    if (this.leaving) return;
    const { name, message } = error as Error;
    this.crash ??= `the consumer crashed: ${name}: ${message}`;
    this.parts.onError(error);
  }

  private isSilent(silenceMilliseconds: number): boolean {
    return this.running.size === 0 && performance.now() - this.lastFetch > silenceMilliseconds;
  }

  private async track(work: Promise<void>): Promise<void> {
    this.running.set(work, performance.now());
    await work;
    this.running.delete(work);
    // What follows a batch is a fetch: silence is counted from here.
    this.lastFetch = performance.now();
  }

  /** Never rejects. */
  private async deliver(payload: EachBatchPayload): Promise<void> {
    const { batch } = payload;
    const join = this.joins;
    const ours = () => this.joins === join && !this.revoked && !this.isOutOfTouch();
    const goesOn = () => ours() && payload.isRunning() && !this.leaving && !this.parts.isPaused();
    const beating = setInterval(() => void this.beat(payload), beatMilliseconds);
    try {
      const messages = batch.messages.map((message) => this.parts.read(message, batch.topic));
      const { passed, error } = await deliverByKey(messages, { ...this.parts, goesOn });
      if (error !== undefined) this.parts.onError(error);
      if (this.joins !== join) return;
      if (passed > 0) await this.commit(payload, batch.messages[passed - 1]!.offset);
      if (passed < messages.length && !this.leaving && !this.revoked) this.rest(batch);
    } catch (error) {
      // The offsets were not committed: the next commit holds them, or the messages come again.
      this.parts.onError(error);
    } finally {
      clearInterval(beating);
    }
  }

  /** Without an answer for a whole session the group may have given our partitions to somebody else. */
  private isOutOfTouch(): boolean {
    return performance.now() - this.lastHeard > this.parts.sessionTimeoutMilliseconds;
  }

  private async beat(payload: EachBatchPayload): Promise<void> {
    try {
      await payload.heartbeat();
    } catch (error) {
      // A broker that cannot be reached is no reason to stop before the session is over.
      if (typeof (error as { type?: unknown }).type === 'string') this.revoked = true;
    }
  }

  /** Also what an earlier commit that failed has left, of any partition: all that is resolved is dealt with. */
  private async commit(payload: EachBatchPayload, last: string): Promise<void> {
    payload.resolveOffset(last);
    await payload.commitOffsetsIfNecessary(payload.uncommittedOffsets());
  }

  /** kafkajs fetches from the first offset that was not resolved, once the partition flows again. */
  private rest({ topic, partition }: Batch): void {
    const name = `${topic} ${partition}`;
    const here = [{ topic, partitions: [partition] }];
    this.consumer.pause(here);
    const resume = () => {
      if (this.parts.isPaused() || this.leaving || this.crash) return;
      this.resting.delete(name);
      this.consumer.resume(here);
    };
    setTimeout(() => {
      this.resting.set(name, resume);
      resume();
    }, restMilliseconds);
  }
}

const secondsOf = (milliseconds: number): number => Math.round(milliseconds / 1000);

async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)));
  await Promise.race([work, late]);
  clearTimeout(timer);
}
