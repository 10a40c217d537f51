import { idsOnly, inSpan, type Tracer } from '../../config/tracer.js';
import type { Transaction } from '../../persistence/transaction.js';
import type { DeliveredMessage } from '../bus-message.js';
import { HeldMessages } from '../dead-letters/held-messages.js';
import { Inbox } from '../inbox/inbox.js';
import { unobserved, type MessagingObserver } from '../messaging-observer.js';
import type { ServiceRuntime } from '../service-runtime.js';
import type { Consumer } from './consumer.js';
import { ContractViolation, decodeAttributes, decodeEvent } from './decode-event.js';

/**
 * Hands messages to the consumers of one service. Each consumer's effect, its inbox row and, when it fails, its held
 * row are transactions of that service's database; consumers of one event succeed and fail alone.
 */
export class Dispatcher {
  readonly inbox: Inbox;
  readonly held: HeldMessages;
  private readonly consumers: readonly Consumer[];

  constructor(
    private readonly runtime: ServiceRuntime,
    consumers: readonly Consumer[],
    private readonly onError: (error: unknown, consumer: string) => void,
    private readonly watch: { observer?: MessagingObserver; tracer?: Tracer } = {},
  ) {
    this.consumers = [...consumers, undecodable(runtime.name)];
    this.inbox = new Inbox(runtime.clock);
    this.held = new HeldMessages(runtime.clock);
  }

  /** Resolves when every consumer has dealt with the message or set it aside; rejects only when neither was possible. */
  async dispatch(message: DeliveredMessage): Promise<void> {
    const results = await Promise.allSettled(
      this.consumersOf(message).map((consumer) => this.deliver(consumer, message)),
    );
    // Only after all have ended: the subscription may close, or bring the message again, as soon as this rejects.
    for (const result of results) if (result.status === 'rejected') throw result.reason;
  }

  /** One try in the given transaction. An event that this consumer knows is passed over. */
  async handle(tx: Transaction, consumer: Consumer, message: DeliveredMessage): Promise<void> {
    const attributes = decodeAttributes(message);
    const event = decodeEvent(message, consumer.contract);
    if (!(await this.inbox.claim(tx.manager, consumer.name, attributes.eventId))) {
      this.watch.observer?.duplicate(consumer.name);
      return;
    }
    await this.watched(consumer, message, () => consumer.handle(event, { tx, ...attributes }));
  }

  consumerNamed(name: string): Consumer {
    const consumer = this.consumers.find((candidate) => candidate.name === name);
    if (!consumer) throw new Error(`No consumer is called ${name}`);
    return consumer;
  }

  private async deliver(consumer: Consumer, message: DeliveredMessage): Promise<void> {
    try {
      await this.tryTwice(consumer, message);
    } catch (error) {
      this.onError(error, consumer.name);
      await this.runtime.unitOfWork.run((tx) => this.held.hold(tx.manager, consumer.name, message, error));
    }
  }

  private async tryTwice(consumer: Consumer, message: DeliveredMessage): Promise<void> {
    try {
      await this.tryOnce(consumer, message);
    } catch (error) {
      if (error instanceof ContractViolation) throw error;
      await this.tryOnce(consumer, message);
    }
  }

  private tryOnce(consumer: Consumer, message: DeliveredMessage): Promise<void> {
    return this.runtime.unitOfWork.run(async (tx) => {
      if (await this.held.joinBehindHeld(tx.manager, consumer.name, message)) return;
      await this.handle(tx, consumer, message);
    });
  }

  /** In the trace of the change that the event speaks of, also in another process, also long after. */
  private async watched(consumer: Consumer, message: DeliveredMessage, run: () => Promise<void>): Promise<void> {
    const { observer = unobserved, tracer = idsOnly } = this.watch;
    const { traceparent } = message.headers;
    const started = performance.now();
    const tell = (outcome: 'done' | 'failed') =>
      observer.handled(consumer.name, (performance.now() - started) / 1000, outcome);
    try {
      await inSpan(
        tracer,
        {
          name: `process ${consumer.type}`,
          kind: 'consumer',
          parent: traceparent,
          links: traceparent ? [traceparent] : [],
          attributes: { 'messaging.destination.name': message.topic, 'messaging.consumer.name': consumer.name },
        },
        run,
      );
      tell('done');
    } catch (error) {
      tell('failed');
      throw error;
    }
  }

  private consumersOf(message: DeliveredMessage): Consumer[] {
    const type = message.headers['ce_type'] ?? '';
    return this.consumers.filter((consumer) => consumer.type === type);
  }
}

/** What has no type has no reader: it becomes a dead letter of the service, where ops can see it. */
function undecodable(service: ServiceRuntime['name']): Consumer {
  return {
    name: `${service}/undecodable`,
    type: '',
    contract: class Undecodable {
      static readonly example = {};
    },
    handle: () => Promise.reject(new ContractViolation('The message has no type')),
  };
}
