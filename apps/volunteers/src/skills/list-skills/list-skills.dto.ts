import type { SkillCode } from '../skill-catalogue.js';

export class SkillEntry {
  /** @example first-aider */
  code!: SkillCode;

  /**
   * In the reader's language.
   * @example 急救员
   */
  label!: string;

  /** False for what is given by appointment. */
  selfClaimed!: boolean;
}

export class SkillList {
  items!: SkillEntry[];
}
