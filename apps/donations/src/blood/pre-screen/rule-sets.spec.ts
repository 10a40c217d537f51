import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { questionsOf } from './questions.js';
import { factsOf, readRuleSet, type RuleSet } from './rule-set.js';
import { cn2011 } from './rule-sets/cn-2011/cn-2011.js';
import { findRuleSet, ruleSets } from './rule-sets.js';

const published =
  'oral-care, tooth-extraction, minor-surgery, surgery-appendix, surgery-large, benign-tumour-operated, menstruation-end, pregnant, miscarriage, delivery, eye-disease, eye-surgery, cold-recovered, gastroenteritis-recovered, pneumonia-recovered, urinary-infection-recovered, skin-inflammation-local-healed, skin-inflammation-wide-healed, tattoo, piercing, infectious-contact, hepatitis-a-cured, typhoid-cured, dysentery-recovered, toxoplasmosis-recovered, brucellosis-recovered, q-fever-recovered, malaria-area-visit, malaria-cured, aspirin, transfusion-received, rheumatic-fever, vaccine-inactivated, vaccine-live-measles, vaccine-live-rubella, vaccine-rabies-unexposed, vaccine-rabies-exposed, antitoxin, hepatitis-b-immunoglobulin, vaccine-covid-inactivated, vaccine-covid-other, asks-to-donate, past-donation-reaction, hepatitis-b-carrier, syphilis-ever, diabetes, epilepsy'.split(
    ', ',
  );

describe('rule sets', () => {
  it('say everything in both languages, and never press', () => {
    for (const text of ruleSets.flatMap(({ facts, rules }) => [
      ...facts.map((fact) => fact.text),
      ...rules.flatMap((rule) => [rule.text, rule.source]),
    ])) {
      expect(text['zh-CN']).toMatch(/\p{Script=Han}/u);
      expect(text['zh-CN']).not.toMatch(/必须|立即|！|诊断|合格|捐赠|你/);
      expect(text.en).not.toMatch(/\p{Script=Han}|!|must|diagnos|immediately/iu);
    }
  });

  it.each(published)('know the published fact %s', (fact) => {
    expect(cn2011.facts.map((known) => known.fact)).toContain(fact);
  });

  it('never ask about sexual behaviour or drug use', () => {
    for (const { fact, text } of ruleSets.flatMap(({ facts }) => facts)) {
      expect([fact, text['zh-CN'], text.en].join(' ')).not.toMatch(
        /sex|drug-|drug use|partner|msm|inject|性行为|性伴侣|同性|吸毒|毒品|HIGHRISK/i,
      );
    }
    const ids = ruleSets.flatMap(({ rules }) => rules.map(({ id }) => id));
    expect(ids.filter((id) => /CN-T-SEX|CN-P-HIGHRISK/.test(id))).toEqual([]);
  });

  it.each(['CN-T-TRANSF', 'CN-T-RHEUM', 'CN-T-PIERCE', 'CN-P-INFECT', 'CN-P-CHRONIC', 'US-INT-PLASMA', 'UK-T-PIERCE'])(
    'say of %s that its source is not verified',
    (ruleId) => {
      const rules = ruleSets.flatMap((ruleSet) => ruleSet.rules.filter(({ id }) => id === ruleId));
      expect(rules.length).toBeGreaterThan(0);
      for (const { source } of rules) {
        expect(source['zh-CN']).toContain('未核实');
        expect(source.en).toContain('not verified');
      }
    },
  );

  it('keep the foreign and the drafted rules disabled', () => {
    const enabled = (on: boolean) => ruleSets.filter((ruleSet) => ruleSet.enabled === on).map(({ id }) => id);
    expect(enabled(true)).toEqual(['CN-2011', 'CN-ZJ-2011']);
    expect(enabled(false)).toEqual(['CN-DRAFT-2025', 'US', 'UK']);
  });

  it('change in the draft of 2025 the ages and the whole blood interval, and nothing else', () => {
    const draft = ruleSets.find(({ id }) => id === 'CN-DRAFT-2025');
    const national = new Map(cn2011.rules.map((rule) => [rule.id, rule]));
    const changed = draft?.rules.filter((rule) => !isDeepStrictEqual(rule, national.get(rule.id)));
    expect(changed?.map(({ id }) => id)).toEqual(['CN-AGE-MAX', 'CN-INT-WW']);
    const gone = cn2011.rules.filter(({ id }) => !draft?.rules.some((rule) => rule.id === id));
    expect(gone.map(({ id }) => id)).toEqual(['CN-AGE-EXT']);
  });

  it.each<[string, (ruleSet: RuleSet) => object]>([
    ['is there twice', (set) => ({ ...set, rules: [...set.rules, ...set.rules.slice(0, 1)] })],
    ['is not defined', (set) => ({ ...set, facts: set.facts.slice(1) })],
    ['is used by no rule', (set) => ({ ...set, rules: set.rules.filter(({ id }) => id !== 'CN-T-TATTOO') })],
    ['en', (set) => ({ ...set, rules: set.rules.map((rule) => ({ ...rule, text: { ...rule.text, en: '' } })) })],
    ['zh-CN', (set) => ({ ...set, facts: set.facts.map((fact) => ({ ...fact, text: { en: fact.text.en } })) })],
    ['source', (set) => ({ ...set, rules: set.rules.map(({ source: _, ...rule }) => rule) })],
    ['waits from a day', (set) => ({ ...set, facts: set.facts.map((fact) => ({ ...fact, answer: 'choice' })) })],
    ['order of groups', (set) => ({ ...set, facts: set.facts.toReversed() })],
    ['effectiveFrom', (set) => ({ ...set, effectiveFrom: '2012-02-30' })],
    ['not after effectiveFrom', (set) => ({ ...set, effectiveTo: set.effectiveFrom })],
    ['kind', (set) => ({ ...set, rules: [{ ...set.rules[0], kind: 'horoscope' }] })],
    ['days', (set) => ({ ...set, rules: [{ ...set.rules[4], wait: { days: 0 } }] })],
  ])('refuse data in which something %s', (message, change) => {
    expect(() => readRuleSet(change(cn2011))).toThrow(message);
  });

  it.each(ruleSets.map((ruleSet) => ({ id: ruleSet.id, ruleSet })))(
    'of $id ask what a rule of the product looks at, and nothing else',
    ({ ruleSet }) => {
      for (const product of ['whole-blood', 'platelets', 'plasma'] as const) {
        const speaking = ruleSet.rules.filter(({ products }) => !products || products.includes(product));
        const questions = questionsOf(ruleSet, product);
        const asked = questions.map(({ fact }) => fact.fact);
        expect(new Set(asked)).toEqual(new Set(speaking.flatMap(factsOf)));
        expect(asked).toEqual(ruleSet.facts.map(({ fact }) => fact).filter((fact) => asked.includes(fact)));
        for (const { fact, rules } of questions) {
          expect(rules).toEqual(speaking.filter((rule) => factsOf(rule).includes(fact.fact)).map(({ id }) => id));
        }
      }
      expect(questionsOf(ruleSet).map(({ fact }) => fact)).toEqual(ruleSet.facts);
    },
  );

  describe('the one for a place and a date', () => {
    const idOf = (area: string, onDate = '2026-11-23', all = ruleSets) => findRuleSet(all, area, onDate)?.id;

    it('is the narrowest', () => {
      expect(idOf('331102')).toBe('CN-ZJ-2011');
      expect(idOf('331121208')).toBe('CN-ZJ-2011');
      expect(idOf('110101')).toBe('CN-2011');
    });

    it('is never a disabled one', () => {
      for (const area of ['US', 'GB', 'EU', 'WHO']) expect(idOf(area)).toBeUndefined();
      expect(idOf('110101', '2026-11-23')).toBe('CN-2011');
      const all = ruleSets.map((ruleSet) => ({ ...ruleSet, enabled: true }));
      expect(['US', 'GB', 'EU', '110101'].map((area) => idOf(area, '2026-11-23', all))).toEqual([
        'US',
        'UK',
        undefined,
        'CN-DRAFT-2025',
      ]);
    });

    it('hands over to the next on the day it ends', () => {
      const newer = { ...cn2011, id: 'NEWER', effectiveFrom: '2027-01-01' };
      const all = [newer, { ...cn2011, effectiveTo: '2027-01-01' }];
      expect(idOf('110101', '2026-12-31', all)).toBe('CN-2011');
      expect(idOf('110101', '2027-01-01', all)).toBe('NEWER');
      expect(idOf('110101', '2001-01-01', all)).toBe('CN-2011');
      expect(idOf('110101', '2027-01-01', [{ ...newer, enabled: false }, cn2011])).toBe('CN-2011');
    });

    it('is that of the country once the province has none in force, and none when all have ended', () => {
      const province = { ...cn2011, id: 'PROVINCE', jurisdiction: 'CN-33', effectiveTo: '2026-01-01' };
      expect(idOf('331102', '2025-12-31', [province, cn2011])).toBe('PROVINCE');
      expect(idOf('331102', '2026-01-01', [province, cn2011])).toBe('CN-2011');
      expect(idOf('331102', '2026-01-01', [province])).toBeUndefined();
    });
  });
});
