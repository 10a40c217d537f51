import { randomBytes } from 'node:crypto';
import { link, open, readFile, unlink } from 'node:fs/promises';

const keyLength = 32;

/** Reads a 32-byte key (base64url), or makes one from the system's randomness. */
export async function readOrCreateKeyFile(file: string): Promise<Buffer> {
  const text = await readOrCreateSecretFile(file, () => randomBytes(keyLength).toString('base64url'));
  const key = Buffer.from(text.trim(), 'base64url');
  if (key.length !== keyLength) throw new Error(`${file} does not hold a key of ${keyLength} bytes`);
  return key;
}

/** Reads a text, or makes and keeps one (mode 0600). Written aside and linked: a crash never leaves half a secret. */
export async function readOrCreateSecretFile(file: string, make: () => string | Promise<string>): Promise<string> {
  const existing = await readIfThere(file);
  if (existing !== undefined) return existing;
  const aside = `${file}.${process.pid}.new`;
  const handle = await open(aside, 'w', 0o600);
  try {
    await handle.writeFile(await make());
    await handle.sync();
  } finally {
    await handle.close();
  }
  try {
    await link(aside, file);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  }
  await unlink(aside);
  return readFile(file, 'utf8');
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;
