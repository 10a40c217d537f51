import { describe, expect, test } from '@jest/globals';
import { composeMessage } from './compose-message.js';
import type { MessageFacts, MessageKind } from './message-facts.js';
import { messageKinds } from './message-kinds.js';

const shift = {
  eventTitle: '普及急救知识惠基层',
  placeName: '老竹镇新屋村',
  role: '义诊',
  startsAt: '2026-12-05T06:00:00.000Z',
  endsAt: '2026-12-05T09:00:00.000Z',
};

const facts: MessageFacts = {
  'blood-intent-registered': { product: 'whole-blood' },
  'blood-intent-withdrawn': { product: 'platelets' },
  'stem-cell-intent-registered': { coolingOffEndsAt: '2026-11-30T08:00:00.000Z' },
  'stem-cell-intent-withdrawn': {},
  'organ-decision-recorded': {},
  'blood-eligible-again': { product: 'whole-blood', eligibleFrom: '2027-02-28' },
  'signed-up': shift,
  'wait-listed': { ...shift, position: 3 },
  promoted: shift,
  assigned: shift,
  'event-cancelled': shift,
};

const kinds = Object.keys(messageKinds) as MessageKind[];
const wordings = kinds.flatMap((kind) => [
  { kind, language: 'zh-CN' as const, ...composeMessage(kind, 'zh-CN', facts[kind]) },
  { kind, language: 'en' as const, ...composeMessage(kind, 'en', facts[kind]) },
]);

describe('composeMessage', () => {
  test.each([
    ['blood-intent-registered', 'zh-CN', '感谢您登记献血意愿', ['全血', '最终以血站检查为准']],
    [
      'blood-intent-registered',
      'en',
      'Thank you for offering to give blood',
      ['whole blood', 'station’s own check decides'],
    ],
    ['blood-intent-withdrawn', 'zh-CN', '已撤回献血意愿', ['血小板', '最终以血站检查为准']],
    [
      'blood-intent-withdrawn',
      'en',
      'Your wish to give blood is withdrawn',
      ['platelets', 'station’s own check decides'],
    ],
    [
      'stem-cell-intent-registered',
      'zh-CN',
      '感谢您登记造血干细胞捐献意愿',
      ['2026年11月30日16:00前为冷静期', '不会转交给任何人', '随时撤回'],
    ],
    [
      'stem-cell-intent-registered',
      'en',
      'Thank you for offering to give stem cells',
      ['Until 16:00 on 30 November 2026', 'nothing is passed on', 'withdraw at any time'],
    ],
    ['stem-cell-intent-withdrawn', 'zh-CN', '已撤回造血干细胞捐献意愿', ['联系人的信息已删除']],
    ['stem-cell-intent-withdrawn', 'en', 'Your wish to give stem cells is withdrawn', ['two contacts is deleted']],
    ['organ-decision-recorded', 'zh-CN', '您的决定已记录', ['查看、修改或撤回', '告诉家人']],
    ['organ-decision-recorded', 'en', 'Your decision is on record', ['change it or take it back', 'tell your family']],
    [
      'blood-eligible-again',
      'zh-CN',
      '预筛：您可以再次献全血',
      ['自2027年2月28日起', '预筛', '最终以血站检查为准', '暂停联系', '撤回意愿'],
    ],
    [
      'blood-eligible-again',
      'en',
      'Pre-screen: you may give whole blood again',
      ['from 28 February 2027 on', 'pre-screen', 'station’s own check decides', 'pause contact', 'withdraw'],
    ],
    ['signed-up', 'zh-CN', '已报名：普及急救知识惠基层', ['2026年12月5日（周六）14:00–17:00', '老竹镇新屋村', '义诊']],
    [
      'signed-up',
      'en',
      'Signed up: 普及急救知识惠基层',
      ['Saturday 5 December 2026, 14:00–17:00', '老竹镇新屋村', '义诊'],
    ],
    ['wait-listed', 'zh-CN', '候补第3位：普及急救知识惠基层', ['候补第3位', '2026年12月5日（周六）14:00–17:00']],
    ['wait-listed', 'en', 'Number 3 on the wait list: 普及急救知识惠基层', ['number 3', 'Saturday 5 December 2026']],
    ['promoted', 'zh-CN', '候补已确认：普及急救知识惠基层', ['从候补转为确认', '老竹镇新屋村', '14:00–17:00']],
    ['promoted', 'en', 'You now have a seat: 普及急救知识惠基层', ['A seat became free', '老竹镇新屋村']],
    ['assigned', 'zh-CN', '已为您安排：普及急救知识惠基层', ['协调员', '2026年12月5日（周六）14:00–17:00']],
    ['assigned', 'en', 'A shift for you: 普及急救知识惠基层', ['The coordinator', 'Saturday 5 December 2026']],
    ['event-cancelled', 'zh-CN', '活动已取消：普及急救知识惠基层', ['不用前往', '2026年12月5日（周六）14:00–17:00']],
    ['event-cancelled', 'en', 'Cancelled: 普及急救知识惠基层', ['need not come', 'Saturday 5 December 2026']],
  ] as const)('%s in %s', (kind, language, title, parts) => {
    const wording = composeMessage(kind, language, facts[kind]);
    expect(wording.title).toBe(title);
    for (const part of parts) expect(wording.text).toContain(part);
  });

  test('a recorded decision about organs tells nothing of the choice', () => {
    for (const { kind, title, text, shortText } of wordings) {
      if (kind !== 'organ-decision-recorded') continue;
      const choices =
        /同意|愿意|自愿|不愿|拒绝|放弃|心脏|眼角膜|遗体|agree|willing|refus|declin|opt|heart|cornea|body/i;
      for (const words of [title, text, shortText]) expect(words).not.toMatch(choices);
    }
    expect(facts['organ-decision-recorded']).toEqual({});
  });

  test('a shift over midnight names both days', () => {
    const overnight = { ...shift, startsAt: '2026-12-31T14:00:00.000Z', endsAt: '2026-12-31T18:00:00.000Z' };
    expect(composeMessage('signed-up', 'zh-CN', overnight).text).toContain(
      '2026年12月31日（周四）22:00 – 2027年1月1日（周五）02:00',
    );
  });

  test('braces and dollar signs in a title stay what they are', () => {
    const odd = { ...shift, eventTitle: 'A {role} for $1 {nothing}' };
    expect(composeMessage('signed-up', 'en', odd).title).toBe('Signed up: A {role} for $1 {nothing}');
  });

  test.each(wordings)('$kind in $language keeps the tone', ({ kind, language, title, text, shortText }) => {
    const all = [title, text, shortText].join('\n');
    expect(all).not.toMatch(/[{}!！]|必须|立即|马上|务必|诊断|合格|捐赠|must\b|immediately|hurry/i);
    expect(text.length).toBeGreaterThan(shortText.length);
    if (language === 'zh-CN') expect(text).toContain('您');
    expect(`${title}${text}`).toMatch(language === 'en' ? /thank you/i : /感谢您/);
    if (kind.startsWith('blood-')) {
      expect(text).toMatch(language === 'en' ? /station’s own check decides/ : /最终以血站检查为准/);
      expect(shortText).toMatch(language === 'en' ? /station’s own check decides/ : /最终以血站检查为准/);
    }
  });

  test('Chinese sentences have at most 25 characters of our own', () => {
    for (const { texts } of Object.values(messageKinds)) {
      for (const sentence of texts['zh-CN'].text.split('。')) {
        expect(sentence.replace(/\{\w+\}/g, '').length).toBeLessThanOrEqual(25);
      }
    }
  });
});
