import type { TestService } from '@sanxian/shared/testing';
import type { SessionResponse } from '../src/sessions/session.dto.js';

export interface Challenge {
  readonly challengeId: string;
  readonly code: string;
}

/** Asks for a code and reads it from the mailbox of the demo. */
export async function askForCode(gateway: TestService, phone: string): Promise<Challenge> {
  const answer = await gateway.request('POST', '/api/v1/auth/one-time-codes', { body: { phone } });
  if (answer.status !== 202) throw new Error(`No code: ${answer.text}`);
  return { challengeId: String(answer.body.challengeId), code: codeIn(gateway.mailbox.list(phone)[0]?.text) };
}

export function codeIn(text: string | undefined): string {
  const code = /\b\d{6}\b/.exec(text ?? '')?.[0];
  if (code === undefined) throw new Error('There is no code in the message');
  return code;
}

/** A citizen, logged in. */
export async function logIn(gateway: TestService, phone: string): Promise<SessionResponse & { refreshToken: string }> {
  const body = await askForCode(gateway, phone);
  const answer = await gateway.request<SessionResponse & { refreshToken: string }>('POST', '/api/v1/auth/sessions', {
    body,
  });
  if (answer.status !== 201) throw new Error(`Not logged in: ${answer.text}`);
  return answer.body;
}

/** Another six digits than the right ones. */
export const otherCode = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
