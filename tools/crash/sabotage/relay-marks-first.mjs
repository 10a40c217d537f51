// The mechanism under test, turned round: the relay marks a batch and then sends it, as slowly as over a network.
import { In } from 'typeorm';
import { OutboxRow } from '../../../libs/shared/dist/messaging/outbox/outbox-row.entity.js';
import { toBusMessage } from '../../../libs/shared/dist/messaging/outbox/to-bus-message.js';
import { Relay } from '../../../libs/shared/dist/messaging/relay/relay.js';

/**
 * @typedef {import('../../../libs/shared/dist/messaging/service-runtime.js').ServiceRuntime} ServiceRuntime
 * @typedef {import('../../../libs/shared/dist/messaging/event-bus.js').EventBus} EventBus
 * @typedef {{ parts: { runtime: ServiceRuntime, bus: EventBus } }} InsideOfRelay
 */

/**
 * @this {InsideOfRelay}
 * @param {OutboxRow[]} rows
 */
async function markThenPublish(rows) {
  const publishedAt = this.parts.runtime.clock.now();
  await this.parts.runtime.unitOfWork.run(async ({ manager }) => {
    await manager.update(OutboxRow, { id: In(rows.map((row) => row.id)) }, { publishedAt });
  });
  await new Promise((resolve) => setTimeout(resolve, 50));
  await this.parts.bus.publish(rows.map(toBusMessage));
}

if (!Reflect.has(Relay.prototype, 'publish')) throw new Error('The relay publishes elsewhere now');
Reflect.set(Relay.prototype, 'publish', markThenPublish);
