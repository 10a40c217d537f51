import { z, type ZodRawShape } from 'zod';

/** The environment is incomplete or wrong; the message lists everything at once. A process ends with exit code 78 on it. */
export class InvalidEnvironment extends Error {}

/**
 * Reads variables by a zod shape. An empty variable counts as one that is not set.
 * @throws InvalidEnvironment
 */
export function readEnvironment<Shape extends ZodRawShape>(
  shape: Shape,
  variables: Readonly<Record<string, string | undefined>>,
): z.infer<z.ZodObject<Shape>> {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const result = z.object(shape).safeParse(set);
  if (result.success) return result.data;
  const lines = result.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  throw new InvalidEnvironment(`The environment is missing or wrong in:\n${lines.join('\n')}`);
}
