import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const requirements = fileURLToPath(new URL('requirements.txt', import.meta.url));
const cache = fileURLToPath(new URL('../../node_modules/.cache/sanxian-fuzz/', import.meta.url));

/**
 * Installs the fuzzer beside everything else that is installed, once per list of requirements.
 * @returns the path of its program
 */
export function schemathesis(): string {
  const environment = `${cache}${createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12)}`;
  const program = `${environment}/bin/schemathesis`;
  if (existsSync(program)) return program;
  console.log(`Installing ${requirements}`);
  rmSync(environment, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  const run = (file: string, ...parameters: string[]) =>
    execFileSync(file, parameters, { stdio: ['ignore', 'inherit', 'inherit'] });
  run('python3', '-m', 'venv', environment);
  run(`${environment}/bin/pip`, 'install', '--quiet', '--disable-pip-version-check', '--no-deps', '-r', requirements);
  return program;
}
