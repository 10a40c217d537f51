import type { ConsentText } from './consent-text.js';

export const stemCellRegistryTexts: readonly ConsentText[] = [
  {
    version: '2026-11',
    text: {
      'zh-CN': `造血干细胞捐献登记
做什么：记录您加入中华骨髓库的意愿，与您约定采样，并每年向您确认一次联系方式和意愿。
用到哪些信息：姓名、手机号、出生日期、性别、所在县（市、区），以及您提供的两位联系人的姓名、关系和电话，请先征得他们同意。这里不收集配型（HLA）数据。
谁会用到：受理您登记的红十字会及其下属分会中负责造血干细胞工作的人员。向中华骨髓库提供信息前，会另外征求您的同意；配型相合后，还会再次征求您的意愿。
随时可以撤回：在“我的同意”里点一下即可，不用说明理由。撤回后我们停止使用并不再就此联系您，登记和撤回的记录只作为凭证保存。
不同意或撤回，不影响您使用其他服务。`,
      en: `Registration as a stem cell donor
What for: to record your wish to join the China Marrow Donor Program, to arrange the sample with you, and to ask you once a year whether your contact details and your wish still hold.
Which data: your name, mobile number, date of birth, sex and county, and the name, relation and phone of two contacts; please ask them first. No tissue type (HLA) data is collected here.
Who uses it: the people responsible for stem cell donation at the Red Cross society that takes your registration and its branches. Before anything is given to the China Marrow Donor Program we ask you separately, and after a match you are asked again whether you wish to donate.
Withdraw at any time: one tap in "My consents", no reason needed. We then stop using the data and stop contacting you about it; the record of registering and withdrawing is only kept as proof.
If you say no or withdraw, all other services work as before.`,
    },
  },
];
