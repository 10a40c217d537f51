import type { Language, Texts } from '@sanxian/shared/contracts';
import { ICalCalendar, ICalEventClass, ICalEventStatus } from 'ical-generator';
import type { CalendarEntry } from './calendar-entry.js';

const names: Texts = { 'zh-CN': '三献志愿服务', en: 'Sanxian volunteer shifts' };
const refreshSeconds = 3600;

/**
 * The calendar as text (RFC 5545): lines end with CRLF and are folded at 75 octets, never within a character.
 * It has no METHOD, so that DTSTAMP says when an entry last changed (section 3.8.7.2): the same entries are the same text.
 */
export function writeCalendar(entries: readonly CalendarEntry[], language: Language): string {
  const calendar = new ICalCalendar({
    prodId: { company: 'Sanxian', product: 'volunteers', language: language === 'en' ? 'EN' : 'ZH' },
    name: names[language],
    ttl: refreshSeconds,
  });
  for (const entry of entries) add(calendar, entry);
  // The library leaves out the end of the last line.
  return `${calendar.toString()}\r\n`;
}

function add(calendar: ICalCalendar, entry: CalendarEntry): void {
  const { uid, sequence, status, createdAt, changedAt, startsAt, endsAt, summary, location, point, description } =
    entry;
  calendar.createEvent({
    ...{ id: uid, sequence, status: ICalEventStatus[status], class: ICalEventClass.PRIVATE },
    ...{ stamp: changedAt, lastModified: changedAt, created: createdAt, start: startsAt, end: endsAt },
    ...{ summary: printable(summary), description: printable(description) },
    location: { title: printable(location), ...(point ? { geo: { lat: point.lat, lon: point.lng } } : {}) },
  });
}

/** Text of a calendar holds no control characters but line feed and tab (RFC 5545 section 3.3.11). */
const printable = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/(?![\n\t])\p{Cc}/gu, '');
