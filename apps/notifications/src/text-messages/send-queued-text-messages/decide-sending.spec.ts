import { describe, expect, test } from '@jest/globals';
import { decideSending, type DropReason, type SendingDecision, type SendingFacts } from './decide-sending.js';

const createdAt = new Date('2026-12-05T06:00:00.000Z');
const after = (seconds: number): Date => new Date(createdAt.getTime() + seconds * 1000);
const granted = { granted: true, changedAt: after(-60) };
const withdrawnBefore = { granted: false, changedAt: after(-60) };
const withdrawnAfter = { granted: false, changedAt: after(0) };
const withPhone = { phone: '13800000000' };
const withoutPhone = { phone: null };

const send: SendingDecision = { action: 'send', to: '13800000000' };
const wait: SendingDecision = { action: 'wait' };
const dropped = (reason: DropReason): SendingDecision => ({ action: 'drop', reason });

const rows: [string, Pick<SendingFacts, 'consent' | 'recipient'>, number, SendingDecision][] = [
  ['consent and phone', { consent: granted, recipient: withPhone }, 0, send],
  ['consent and phone, long after', { consent: granted, recipient: withPhone }, 86_400, send],
  ['consent, no phone', { consent: granted, recipient: withoutPhone }, 0, dropped('no-phone')],
  ['consent, recipient not there yet', { consent: granted, recipient: null }, 599, wait],
  ['consent, recipient never came', { consent: granted, recipient: null }, 600, dropped('recipient-unknown')],
  ['consent not there yet', { consent: null, recipient: withPhone }, 599, wait],
  ['consent never given', { consent: null, recipient: withPhone }, 600, dropped('consent-missing')],
  ['nothing known yet', { consent: null, recipient: null }, 0, wait],
  ['withdrawn before, a new grant may be on its way', { consent: withdrawnBefore, recipient: withPhone }, 599, wait],
  ['withdrawn before', { consent: withdrawnBefore, recipient: withPhone }, 600, dropped('consent-missing')],
  ['withdrawn since', { consent: withdrawnAfter, recipient: withPhone }, 0, dropped('consent-withdrawn')],
  ['withdrawn since, recipient unknown', { consent: withdrawnAfter, recipient: null }, 0, dropped('consent-withdrawn')],
];

describe('decideSending', () => {
  test.each(rows)('%s', (_name, known, seconds, expected) => {
    expect(decideSending({ ...known, createdAt, now: after(seconds) })).toEqual(expected);
  });
});
