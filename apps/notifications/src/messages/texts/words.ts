import type { Language } from '@sanxian/shared/contracts';
import type {
  BloodEligibleAgainFacts,
  BloodIntentFacts,
  CoolingOffFacts,
  ShiftFacts,
  WaitListFacts,
} from '../message-facts.js';
import { calendarDay } from './calendar-day.js';
import { instant } from './instant.js';
import { timeSpan } from './time-span.js';

const products: Readonly<Record<Language, Readonly<Record<BloodIntentFacts['product'], string>>>> = {
  'zh-CN': { 'whole-blood': '全血', platelets: '血小板' },
  en: { 'whole-blood': 'whole blood', platelets: 'platelets' },
};

export const bloodIntentWords = (facts: BloodIntentFacts, language: Language) => ({
  product: products[language][facts.product],
});

export const coolingOffWords = ({ coolingOffEndsAt }: CoolingOffFacts, language: Language) => ({
  until: instant(coolingOffEndsAt, language),
});

/** For texts that are the same for everybody. */
export const noWords = () => ({});

export const bloodEligibleAgainWords = (facts: BloodEligibleAgainFacts, language: Language) => ({
  ...bloodIntentWords(facts, language),
  date: calendarDay(facts.eligibleFrom, language),
});

export const shiftWords = (facts: ShiftFacts, language: Language) => ({
  eventTitle: facts.eventTitle,
  placeName: facts.placeName,
  role: facts.role,
  when: timeSpan(facts.startsAt, facts.endsAt, language),
});

export const waitListWords = (facts: WaitListFacts, language: Language) => ({
  ...shiftWords(facts, language),
  position: String(facts.position),
});
