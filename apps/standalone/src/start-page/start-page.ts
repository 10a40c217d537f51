import type { Language } from '@sanxian/shared/contracts';
import type { DataFolder } from '../data-folder/data-folder.js';

/** What the start page may tell. */
export abstract class StartPageFacts {
  abstract readonly folder: DataFolder;
  /** Demo data, and nobody but this machine can reach the server. */
  abstract readonly showsDemo: boolean;
}

const texts = {
  'zh-CN': {
    title: '三献',
    what: '红十字会志愿服务与捐献协调系统。四项服务在同一个进程中运行：网关、捐献、志愿服务、通知。',
    docs: '接口文档',
    health: '运行状态',
    demo: (folder: string) =>
      `这里是演示数据，人物均为虚构。工作人员账号见 ${folder}/demo-accounts.json；任意 11 位手机号都可以登录，验证码在演示信箱里。`,
    mailbox: '演示信箱',
    own: '网页应用尚未提供，请使用接口文档。',
  },
  en: {
    title: 'Sanxian',
    what: 'Volunteer and donation coordination for Red Cross societies. Four services run in this process: gateway, donations, volunteers, notifications.',
    docs: 'API documentation',
    health: 'Health',
    demo: (folder: string) =>
      `This is demo data; all people are invented. Staff accounts are in ${folder}/demo-accounts.json; any 11-digit mobile number can log in, its code is in the demo mailbox.`,
    mailbox: 'Demo mailbox',
    own: 'There is no web app yet; the API documentation shows what can be done.',
  },
} as const;

/** One honest page until the web app comes. */
export function renderStartPage(language: Language, { folder, showsDemo }: StartPageFacts): string {
  const text = texts[language];
  const links = [
    ['/docs', text.docs],
    ['/health/ready', text.health],
    ...(showsDemo ? [['/api/v1/demo/mailbox', text.mailbox]] : []),
  ];
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text.title}</title>
<style>
  body { font: 18px/1.6 system-ui, sans-serif; color: #1b2326; background: #f5f7f6; max-width: 40rem; margin: 3rem auto; padding: 0 1rem }
  a { color: #0f5b66 }
  li { padding: .4rem 0 }
</style>
<h1>${text.title}</h1>
<p>${text.what}</p>
<p>${showsDemo ? text.demo(escapeHtml(folder.path)) : text.own}</p>
<ul>
${links.map(([href, label]) => `<li><a href="${href}">${label}</a></li>`).join('\n')}
</ul>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
