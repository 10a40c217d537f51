import type { Clock } from '../config/clock.js';
import type { ServiceName } from '../config/service-name.js';
import type { DatabaseLoad } from '../persistence/database.js';
import type { ReadDatabase } from '../persistence/read-database.js';
import type { UnitOfWork } from '../persistence/unit-of-work.js';
import type { ServiceKeys } from '../security/service-keys.js';
import type { Outbox } from './outbox/outbox.js';

/** What one service stands on inside this process; the composition root opens and closes it. */
export interface ServiceRuntime {
  readonly name: ServiceName;
  readonly unitOfWork: UnitOfWork;
  readonly reads: ReadDatabase;
  readonly clock: Clock;
  readonly keys: ServiceKeys;
  readonly outbox: Outbox;
  /** How busy its database is. */
  load(): DatabaseLoad;
  close(): Promise<void>;
}
