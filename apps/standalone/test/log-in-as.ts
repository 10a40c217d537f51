import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { requestOver, type TestRequest, type TestResponse } from '@sanxian/shared/testing';

interface LogIn {
  accessToken: string;
  account: { id: string; branches: { id: string; name: string }[] };
}

export interface LoggedIn {
  readonly id: string;
  readonly token: string;
  readonly branchId: string;
}

export interface LogsIn {
  /** Logs in through the front door, with the code from the demo mailbox or from where text messages go. */
  citizen(phone: string, readText?: () => string | undefined): Promise<LoggedIn>;
  staff(role: 'coordinator' | 'ops'): Promise<LoggedIn>;
}

/** Logs people in through the front door of a running server. */
export function logInAs(server: () => { url: string; folder: string }): LogsIn {
  const request = <Body>(method: string, path: string, options?: TestRequest) =>
    requestOver<Body>(server().url, method, path, options);
  return {
    citizen: async (phone, readText) => {
      const body = { phone };
      const readMailbox = async () => {
        const mail = await request<{ items: { text: string }[] }>('GET', `/api/v1/demo/mailbox?to=${phone}`);
        // Newest first, and something else may have been told since the code was sent.
        return mail.body.items.map(({ text }) => text).find((text) => /\d{6}/.test(text));
      };
      const sent = await request<{ challengeId: string }>('POST', '/api/v1/auth/one-time-codes', { body });
      const text = readText ? readText() : await readMailbox();
      const answer = { challengeId: sent.body.challengeId, code: /\d{6}/.exec(text ?? '')?.[0] };
      return loggedIn(await request<LogIn>('POST', '/api/v1/auth/sessions', { body: answer }));
    },
    staff: async (role) => {
      const accounts = JSON.parse(readFileSync(join(server().folder, 'demo-accounts.json'), 'utf8')) as {
        username: string;
        password: string;
        roles: string[];
      }[];
      const { username, password } = accounts.find(({ roles }) => roles.includes(role))!;
      return loggedIn(await request<LogIn>('POST', '/api/v1/auth/staff-sessions', { body: { username, password } }));
    },
  };
}

function loggedIn({ status, body, text }: TestResponse<LogIn>): LoggedIn {
  if (status !== 201) throw new Error(`Logging in answered ${status} ${text}`);
  return { id: body.account.id, token: body.accessToken, branchId: body.account.branches[0]?.id ?? '' };
}
