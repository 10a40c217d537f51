import type { Language } from '@sanxian/shared/contracts';

/** The text message with the code, in the language of the reader. */
export function codeMessage(code: string, language: Language): string {
  return language === 'zh-CN'
    ? `【三献】验证码 ${code}，5 分钟内有效。请勿告诉他人；不是您本人操作的，可以不理会。`
    : `[Sanxian] Your code is ${code}, valid for 5 minutes. Please keep it to yourself; if you did not ask for it, ignore this.`;
}
