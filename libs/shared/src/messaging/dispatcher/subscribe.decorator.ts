import { Catch, UseFilters, applyDecorators, type RpcExceptionFilter } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { throwError, type Observable } from 'rxjs';
import type { ServiceName } from '../../config/service-name.js';
import { describeEvent, type EventClass } from '../../contracts/event-contract.js';
import type { EventContext } from './event-context.js';

/** What the transport learns of a handler beside its event type. */
export interface SubscriptionExtras {
  readonly consumer: ConsumerName;
  readonly contract: EventClass;
}

/** `<service>/<when-and-what>`: names the inbox rows, retries and dead letters of one use case. */
export type ConsumerName = `${ServiceName}/${string}`;

/** Nest would turn errors into bare messages; the dispatcher needs the error itself. */
@Catch()
class PassErrorsOn implements RpcExceptionFilter {
  catch(error: unknown): Observable<never> {
    return throwError(() => error);
  }
}

/**
 * Makes a controller method handle one event type as one consumer: `handle(event, context: EventContext)`.
 * The first parameter must be of the event's class, or it does not compile.
 */
export function Subscribe<T extends object>(contract: EventClass<T>, options: { consumer: ConsumerName }) {
  return (
    target: object,
    name: string,
    descriptor: TypedPropertyDescriptor<(event: T, context: EventContext) => Promise<void>>,
  ): void => {
    Payload()(target, name, 0);
    Ctx()(target, name, 1);
    const extras: SubscriptionExtras = { consumer: options.consumer, contract };
    applyDecorators(EventPattern<string>(describeEvent(contract).type, extras), UseFilters(PassErrorsOn))(
      target,
      name,
      descriptor,
    );
  };
}
