import type { AccountResponse } from '../accounts/account.dto.js';

export class SessionResponse {
  /** For `Authorization: Bearer`, ten minutes. */
  accessToken!: string;

  /** When the access token ends. */
  expiresAt!: string;

  /** Gets the next access token, once; left out for browsers, which have it in a cookie. */
  refreshToken?: string;

  account!: AccountResponse;
}
