import type { ServiceName } from '../config/service-name.js';

/** Hears what relays and consumers do, for metrics. Must not throw. */
export interface MessagingObserver {
  /** A relay handed so many facts to the bus. */
  published(service: ServiceName, events: number): void;
  /** One try of a consumer's handler ended. */
  handled(consumer: string, seconds: number, outcome: 'done' | 'failed'): void;
  /** An event came again that this consumer had dealt with. */
  duplicate(consumer: string): void;
}

export const unobserved: MessagingObserver = {
  published: () => undefined,
  handled: () => undefined,
  duplicate: () => undefined,
};
