import { defineMessage } from './message-definition.js';
import { bloodEligibleAgainWords } from './words.js';

export const bloodEligibleAgain = defineMessage({
  nature: 'contact',
  purpose: 'blood-contact',
  words: bloodEligibleAgainWords,
  texts: {
    'zh-CN': {
      title: '预筛：您可以再次献{product}',
      text: '感谢您的献血意愿。按您的献血记录预筛，您自{date}起可以再次献{product}。方便的时候，欢迎您来献血。最终以血站检查为准。您可随时在“我的同意”中暂停联系，或撤回意愿。',
      shortText:
        '预筛：您自{date}起可以再次献{product}，方便时欢迎您来。最终以血站检查为准。可随时暂停联系或撤回，谢谢您。',
    },
    en: {
      title: 'Pre-screen: you may give {product} again',
      text: 'Thank you for your wish to give blood. By the pre-screen of your donation records you may give {product} again from {date} on. You are welcome whenever it suits you. The blood station’s own check decides. You may pause contact under “my consents”, or withdraw your wish, at any time.',
      shortText:
        'Pre-screen: from {date} on you may give {product} again; you are welcome when it suits you. The blood station’s own check decides. You may pause contact or withdraw at any time. Thank you.',
    },
  },
});
