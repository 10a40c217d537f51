import type { SkillCode } from '../skill-catalogue.js';

export class SkillEntry {
  code!: SkillCode;

  /** In the reader's language. */
  label!: string;

  /** False for what is given by appointment. */
  selfClaimed!: boolean;
}

export class SkillList {
  items!: SkillEntry[];
}
