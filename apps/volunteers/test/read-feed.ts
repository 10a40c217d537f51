import ICAL from 'ical.js';
import ical from 'node-ical';

/** What two parsers that know nothing of each other, nor of us, both make of one entry. */
export interface ReadEntry {
  readonly uid: string;
  readonly sequence: number;
  readonly status: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly summary: string;
  readonly location: string;
  readonly description: string;
  readonly changedAt: string;
  readonly point: { readonly lat: number; readonly lng: number } | null;
}

/** Reads a feed with `ical.js`, in the order of the feed. */
export function readWithIcalJs(text: string): ReadEntry[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const value = (name: string) => component.getFirstPropertyValue(name);
    const geo = value('geo') as number[] | null;
    return {
      uid: event.uid,
      sequence: event.sequence,
      status: String(value('status')),
      startsAt: event.startDate.toJSDate().toISOString(),
      endsAt: event.endDate.toJSDate().toISOString(),
      summary: event.summary,
      location: event.location,
      description: event.description,
      changedAt: (value('last-modified') as ICAL.Time).toJSDate().toISOString(),
      point: geo ? { lat: geo[0]!, lng: geo[1]! } : null,
    };
  });
}

/** Reads a feed with `node-ical`, in the order of the feed. */
export function readWithNodeIcal(text: string): ReadEntry[] {
  return Object.values(ical.sync.parseICS(text))
    .filter((component) => component?.type === 'VEVENT')
    .map((event) => ({
      uid: event.uid,
      sequence: Number(event.sequence),
      status: String(event.status),
      startsAt: event.start.toISOString(),
      endsAt: event.end?.toISOString() ?? '',
      summary: textOf(event.summary),
      location: textOf(event.location),
      description: textOf(event.description),
      changedAt: event.lastmodified?.toISOString() ?? '',
      point: pointOf(event.geo),
    }));
}

/** Typed as anything. */
function pointOf(geo: unknown): ReadEntry['point'] {
  const point = geo as { lat: number; lon: number } | undefined;
  return point ? { lat: point.lat, lng: point.lon } : null;
}

const textOf = (value: ical.ParameterValue | undefined): string =>
  typeof value === 'object' ? value.val : (value ?? '');

/** Lines as RFC 5545 section 3.1 has them, unfolded by hand. Fails on any that is longer than 75 octets or ends otherwise. */
export function contentLines(text: string): string[] {
  if (!text.endsWith('\r\n')) throw new Error('The last line does not end');
  const physical = text.slice(0, -2).split('\r\n');
  for (const line of physical) {
    if (Buffer.byteLength(line) > 75) throw new Error(`${Buffer.byteLength(line)} octets: ${line}`);
    if (/[\r\n]/.test(line)) throw new Error(`A bare line end in ${JSON.stringify(line)}`);
  }
  return physical.join('\r\n').replaceAll('\r\n ', '').split('\r\n');
}
