import { describe, expect, it } from '@jest/globals';
import { readRuleSet, type RuleSet } from './rule-set.js';
import { cn2011 } from './rule-sets/cn-2011/cn-2011.js';
import { findRuleSet, ruleSets } from './rule-sets.js';

describe('rule sets', () => {
  it('says everything in both languages, and never presses', () => {
    for (const text of ruleSets.flatMap(({ facts, rules }) => [
      ...facts.map((fact) => fact.text),
      ...rules.flatMap((rule) => [rule.text, rule.source]),
    ])) {
      expect(text['zh-CN']).toMatch(/\p{Script=Han}/u);
      expect(text['zh-CN']).not.toMatch(/必须|立即|！|诊断|合格|捐赠|你/);
      expect(text.en).not.toMatch(/\p{Script=Han}|!|must|diagnos|immediately/iu);
    }
  });

  it.each(
    'oral-care, tooth-extraction, minor-surgery, surgery-appendix, surgery-large, benign-tumour-operated, menstruation-end, pregnant, miscarriage, delivery, eye-disease, eye-surgery, cold-recovered, gastroenteritis-recovered, pneumonia-recovered, urinary-infection-recovered, skin-inflammation-local-healed, skin-inflammation-wide-healed, tattoo, piercing, infectious-contact, hepatitis-a-cured, typhoid-cured, dysentery-recovered, toxoplasmosis-recovered, brucellosis-recovered, q-fever-recovered, malaria-area-visit, malaria-cured, aspirin, transfusion-received, rheumatic-fever, vaccine-inactivated, vaccine-live-measles, vaccine-live-rubella, vaccine-rabies-unexposed, vaccine-rabies-exposed, antitoxin, hepatitis-b-immunoglobulin, vaccine-covid-inactivated, vaccine-covid-other, asks-to-donate, past-donation-reaction, hepatitis-b-carrier, syphilis-ever, diabetes, epilepsy'.split(
      ', ',
    ),
  )('knows the published fact %s', (fact) => expect(cn2011.facts.map((known) => known.fact)).toContain(fact));

  it.each<[string, (ruleSet: RuleSet) => object]>([
    ['is there twice', (set) => ({ ...set, rules: [...set.rules, ...set.rules.slice(0, 1)] })],
    ['is not defined', (set) => ({ ...set, facts: set.facts.slice(1) })],
    ['is used by no rule', (set) => ({ ...set, rules: set.rules.filter(({ id }) => id !== 'CN-T-TATTOO') })],
    ['en', (set) => ({ ...set, rules: set.rules.map((rule) => ({ ...rule, text: { ...rule.text, en: '' } })) })],
    ['effectiveFrom', (set) => ({ ...set, effectiveFrom: '2012-02-30' })],
    ['kind', (set) => ({ ...set, rules: [{ ...set.rules[0], kind: 'horoscope' }] })],
  ])('refuses data in which something %s', (message, change) => {
    expect(() => readRuleSet(change(cn2011))).toThrow(message);
  });

  describe('the one for a place and a date', () => {
    const idOf = (area: string, onDate = '2026-11-23', all = ruleSets) => findRuleSet(all, area, onDate)?.id;

    it('is the narrowest', () => {
      expect(idOf('331102')).toBe('CN-ZJ-2011');
      expect(idOf('331121208')).toBe('CN-ZJ-2011');
      expect(idOf('110101')).toBe('CN-2011');
      expect(idOf('US')).toBeUndefined();
    });

    it('is the one in force, never a disabled one', () => {
      const newer = { ...cn2011, id: 'NEWER', effectiveFrom: '2027-01-01' };
      const all = [newer, { ...cn2011, effectiveTo: '2027-01-01' }];
      expect(idOf('110101', '2026-12-31', all)).toBe('CN-2011');
      expect(idOf('110101', '2027-01-01', all)).toBe('NEWER');
      expect(idOf('110101', '2001-01-01', all)).toBe('CN-2011');
      expect(idOf('110101', '2027-01-01', [{ ...newer, enabled: false }, cn2011])).toBe('CN-2011');
    });
  });
});
