import type { Fact, Rule } from '../../rule-set.js';
import { sources } from './sources.js';

export const donorFacts: Fact[] = [
  {
    fact: 'asks-to-donate',
    answer: 'choice',
    group: 'donor',
    text: {
      'zh-CN': '您多次献过血，满56周岁后希望继续献血吗？',
      en: 'Having given blood several times, would you like to go on after your 56th birthday?',
    },
  },
  {
    fact: 'past-donation-reaction',
    answer: 'choice',
    group: 'donor',
    text: {
      'zh-CN': '您以前献血时有过不良反应吗？',
      en: 'Have you ever had an adverse reaction when giving blood?',
    },
  },
];

export const donorRules: Rule[] = [
  {
    id: 'CN-AGE-MIN',
    kind: 'minimum-age',
    years: 18,
    text: { 'zh-CN': '年满18周岁后可以献血。', en: 'Giving blood is possible from the 18th birthday.' },
    source: sources.bloodDonationLaw,
  },
  {
    id: 'CN-AGE-EXT',
    kind: 'repeat-donor-age',
    over: 55,
    upTo: 60,
    earlierDonations: 3,
    counting: ['whole-blood', 'platelets', 'plasma'],
    noneOf: ['past-donation-reaction'],
    allOf: ['asks-to-donate'],
    text: {
      'zh-CN': '56至60周岁，献过3次以上、无不良反应并主动提出的，可以继续献血。',
      en: 'From 56 to 60, people who gave at least 3 times without a reaction and ask to may go on giving.',
    },
    source: sources.standardOnRepeatDonors,
  },
  {
    id: 'CN-AGE-MAX',
    kind: 'maximum-age',
    years: 60,
    text: { 'zh-CN': '献血年龄到60周岁为止。', en: 'Blood is given up to the age of 60.' },
    source: sources.standardOnRepeatDonors,
  },
  {
    id: 'CN-WT',
    kind: 'minimum-weight',
    kilograms: { male: 50, female: 45 },
    text: {
      'zh-CN': '献血的体重：男不低于50公斤，女不低于45公斤。',
      en: 'Giving blood takes a weight of at least 50 kg for men and 45 kg for women.',
    },
    source: sources.standard,
  },
];
