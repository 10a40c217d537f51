import { hash, verify } from '@node-rs/argon2';

/** Argon2id with the parameters OWASP recommends (19 MiB, 2 passes, 1 lane). */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Of random bytes that nobody kept, with the parameters above. */
const hashOfNobody =
  '$argon2id$v=19$m=19456,t=2,p=1$AvvBR5I+/BoSL0jQlyH2kQ$Kvy9iQ1o7EpTKVFk1Dddeax6C5AWMdL/aQrtdYOIt84';

export function hashPassword(password: string): Promise<string> {
  return hash(password, parameters);
}

/** Works as long for an unknown user (`null`) as for a known one, so that time does not tell who exists. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const matches = await verify(stored ?? hashOfNobody, password);
  return matches && stored !== null;
}
