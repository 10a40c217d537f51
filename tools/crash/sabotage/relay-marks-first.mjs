// The mechanism under test, turned round: the relay marks a batch and then sends it, as slowly as over a network.
import { In } from 'typeorm';
import { OutboxRow } from '../../../libs/shared/dist/messaging/outbox/outbox-row.entity.js';
import { toBusMessage } from '../../../libs/shared/dist/messaging/outbox/to-bus-message.js';
import { Relay } from '../../../libs/shared/dist/messaging/relay/relay.js';

Relay.prototype.publish = async function markThenPublish(rows) {
  const publishedAt = this.parts.runtime.clock.now();
  await this.parts.runtime.unitOfWork.run(async ({ manager }) => {
    await manager.update(OutboxRow, { id: In(rows.map((row) => row.id)) }, { publishedAt });
  });
  await new Promise((resolve) => setTimeout(resolve, 50));
  await this.parts.bus.publish(rows.map(toBusMessage));
};
