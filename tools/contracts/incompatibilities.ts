import type { FieldSchema } from './event-schema.js';
import type { PublishedContract, PublishedContracts, PublishedField } from './published-contracts.js';

/**
 * What a reader or a message of yesterday would stumble over, in sentences that name type and field; empty when all is well.
 *
 * Both directions count, since the log keeps old messages and services are renewed one after the other: today's class has to
 * read every message ever sent, and yesterday's class has to read what is sent today. One thing is allowed though an old
 * reader cannot take it: what a field may hold can grow (a further enum value, a longer text). Such a message waits as a
 * dead letter until its reader is renewed; so renew readers first.
 */
export function incompatibilities(published: PublishedContracts, current: PublishedContracts): string[] {
  return Object.entries(published).flatMap(([type, before]) => {
    const now = current[type];
    const problems = now ? changesOfContract(before, now) : ['is gone'];
    return problems.map((problem) => `${type} ${problem}`);
  });
}

function changesOfContract(before: PublishedContract, now: PublishedContract): string[] {
  const fresh = Object.entries(now.fields).filter(([field]) => !(field in before.fields));
  return [
    ...(before.topic === now.topic ? [] : [`moved from ${before.topic} to ${now.topic}`]),
    ...(before.aggregate === now.aggregate ? [] : [`is keyed by ${now.aggregate} instead of ${before.aggregate}`]),
    ...Object.entries(before.fields).flatMap(([name, field]) =>
      changesOfField(field, now.fields[name]).map((problem) => `${name}: ${problem}`),
    ),
    ...fresh
      .filter(([, { required }]) => required)
      .map(([name]) => `${name}: is new and required, which no older message carries`),
  ];
}

function changesOfField(before: PublishedField, now: PublishedField | undefined): string[] {
  if (!now) return ['is gone'];
  const kind = ({ type, format }: FieldSchema): string => (format ? `${type} (${format})` : type);
  return [
    ...(kind(before) === kind(now) ? [] : [`was ${kind(before)} and is ${kind(now)}`]),
    ...(before.required || !now.required ? [] : ['is required now, and older messages may lack it']),
    ...(!before.required || now.required ? [] : ['may be missing now, and older readers require it']),
    ...narrowed(before, now),
  ];
}

function narrowed(before: PublishedField, now: PublishedField): string[] {
  const lost = now.enum ? (before.enum?.filter((value) => !now.enum?.includes(value)) ?? ['any other value']) : [];
  return [
    ...(lost.length === 0 ? [] : [`no longer takes ${lost.join(', ')}`]),
    ...(now.pattern === undefined || now.pattern === before.pattern ? [] : ['has another pattern']),
    ...(['maxLength', 'maximum'] as const)
      .filter((limit) => (now[limit] ?? Infinity) < (before[limit] ?? Infinity))
      .map((limit) => `${limit} fell from ${before[limit] ?? 'none'} to ${now[limit]}`),
    ...(['minLength', 'minimum'] as const)
      .filter((limit) => (now[limit] ?? -Infinity) > (before[limit] ?? -Infinity))
      .map((limit) => `${limit} rose from ${before[limit] ?? 'none'} to ${now[limit]}`),
  ];
}
