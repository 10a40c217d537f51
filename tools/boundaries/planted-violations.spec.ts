import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { sanxian } from '../lint/sanxian-plugin.mjs';
import { boundaryPlants, lintPlants, runtimePlants, type Plant } from './plants.js';
import { cleanFiles, growSkeleton, repository } from './skeleton.js';

/** The rules each file broke. */
type Findings = Map<string, Set<string>>;

const checks = [
  { name: 'boundaries of the source', plants: boundaryPlants, run: (path: string) => cruise(path, sourceGraph) },
  { name: 'boundaries at run time', plants: runtimePlants, run: (path: string) => cruise(path, runtimeGraph) },
  { name: 'lint', plants: lintPlants, run: lint },
];
const sourceGraph = '.dependency-cruiser.cjs';
const runtimeGraph = 'tools/boundaries/runtime-graph.cjs';

// One run of a checker judges all its plants: starting it is what costs.
describe.each(checks)('$name', ({ plants, run }) => {
  let skeleton: ReturnType<typeof growSkeleton>;
  let findings: Findings;

  beforeAll(async () => {
    skeleton = growSkeleton(sourcesOf(plants));
    findings = await run(skeleton.path);
  }, 120_000);

  afterAll(() => skeleton.remove());

  it.each(plants)('$rule goes red for $file', ({ rule, file }) => {
    expect([...(findings.get(file) ?? [])]).toContain(rule);
  });

  it('leaves the clean files alone', () => {
    const besides = plants.flatMap((plant) => Object.keys(plant.besides ?? {}));
    expect([...Object.keys(cleanFiles), ...besides].filter((file) => findings.has(file))).toEqual([]);
  });
});

describe('no rule without a plant', () => {
  it.each([
    [sourceGraph, boundaryPlants],
    [runtimeGraph, runtimePlants],
  ])('%s', (configuration, plants) => {
    expect(new Set(plants.map(({ rule }) => rule))).toEqual(new Set(rulesOf(configuration).map(({ name }) => name)));
  });

  it('house rules of lint', () => {
    const houseRules = Object.keys(sanxian.rules).map((name) => `sanxian/${name}`);
    expect(lintPlants.map(({ rule }) => rule)).toEqual(expect.arrayContaining(houseRules));
  });

  it.each([
    'apps/donations/src/blood/pre-screen/pre-screen.ts',
    'apps/volunteers/src/shifts/sign-up-rules/may-sign-up.ts',
    'apps/gateway/src/login/throttle/limits.policy.ts',
  ])('%s is held to be pure', (file) => {
    const from = rulesOf(runtimeGraph).find(({ name }) => name === 'pure-stays-pure')?.from;
    expect(existsSync(join(repository, file))).toBe(true);
    expect(from?.path?.some((path) => new RegExp(path).test(file))).toBe(true);
    expect(new RegExp(from?.pathNot ?? '').test(file)).toBe(false);
  });

  it('every part of libs/shared is a layer', () => {
    const parts = readdirSync(join(repository, 'libs/shared/src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `shared-${name}-knows-only-what-is-below`);
    expect(boundaryPlants.map(({ rule }) => rule)).toEqual(expect.arrayContaining(parts));
  });
});

interface Rule {
  readonly name: string;
  readonly from: { readonly path?: string[]; readonly pathNot?: string };
}

function rulesOf(configuration: string): Rule[] {
  const { forbidden } = createRequire(import.meta.url)(join(repository, configuration)) as { forbidden: Rule[] };
  return forbidden;
}

function sourcesOf(plants: readonly Plant[]): Record<string, string> {
  return Object.assign({}, ...plants.map(({ file, source, besides }) => ({ ...besides, [file]: source }))) as Record<
    string,
    string
  >;
}

async function cruise(path: string, configuration: string): Promise<Findings> {
  const tool = join(repository, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const output = await outputOf(path, [tool, 'apps', 'libs', '--config', configuration, '--output-type', 'json']);
  const { summary } = JSON.parse(output) as { summary: { violations: { from: string; rule: { name: string } }[] } };
  return collect(summary.violations.map(({ from, rule }) => [from, rule.name]));
}

async function lint(path: string): Promise<Findings> {
  const tool = join(repository, 'node_modules/eslint/bin/eslint.js');
  const output = await outputOf(path, [tool, 'apps', 'libs', '--format', 'json']);
  const files = JSON.parse(output) as { filePath: string; messages: { ruleId: string | null; severity: number }[] }[];
  return collect(
    files.flatMap(({ filePath, messages }) =>
      messages
        .filter(({ severity }) => severity === 2)
        .map(({ ruleId }): [string, string] => [relative(path, filePath), ruleId ?? 'not even readable']),
    ),
  );
}

function collect(broken: [file: string, rule: string][]): Findings {
  const findings: Findings = new Map();
  for (const [file, rule] of broken) findings.set(file, (findings.get(file) ?? new Set()).add(rule));
  return findings;
}

/** A checker that finds something exits non-zero; what it printed is the answer all the same. */
function outputOf(cwd: string, command: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, command, { cwd, maxBuffer: 1e8 }, (error, output, complaints) => {
      if (output === '') reject(new Error(`${command.join(' ')} printed nothing: ${complaints}`, { cause: error }));
      else resolve(output);
    });
  });
}
