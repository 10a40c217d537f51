import { readFile } from 'node:fs/promises';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import { z } from 'zod';
import { readOrCreateSecretFile } from './secret-file.js';

/** The gateway's Ed25519 key pair; the key id is the thumbprint of the public half (RFC 7638). */
export interface SigningKey {
  readonly keyId: string;
  readonly privateJwk: JWK;
  readonly publicJwk: JWK;
}

const keyPart = z.string().regex(/^[\w-]{43}$/);
const privateJwkShape = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: keyPart, d: keyPart });

type PrivateJwk = z.infer<typeof privateJwkShape>;

export async function generateSigningKey(): Promise<SigningKey> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  return signingKeyOf(privateJwkShape.parse(await exportJWK(privateKey)));
}

/**
 * Reads the private JWK from a file that only its owner can read, or makes one.
 * @throws Error when the file holds anything else; the message never shows what
 */
export async function readOrCreateSigningKey(file: string): Promise<SigningKey> {
  const make = async () => JSON.stringify((await generateSigningKey()).privateJwk);
  return signingKeyIn(file, await readOrCreateSecretFile(file, make));
}

/**
 * Reads the private JWK from a file that must be there already: gateways side by side share it.
 * @throws Error when the file is missing or holds anything else; the message never shows what
 */
export async function readSigningKey(file: string): Promise<SigningKey> {
  return signingKeyIn(file, await readFile(file, 'utf8'));
}

function signingKeyIn(file: string, text: string): Promise<SigningKey> {
  const jwk = privateJwkIn(text);
  if (!jwk) throw new Error(`${file} does not hold a private Ed25519 key as JWK`);
  return signingKeyOf(jwk);
}

function privateJwkIn(text: string): PrivateJwk | undefined {
  try {
    return privateJwkShape.parse(JSON.parse(text));
  } catch {
    // The parser's own message would quote the secret.
    return undefined;
  }
}

async function signingKeyOf({ kty, crv, x, d }: PrivateJwk): Promise<SigningKey> {
  const keyId = await calculateJwkThumbprint({ kty, crv, x });
  return {
    keyId,
    privateJwk: { kty, crv, x, d, alg: 'EdDSA' },
    publicJwk: { kty, crv, x, kid: keyId, use: 'sig', alg: 'EdDSA' },
  };
}
