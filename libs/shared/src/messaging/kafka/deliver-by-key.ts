import type { DeliveredMessage } from '../bus-message.js';
import type { Places } from './places.js';

export interface DeliveryParts {
  /** Asked before each message. */
  readonly goesOn: () => boolean;
  readonly handle: (message: DeliveredMessage) => Promise<void>;
  readonly places: Places;
}

/** Where the messages of one key stopped. */
interface Stop {
  /** Index of the first message that was not dealt with. */
  readonly left: number;
  readonly error?: unknown;
}

/**
 * Handles messages of one partition: those of one key in order, keys side by side, so that their effects can commit
 * together. A message that fails holds up only its key.
 * @returns how many messages from the start are all dealt with, and the first error
 */
export async function deliverByKey(
  messages: readonly DeliveredMessage[],
  { goesOn, handle, places }: DeliveryParts,
): Promise<{ passed: number; error?: unknown }> {
  const inOrder = async (indices: readonly number[]): Promise<Stop> => {
    for (const index of indices) {
      try {
        const begun = await places.inside(async () => {
          // Asked inside: it may have waited for its place until others took over.
          if (!goesOn()) return false;
          await handle(messages[index]!);
          return true;
        });
        if (!begun) return { left: index };
      } catch (error) {
        return { left: index, error };
      }
    }
    return { left: Infinity };
  };
  const stops = await Promise.all(indicesByKey(messages).map(inOrder));
  return {
    passed: Math.min(messages.length, ...stops.map(({ left }) => left)),
    error: stops.find(({ error }) => error !== undefined)?.error,
  };
}

function indicesByKey(messages: readonly DeliveredMessage[]): number[][] {
  const byKey = new Map<string, number[]>();
  for (const [index, { key }] of messages.entries()) {
    const indices = byKey.get(key);
    if (indices) indices.push(index);
    else byKey.set(key, [index]);
  }
  return [...byKey.values()];
}
