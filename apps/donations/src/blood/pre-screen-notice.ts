import type { Texts } from '@sanxian/shared/contracts';

/** Goes with every answer about eligibility: only the blood station decides, and asks in person what is never asked here. */
export const preScreenNotice: Texts = {
  'zh-CN': '这是预筛。有些问题由血站人员当面保密询问，最终以血站检查为准。',
  en: 'This is a pre-screen. Blood station staff ask some questions in person and in confidence; their own check decides.',
};
