import { createHash } from 'node:crypto';
import type { Language, Texts } from '@sanxian/shared/contracts';

const style = `body{margin:0;background:#F5F7F6;color:#1B2326;font:16px/1.5 system-ui,sans-serif}
main{max-width:26rem;margin:0 auto;padding:2rem 1rem}h1{font-size:1.5rem}label{display:block;margin-top:1rem}
input{box-sizing:border-box;width:100%;min-height:44px;padding:0 .75rem;border:1px solid #7C878B;border-radius:6px;font:inherit}
small{color:#4A5659}button{margin-top:1.5rem;min-height:44px;padding:0 1.5rem;border:0;border-radius:6px;background:#0F5B66;color:#fff;font:inherit}
[role=status]{margin-top:1rem}`;

// The token stays in the fragment: it reaches the server in the body only, never in a log of addresses.
const script = `const form=document.querySelector('form'),status=document.querySelector('[role=status]');
const say=(text)=>{status.textContent=text};
form.addEventListener('submit',async(event)=>{
  event.preventDefault();
  const body=JSON.stringify({token:location.hash.slice(1),username:form.username.value,password:form.password.value});
  try{
    const answer=await fetch('/api/v1/accounts/first-staff',{method:'POST',body,
      headers:{'content-type':'application/json','accept-language':document.documentElement.lang}});
    if(answer.ok){history.replaceState(null,'','/setup');form.hidden=true;say(form.dataset.done);return}
    const problem=await answer.json();
    say([problem.title,problem.detail,...problem.errors.map((error)=>error.path+': '+error.message)].join(' '));
  }catch{say(form.dataset.offline)}
});`;

const sourceHash = (source: string): string => `'sha256-${createHash('sha256').update(source).digest('base64')}'`;

/** Nothing runs or loads on the page but what is written above. */
export const setUpPageSecurityPolicy = [
  "default-src 'none'",
  `script-src ${sourceHash(script)}`,
  `style-src ${sourceHash(style)}`,
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const words = {
  title: { 'zh-CN': '三献：建立第一个工作人员账户', en: 'Sanxian: make the first staff account' },
  introduction: {
    'zh-CN': '这个账户可以管理整个组织的活动，并维护系统。链接只能用一次，24 小时内有效。',
    en: 'This account can manage the events of the whole organisation and maintain the system. The link works once, for 24 hours.',
  },
  username: { 'zh-CN': '用户名', en: 'Username' },
  usernameHint: {
    'zh-CN': '3 至 40 个小写字母、数字、点或横线',
    en: '3 to 40 small letters, digits, dots or dashes',
  },
  password: { 'zh-CN': '密码', en: 'Password' },
  passwordHint: { 'zh-CN': '至少 12 个字符', en: '12 characters or more' },
  submit: { 'zh-CN': '建立账户', en: 'Make account' },
  done: { 'zh-CN': '账户已建立，现在可以用它登录。', en: 'The account is made; you can log in with it now.' },
  offline: { 'zh-CN': '没有连上服务，请稍后再试。', en: 'The server did not answer; please try again later.' },
  needsScript: { 'zh-CN': '此页面需要启用 JavaScript。', en: 'This page needs JavaScript.' },
} satisfies Record<string, Texts>;

/** One form; its words are in the language of the reader. */
export function setUpPage(language: Language): string {
  const say = (word: keyof typeof words): string => words[word][language];
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${say('title')}</title>
<style>${style}</style></head>
<body><main>
<h1>${say('title')}</h1>
<p>${say('introduction')}</p>
<noscript>${say('needsScript')}</noscript>
<form data-done="${say('done')}" data-offline="${say('offline')}">
<label for="username">${say('username')}</label>
<input id="username" name="username" autocomplete="username" required minlength="3" maxlength="40" aria-describedby="username-hint">
<small id="username-hint">${say('usernameHint')}</small>
<label for="password">${say('password')}</label>
<input id="password" name="password" type="password" autocomplete="new-password" required minlength="12" maxlength="200" aria-describedby="password-hint">
<small id="password-hint">${say('passwordHint')}</small>
<p><button>${say('submit')}</button></p>
</form>
<p role="status"></p>
</main>
<script>${script}</script></body></html>`;
}
