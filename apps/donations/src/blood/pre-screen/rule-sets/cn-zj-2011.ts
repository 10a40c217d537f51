import type { LocalText, Rule, RuleSet } from '../rule-set.js';
import { cn2011 } from './cn-2011/cn-2011.js';

const article = (number: string, english: string): LocalText => ({
  'zh-CN': `《浙江省实施〈中华人民共和国献血法〉办法》（2020年文本）${number}`,
  en: `Zhejiang measures for the Blood Donation Law (2020 text), ${english}`,
});

/** The national rules with what Zhejiang's own measures say of age and intervals; the numbers agree, the source is nearer. */
const provincialSources = new Map<string, LocalText>([
  ['CN-AGE-MIN', article('第四条', 'article 4')],
  ['CN-AGE-EXT', article('第四条', 'article 4')],
  ['CN-AGE-MAX', article('第四条', 'article 4')],
  ['CN-INT-WW', article('第十五条', 'article 15')],
  ['CN-INT-PP', article('第十五条', 'article 15')],
]);

export const cnZj2011: RuleSet = {
  ...cn2011,
  id: 'CN-ZJ-2011',
  jurisdiction: 'CN-33',
  rules: cn2011.rules.map((rule): Rule => ({ ...rule, source: provincialSources.get(rule.id) ?? rule.source })),
};
