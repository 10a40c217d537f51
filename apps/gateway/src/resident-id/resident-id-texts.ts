import type { FieldText } from '@sanxian/shared/http';
import type { ResidentIdMistake } from './resident-id.policy.js';

/** What a person is told about a number that cannot be right; the number itself is never repeated. */
export const residentIdTexts: Readonly<Record<ResidentIdMistake, FieldText>> = {
  shape: {
    code: 'is-resident-id',
    'zh-CN': '请填写十八位身份证件号码，末位可以是 X；旧版外国人永久居留身份证为三个字母加十二位数字。',
    en: 'Please give the 18 characters of an identity card, the last of which may be X, or the three letters and twelve digits of an older permanent residence card.',
  },
  'check-digit': {
    code: 'resident-id-check-digit',
    'zh-CN': '号码与校验位不符，可能有一位写错了，请对照证件核对。',
    en: 'The check digit does not fit: one of the digits may be off. Please compare it with the card.',
  },
  'birth-date': {
    code: 'resident-id-birth-date',
    'zh-CN': '号码中的出生日期不是可能的日期，请对照证件核对。',
    en: 'The birth date in the number is not a possible one. Please compare it with the card.',
  },
};
