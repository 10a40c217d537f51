import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { EventClass } from '../../contracts/event-contract.js';
import type { BusMessage } from '../bus-message.js';
import type { EventContext } from './event-context.js';

/** The message does not say what its contract promises. Trying again cannot help. */
export class ContractViolation extends Error {}

/** Reads an event against its contract; fields the contract does not know are dropped. */
export function decodeEvent(message: BusMessage, contract: EventClass): object {
  const event = plainToInstance(contract, parseBody(message.body));
  const violations = validateSync(event, { whitelist: true });
  if (violations.length > 0) {
    throw new ContractViolation(
      `Fields against the contract: ${violations.map(({ property }) => property).join(', ')}`,
    );
  }
  return event;
}

/** Reads the attributes every handler relies on. */
export function decodeAttributes({ headers, key }: BusMessage): Omit<EventContext, 'tx'> {
  const occurredAt = new Date(headers['ce_time'] ?? '');
  const aggregateVersion = readNumber(headers['aggregateversion']);
  const sequence = readNumber(headers['sequence']);
  const eventId = headers['ce_id'];
  if (!eventId || Number.isNaN(occurredAt.getTime()) || aggregateVersion === undefined || sequence === undefined) {
    throw new ContractViolation('The attributes of the event are missing or broken');
  }
  return { eventId, aggregateId: key, aggregateVersion, sequence, occurredAt };
}

const readNumber = (text = ''): number | undefined => (/^\d{1,15}$/.test(text) ? Number(text) : undefined);

function parseBody(body: string | null): object {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body ?? 'null');
  } catch {
    throw new ContractViolation('The body is not JSON');
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw new ContractViolation('The body is not an object');
  }
  return parsed;
}
