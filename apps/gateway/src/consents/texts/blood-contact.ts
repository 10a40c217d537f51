import type { ConsentText } from './consent-text.js';

export const bloodContactTexts: readonly ConsentText[] = [
  {
    version: '2026-11',
    text: {
      'zh-CN': `献血联系
做什么：您登记献血意愿后，我们通过站内消息和短信与您联系，包括确认登记、告知可以献血的日期和附近的献血活动。
用到哪些信息：姓名、手机号、所在县（市、区）、想献的种类和时间；您填写了血型的，还包括血型，血型属于健康信息。预筛时的回答不保存，也不会用于联系。
谁会用到：受理您登记的红十字会及其下属分会中负责献血工作的人员。不会提供给其他机构；需要提供给采供血机构时，会另外征求您的同意。
随时可以撤回：在“我的同意”里点一下即可，不用说明理由。撤回后我们不再就献血联系您，已登记的意愿仍会保留，您可以另行撤回。
不同意或撤回，不影响您使用其他服务。`,
      en: `Contact about giving blood
What for: after you register your wish to give blood, we contact you by in-app message and text message to confirm it and to tell you from when you can give and which donation events are near you.
Which data: your name, mobile number, county, and what and when you would like to give; your blood type too if you enter it, which is health information. Answers in the pre-screen are not stored and are never used for contact.
Who uses it: the people responsible for blood donation at the Red Cross society that takes your registration and its branches. It is given to nobody else; before anything is given to a blood station we ask you separately.
Withdraw at any time: one tap in "My consents", no reason needed. We then stop contacting you about blood donation. Your registered wish stays, and you can withdraw it separately.
If you say no or withdraw, all other services work as before.`,
    },
  },
];
