import { hash, verify } from '@node-rs/argon2';

/** Argon2id with the parameters OWASP recommends (19 MiB, 2 passes, 1 lane). */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password, parameters);
}

let hashOfNobody: Promise<string> | undefined;

/** Works as long for an unknown user (`null`) as for a known one, so that time does not tell who exists. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  hashOfNobody ??= hashPassword('nobody has this password');
  const matches = await verify(stored ?? (await hashOfNobody), password);
  return matches && stored !== null;
}
