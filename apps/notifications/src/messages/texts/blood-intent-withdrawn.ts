import { defineMessage } from './message-definition.js';
import { bloodIntentWords } from './words.js';

export const bloodIntentWithdrawn = defineMessage({
  nature: 'receipt',
  purpose: 'blood-contact',
  words: bloodIntentWords,
  texts: {
    'zh-CN': {
      title: '已撤回献血意愿',
      text: '您的{product}献血意愿已撤回。我们不会再为这项意愿联系您。感谢您的这份心意，随时可重新登记。今后如再登记，最终以血站检查为准。',
      shortText: '您的{product}献血意愿已撤回，感谢您的心意。随时可重新登记，最终以血站检查为准。',
    },
    en: {
      title: 'Your wish to give blood is withdrawn',
      text: 'Your wish to give {product} is withdrawn. We will not contact you about it again. Thank you for having thought of it; you may register again whenever you like. Then as before, the blood station’s own check decides.',
      shortText:
        'Your wish to give {product} is withdrawn. Thank you for having thought of it. You may register again whenever you like; the blood station’s own check decides.',
    },
  },
});
