import { newId } from '@sanxian/shared/config';
import {
  AssignmentConfirmed,
  AssignmentReleased,
  BloodIntentRegistered,
  BloodIntentWithdrawn,
  ConsentGranted,
  ConsentWithdrawn,
  OrganDecisionRecorded,
  DonorEligibleAgain,
  PersonChanged,
  SignUpWaitlisted,
  StemCellIntentRegistered,
  StemCellStageChanged,
  type Language,
  type Purpose,
} from '@sanxian/shared/contracts';
import type { TestService } from '@sanxian/shared/testing';

interface Envelope {
  readonly eventId?: string;
  readonly version?: number;
}

/** What the other services say about one person, in the order a test wants it. */
export class Story {
  readonly personId = newId();
  readonly shiftId = newId();
  readonly eventId = newId();
  readonly signUpId = newId();
  readonly intentId = newId();
  identityVersion = 0;

  constructor(private readonly service: TestService) {}

  /** A person who agreed to everything and has a phone. */
  static async reachable(service: TestService, phone: string, language: Language = 'zh-CN'): Promise<Story> {
    const story = new Story(service);
    await story.profile({ phone, language });
    await story.grants('blood-contact');
    await story.grants('stem-cell-registry');
    await story.grants('volunteer-service');
    return story;
  }

  profile(details: { phone: string | null; language?: Language }, envelope: Envelope = {}): Promise<void> {
    const sealed = this.service.peopleSeal.seal(this.personId, {
      phone: details.phone,
      displayName: '蓝小芳',
      language: details.language ?? 'zh-CN',
      birthDate: '1994-03-07',
      sex: 'female',
      area: '331102',
    });
    return this.service.receive(
      PersonChanged,
      { personId: this.personId, sealed },
      { aggregateId: this.personId, ...envelope },
    );
  }

  grants(purpose: Purpose): Promise<void> {
    return this.service.receive(
      ConsentGranted,
      { personId: this.personId, purpose, textVersion: '2026-11', grantedAt: this.now() },
      { aggregateId: this.personId, version: ++this.identityVersion },
    );
  }

  withdraws(purpose: Purpose): Promise<void> {
    return this.service.receive(
      ConsentWithdrawn,
      { personId: this.personId, purpose, withdrawnAt: this.now() },
      { aggregateId: this.personId, version: ++this.identityVersion },
    );
  }

  registersIntent(envelope: Envelope = {}): Promise<void> {
    return this.service.receive(
      BloodIntentRegistered,
      { ...this.intent('whole-blood'), area: '331102', registeredAt: this.now() },
      { aggregateId: this.intentId, ...envelope },
    );
  }

  withdrawsIntent(envelope: Envelope = {}): Promise<void> {
    return this.service.receive(
      BloodIntentWithdrawn,
      { ...this.intent('platelets'), withdrawnAt: this.now() },
      { aggregateId: this.intentId, ...envelope },
    );
  }

  registersStemCellIntent(envelope: Envelope = {}): Promise<void> {
    const { intentId, personId } = this;
    const coolingOffEndsAt = '2026-11-30T08:00:00.000Z';
    return this.service.receive(
      StemCellIntentRegistered,
      { intentId, personId, area: '331102', registeredAt: this.now(), coolingOffEndsAt },
      { aggregateId: intentId, ...envelope },
    );
  }

  comesToStemCellStage(stage: string, changedBy: string, envelope: Envelope = {}): Promise<void> {
    const { intentId, personId } = this;
    return this.service.receive(
      StemCellStageChanged,
      { intentId, personId, previousStage: 'INTENT', stage, changedBy, changedAt: this.now() },
      { aggregateId: intentId, ...envelope },
    );
  }

  recordsOrganDecision(envelope: Envelope = {}): Promise<void> {
    const { intentId: decisionId, personId } = this;
    return this.service.receive(
      OrganDecisionRecorded,
      { decisionId, personId, version: 1, recordedAt: this.now() },
      { aggregateId: `organs-${personId}`, ...envelope },
    );
  }

  mayGiveAgain(envelope: Envelope = {}): Promise<void> {
    return this.service.receive(
      DonorEligibleAgain,
      { ...this.intent('whole-blood'), eligibleFrom: '2026-11-23', announcedAt: this.now() },
      { aggregateId: this.personId, ...envelope },
    );
  }

  waits(envelope: Envelope = {}): Promise<void> {
    return this.service.receive(SignUpWaitlisted, { ...this.shift(), position: 3 }, this.onShift(envelope));
  }

  isConfirmed(via: AssignmentConfirmed['via'], envelope: Envelope = {}): Promise<void> {
    return this.service.receive(AssignmentConfirmed, { ...this.shift(), via }, this.onShift(envelope));
  }

  isReleased(reason: AssignmentReleased['reason'], envelope: Envelope = {}): Promise<void> {
    const fields = { ...this.shift(), reason, wasConfirmed: true };
    return this.service.receive(AssignmentReleased, fields, this.onShift(envelope));
  }

  private intent<Product extends BloodIntentRegistered['product']>(product: Product) {
    return { intentId: this.intentId, personId: this.personId, product };
  }

  private shift() {
    return {
      signUpId: this.signUpId,
      shiftId: this.shiftId,
      eventId: this.eventId,
      personId: this.personId,
      eventTitle: '普及急救知识惠基层',
      placeName: '老竹镇新屋村',
      role: '义诊',
      startsAt: '2026-12-05T06:00:00.000Z',
      endsAt: '2026-12-05T09:00:00.000Z',
    };
  }

  private onShift(envelope: Envelope) {
    return { aggregateId: this.shiftId, ...envelope };
  }

  private now(): string {
    return this.service.clock.now().toISOString();
  }
}
