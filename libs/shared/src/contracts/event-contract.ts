import 'reflect-metadata';

export const topics = [
  'sanxian.identity',
  'sanxian.donations',
  'sanxian.volunteers',
  'sanxian.notifications',
  'sanxian.people',
] as const;

export type Topic = (typeof topics)[number];

export interface EventDescription {
  /** `<service>.<what-happened>.v<n>`, never reused for another meaning. */
  readonly type: `${string}.${string}.v${number}`;
  readonly topic: Topic;
  /** The kind of thing whose id is the message key: order is promised for one id of it. */
  readonly aggregate: string;
}

/** The plain fields of an event, without its class. */
export type Fields<T> = { [K in keyof T as T[K] extends (...args: never[]) => unknown ? never : K]: T[K] };

export type EventClass<T extends object = object> = (new () => T) & {
  /** Kept for ever: producer and consumers test against it. */
  readonly example: Fields<T>;
};

const descriptionKey = 'sanxian:event-contract';

/** Makes a class the contract of one event version. Its fields are flat, primitive and carry class-validator rules. */
export function EventContract(description: EventDescription): ClassDecorator {
  return (target) => Reflect.defineMetadata(descriptionKey, description, target);
}

/** @throws Error when the class carries no `@EventContract`: a bug, found at start. */
export function describeEvent(contract: Function): EventDescription {
  const description = Reflect.getMetadata(descriptionKey, contract) as EventDescription | undefined;
  if (!description) throw new Error(`${contract.name} is not an event contract`);
  return description;
}

/** A fact that became true, ready to be emitted: `fact(BloodIntentWithdrawn, { intentId, … })`. */
export function fact<T extends object>(contract: EventClass<T>, fields: Fields<T>): T {
  return Object.assign(new contract(), fields);
}
