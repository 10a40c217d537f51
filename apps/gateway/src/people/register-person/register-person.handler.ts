import { Injectable } from '@nestjs/common';
import { Clock, newId, todayInShanghai } from '@sanxian/shared/config';
import { Refusal } from '@sanxian/shared/contracts';
import { assertSigned } from '@sanxian/shared/http';
import { type Transaction, UnitOfWork } from '@sanxian/shared/persistence';
import { BlindIndex, PaperTrail } from '@sanxian/shared/security';
import { Account } from '../../accounts/account.entity.js';
import { phoneIndexOf } from '../../accounts/phone-index.js';
import { RegisterAccount } from '../../accounts/register-account.js';
import { gatewayProblems } from '../../problems.js';
import { assertPossibleBirthDate } from '../../profile/possible-birth-date.js';
import { type ProfileDetails, residentIdIndex } from '../../profile/profile.entity.js';
import { contradicts } from '../../resident-id/follow-resident-id.policy.js';
import { assertResidentId } from '../../resident-id/resident-id-field.js';
import { People } from '../people.js';
import type { PersonResponse } from '../person.dto.js';
import type { RegisterPersonRequest } from './register-person.dto.js';

type KnownOfPerson = Pick<ProfileDetails, 'residentId' | 'birthDate' | 'sex' | 'phone'>;

@Injectable()
export class RegisterPerson {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly blindIndex: BlindIndex,
    private readonly people: People,
    private readonly registerAccount: RegisterAccount,
    private readonly paperTrail: PaperTrail,
  ) {}

  handle(coordinatorId: string, { paperForm, reason, ...person }: RegisterPersonRequest): Promise<PersonResponse> {
    const { displayName, residentId = null, birthDate = null, sex = null, area = null, phone = null } = person;
    const known = { displayName, residentId, birthDate, sex, area, phone, language: 'zh-CN' } as const;
    const today = todayInShanghai(this.clock);
    assertSigned(paperForm, today);
    assertPossible(known, today);
    return this.unitOfWork.run(async (tx) => {
      await this.assertUnknown(tx, known);
      const phoneIndex = phone === null ? null : phoneIndexOf(this.blindIndex, phone);
      const account = Account.ofCitizen(newId(), phoneIndex, this.clock.now());
      await this.registerAccount.in(tx, account, known);
      const subject = { type: 'account', id: account.id };
      const act = { actorId: coordinatorId, action: 'register-person', personId: account.id, subject, reason };
      await this.paperTrail.record(tx, act, paperForm);
      return this.people.describe(tx.manager, account);
    });
  }

  /** A second account would hide what the first one has registered. */
  private async assertUnknown(tx: Transaction, { residentId, phone }: KnownOfPerson): Promise<void> {
    // Not unique in the database: people type a number of somebody else.
    if (residentId !== null) await tx.oneAtATime(`register-person:${residentIdIndex(this.blindIndex, residentId)}`);
    const withCard = residentId === null ? [] : await this.people.find(tx.manager, { residentId });
    const withPhone = phone === null ? [] : await this.people.find(tx.manager, { phone });
    if (withCard.length + withPhone.length > 0) throw new Refusal(gatewayProblems['person-known']);
  }
}

/** @throws InvalidInput for a number nobody can have, Refusal for a birth date nobody can have or the number contradicts */
function assertPossible({ residentId, birthDate, sex }: KnownOfPerson, today: string): void {
  assertPossibleBirthDate(birthDate, today);
  if (residentId === null) return;
  assertResidentId(residentId, today);
  const typed = { birthDate: birthDate ?? undefined, sex: sex ?? undefined };
  if (contradicts(typed, residentId)) throw new Refusal(gatewayProblems['contradicts-resident-id']);
}
