import { defineMessage } from './message-definition.js';
import { coolingOffWords } from './words.js';

export const stemCellIntentRegistered = defineMessage({
  nature: 'receipt',
  purpose: 'stem-cell-registry',
  words: coolingOffWords,
  texts: {
    'zh-CN': {
      title: '感谢您登记造血干细胞捐献意愿',
      text: '您的造血干细胞捐献意愿已收到。{until}前为冷静期，期间信息不会转交给任何人。您可随时撤回，无需说明原因。今后每一步都会先征求您的意见。',
      shortText: '您的造血干细胞捐献意愿已收到，谢谢您。{until}前为冷静期，您可随时撤回。',
    },
    en: {
      title: 'Thank you for offering to give stem cells',
      text: 'We have your wish to give stem cells. Until {until} you have time to think it over, and nothing is passed on to anybody. You may withdraw at any time, without giving a reason. Before every further step you will be asked.',
      shortText:
        'We have your wish to give stem cells. Thank you. You have until {until} to think it over, and may withdraw at any time.',
    },
  },
});
