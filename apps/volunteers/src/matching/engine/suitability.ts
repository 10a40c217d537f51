import type { MatchingInstance, MatchingVolunteer } from './instance.js';

/** A volunteer as the questions below need it. */
export interface Person {
  readonly volunteer: MatchingVolunteer;
  /** Until when each skill is held, by the skill's number; -Infinity for never. Of several entries the last to end counts. */
  readonly heldUntil: Float64Array;
  /** By the role's number. */
  readonly wishes: Float64Array;
  /** By the language's number. */
  readonly speaks: Uint8Array;
}

/** What a pair is worth, and why. */
export interface ScoreParts {
  /** Preferred skills that are held to the end of the shift: 0 to 300. */
  readonly skills: number;
  /** The nearer, the more: 0 to 300. */
  readonly distance: number;
  /** For the role: 0 to 200. */
  readonly wish: number;
  /** Stars enough: 0 or 100. */
  readonly experience: number;
  /** A language that is welcome: 0 or 100. */
  readonly language: number;
}

interface Wanted {
  readonly end: number;
  readonly required: Int32Array;
  readonly preferred: Int32Array;
  readonly role: number;
  readonly minStar: number;
  readonly languages: Int32Array;
}

/** Whether and how well volunteers and slots suit each other. Skills, roles and languages are numbers here: it is asked millions of times. */
export class Suitability {
  private readonly skills = new Map<string, number>();
  private readonly roles = new Map<string, number>();
  private readonly languages = new Map<string, number>();
  private readonly wanted: readonly Wanted[];

  constructor({ slots, shifts, events }: MatchingInstance) {
    this.wanted = slots.map(({ shift, required, preferred, role, minStar }) => ({
      end: shifts[shift]!.end,
      required: Int32Array.from(required, (skill) => numberOf(skill, this.skills)),
      preferred: Int32Array.from(preferred, (skill) => numberOf(skill, this.skills)),
      role: numberOf(role, this.roles),
      minStar,
      languages: Int32Array.from(events[shifts[shift]!.event]!.languages, (language) =>
        numberOf(language, this.languages),
      ),
    }));
  }

  person(volunteer: MatchingVolunteer): Person {
    const heldUntil = new Float64Array(this.skills.size).fill(-Infinity);
    for (const { id, expires } of volunteer.skills) {
      const skill = this.skills.get(id);
      if (skill !== undefined) heldUntil[skill] = Math.max(heldUntil[skill]!, expires ?? Infinity);
    }
    const wishes = new Float64Array(this.roles.size);
    for (const [role, wish] of Object.entries(volunteer.wishes)) {
      const index = this.roles.get(role);
      if (index !== undefined) wishes[index] = wish;
    }
    const speaks = new Uint8Array(this.languages.size);
    for (const language of volunteer.languages) {
      const index = this.languages.get(language);
      if (index !== undefined) speaks[index] = 1;
    }
    return { volunteer, heldUntil, wishes, speaks };
  }

  /** Whether they hold all that the slot requires to the end of its shift. */
  isSkilled({ heldUntil }: Person, slot: number): boolean {
    const { required, end } = this.wanted[slot]!;
    for (const skill of required) if (heldUntil[skill]! < end) return false;
    return true;
  }

  /** How well a person suits a slot that they may take. */
  parts({ volunteer, heldUntil, wishes, speaks }: Person, slot: number, metres: number): ScoreParts {
    const { end, preferred, role, minStar, languages } = this.wanted[slot]!;
    let held = 0;
    for (const skill of preferred) if (heldUntil[skill]! >= end) held += 1;
    const { maxDistance, star } = volunteer;
    const near = maxDistance > 0 ? 300 - Math.floor((300 * metres) / maxDistance) : 300;
    return {
      skills: preferred.length > 0 ? Math.floor((300 * held) / preferred.length) : 0,
      distance: Math.max(0, near),
      wish: 40 * wishes[role]!,
      experience: star >= minStar ? 100 : 0,
      language: languages.length === 0 || languages.some((language) => speaks[language] === 1) ? 100 : 0,
    };
  }
}

/** All parts together: 0 to 1000. */
export const scoreOf = ({ skills, distance, wish, experience, language }: ScoreParts): number =>
  skills + distance + wish + experience + language;

function numberOf(name: string, numbers: Map<string, number>): number {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  numbers.set(name, numbers.size);
  return numbers.size - 1;
}
