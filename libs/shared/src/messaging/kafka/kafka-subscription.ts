import type { Kafka } from 'kafkajs';
import { RepeatingTask } from '../../config/repeating-task.js';
import type { Topic } from '../../contracts/event-contract.js';
import type { Subscription, SubscriptionRequest } from '../event-bus.js';
import { deliveredFrom } from './delivered-from.js';
import { GroupMember } from './group-member.js';
import type { GroupOffsets } from './group-offsets.js';
import type { KafkaOptions } from './kafka-bus.js';
import { Places } from './places.js';

const watchMilliseconds = 1_000;

/** One place in a consumer group, and the watch that sees to it that a living member fills it. */
export class KafkaSubscription implements Subscription {
  private readonly groupId: string;
  private readonly topics: readonly string[];
  private readonly silence: number;
  private readonly watch: RepeatingTask;
  private readonly places: Places;
  private member: GroupMember;
  /** Why the member before this one was given up, until this one serves. */
  private replaced: string | undefined;
  private paused = false;
  private closed = false;

  constructor(
    private readonly kafka: Kafka,
    private readonly offsets: GroupOffsets,
    private readonly options: KafkaOptions,
    private readonly request: SubscriptionRequest,
    private readonly onClose: () => void,
  ) {
    const { prefix = '', silenceMilliseconds = 60_000, handlersAtOnce = 8 } = options;
    this.groupId = `${prefix}${request.group}`;
    this.topics = request.topics.map((topic) => `${prefix}${topic}`);
    this.silence = silenceMilliseconds;
    this.places = new Places(handlersAtOnce);
    this.member = this.newMember();
    this.watch = new RepeatingTask({
      everyMilliseconds: watchMilliseconds,
      pass: () => this.replaceWhatIsOver(),
      onError: (error) => request.onError(error),
    });
  }

  start(): void {
    this.member.join();
    this.watch.start();
  }

  pause(): void {
    this.paused = true;
  }

  resume(): void {
    this.paused = false;
    this.member.resume();
  }

  lag(): Promise<number> {
    return this.offsets.lag(this.groupId, this.topics);
  }

  failure(): string | undefined {
    if (this.closed) return 'is closed';
    const failure = this.member.failure(this.silence);
    return failure && (this.replaced ?? failure);
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.watch.stop();
    await this.member.leave();
    this.onClose();
  }

  private async replaceWhatIsOver(): Promise<void> {
    const { member, silence } = this;
    if (!member.isOver(silence)) {
      if (!member.failure(silence)) this.replaced = undefined;
      return;
    }
    this.replaced = member.failure(silence);
    // It leaves first: two members of one process would only shift partitions to and fro.
    await member.leave();
    if (this.closed) return;
    this.member = this.newMember();
    this.member.join();
  }

  private newMember(): GroupMember {
    const { prefix = '', sessionTimeoutMilliseconds = 30_000 } = this.options;
    return new GroupMember(this.kafka, {
      groupId: this.groupId,
      topics: this.topics,
      sessionTimeoutMilliseconds,
      isPaused: () => this.paused || this.closed,
      read: (message, topic) => deliveredFrom(message, topic.slice(prefix.length) as Topic),
      handle: (message) => this.request.handle(message),
      places: this.places,
      onError: (error) => this.request.onError(error),
    });
  }
}
