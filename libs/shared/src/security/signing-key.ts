import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import { readOrCreateSecretFile } from './secret-file.js';

/** The gateway's Ed25519 key pair; the key id is the thumbprint of the public half (RFC 7638). */
export interface SigningKey {
  readonly keyId: string;
  readonly privateJwk: JWK;
  readonly publicJwk: JWK;
}

export async function generateSigningKey(): Promise<SigningKey> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  return signingKeyOf(await exportJWK(privateKey));
}

/** Reads the private JWK from a file that only its owner can read, or makes one. */
export async function readOrCreateSigningKey(file: string): Promise<SigningKey> {
  const text = await readOrCreateSecretFile(file, async () => JSON.stringify((await generateSigningKey()).privateJwk));
  return signingKeyOf(JSON.parse(text) as JWK);
}

async function signingKeyOf(jwk: JWK): Promise<SigningKey> {
  const { kty, crv, x } = jwk;
  const keyId = await calculateJwkThumbprint({ kty, crv, x } as JWK);
  return {
    keyId,
    privateJwk: { ...jwk, alg: 'EdDSA' },
    publicJwk: { kty, crv, x, kid: keyId, use: 'sig', alg: 'EdDSA' } as JWK,
  };
}
