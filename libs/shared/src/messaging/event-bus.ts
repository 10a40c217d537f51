import type { Topic } from '../contracts/event-contract.js';
import type { BusMessage, DeliveredMessage } from './bus-message.js';

export interface SubscriptionRequest {
  /** Each group gets every message once more, at its own pace, from its own offset. */
  readonly group: string;
  readonly topics: readonly Topic[];
  /**
   * Resolves when the message is dealt with; the offset moves only then. A rejection brings the same message again
   * after a pause, before any later message of its key.
   */
  readonly handle: (message: DeliveredMessage) => Promise<void>;
  /** Hears of rejections, and of what keeps the driver itself from delivering; it goes on trying. */
  readonly onError: (error: unknown) => void;
}

export interface Subscription {
  pause(): void;
  resume(): void;
  /** Messages waiting for this group. */
  lag(): Promise<number>;
  /** Why this group gets no messages now, for readiness and metrics; undefined while it does. The driver goes on trying. */
  failure(): string | undefined;
  /** Resolves when the running handlers have ended, and what they finished does not come again. */
  close(): Promise<void>;
}

/**
 * What carries events between services: at least once, in order per key. It knows nothing of inboxes, retries or dead
 * letters. Every driver passes `event-bus.conformance.ts`.
 */
export abstract class EventBus {
  /** Resolves when the whole batch is durable, in the order given. On a rejection any part of it may have been written. */
  abstract publish(batch: readonly BusMessage[]): Promise<void>;
  abstract subscribe(request: SubscriptionRequest): Promise<Subscription>;
  abstract close(): Promise<void>;
}
