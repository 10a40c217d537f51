import { defineProblems } from '@sanxian/shared/contracts';

export const donationsProblems = defineProblems({
  'rule-set-not-enabled': {
    status: 409,
    title: { 'zh-CN': '此地区的预筛规则尚未启用', en: 'The pre-screen rules of this area are not enabled here' },
    detail: { 'zh-CN': '请咨询当地血站。', en: 'Please ask the blood station of the area.' },
  },
  'consent-missing': {
    status: 409,
    title: { 'zh-CN': '尚未同意献血联系', en: 'There is no consent to be contacted about blood donation' },
    detail: {
      'zh-CN': '如愿意接受献血联系，可在“我的同意”中同意后再登记。',
      en: 'If you wish to be contacted, you can consent under "my consents" and then register.',
    },
  },
  'receipt-invalid': {
    status: 409,
    title: { 'zh-CN': '预筛回执无法识别', en: 'The pre-screen receipt is not one of ours' },
    detail: {
      'zh-CN': '可以重新预筛，或不带回执登记。',
      en: 'You can pre-screen again, or register without a receipt.',
    },
  },
  'receipt-expired': {
    status: 409,
    title: { 'zh-CN': '预筛回执已过期', en: 'The pre-screen receipt has expired' },
    detail: {
      'zh-CN': '回执一小时内有效。可以重新预筛，或不带回执登记。',
      en: 'A receipt is valid for one hour. You can pre-screen again, or register without one.',
    },
  },
  'receipt-for-another-product': {
    status: 409,
    title: { 'zh-CN': '预筛回执对应另一种献血方式', en: 'The pre-screen receipt is for another product' },
    detail: {
      'zh-CN': '可以按所选方式重新预筛，或不带回执登记。',
      en: 'You can pre-screen again for this product, or register without a receipt.',
    },
  },
  'already-recorded': {
    status: 409,
    title: { 'zh-CN': '这次献血已有记录', en: 'This donation is recorded already' },
    detail: {
      'zh-CN': '同一天、同一种献血只记一次。',
      en: 'One donation of one product on one day is kept once.',
    },
  },
  'too-many-records': {
    status: 409,
    title: { 'zh-CN': '献血记录已达上限', en: 'There is no room for more donation records' },
    detail: {
      'zh-CN': '如记录有误，可先删除有误的记录。',
      en: 'If some of them are mistakes, they can be taken back first.',
    },
  },
  'entered-by-coordinator': {
    status: 409,
    title: { 'zh-CN': '此记录由协调员录入', en: 'A coordinator entered this record' },
    detail: {
      'zh-CN': '如有误，请联系当地红十字会更正。',
      en: 'If it is mistaken, please ask the Red Cross society of the area to correct it.',
    },
  },
});

/** Of decisions about organs. Giving, refusing and taking back are told the same. */
export const organProblems = defineProblems({
  'consent-missing': {
    status: 409,
    title: {
      'zh-CN': '尚未同意保存器官捐献的决定',
      en: 'There is no consent to keep a decision about organ donation',
    },
    detail: {
      'zh-CN': '愿意捐献或不愿捐献，都可以在“我的同意”中同意后再登记。',
      en: 'Whether you wish to donate or not: you can consent under "my consents" and then record it.',
    },
  },
  'birth-date-missing': {
    status: 409,
    title: { 'zh-CN': '尚未填写出生日期', en: 'The date of birth is not known yet' },
    detail: {
      'zh-CN': '年满 18 周岁后可以登记决定。在“我的资料”中填写出生日期后即可登记。',
      en: 'A decision can be recorded from the age of 18, once your profile has a date of birth.',
    },
  },
  'under-age': {
    status: 409,
    title: { 'zh-CN': '年满 18 周岁后可以登记决定', en: 'A decision can be recorded from the 18th birthday' },
    detail: {
      'zh-CN': '感谢您认真思考这件事，可以先和家人聊一聊。',
      en: 'Thank you for thinking about it. You may like to talk it over with your family meanwhile.',
    },
  },
  'organ-decision-missing': {
    status: 404,
    title: { 'zh-CN': '还没有登记过决定', en: 'There is no decision on record' },
    detail: {
      'zh-CN': '是否登记、如何决定，都由您自己做主。',
      en: 'Whether to record one, and which, is up to you alone.',
    },
  },
});

/** Of the stem cell registry. Codes of the table above keep their meaning; the words are of this ledger. */
export const stemCellProblems = defineProblems({
  'consent-missing': {
    status: 409,
    title: {
      'zh-CN': '尚未同意造血干细胞捐献登记',
      en: 'There is no consent to be registered as a stem cell donor',
    },
    detail: {
      'zh-CN': '如愿意登记，可在“我的同意”中同意后再试。',
      en: 'If you wish to register, you can consent under "my consents" and then try again.',
    },
  },
  'consent-text-outdated': {
    status: 409,
    title: { 'zh-CN': '与您同意的文本版本不一致', en: 'This is not the wording you agreed to' },
    detail: {
      'zh-CN': '您同意的文本及其版本可在“我的同意”中查看，请按该版本登记。',
      en: 'The wording you agreed to and its version are under "my consents"; please register with that one.',
    },
  },
  'birth-date-missing': {
    status: 409,
    title: { 'zh-CN': '尚未填写出生日期', en: 'The date of birth is not known yet' },
    detail: {
      'zh-CN': '登记年龄为 18 至 45 周岁。在“我的资料”中填写出生日期后即可登记。',
      en: 'Registration is for people of 18 to 45 years. It is possible once your profile has a date of birth.',
    },
  },
  'under-age': {
    status: 409,
    title: { 'zh-CN': '年满 18 周岁后可以登记', en: 'Registration is possible from the 18th birthday' },
    detail: {
      'zh-CN': '感谢您的这份心意，期待您成年后再来。',
      en: 'Thank you for the thought; you are welcome once you are of age.',
    },
  },
  'over-age': {
    status: 409,
    title: { 'zh-CN': '登记年龄为 18 至 45 周岁', en: 'Registration is for people of 18 to 45 years' },
    detail: {
      'zh-CN': '感谢您的这份心意。您仍可以志愿者的身份参与造血干细胞捐献的宣传和服务。',
      en: 'Thank you for the thought. As a volunteer you can still help stem cell donation along.',
    },
  },
  'already-registered': {
    status: 409,
    title: { 'zh-CN': '您已登记过', en: 'You are registered already' },
    detail: {
      'zh-CN': '现有的登记可随时查看或撤回。',
      en: 'You can look at that registration, or withdraw it, at any time.',
    },
  },
});
