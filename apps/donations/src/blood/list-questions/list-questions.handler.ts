import { Injectable } from '@nestjs/common';
import { Clock, todayInShanghai } from '@sanxian/shared/config';
import type { Language } from '@sanxian/shared/contracts';
import { enabledRuleSet } from '../enabled-rule-set.js';
import { questionsOf } from '../pre-screen/questions.js';
import { questionGroups } from '../pre-screen/rule-set.js';
import { preScreenNotice } from '../pre-screen-notice.js';
import type { BloodQuestionCatalogue, BloodQuestionsQuery } from './list-questions.dto.js';
import { questionGroupTexts } from './question-groups.js';

@Injectable()
export class ListQuestions {
  constructor(private readonly clock: Clock) {}

  handle({ area, product }: BloodQuestionsQuery, language: Language): BloodQuestionCatalogue {
    const ruleSet = enabledRuleSet(area, todayInShanghai(this.clock));
    const items = questionsOf(ruleSet, product).map(({ fact: { fact, text, answer, group }, rules }) => ({
      fact,
      text: text[language],
      answer,
      group,
      rules,
    }));
    const asked = questionGroups.filter((id) => items.some(({ group }) => group === id));
    const groups = asked.map((group) => ({ group, text: questionGroupTexts[group][language] }));
    return { items, groups, notice: preScreenNotice[language] };
  }
}
