import type { AccountResponse } from '../accounts/account.dto.js';

export class SessionResponse {
  /**
   * For `Authorization: Bearer`, ten minutes.
   * @example eyJhbGciOiJFZERTQSJ9.e30.c2lnbmF0dXJl
   */
  accessToken!: string;

  /** When the access token ends. */
  expiresAt!: string;

  /**
   * Gets the next access token, once; left out for browsers, which have it in a cookie.
   * @example pX4nXnB0vUJ3rJb1o2l5Yw
   */
  refreshToken?: string;

  account!: AccountResponse;
}
