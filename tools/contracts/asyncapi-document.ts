import { describeEvent, type EventClass, type EventDescription } from '@sanxian/shared/contracts';
import { eventHeaders } from './event-headers.js';
import type { EventComments } from './event-comments.js';
import type { EventConsumer } from './event-consumers.js';
import { eventSchema } from './event-schema.js';

interface DocumentedEvent {
  readonly contract: EventClass;
  readonly description: EventDescription;
  readonly comments: EventComments;
}

const reference = (path: string) => ({ $ref: `#/${path}` });
const channelName = ({ topic }: EventDescription): string => topic;

/** Identities are the gateway's; every other type begins with the name of the service that announces it. */
const ownerOf = ({ type }: EventDescription): string => type.replace(/^identity\./, 'gateway.').split('.')[0]!;

/**
 * The AsyncAPI 3 document of all services together: what travels where, who sends it and who listens.
 * @param commentsOf what the source of a contract says of it
 */
export function asyncApiDocument(parts: {
  readonly catalogue: readonly EventClass[];
  readonly consumers: readonly EventConsumer[];
  readonly commentsOf: (description: EventDescription) => EventComments;
}): object {
  const events = parts.catalogue
    .map((contract) => ({ contract, description: describeEvent(contract) }))
    .map((event): DocumentedEvent => ({ ...event, comments: parts.commentsOf(event.description) }))
    .sort((one, other) => (one.description.type < other.description.type ? -1 : 1));
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Sanxian events',
      version: '1',
      description:
        'What the services of Sanxian tell each other. CloudEvents 1.0 in binary mode: attributes are headers, the body is the event as JSON. The key is the id of the aggregate, and order is promised for one key only. Delivery is at least once; ce_id tells a repetition. A standalone edition carries the same messages in its local log.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    defaultContentType: 'application/json',
    channels: byName(
      groupBy(events, ({ description }) => channelName(description)),
      channel,
    ),
    operations: { ...sendOperations(events), ...receiveOperations(events, parts.consumers) },
    components: {
      messages: Object.fromEntries(events.map((event) => [event.description.type, message(event)])),
      schemas: {
        EventHeaders: eventHeaders,
        ...Object.fromEntries(events.map((event) => [event.description.type, payload(event)])),
      },
    },
  };
}

function channel(events: readonly DocumentedEvent[], topic: string): object {
  const compacted = topic === 'sanxian.people';
  return {
    address: topic,
    description: compacted
      ? 'The newest state of every person, sealed with the people key. A message without a body erases the person.'
      : `Facts announced by ${ownerOf(events[0]!.description)}.`,
    messages: Object.fromEntries(
      events.map(({ description: { type } }) => [type, reference(`components/messages/${type}`)]),
    ),
    bindings: {
      kafka: {
        topic,
        ...(compacted ? { topicConfiguration: { 'cleanup.policy': ['compact'] } } : {}),
        bindingVersion: '0.5.0',
      },
    },
  };
}

function message({ contract, description, comments }: DocumentedEvent): object {
  const { type, aggregate } = description;
  return {
    name: type,
    title: contract.name.replace(/(?<!^)([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`),
    summary: comments.summary,
    contentType: 'application/json',
    headers: {
      allOf: [
        reference('components/schemas/EventHeaders'),
        {
          type: 'object',
          properties: { ce_type: { const: type }, ce_dataschema: { const: `urn:sanxian:event:${type}` } },
        },
      ],
    },
    payload: reference(`components/schemas/${type}`),
    bindings: {
      kafka: {
        key: { type: 'string', format: 'uuid', description: `Id of the ${aggregate.replaceAll('-', ' ')}.` },
        bindingVersion: '0.5.0',
      },
    },
    examples: [{ name: 'example', payload: { ...contract.example } }],
  };
}

/** Readers have to ignore fields they do not know: a later producer may send more. */
function payload({ contract, comments }: DocumentedEvent): object {
  const { properties, ...schema } = eventSchema(contract);
  const described = Object.entries(properties).map(([field, rules]) => {
    const description = comments.fields[field];
    return [field, description ? { ...rules, description } : rules] as const;
  });
  return { ...schema, description: comments.summary, properties: Object.fromEntries(described) };
}

function sendOperations(events: readonly DocumentedEvent[]): Record<string, object> {
  const groups = groupBy(events, ({ description }) => `${ownerOf(description)}.sends.${channelName(description)}`);
  return byName(groups, (sent) => ({
    ...operation('send', sent),
    summary: `What ${ownerOf(sent[0]!.description)} announces.`,
  }));
}

function receiveOperations(
  events: readonly DocumentedEvent[],
  consumers: readonly EventConsumer[],
): Record<string, object> {
  const heard = events.flatMap((event) =>
    consumers.filter(({ type }) => type === event.description.type).map((consumer) => ({ ...event, consumer })),
  );
  const groups = groupBy(
    heard,
    ({ consumer, description }) => `${consumer.service}.receives.${channelName(description)}`,
  );
  return byName(groups, (received) => ({
    ...operation('receive', received),
    summary: `What ${received[0]!.consumer.service} reacts to.`,
    description: `Use cases: ${[...new Set(received.map(({ consumer }) => consumer.name))].sort().join(', ')}.`,
  }));
}

/** @param events of one channel, each at least once */
function operation(action: 'send' | 'receive', events: readonly DocumentedEvent[]): object {
  const topic = channelName(events[0]!.description);
  const types = [...new Set(events.map(({ description }) => description.type))];
  return {
    action,
    channel: reference(`channels/${topic}`),
    messages: types.map((type) => reference(`channels/${topic}/messages/${type}`)),
  };
}

function groupBy<T>(items: readonly T[], nameOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(nameOf(item), [...(groups.get(nameOf(item)) ?? []), item]);
  return groups;
}

/** Sorted by name, so that a change of the code's order is no change of the document. */
function byName<T>(
  groups: ReadonlyMap<string, T[]>,
  write: (items: readonly T[], name: string) => object,
): Record<string, object> {
  const sorted = [...groups].sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(sorted.map(([name, items]) => [name, write(items, name)]));
}
