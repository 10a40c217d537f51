import { readFileSync } from 'node:fs';
import { z, type ZodRawShape } from 'zod';

/** The environment is incomplete or wrong; the message lists everything at once. A process ends with exit code 78 on it. */
export class InvalidEnvironment extends Error {
  /** @param faults one per line, beginning with the variable's name; never its value */
  static because(faults: readonly string[]): InvalidEnvironment {
    return new InvalidEnvironment(
      `The environment is missing or wrong in:\n${faults.map((fault) => `  ${fault}`).join('\n')}`,
    );
  }
}

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Reads variables by a zod shape. An empty variable counts as one that is not set.
 * @param secrets variables that may lie in a file instead, which `<NAME>_FILE` then names
 * @param check what cannot be said of one variable alone; returns faults, each beginning with a name
 * @throws InvalidEnvironment
 */
export function readEnvironment<Shape extends ZodRawShape>(
  shape: Shape,
  variables: Variables,
  {
    secrets = [],
    check = () => [],
  }: { secrets?: readonly string[]; check?: (environment: z.infer<z.ZodObject<Shape>>) => string[] } = {},
): z.infer<z.ZodObject<Shape>> {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const fromFiles = readSecretFiles(set, secrets);
  const result = z.object(shape).safeParse({ ...set, ...fromFiles.values });
  const faults = result.success
    ? check(result.data)
    : result.error.issues
        .filter(({ path }) => !fromFiles.unreadable.includes(path.join('.')))
        .map(({ path, message }) => `${path.join('.')}: ${message}`);
  const all = [...fromFiles.unreadable.map((name) => `${name}_FILE: the file cannot be read`), ...faults];
  if (!result.success || all.length > 0) throw InvalidEnvironment.because(all);
  return result.data;
}

function readSecretFiles(variables: Variables, secrets: readonly string[]) {
  const values: Record<string, string> = {};
  const unreadable: string[] = [];
  for (const name of secrets) {
    const file = variables[`${name}_FILE`];
    if (file === undefined) continue;
    try {
      values[name] = readFileSync(file, 'utf8').trim();
    } catch {
      unreadable.push(name);
    }
  }
  return { values, unreadable };
}
