import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contentLines, type ReadEntry, readWithIcalJs, readWithNodeIcal } from '../../../test/read-feed.js';
import type { CalendarEntry } from './calendar-entry.js';
import { writeCalendar } from './write-calendar.js';

const entry = (change: Partial<CalendarEntry> = {}): CalendarEntry => ({
  uid: 'sign-up-018f2d4e-7c1a-7000-8000-000000000007@sanxian',
  sequence: 3,
  status: 'CONFIRMED',
  createdAt: new Date('2026-11-23T08:00:00.000Z'),
  changedAt: new Date('2026-11-24T09:10:11.000Z'),
  startsAt: new Date('2026-12-05T01:00:00.000Z'),
  endsAt: new Date('2026-12-05T04:00:00.000Z'),
  summary: '普及急救知识惠基层 · 资料发放',
  location: '老竹畲族镇新屋村',
  point: { lat: 28.4176, lng: 119.7289 },
  description: '您已报名，期待与您相见。\n岗位：资料发放',
  ...change,
});

describe('a written calendar', () => {
  it('is a whole calendar, in the language of its reader', () => {
    const lines = contentLines(writeCalendar([entry()], 'zh-CN'));
    expect(lines).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Sanxian//volunteers//ZH',
      'NAME:三献志愿服务',
      'X-WR-CALNAME:三献志愿服务',
      'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
      'X-PUBLISHED-TTL:PT1H',
      'BEGIN:VEVENT',
      'UID:sign-up-018f2d4e-7c1a-7000-8000-000000000007@sanxian',
      'SEQUENCE:3',
      'DTSTAMP:20261124T091011Z',
      'DTSTART:20261205T010000Z',
      'DTEND:20261205T040000Z',
      'SUMMARY:普及急救知识惠基层 · 资料发放',
      'LOCATION:老竹畲族镇新屋村',
      'GEO:28.4176;119.7289',
      'DESCRIPTION:您已报名，期待与您相见。\\n岗位：资料发放',
      'STATUS:CONFIRMED',
      'CREATED:20261123T080000Z',
      'LAST-MODIFIED:20261124T091011Z',
      'CLASS:PRIVATE',
      'END:VEVENT',
      'END:VCALENDAR',
    ]);
    expect(contentLines(writeCalendar([entry()], 'en'))).toContain('X-WR-CALNAME:Sanxian volunteer shifts');
  });

  it('without entries is one that both parsers take', () => {
    const text = writeCalendar([], 'en');
    expect([readWithIcalJs(text), readWithNodeIcal(text)]).toEqual([[], []]);
  });

  it.each([
    ['what separates values', 'Räte; A, B: C "D" ^n ^^'],
    ['several lines', 'one\ntwo\r\nthree\rfour'],
    ['what would end the entry', 'END:VEVENT\r\nBEGIN:VEVENT\nUID:stolen'],
    ['a family emoji across the fold', `${'急'.repeat(22)}👨‍👩‍👧‍👦${'救'.repeat(30)}`],
    ['a rare family name', `${'a'.repeat(65)}𠮷野家${'b'.repeat(80)}`],
    ['spaces at the fold', `${'x '.repeat(120)}y`],
    ['control characters', 'bell\u0007, escape\u001b, delete\u007f, C1\u0085'],
  ])('carries %s in a text', (_, text) => {
    const feed = writeCalendar([entry({ summary: text, location: text, description: text })], 'en');
    contentLines(feed);
    const found = { summary: shown(text), location: shown(text), description: shown(text) };
    expect(readWithIcalJs(feed)).toMatchObject([found]);
    expect(readWithNodeIcal(feed)).toMatchObject([found]);
  });

  it('comes through both parsers as it went in, whatever people write', () => {
    const letter = fc.constantFrom(
      ...'急救，：;:,"\\nN \n\t^=',
      '\r\n',
      '👨‍👩‍👧‍👦',
      '𠮷',
      'é',
      '\\n',
      '\\,',
      'END:VEVENT',
      '🩸',
    );
    const text = fc.oneof(fc.string({ unit: letter, maxLength: 120 }), fc.string({ unit: 'binary', maxLength: 80 }));
    const instant = fc
      .integer({ min: Date.parse('2020-01-01T00:00:00Z') / 1000, max: Date.parse('2090-01-01T00:00:00Z') / 1000 })
      .map((seconds) => new Date(seconds * 1000));
    const changes = fc.record({
      summary: text,
      location: text,
      description: text,
      startsAt: instant,
      hours: fc.integer({ min: 1, max: 200 }),
      sequence: fc.integer({ min: 1, max: 100_000 }),
      status: fc.constantFrom('CONFIRMED', 'TENTATIVE', 'CANCELLED'),
    });
    const entries = fc
      .array(changes, { maxLength: 4 })
      .map((all) => all.map((change, index) => numbered(index, change)));
    fc.assert(
      fc.property(entries, (written) => {
        const feed = writeCalendar(written, 'zh-CN');
        contentLines(feed);
        const expected = written.map(asRead);
        expect(readWithIcalJs(feed)).toEqual(expected);
        expect(readWithNodeIcal(feed).map(withoutBackslashes)).toEqual(expected.map(withoutBackslashes));
      }),
      { numRuns: 100 },
    );
  });
});

function numbered(
  index: number,
  { hours, summary, location, description, ...fields }: Partial<CalendarEntry> & { hours: number },
): CalendarEntry {
  const { startsAt } = entry(fields);
  return entry({
    ...fields,
    // An empty text is no line at all, and a parser may trim.
    ...{ summary: `(${summary})`, location: `(${location})`, description: `(${description})` },
    uid: `sign-up-${index}@sanxian`,
    endsAt: new Date(startsAt.getTime() + hours * 3_600_000),
  });
}

function asRead(written: CalendarEntry): ReadEntry {
  const { uid, sequence, status, startsAt, endsAt, changedAt, point, summary, location, description } = written;
  return {
    ...{ uid, sequence, status, point },
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    changedAt: changedAt.toISOString(),
    ...{ summary: shown(summary), location: shown(location), description: shown(description) },
  };
}

/** For node-ical, which takes an escaped backslash before an n for a line feed. */
function withoutBackslashes(read: ReadEntry): ReadEntry {
  const plain = (text: string) => text.replace(/\\(n|N|\n)?/g, '');
  const { summary, location, description } = read;
  return { ...read, summary: plain(summary), location: plain(location), description: plain(description) };
}

const shown = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/(?![\n\t])\p{Cc}/gu, '');
