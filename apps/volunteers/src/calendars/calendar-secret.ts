import { createHash, randomBytes } from 'node:crypto';

/** 256 bits, base64url: 43 characters. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** Without salt or stretching: there is nothing to guess in 256 random bits, and the hash has to be found by an index. */
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');
