import { Kafka, logLevel } from 'kafkajs';
import type { BusMessage } from '../bus-message.js';
import { EventBus, type Subscription, type SubscriptionRequest } from '../event-bus.js';
import { calmRequestQueues } from './calm-request-queues.js';
import { GroupOffsets } from './group-offsets.js';
import { KafkaPublisher } from './kafka-publisher.js';
import { KafkaSubscription } from './kafka-subscription.js';
import { standInForUnknownCompression } from './unknown-compression.js';

export interface KafkaOptions {
  /** `host:port` each. */
  readonly brokers: readonly string[];
  readonly clientId: string;
  /** Begins the names of topics and groups, so that several systems can share a cluster. */
  readonly prefix?: string;
  /** A member that is not heard of for so long is taken for dead; 30 s unless told, and 6 s at least (the broker's limit). */
  readonly sessionTimeoutMilliseconds?: number;
  /** A member that fetched nothing for so long is replaced; 60 s unless told. */
  readonly silenceMilliseconds?: number;
  /** How many messages of one subscription are handled side by side; 8 unless told, to fit a database pool of 10. */
  readonly handlersAtOnce?: number;
}

/** Events over Kafka, with the promises of the port and no more: at least once, in order per key. */
export class KafkaBus extends EventBus {
  private readonly kafka: Kafka;
  private readonly publisher: KafkaPublisher;
  private readonly offsets: GroupOffsets;
  private readonly subscriptions = new Set<KafkaSubscription>();

  private constructor(private readonly options: KafkaOptions) {
    super();
    calmRequestQueues();
    standInForUnknownCompression();
    this.kafka = new Kafka({
      brokers: [...options.brokers],
      clientId: options.clientId,
      // What goes wrong reaches the caller of publish, or the subscription's onError.
      logLevel: logLevel.NOTHING,
      connectionTimeout: 3_000,
      requestTimeout: 15_000,
      retry: { initialRetryTime: 100, maxRetryTime: 5_000, retries: 5 },
    });
    this.publisher = new KafkaPublisher(this.kafka, options.prefix ?? '');
    this.offsets = new GroupOffsets(this.kafka);
  }

  /** Connects when there is something to do: a broker that is down keeps nobody from starting. */
  static open(options: KafkaOptions): KafkaBus {
    return new KafkaBus(options);
  }

  override publish(batch: readonly BusMessage[]): Promise<void> {
    return this.publisher.publish(batch);
  }

  /** Resolves at once; `failure()` of the subscription tells whether its group is joined. */
  override subscribe(request: SubscriptionRequest): Promise<Subscription> {
    const subscription = new KafkaSubscription(this.kafka, this.offsets, this.options, request, () =>
      this.subscriptions.delete(subscription),
    );
    this.subscriptions.add(subscription);
    subscription.start();
    return Promise.resolve(subscription);
  }

  override async close(): Promise<void> {
    await Promise.all([...this.subscriptions].map((subscription) => subscription.close()));
    await this.publisher.close();
    await this.offsets.close();
  }
}
