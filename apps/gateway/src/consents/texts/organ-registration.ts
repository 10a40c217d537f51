import type { ConsentText } from './consent-text.js';

export const organRegistrationTexts: readonly ConsentText[] = [
  {
    version: '2026-11',
    text: {
      'zh-CN': `人体器官捐献意愿登记
做什么：记录您关于身故后捐献器官、角膜或遗体的决定，愿意、不愿意都可以，方便您查看、修改或撤回。
用到哪些信息：姓名、手机号、出生日期、您的决定和形式；选择遗体捐献的，还包括您指定的执行人。这些属于敏感个人信息，加密保存。
谁会用到：受理您登记的红十字会中负责器官捐献工作的人员。这里的记录不等于全国登记；向全国登记系统或其他机构提供前，会另外征求您的同意。
随时可以撤回：在“我的同意”里点一下即可，不用说明理由。撤回后我们停止使用这些信息，以前的记录只作为凭证保存。
不同意或撤回，不影响您使用其他服务。`,
      en: `Record of your decision on organ donation
What for: to record what you decide about giving organs, corneas or your body after death, willing or not, so that you can see, change or withdraw it.
Which data: your name, mobile number and date of birth, your decision and its form; for donating the body also the executor you name. This is sensitive personal information and is stored encrypted.
Who uses it: the people responsible for organ donation at the Red Cross society that takes your registration. This record is not the national registration; before anything is given to the national system or anybody else we ask you separately.
Withdraw at any time: one tap in "My consents", no reason needed. We then stop using this information; earlier records are only kept as proof.
If you say no or withdraw, all other services work as before.`,
    },
  },
];
