import type { ConsentText } from './consent-text.js';

export const volunteerServiceTexts: readonly ConsentText[] = [
  {
    version: '2026-11',
    text: {
      'zh-CN': `志愿服务
做什么：为您安排志愿服务的班次，通过站内消息和短信通知您报名、候补、变更和取消的情况，并记录服务时长。
用到哪些信息：姓名、手机号、出生日期、所在县（市、区）、技能、语言、可服务的时间和服务记录。
谁会用到：您报名活动的组织方，即红十字会及其下属分会的协调员。名单上隐去手机号中间四位。
随时可以撤回：在“我的同意”里点一下即可，不用说明理由。撤回后我们不再为您安排新的班次，也不再就此联系您；已完成的服务记录会保留。
不同意或撤回，不影响您使用其他服务。`,
      en: `Volunteering
What for: to plan your volunteer shifts, to tell you by in-app message and text message about sign-up, wait list, changes and cancellations, and to record your hours.
Which data: your name, mobile number, date of birth, county, skills, languages, availability and record of service.
Who uses it: the organisers of the events you sign up for, that is the coordinators of the Red Cross society and its branches. Lists hide the middle of your mobile number.
Withdraw at any time: one tap in "My consents", no reason needed. We then plan no new shifts for you and stop contacting you about volunteering; the record of service you completed stays.
If you say no or withdraw, all other services work as before.`,
    },
  },
];
