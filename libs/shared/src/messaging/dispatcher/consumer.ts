import type { EventClass } from '../../contracts/event-contract.js';
import type { EventContext } from './event-context.js';
import type { ConsumerName } from './subscribe.decorator.js';

/** One use case of one service listening to one event type. */
export interface Consumer {
  readonly name: ConsumerName;
  readonly type: string;
  readonly contract: EventClass;
  readonly handle: (event: object, context: EventContext) => Promise<void>;
}
