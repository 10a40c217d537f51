import { Injectable } from '@nestjs/common';
import { Clock, todayInShanghai } from '@sanxian/shared/config';
import { type Language, Refusal, type Texts } from '@sanxian/shared/contracts';
import { commonProblems } from '@sanxian/shared/http';
import { ReadDatabase } from '@sanxian/shared/persistence';
import { intentProducts } from '../blood-intent.dto.js';
import { BloodIntent } from '../blood-intent.entity.js';
import { enabledRuleSet } from '../enabled-rule-set.js';
import { KnownDonors } from '../known-donors.js';
import { nextEligible } from '../pre-screen/next-eligible.js';
import { preScreenNotice } from '../pre-screen-notice.js';
import { describeReason } from '../run-pre-screen/describe-reason.js';
import type { BloodEligibility } from './show-eligibility.dto.js';

const areaNeeded: Texts = {
  'zh-CN': '您还没有登记过献血意愿，请填写献血地区。',
  en: 'You have registered no intent yet, so please say where you would like to give.',
};

@Injectable()
export class ShowEligibility {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly knownDonors: KnownDonors,
    private readonly clock: Clock,
  ) {}

  async handle(personId: string, area: string | undefined, language: Language): Promise<BloodEligibility> {
    const today = todayInShanghai(this.clock);
    const ruleSet = enabledRuleSet(area ?? (await this.areaOfNewestIntent(personId, language)), today);
    const donor = await this.knownDonors.of(this.reads.manager, personId);
    const items = intentProducts.map((product) => {
      const { reasons, ...next } = nextEligible(ruleSet, product, donor, today);
      return { product, ...next, reasons: reasons.map((reason) => describeReason(reason, language)) };
    });
    const { id, effectiveFrom } = ruleSet;
    return { items, ruleSet: { id, effectiveFrom }, notice: preScreenNotice[language] };
  }

  /** @throws Refusal invalid-request when there is none */
  private async areaOfNewestIntent(personId: string, language: Language): Promise<string> {
    const newest = await this.reads.manager.findOne(BloodIntent, {
      where: { personId },
      order: { registeredAt: 'DESC', id: 'DESC' },
    });
    if (newest) return newest.area;
    const message = areaNeeded[language];
    throw new Refusal(commonProblems['invalid-request'], {}, [{ path: 'area', code: 'area-needed', message }]);
  }
}
