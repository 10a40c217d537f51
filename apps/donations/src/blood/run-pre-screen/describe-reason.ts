import type { Language } from '@sanxian/shared/contracts';
import type { Reason } from '../pre-screen/pre-screen.js';
import { reasonInWords } from './pre-screen-words.js';
import type { PreScreenReason } from './run-pre-screen.dto.js';

export function describeReason(reason: Reason, language: Language): PreScreenReason {
  const { rule, outcome, until } = reason;
  return {
    ruleId: rule.id,
    outcome,
    until,
    text: reasonInWords(reason, language),
    source: rule.source[language],
  };
}
