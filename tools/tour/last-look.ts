import type { Person } from './people.js';

const views = [
  '/api/v1/me',
  '/api/v1/me/consents',
  '/api/v1/donations/mine',
  '/api/v1/donations/blood/intents',
  '/api/v1/donations/organ/decisions',
  '/api/v1/volunteers/my/shifts',
  '/api/v1/notifications/inbox',
];

export interface Look {
  readonly person: string;
  readonly path: string;
  readonly status: number;
  readonly body: unknown;
}

/** What each person of the tour sees of their own when they leave. */
export const looks: Look[] = [];

export async function leave({ name, api }: Person): Promise<void> {
  for (const path of views) looks.push({ person: name, path, ...(await api.send<unknown>('GET', path)) });
  await api.close();
}
