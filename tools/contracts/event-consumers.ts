import 'reflect-metadata';
import type { DynamicModule, Type } from '@nestjs/common';
import { PATTERN_EXTRAS_METADATA } from '@nestjs/microservices/constants.js';
import { describeEvent } from '@sanxian/shared/contracts';
import type { ServiceDefinition } from '@sanxian/shared/http';
import type { SubscriptionExtras } from '@sanxian/shared/messaging';

export interface EventConsumer {
  readonly service: ServiceDefinition['name'];
  /** `<service>/<when-and-what>` */
  readonly name: string;
  readonly type: string;
}

/** Who reacts to what, read off the `@Subscribe` methods of a service's controllers: nothing of it is started. */
export function consumersOf(service: ServiceDefinition): EventConsumer[] {
  const controllers = controllersBelow(service.register({} as never, {} as never), new Set());
  return controllers.flatMap(subscriptionsOf).map(({ consumer, contract }) => {
    const { type } = describeEvent(contract);
    return { service: service.name, name: consumer, type };
  });
}

function controllersBelow(module: Type | DynamicModule, seen: Set<unknown>): Type[] {
  if (seen.has(module)) return [];
  seen.add(module);
  const parts = 'module' in module ? module : undefined;
  const type = parts?.module ?? (module as Type);
  const listed = <T>(name: 'imports' | 'controllers', added: readonly unknown[] = []): T[] => [
    ...((Reflect.getMetadata(name, type) as T[] | undefined) ?? []),
    ...(added as T[]),
  ];
  return [
    ...listed<Type>('controllers', parts?.controllers),
    ...listed<Type | DynamicModule>('imports', parts?.imports).flatMap((inner) => controllersBelow(inner, seen)),
  ];
}

/** Nest keeps what `@EventPattern` was given beside the pattern on the method itself. */
function subscriptionsOf({ prototype }: Type): SubscriptionExtras[] {
  return Object.values(Object.getOwnPropertyDescriptors(prototype))
    .map(({ value }: PropertyDescriptor): unknown => value)
    .filter((member) => typeof member === 'function')
    .map((method): unknown => Reflect.getMetadata(PATTERN_EXTRAS_METADATA, method))
    .filter((extras): extras is SubscriptionExtras => extras !== undefined);
}
