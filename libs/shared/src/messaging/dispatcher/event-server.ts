import type { CustomTransportStrategy } from '@nestjs/microservices';
import { Server, type MessageHandler } from '@nestjs/microservices';
import { lastValueFrom, isObservable } from 'rxjs';
import type { Tracer } from '../../config/tracer.js';
import { describeEvent, type Topic } from '../../contracts/event-contract.js';
import { DeadLetters } from '../dead-letters/dead-letters.js';
import { HeldWorker } from '../dead-letters/held-worker.js';
import type { EventBus, Subscription } from '../event-bus.js';
import type { MessagingObserver } from '../messaging-observer.js';
import type { ServiceRuntime } from '../service-runtime.js';
import type { Consumer } from './consumer.js';
import { Dispatcher } from './dispatcher.js';
import type { EventContext } from './event-context.js';
import type { SubscriptionExtras } from './subscribe.decorator.js';

interface ServiceConsumption {
  readonly dispatcher: Dispatcher;
  readonly worker: HeldWorker;
  readonly subscription: Subscription | undefined;
}

/**
 * Nest's transport strategy over an `EventBus`: one per process, one group per service. Handlers are Nest message
 * handlers marked with `@Subscribe`.
 */
export class EventServer extends Server implements CustomTransportStrategy {
  override readonly propagatesEventHandlerErrors = true;
  private readonly consumers: Consumer[] = [];
  private readonly services = new Map<string, ServiceConsumption>();

  constructor(
    private readonly parts: {
      bus: EventBus;
      runtimes: readonly ServiceRuntime[];
      onError: (error: unknown, consumer: string) => void;
      observer?: MessagingObserver;
      tracer?: Tracer;
    },
  ) {
    super();
  }

  /** Keeps handlers apart: Nest's own map would chain those of one event, and one failure would repeat them all. */
  override addHandler(
    _pattern: unknown,
    callback: MessageHandler<object, EventContext>,
    _isEventHandler?: boolean,
    extras?: Record<string, unknown>,
  ): void {
    const { consumer: name, contract } = extras as unknown as SubscriptionExtras;
    if (this.consumers.some((consumer) => consumer.name === name)) throw new Error(`Two consumers are called ${name}`);
    const { type } = describeEvent(contract);
    this.consumers.push({ name, type, contract, handle: (event, context) => settled(callback(event, context)) });
  }

  async listen(callback: (error?: unknown) => void): Promise<void> {
    try {
      for (const runtime of this.parts.runtimes) {
        this.services.set(runtime.name, await this.startService(runtime));
      }
    } catch (error) {
      // Nest does not wait for this promise, only for the callback.
      callback(error);
      return;
    }
    callback();
  }

  /** May be asked for before anything is consumed, and used only then. */
  deadLetters(runtime: ServiceRuntime): DeadLetters {
    return new DeadLetters(runtime, () => this.serviceNamed(runtime.name).dispatcher);
  }

  /** Messages waiting for this service in the log. */
  async lag(service: ServiceRuntime['name']): Promise<number> {
    return (await this.serviceNamed(service).subscription?.lag()) ?? 0;
  }

  /** Why this service gets no messages now; undefined while it does, or wants none. */
  failure(service: ServiceRuntime['name']): string | undefined {
    const consumption = this.services.get(service);
    if (!consumption) return 'does not consume yet';
    return consumption.subscription?.failure();
  }

  async close(): Promise<void> {
    for (const { subscription, worker } of this.services.values()) {
      await subscription?.close();
      await worker.stop();
    }
    this.services.clear();
  }

  on(): void {
    // This transport has no events of its own to listen to.
  }

  unwrap<T>(): T {
    return this.parts.bus as T;
  }

  private async startService(runtime: ServiceRuntime): Promise<ServiceConsumption> {
    const own = this.consumers.filter((consumer) => consumer.name.startsWith(`${runtime.name}/`));
    const dispatcher = new Dispatcher(runtime, own, this.parts.onError, this.parts);
    const worker = new HeldWorker(runtime, dispatcher, this.parts.onError);
    worker.start();
    const topics = [...new Set(own.map(({ contract }): Topic => describeEvent(contract).topic))];
    const subscription =
      topics.length === 0
        ? undefined
        : await this.parts.bus.subscribe({
            group: runtime.name,
            topics,
            handle: (message) => dispatcher.dispatch(message),
            onError: (error) => this.parts.onError(error, runtime.name),
          });
    return { dispatcher, worker, subscription };
  }

  private serviceNamed(name: string): ServiceConsumption {
    const service = this.services.get(name);
    if (!service) throw new Error(`This process does not consume for ${name}`);
    return service;
  }
}

/** Nest may answer with a promise, an observable or a promise of one. */
async function settled(answer: Promise<unknown>): Promise<void> {
  const result: unknown = await answer;
  if (isObservable(result)) await lastValueFrom(result, { defaultValue: undefined });
}
