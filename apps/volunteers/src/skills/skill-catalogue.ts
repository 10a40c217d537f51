import type { Texts } from '@sanxian/shared/contracts';

export const skillCodes = [
  'first-aider',
  'first-aid-instructor',
  'doctor',
  'nurse',
  'lab-technician',
  'psychologist',
  'search-and-rescue',
  'water-rescue',
  'relief-logistics',
  'public-health',
  'publicity',
  'driver',
  'photographer',
  'dialect-interpreter',
  'organ-coordinator',
] as const;
export type SkillCode = (typeof skillCodes)[number];

const labels: Readonly<Record<SkillCode, Texts>> = {
  'first-aider': { 'zh-CN': '救护员', en: 'First aider' },
  'first-aid-instructor': { 'zh-CN': '救护培训师资', en: 'First-aid instructor' },
  doctor: { 'zh-CN': '医生', en: 'Doctor' },
  nurse: { 'zh-CN': '护士', en: 'Nurse' },
  'lab-technician': { 'zh-CN': '检验与医技', en: 'Laboratory technician' },
  psychologist: { 'zh-CN': '心理援助', en: 'Psychologist' },
  'search-and-rescue': { 'zh-CN': '搜救', en: 'Search and rescue' },
  'water-rescue': { 'zh-CN': '水上救援', en: 'Water rescue' },
  'relief-logistics': { 'zh-CN': '赈济物流', en: 'Relief logistics' },
  'public-health': { 'zh-CN': '公共卫生', en: 'Public health' },
  publicity: { 'zh-CN': '宣传', en: 'Publicity' },
  driver: { 'zh-CN': '驾驶', en: 'Driver' },
  photographer: { 'zh-CN': '摄影', en: 'Photographer' },
  'dialect-interpreter': { 'zh-CN': '方言翻译', en: 'Dialect interpreter' },
  'organ-coordinator': { 'zh-CN': '器官捐献协调员', en: 'Organ donation coordinator' },
};

/** For how many calendar years a certificate counts that does not name its last day; the others do not end. */
export const certificateYears: Readonly<Partial<Record<SkillCode, number>>> = { 'first-aider': 3 };

/** In the order they are shown. */
export const skillCatalogue = skillCodes.map((code) => ({ code, label: labels[code] }));

/** The others are given by appointment. */
export const selfClaimedSkills: readonly SkillCode[] = skillCodes.filter((code) => code !== 'organ-coordinator');
