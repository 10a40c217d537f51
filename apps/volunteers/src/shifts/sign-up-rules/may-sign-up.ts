import { dayInShanghai } from '@sanxian/shared/config';
import { type Certificate, isValidOn } from '../../skills/certificate-validity.policy.js';

/** From the start up to, but without, the end. */
export interface TimeSpan {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** What is known of a person when they want to take a shift. */
export interface Candidate {
  /** What they say of themselves; null without a volunteer profile. */
  readonly skills: readonly string[] | null;
  /** What the society vouches for, those that are over too. */
  readonly certificates: readonly Certificate[];
  /** Whether the consent to volunteer service is granted. */
  readonly consents: boolean;
  /** Seats and places on wait lists, at least all those that touch the time of the shift. */
  readonly openSignUps: readonly (TimeSpan & { readonly shiftId: string })[];
}

export interface ShiftOnOffer extends TimeSpan {
  readonly id: string;
  /** Whether its event is published, and not cancelled. */
  readonly isOpen: boolean;
  readonly requiredSkills: readonly string[];
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
 * 志愿服务条例 Art. 15 and 16: tasks fit knowledge and skill.
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
    code: 'skill-missing',
    refuses: ({ candidate, shift }) => shift.requiredSkills.some((skill) => proofsOf(skill, candidate).length === 0),
  },
  {
    code: 'skill-expires',
    refuses: ({ candidate, shift }) =>
      shift.requiredSkills.some((skill) => !proofsOf(skill, candidate).some((proof) => covers(proof, shift))),
  },
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

/** Whether two spans share time; the end of one may be the start of the other. */
export const overlap = (one: TimeSpan, other: TimeSpan): boolean =>
  one.startsAt < other.endsAt && other.startsAt < one.endsAt;

/** From its first moment on, who is in a shift is settled on the spot. */
export const hasBegun = ({ startsAt }: Pick<TimeSpan, 'startsAt'>, now: Date): boolean => startsAt <= now;
