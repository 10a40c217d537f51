import { defineMessage } from './message-definition.js';
import { bloodIntentWords } from './words.js';

export const bloodIntentRegistered = defineMessage({
  nature: 'receipt',
  purpose: 'blood-contact',
  words: bloodIntentWords,
  texts: {
    'zh-CN': {
      title: '感谢您登记献血意愿',
      text: '您的{product}献血意愿已收到。到血站后，工作人员会当面向您了解情况。最终以血站检查为准。您可随时撤回，无需说明原因。',
      shortText: '您的{product}献血意愿已收到，谢谢您。可随时撤回。最终以血站检查为准。',
    },
    en: {
      title: 'Thank you for offering to give blood',
      text: 'We have your wish to give {product}. When you come, the staff of the blood station will talk with you in person. The station’s own check decides. You may withdraw at any time, without giving a reason.',
      shortText:
        'We have your wish to give {product}. Thank you. You may withdraw at any time. The blood station’s own check decides.',
    },
  },
});
