import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Api } from './api.js';
import { eventually } from '@sanxian/shared/testing';

interface LogIn {
  readonly accessToken: string;
  readonly account: {
    readonly id: string;
    readonly branches: readonly { readonly id: string; readonly name: string }[];
  };
}

interface InboxItem {
  readonly kind: string;
  readonly subject: { readonly type: string; readonly id: string };
  readonly title: string;
  readonly text: string;
}

/** Somebody of the tour. */
export interface Person {
  readonly name: string;
  readonly phone: string;
  readonly id: string;
  readonly api: Api;
  /** Good for ten minutes. */
  readonly token: string;
}

/** A citizen with a number nobody has used before logs in with the code from the demo mailbox. */
export async function logInAsCitizen(baseUrl: string | readonly string[], name: string): Promise<Person> {
  const phone = `199${String(randomInt(100_000_000)).padStart(8, '0')}`;
  const api = new Api(baseUrl);
  const { challengeId } = await api.post<{ challengeId: string }>('/api/v1/auth/one-time-codes', { phone }, 202);
  const code = await eventually(
    async () => {
      const [newest] = await textMessages(api, phone);
      const found = /\d{6}/.exec(newest ?? '')?.[0];
      if (!found) throw new Error('The code has not arrived');
      return found;
    },
    { withinMilliseconds: 2_000 },
  );
  const { accessToken, account } = await api.post<LogIn>('/api/v1/auth/sessions', { challengeId, code });
  api.use(accessToken);
  await api.patch('/api/v1/me', { displayName: name });
  return { name, phone, id: account.id, api, token: accessToken };
}

/** The coordinator of the demo, whose password lies in the data folder. */
export async function logInAsCoordinator(
  baseUrl: string | readonly string[],
  dataFolder: string,
): Promise<Person & { branchId: string }> {
  const accounts = JSON.parse(readFileSync(join(dataFolder, 'demo-accounts.json'), 'utf8')) as {
    username: string;
    password: string;
    roles: string[];
  }[];
  const credentials = accounts.find(({ roles }) => roles.includes('coordinator'));
  if (!credentials) throw new Error('demo-accounts.json has no coordinator');
  const api = new Api(baseUrl);
  const { username, password } = credentials;
  const { accessToken, account } = await api.post<LogIn>('/api/v1/auth/staff-sessions', { username, password });
  api.use(accessToken);
  const [branch] = account.branches;
  if (!branch) throw new Error('The coordinator belongs to no branch');
  return { name: username, phone: '', id: account.id, api, token: accessToken, branchId: branch.id };
}

/** Grants a consent in its current wording, and answers with the version of that wording. */
export async function agree({ api }: Person, purpose: string): Promise<string> {
  const { items } = await api.get<{ items: { purpose: string; currentTextVersion: string }[] }>('/api/v1/me/consents');
  const textVersion = items.find((item) => item.purpose === purpose)?.currentTextVersion;
  if (!textVersion) throw new Error(`There is no consent to ${purpose}`);
  await api.put(`/api/v1/me/consents/${purpose}`, { textVersion });
  return textVersion;
}

export async function inbox({ api }: Person): Promise<readonly InboxItem[]> {
  return (await api.get<{ items: InboxItem[] }>('/api/v1/notifications/inbox')).items;
}

/** Texts of the demo mailbox, newest first. */
export async function textMessages(api: Api, phone: string): Promise<readonly string[]> {
  const { items } = await api.get<{ items: { text: string }[] }>(`/api/v1/demo/mailbox?to=${phone}`);
  return items.map(({ text }) => text);
}
