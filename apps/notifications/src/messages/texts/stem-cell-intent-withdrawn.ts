import { defineMessage } from './message-definition.js';
import { noWords } from './words.js';

export const stemCellIntentWithdrawn = defineMessage({
  nature: 'receipt',
  purpose: 'stem-cell-registry',
  words: noWords,
  texts: {
    'zh-CN': {
      title: '已撤回造血干细胞捐献意愿',
      text: '您的造血干细胞捐献意愿已撤回。两位联系人的信息已删除。我们不会再为这项意愿联系您。感谢您的这份心意，您可随时重新登记。',
      shortText: '您的造血干细胞捐献意愿已撤回，联系人信息已删除。感谢您的心意。',
    },
    en: {
      title: 'Your wish to give stem cells is withdrawn',
      text: 'Your wish to give stem cells is withdrawn, and what you told us about your two contacts is deleted. We will not contact you about it again. Thank you for having thought of it; you may register again whenever you like.',
      shortText:
        'Your wish to give stem cells is withdrawn, and your two contacts are deleted. Thank you for having thought of it.',
    },
  },
});
