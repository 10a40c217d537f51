import { defineProblems } from '@sanxian/shared/contracts';

export const gatewayProblems = defineProblems({
  'text-message-unavailable': {
    status: 503,
    title: { 'zh-CN': '短信暂时发不出去', en: 'Text messages cannot be sent at the moment' },
    detail: {
      'zh-CN': '验证码没有发出，请稍后重新获取。',
      en: 'The code was not sent; please ask for a new one later.',
    },
  },
  'wrong-code': {
    status: 401,
    title: { 'zh-CN': '验证码不对或已失效', en: 'Wrong or expired code' },
    detail: {
      'zh-CN': '请核对验证码；五分钟后、试过五次后或登录后验证码失效，可重新获取。',
      en: 'Please check the code. It ends after five minutes, five tries or one log-in; you can get a new one.',
    },
  },
  'wrong-credentials': {
    status: 401,
    title: { 'zh-CN': '用户名、密码或动态口令不对', en: 'Wrong username, password or one-time password' },
    detail: { 'zh-CN': '请核对后再试。', en: 'Please check them and try again.' },
  },
  'totp-required': {
    status: 401,
    title: { 'zh-CN': '还需要动态口令', en: 'A one-time password is needed too' },
    detail: {
      'zh-CN': '这个账户启用了两步验证，请填写验证器上的六位数字。',
      en: 'This account uses two steps: please add the six digits of your authenticator.',
    },
  },
  'refresh-token-invalid': {
    status: 401,
    title: { 'zh-CN': '登录已失效', en: 'The log-in has ended' },
    detail: { 'zh-CN': '请重新登录。', en: 'Please log in again.' },
  },
  'refresh-token-reused': {
    status: 401,
    title: { 'zh-CN': '登录凭证被重复使用', en: 'The log-in was renewed twice with one token' },
    detail: {
      'zh-CN': '为安全起见，这次登录已经结束，请重新登录。',
      en: 'To be safe, this log-in has been ended; please log in again.',
    },
  },
  'birth-date-not-possible': {
    status: 400,
    title: { 'zh-CN': '出生日期不在可能的范围内', en: 'Nobody can have been born on this day' },
    detail: { 'zh-CN': '请核对出生日期。', en: 'Please check the date of birth.' },
  },
  'contradicts-resident-id': {
    status: 409,
    title: { 'zh-CN': '出生日期或性别与证件号码不一致', en: 'Birth date or sex differ from the identity card' },
    detail: {
      'zh-CN': '填写证件号码后，出生日期和性别以号码为准，可以不再另填。',
      en: 'With the number of the card, birth date and sex follow from it and can be left out.',
    },
  },
  'follows-from-resident-id': {
    status: 409,
    title: { 'zh-CN': '出生日期和性别以证件号码为准', en: 'Birth date and sex follow from the identity card' },
    detail: {
      'zh-CN': '如需更改，可以更正或清除证件号码。',
      en: 'To change them, you can correct the number of the card or take it back.',
    },
  },
  'person-known': {
    status: 409,
    title: { 'zh-CN': '此人已在册', en: 'This person is registered already' },
    detail: {
      'zh-CN': '证件号码或手机号码已有登记，可以按号码查找。如手机是家人的，可以不填。',
      en: 'The number of the card or the phone is known: you can look the person up. The phone of a relative can be left out.',
    },
  },
  'unknown-purpose': {
    status: 404,
    title: { 'zh-CN': '没有这一用途', en: 'There is no such purpose' },
    detail: { 'zh-CN': '各项用途见同意列表。', en: 'The list of consents names all purposes.' },
  },
  'unknown-text-version': {
    status: 409,
    title: { 'zh-CN': '同意书版本不是现行版本', en: 'This is not the current version of the text' },
    detail: {
      'zh-CN': '请阅读现行文本后再决定，现行版本为 {currentTextVersion}。',
      en: 'Please read the current text, version {currentTextVersion}, and decide then.',
    },
  },
  'set-up-token-invalid': {
    status: 401,
    title: { 'zh-CN': '设置链接无效', en: 'The set-up link is not valid' },
    detail: {
      'zh-CN': '链接只能用一次，24 小时内有效。重新启动程序会给出新的链接。',
      en: 'A link works once and for 24 hours. Starting the program again prints a new one.',
    },
  },
  'username-taken': {
    status: 409,
    title: { 'zh-CN': '用户名已被使用', en: 'The username is taken' },
    detail: { 'zh-CN': '请换一个用户名。', en: 'Please choose another username.' },
  },
});
