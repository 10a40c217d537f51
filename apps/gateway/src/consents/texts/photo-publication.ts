import type { ConsentText } from './consent-text.js';

export const photoPublicationTexts: readonly ConsentText[] = [
  {
    version: '2026-11',
    text: {
      'zh-CN': `公开活动照片
做什么：在红十字会的网站、公众号、年报和展板上公开您参加活动时的照片或视频，介绍公益工作。
用到哪些信息：活动中拍到您的照片和视频。不会同时公布姓名，需要署名时另外征求您的同意。
谁会用到：红十字会负责宣传的人员；公开之后，任何人都可能看到。
随时可以撤回：在“我的同意”里点一下即可，不用说明理由。撤回后我们不再使用这些照片，并从自己的网站和公众号上撤下；已经印出的材料和他人已经转存的内容，我们无法收回。
不同意或撤回，不影响您参加活动和使用其他服务。`,
      en: `Publishing photos of events
What for: to show photos or videos taken at events you took part in on the website, social media, annual report and display boards of the Red Cross society, to tell about its work.
Which data: photos and videos in which you can be seen. Your name is not published with them unless you agree to that separately.
Who uses it: the people responsible for publicity at the Red Cross society; once published, anybody may see them.
Withdraw at any time: one tap in "My consents", no reason needed. We then stop using these photos and take them down from our own website and social media. What has been printed, or copied by others, we cannot call back.
If you say no or withdraw, you can still take part in events, and all other services work as before.`,
    },
  },
];
