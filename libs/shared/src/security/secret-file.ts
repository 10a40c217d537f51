import { randomBytes } from 'node:crypto';
import { link, open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

const keyLength = 32;
// base64url as we write it, or base64 as other tools do.
const keyShape = /^[\w+/-]{43}=?$/;

/**
 * Reads a 32-byte key (base64 or base64url), or makes one from the system's randomness.
 * @throws Error when the file holds anything else; the message never shows what
 */
export async function readOrCreateKeyFile(file: string): Promise<Buffer> {
  return keyIn(file, await readOrCreateSecretFile(file, () => randomBytes(keyLength).toString('base64url')));
}

/**
 * Reads a 32-byte key that must be there already: several processes share it, so none of them may make it up.
 * @throws Error when the file is missing or holds anything else; the message never shows what
 */
export async function readKeyFile(file: string): Promise<Buffer> {
  return keyIn(file, await readFile(file, 'utf8'));
}

function keyIn(file: string, text: string): Buffer {
  if (!keyShape.test(text.trim())) throw new Error(`${file} does not hold a key of ${keyLength} bytes in base64`);
  return Buffer.from(text.trim(), 'base64url');
}

/**
 * Reads a text, or makes and keeps one (mode 0600). Written aside and linked: a crash never leaves half a secret, and
 * of several that make one at the same time the first wins for all.
 */
export async function readOrCreateSecretFile(file: string, make: () => string | Promise<string>): Promise<string> {
  const existing = await readIfThere(file);
  if (existing !== undefined) return existing;
  const aside = `${file}.${randomBytes(6).toString('hex')}.new`;
  try {
    await writeDurably(aside, await make());
    await linkUnlessThere(aside, file);
  } finally {
    await rm(aside, { force: true });
  }
  await syncFolder(dirname(file));
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

async function writeDurably(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function linkUnlessThere(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  }
}

/** Rows sealed with the key may reach the disk at once: so must the name of its file. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const isCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;
