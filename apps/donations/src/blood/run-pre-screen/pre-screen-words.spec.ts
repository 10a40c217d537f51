import { describe, expect, it } from '@jest/globals';
import type { Language } from '@sanxian/shared/contracts';
import { questionGroupTexts } from '../list-questions/question-groups.js';
import type { Outcome, Reason } from '../pre-screen/pre-screen.js';
import { ruleSets } from '../pre-screen/rule-sets.js';
import { preScreenNotice } from '../pre-screen-notice.js';
import { inputErrorTexts, reasonInWords, summaryInWords } from './pre-screen-words.js';

const languages: Record<Language, { name: RegExp; result: RegExp; presses: RegExp; broken: RegExp }> = {
  'zh-CN': {
    name: /^预筛：/,
    result: /^预筛结果：/,
    presses: /诊断|必须|立即|！|捐赠|你/,
    broken: /undefined|[{}]|。。/,
  },
  en: {
    name: /^Pre-screen: /,
    result: /^Pre-screen result: /,
    presses: /diagnos|must|immediately|!|\p{Script=Han}/iu,
    broken: /undefined|[{}]| {2}/,
  },
};
const verdicts: Omit<Reason, 'rule'>[] = [
  { outcome: 'deferred', until: '2027-02-28' },
  { outcome: 'deferred' },
  { outcome: 'ask-blood-station' },
  { outcome: 'not-eligible' },
];
const results: { outcome: Outcome; eligibleFrom?: string; reasons: Reason[] }[] = [
  { outcome: 'likely-eligible', reasons: [] },
  { outcome: 'ask-blood-station', reasons: [] },
  { outcome: 'not-eligible', reasons: [] },
  { outcome: 'deferred', reasons: [] },
  { outcome: 'deferred', eligibleFrom: '2027-02-28', reasons: [] },
  { outcome: 'deferred', eligibleFrom: '2027-02-28', reasons: [{ rule: ruleSets[0]!.rules[0]!, outcome: 'deferred' }] },
];

describe.each(Object.entries(languages) as [Language, (typeof languages)['en']][])('in %s', (language, wanted) => {
  it('every reason of every rule says that it is a pre-screen, and no more than that', () => {
    for (const rule of ruleSets.flatMap(({ rules }) => rules)) {
      for (const verdict of verdicts) {
        const words = reasonInWords({ rule, ...verdict }, language);
        expect(words).toMatch(wanted.name);
        expect(words).not.toMatch(wanted.presses);
        expect(words).not.toMatch(wanted.broken);
        expect(words).toContain(rule.text[language]);
      }
    }
  });

  it('every outcome has a summary of its own, which leaves the decision to the station', () => {
    const summaries = results.map((result) => summaryInWords(result, language));
    expect(new Set(summaries).size).toBe(results.length);
    for (const summary of summaries) {
      expect(summary).toMatch(wanted.result);
      expect(summary).not.toMatch(wanted.presses);
      expect(summary).not.toMatch(wanted.broken);
      expect(summary).toMatch(/血站|blood station/);
      expect(summary).toMatch(/决定|decides/);
    }
  });

  it('a day is written out', () => {
    const words = reasonInWords({ rule: ruleSets[0]!.rules[0]!, ...verdicts[0]! }, language);
    expect(words).toContain(language === 'en' ? '28 February 2027' : '2027年2月28日');
  });

  it('headings, errors and the notice are there', () => {
    for (const text of [...Object.values(questionGroupTexts), ...Object.values(inputErrorTexts), preScreenNotice]) {
      expect(text[language].trim()).not.toBe('');
      expect(text[language]).not.toMatch(wanted.presses);
    }
    expect(preScreenNotice[language]).toMatch(/预筛|pre-screen/);
  });
});
