import type { AccountDto } from '../accounts/account.dto.js';

export class SessionDto {
  /** For `Authorization: Bearer`, ten minutes. */
  accessToken!: string;

  /** When the access token ends. */
  expiresAt!: string;

  /** Gets the next access token, once; left out for browsers, which have it in a cookie. */
  refreshToken?: string;

  account!: AccountDto;
}
