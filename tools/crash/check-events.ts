import type { BusMessage } from '@sanxian/shared/messaging';

/**
 * Events in the order in which they lie in the log, or of each key at least.
 * @param published ids of what has to be there
 * @returns facts of a key that came after a later one, those that never came, and those that came from nowhere; one that came twice is
 *   no fault
 */
export function faultsOf(
  messages: Iterable<Pick<BusMessage, 'key' | 'headers'> & { readonly topic: string }>,
  published: ReadonlySet<string>,
): string[] {
  const faults: string[] = [];
  const newest = new Map<string, number>();
  const seen = new Set<string>();
  for (const { topic, key, headers } of messages) {
    const id = headers['ce_id'] ?? '';
    if (seen.has(id)) continue;
    seen.add(id);
    const stream = `${topic}/${key}`;
    const place = Number(headers['aggregateversion']) * 1_000 + Number(headers['sequence']);
    if (place <= (newest.get(stream) ?? -1)) faults.push(`log: ${headers['ce_type']} of ${key} came late`);
    newest.set(stream, place);
  }
  const missing = [...published].filter((id) => !seen.has(id));
  if (missing.length > 0) faults.push(`log: ${missing.length} published facts are not there`);
  return [...faults, ...unstated('log', seen, published)];
}

/** Facts that somebody has seen and no service has stated: what a copy of several moments looks like. */
export function unstated(who: string, seen: Iterable<string>, published: ReadonlySet<string>): string[] {
  const unknown = [...seen].filter((id) => !published.has(id));
  return unknown.length > 0 ? [`${who}: ${unknown.length} facts that no outbox knows`] : [];
}
