import { Injectable } from '@nestjs/common';
import { Clock, todayInShanghai } from '@sanxian/shared/config';
import { type Language, Refusal } from '@sanxian/shared/contracts';
import { commonProblems } from '@sanxian/shared/http';
import { enabledRuleSet } from '../enabled-rule-set.js';
import { preScreen, type PreScreenInput } from '../pre-screen/pre-screen.js';
import { findLateDates, readAnswers } from '../pre-screen/read-answers.js';
import type { RuleSet } from '../pre-screen/rule-set.js';
import { preScreenNotice } from '../pre-screen-notice.js';
import { PreScreenReceipts } from '../pre-screen-receipts.js';
import { describeReason } from './describe-reason.js';
import { inputErrorTexts, summaryInWords } from './pre-screen-words.js';
import type { BloodPreScreenAnswer, BloodPreScreenRequest } from './run-pre-screen.dto.js';

@Injectable()
export class RunPreScreen {
  constructor(
    private readonly clock: Clock,
    private readonly receipts: PreScreenReceipts,
  ) {}

  async handle(request: BloodPreScreenRequest, language: Language): Promise<BloodPreScreenAnswer> {
    const onDate = request.onDate ?? todayInShanghai(this.clock);
    const ruleSet = enabledRuleSet(request.area, onDate);
    const result = preScreen(ruleSet, readInput(ruleSet, request, onDate, language));
    const { outcome, eligibleFrom, reasons } = result;
    const statement = { outcome, on: onDate, ruleSetId: ruleSet.id, product: request.product };
    return {
      outcome,
      summary: summaryInWords(result, language),
      eligibleFrom,
      reasons: reasons.map((reason) => describeReason(reason, language)),
      ruleSet: { id: ruleSet.id, effectiveFrom: ruleSet.effectiveFrom },
      notice: preScreenNotice[language],
      receipt: await this.receipts.issue(statement),
    };
  }
}

/** @throws Refusal invalid-request, naming every unknown fact, unreadable answer and date after `onDate` */
function readInput(
  ruleSet: RuleSet,
  { product, person, history, answers: raw }: BloodPreScreenRequest,
  onDate: string,
  language: Language,
): PreScreenInput {
  const { answers, errors } = readAnswers(ruleSet, raw ?? {});
  const { birthDate, sex, weightKg } = person;
  const input = {
    product,
    onDate,
    person: { birthDate, sex, weightKg: weightKg ?? undefined },
    history: history ?? [],
    answers,
  };
  const found = [...errors, ...findLateDates(input)];
  if (found.length === 0) return input;
  const told = found.map(({ path, code }) => ({ path, code, message: inputErrorTexts[code][language] }));
  throw new Refusal(commonProblems['invalid-request'], {}, told);
}
