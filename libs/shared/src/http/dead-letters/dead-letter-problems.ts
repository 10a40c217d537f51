import { defineProblems } from '../../contracts/problem-type.js';

export const deadLetterProblems = defineProblems({
  'dead-letter-settled': {
    status: 409,
    title: { 'zh-CN': '该消息已被处理', en: 'The message is settled' },
    detail: {
      'zh-CN': '刚刚有人重放或放弃了它，请刷新列表。',
      en: 'Somebody has just replayed or discarded it; please read the list again.',
    },
  },
});
