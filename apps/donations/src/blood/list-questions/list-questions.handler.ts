import { Injectable } from '@nestjs/common';
import { Clock, todayInShanghai } from '@sanxian/shared/config';
import type { Language } from '@sanxian/shared/contracts';
import { enabledRuleSet } from '../enabled-rule-set.js';
import { factsOf, speaksOf } from '../pre-screen/rule-set.js';
import { preScreenNotice } from '../pre-screen-notice.js';
import type { BloodQuestionCatalogue, BloodQuestionsQuery } from './list-questions.dto.js';

@Injectable()
export class ListQuestions {
  constructor(private readonly clock: Clock) {}

  handle({ area, product }: BloodQuestionsQuery, language: Language): BloodQuestionCatalogue {
    const ruleSet = enabledRuleSet(area, todayInShanghai(this.clock));
    const rules = ruleSet.rules.filter((rule) => !product || speaksOf(rule, product));
    const items = ruleSet.facts.map(({ fact, text, answer, group }) => ({
      fact,
      text: text[language],
      answer,
      group,
      rules: rules.filter((rule) => factsOf(rule).includes(fact)).map(({ id }) => id),
    }));
    return { items: items.filter((item) => item.rules.length > 0), notice: preScreenNotice[language] };
  }
}
