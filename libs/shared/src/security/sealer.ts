import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const version = 'v1.';
const nonceLength = 12;
const tagLength = 16;

/** Authenticated encryption (AES-256-GCM). What was sealed for one context opens in no other. */
export class Sealer {
  constructor(private readonly key: Buffer) {}

  /** `v1.` and base64url of nonce, tag and ciphertext. */
  seal(context: string, text: string): string {
    const nonce = randomBytes(nonceLength);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(Buffer.from(context));
    const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return version + Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]).toString('base64url');
  }

  /** @throws Error when it was tampered with, or sealed under another key or context */
  open(context: string, sealed: string): string {
    const bytes = Buffer.from(sealed.slice(version.length), 'base64url');
    if (!sealed.startsWith(version) || bytes.length < nonceLength + tagLength) throw new Error('Not a sealed text');
    const decipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(0, nonceLength))
      .setAAD(Buffer.from(context))
      .setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength));
    const plain = [decipher.update(bytes.subarray(nonceLength + tagLength)), decipher.final()];
    return Buffer.concat(plain).toString('utf8');
  }
}
