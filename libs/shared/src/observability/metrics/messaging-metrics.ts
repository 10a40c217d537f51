import { Counter, Histogram, type Registry } from 'prom-client';
import type { ServiceName } from '../../config/service-name.js';
import type { MessagingObserver } from '../../messaging/messaging-observer.js';

const handlerSeconds = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** What relays and consumers of this process did since it started. */
export class MessagingMetrics implements MessagingObserver {
  private readonly events;
  private readonly seconds;
  private readonly failures;
  private readonly duplicates;

  constructor(registry: Registry) {
    const registers = [registry];
    this.events = new Counter({
      name: 'sanxian_published_total',
      help: 'Events handed to the bus',
      labelNames: ['service'],
      registers,
    });
    this.seconds = new Histogram({
      name: 'sanxian_handler_seconds',
      help: 'Time of one try of an event handler, without its commit',
      labelNames: ['consumer'],
      buckets: handlerSeconds,
      registers,
    });
    this.failures = new Counter({
      name: 'sanxian_handler_failures_total',
      help: 'Tries of event handlers that failed',
      labelNames: ['consumer'],
      registers,
    });
    this.duplicates = new Counter({
      name: 'sanxian_inbox_duplicates_total',
      help: 'Events that came again and were passed over',
      labelNames: ['consumer'],
      registers,
    });
  }

  published(service: ServiceName, events: number): void {
    this.events.inc({ service }, events);
  }

  handled(consumer: string, seconds: number, outcome: 'done' | 'failed'): void {
    this.seconds.observe({ consumer }, seconds);
    this.failures.inc({ consumer }, outcome === 'failed' ? 1 : 0);
  }

  duplicate(consumer: string): void {
    this.duplicates.inc({ consumer });
  }
}
