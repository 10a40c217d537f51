import { defineMessage } from './message-definition.js';
import { noWords } from './words.js';

/** The same words for giving, refusing and taking back: whoever looks over a shoulder learns no choice. */
export const organDecisionRecorded = defineMessage({
  nature: 'receipt',
  purpose: 'organ-registration',
  words: noWords,
  texts: {
    'zh-CN': {
      title: '您的决定已记录',
      text: '您关于器官捐献的决定已记录，感谢您告诉我们。无论怎样决定，我们都尊重您。您可随时查看、修改或撤回，无需说明原因。方便时也请告诉家人，让他们了解您的心意。',
      shortText: '您关于器官捐献的决定已记录，感谢您。可随时查看、修改或撤回，方便时也请告诉家人。',
    },
    en: {
      title: 'Your decision is on record',
      text: 'Your decision about organ donation is on record. Thank you for telling us; whatever you decide, we respect it. You may look at it, change it or take it back at any time, without giving a reason. When you have a chance, please tell your family, so that they know what you wish.',
      shortText:
        'Your decision about organ donation is on record. Thank you. You may look at it, change it or take it back at any time. When you have a chance, please tell your family.',
    },
  },
});
