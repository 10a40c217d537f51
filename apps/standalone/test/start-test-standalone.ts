import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { requestOver, temporaryFolder, type TestRequest, type TestResponse } from '@sanxian/shared/testing';
import { readStandaloneEnvironment } from '../src/environment.js';
import { startStandalone } from '../src/start-standalone.js';

interface LogIn {
  accessToken: string;
  account: { id: string; branches: { id: string; name: string }[] };
}

export interface LoggedIn {
  readonly id: string;
  readonly token: string;
  readonly branchId: string;
}

export interface TestStandalone {
  readonly folder: string;
  readonly said: readonly string[];
  request<Body = Record<string, unknown>>(
    method: string,
    path: string,
    options?: TestRequest,
  ): Promise<TestResponse<Body>>;
  /** Logs in through the front door, with the code from the demo mailbox or from where text messages go. */
  citizen(phone: string, readText?: () => string | undefined): Promise<LoggedIn>;
  staff(role: 'coordinator' | 'ops'): Promise<LoggedIn>;
  stop(): Promise<void>;
}

/** The whole one-process edition on a folder of its own; its demo is complete, and no larger than a test needs. */
export async function startTestStandalone({
  empty = false,
  variables = {},
}: { empty?: boolean; variables?: NodeJS.ProcessEnv } = {}): Promise<TestStandalone> {
  const folder = temporaryFolder();
  const said: string[] = [];
  const standalone = await startStandalone({
    environment: readStandaloneEnvironment({ PORT: '0', SANXIAN_DATA_DIR: folder.path, ...variables }),
    empty,
    demo: 'village',
    say: (line) => said.push(line),
  });
  await standalone.demoSettled();
  const request = <Body>(method: string, path: string, options?: TestRequest) =>
    requestOver<Body>(standalone.url, method, path, options);
  return {
    folder: folder.path,
    said,
    request,
    ...logInAs(() => ({ url: standalone.url, folder: folder.path })),
    stop: async () => {
      await standalone.stop();
      folder.remove();
    },
  };
}

/** Logs people in through the front door of a running server. */
export function logInAs(server: () => { url: string; folder: string }): Pick<TestStandalone, 'citizen' | 'staff'> {
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
