import { dayInShanghai } from '@sanxian/shared/config';
import { type Certificate, isValidOn } from '../../skills/certificate-validity.policy.js';
import { adultAge, ageOn } from '../age.policy.js';
import { busiestWeek, overlap, restTooShort, type TimeSpan } from '../working-time.policy.js';

/** What is known of a person when they want to take a shift. */
export interface Candidate {
  /** What they say of themselves; null without a volunteer profile. */
  readonly skills: readonly string[] | null;
  /** What the society vouches for, those that are over too. */
  readonly certificates: readonly Certificate[];
  /** Whether the consent to volunteer service is granted. */
  readonly consents: boolean;
  /** `YYYY-MM-DD`; null when the person has not said. */
  readonly birthDate: string | null;
  /** Whether somebody who answers for the person, and agrees, is named. */
  readonly hasGuardian: boolean;
  /** Of their own choice; null for no limit. */
  readonly hoursPerWeek: number | null;
  /** Seats and places on wait lists, at least all those of the week before and after the shift. */
  readonly openSignUps: readonly (TimeSpan & { readonly shiftId: string })[];
}

export interface ShiftOnOffer extends TimeSpan {
  readonly id: string;
  /** Whether its event is published, and not cancelled. */
  readonly isOpen: boolean;
  readonly requiredSkills: readonly string[];
  /** Whether people may come to harm there. */
  readonly isDangerous: boolean;
  /** Whether accident cover for those who help is in place. */
  readonly isInsured: boolean;
}

export interface SignUpAttempt {
  readonly candidate: Candidate;
  readonly shift: ShiftOnOffer;
  readonly now: Date;
}

interface SignUpRule {
  /** The problem code a refusal carries. */
  readonly code: string;
  readonly refuses: (attempt: SignUpAttempt) => boolean;
}

/**
 * What stands between a person and a shift, in the order people are told. Seats are no rule: a full shift has a wait list.
 * 志愿服务条例 Art. 15 and 16: tasks fit knowledge and skill; Art. 17: accident cover before what is dangerous. 浙江省志愿服务条例 Art. 9: nobody
 * under age where it is dangerous, and elsewhere with a guardian's consent.
 */
export const signUpRules = [
  { code: 'profile-missing', refuses: ({ candidate }) => candidate.skills === null },
  { code: 'consent-missing', refuses: ({ candidate }) => !candidate.consents },
  {
    code: 'already-signed-up',
    refuses: ({ candidate, shift }) => candidate.openSignUps.some(({ shiftId }) => shiftId === shift.id),
  },
  { code: 'not-open', refuses: ({ shift }) => !shift.isOpen },
  { code: 'closed', refuses: ({ shift, now }) => hasBegun(shift, now) },
  {
    code: 'overlaps',
    refuses: ({ candidate, shift }) =>
      candidate.openSignUps.some((other) => other.shiftId !== shift.id && overlap(other, shift)),
  },
  {
    code: 'rest-too-short',
    refuses: ({ candidate, shift }) => candidate.openSignUps.some((other) => restTooShort(other, shift)),
  },
  {
    code: 'weekly-limit',
    refuses: ({ candidate, shift }) =>
      candidate.hoursPerWeek !== null && busiestWeek(shift, candidate.openSignUps) > candidate.hoursPerWeek * 60,
  },
  {
    code: 'skill-missing',
    refuses: ({ candidate, shift }) => shift.requiredSkills.some((skill) => proofsOf(skill, candidate).length === 0),
  },
  {
    code: 'skill-expires',
    refuses: ({ candidate, shift }) =>
      shift.requiredSkills.some((skill) => !proofsOf(skill, candidate).some((proof) => covers(proof, shift))),
  },
  // Whoever has not said how old they are is no adult where it counts.
  { code: 'under-age', refuses: ({ candidate, shift }) => shift.isDangerous && !(ageAt(shift, candidate) >= adultAge) },
  {
    code: 'guardian-consent-missing',
    refuses: ({ candidate, shift }) => ageAt(shift, candidate) < adultAge && !candidate.hasGuardian,
  },
  { code: 'insurance-missing', refuses: ({ shift }) => shift.isDangerous && !shift.isInsured },
] as const satisfies readonly SignUpRule[];

export type SignUpObstacle = (typeof signUpRules)[number]['code'];

/** @returns the first rule that says no, or null when the person may take the shift */
export function firstObstacle(attempt: SignUpAttempt): SignUpObstacle | null {
  return signUpRules.find(({ refuses }) => refuses(attempt))?.code ?? null;
}

/** Whether it counts to the end of the shift: through its last day in Asia/Shanghai. */
export const covers = (certificate: Pick<Certificate, 'expiresOn'>, { endsAt }: Pick<TimeSpan, 'endsAt'>): boolean =>
  // The end is not part of the shift: one that ends at midnight asks for the day before.
  isValidOn(certificate, dayInShanghai(new Date(endsAt.getTime() - 1)));

/** The word of the person counts as a proof that never ends. */
function proofsOf(skill: string, { skills, certificates }: Candidate): Pick<Certificate, 'expiresOn'>[] {
  const claimed = skills?.includes(skill) ? [{ expiresOn: null }] : [];
  return [...claimed, ...certificates.filter((certificate) => certificate.skill === skill)];
}

/** On the day it begins; NaN for somebody who has not said when they were born. */
const ageAt = ({ startsAt }: TimeSpan, { birthDate }: Candidate): number =>
  birthDate === null ? NaN : ageOn(dayInShanghai(startsAt), birthDate);

/** From its first moment on, who is in a shift is settled on the spot. */
export const hasBegun = ({ startsAt }: Pick<TimeSpan, 'startsAt'>, now: Date): boolean => startsAt <= now;
