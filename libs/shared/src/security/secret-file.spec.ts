import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { calculateJwkThumbprint } from 'jose';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { readOrCreateKeyFile, readOrCreateSecretFile } from './secret-file.js';
import { readOrCreateSigningKey } from './signing-key.js';

describe('files with secrets', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let file: string;

  beforeEach(() => {
    folder = temporaryFolder();
    file = join(folder.path, 'secret.key');
  });

  afterEach(() => folder.remove());

  it('keeps a new key where only its owner reads it, and finds it again', async () => {
    const key = await readOrCreateKeyFile(file);
    expect(key.length).toBe(32);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await readOrCreateKeyFile(file)).toEqual(key);
  });

  it('gives the same key to all who ask first, and leaves nothing beside it', async () => {
    const keys = await Promise.all(Array.from({ length: 20 }, () => readOrCreateKeyFile(file)));
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(1);
    expect(readdirSync(folder.path)).toEqual(['secret.key']);
  });

  it('leaves nothing behind when no secret can be made', async () => {
    const refuse = () => Promise.reject(new Error('no randomness'));
    await expect(readOrCreateSecretFile(file, refuse)).rejects.toThrow('no randomness');
    expect(readdirSync(folder.path)).toEqual([]);
  });

  it('takes a key that another tool has written', async () => {
    const key = Buffer.alloc(32, 0xfb);
    writeFileSync(file, `${key.toString('base64')}\n`);
    expect(await readOrCreateKeyFile(file)).toEqual(key);
  });

  it.each(['', 'short', 'geheim'.repeat(20), `${'A'.repeat(42)}!`, randomBytes(31).toString('base64url')])(
    'refuses a file that holds %j, without showing it',
    async (content) => {
      writeFileSync(file, content);
      const refusal = await readOrCreateKeyFile(file).catch((error: Error) => error.message);
      expect(refusal).toBe(`${file} does not hold a key of 32 bytes in base64`);
    },
  );

  it('keeps a signing key whose id is the thumbprint of its public half', async () => {
    const key = await readOrCreateSigningKey(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await readOrCreateSigningKey(file)).toEqual(key);
    expect(key.keyId).toBe(await calculateJwkThumbprint(key.publicJwk));
    expect(key.publicJwk).toEqual({
      kty: 'OKP',
      crv: 'Ed25519',
      x: key.privateJwk.x,
      kid: key.keyId,
      use: 'sig',
      alg: 'EdDSA',
    });
  });

  it.each(['geheim', '{"geheim"', '{"kty":"oct","k":"geheim"}', '{"kty":"OKP","crv":"Ed25519","x":"geheim"}'])(
    'refuses %s as a signing key, without showing it',
    async (content) => {
      writeFileSync(file, content);
      const refusal = await readOrCreateSigningKey(file).catch((error: Error) => error.message);
      expect(refusal).toBe(`${file} does not hold a private Ed25519 key as JWK`);
    },
  );
});
