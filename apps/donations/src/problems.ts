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
