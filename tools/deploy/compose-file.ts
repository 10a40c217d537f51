import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { parse } from 'yaml';

export interface ComposeService {
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly user?: string;
  readonly depends_on?: Readonly<Record<string, unknown>>;
  readonly container_name?: string;
}

export interface ComposeFile {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

const inRoot = (file: string): URL => new URL(`../../${file}`, import.meta.url);

export const fileInRoot = (file: string): string => readFileSync(inRoot(file), 'utf8');

/** What `cp .env.example .env` sets. */
export const exampleVariables = (): Record<string, string> =>
  parseEnv(fileInRoot('.env.example')) as Record<string, string>;

/** The names a compose file asks its surroundings for. */
export const askedVariables = (text: string): Set<string> =>
  new Set([...text.matchAll(/\$\{(\w+)/g)].map(([, name]) => name!));

/**
 * A compose file as compose reads it: anchors and merges resolved, and then variables put in.
 * @throws Error for a variable that must be set and is not, as compose does
 */
export function composeFile(text: string, variables: Readonly<Record<string, string>>): ComposeFile {
  const filled = (value: string): string =>
    value.replace(/\$\{(\w+)(?:(:[-?])([^}]*))?\}/g, (_, name: string, kind?: string, rest = '') => {
      if (variables[name]) return variables[name];
      if (kind === ':?') throw new Error(`${name} is not set`);
      return String(rest);
    });
  const parsed = JSON.stringify(parse(text, { merge: true }));
  return JSON.parse(parsed, (_, value: unknown) => (typeof value === 'string' ? filled(value) : value)) as ComposeFile;
}
