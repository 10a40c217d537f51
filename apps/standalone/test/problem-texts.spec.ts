import { describe, expect, it } from '@jest/globals';
import { languages, type ProblemType } from '@sanxian/shared/contracts';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '../../..');
const problems = await allProblems();

it('finds the tables of the services and of what they share', () => {
  const codes = problems.map(({ code }) => code);
  for (const code of ['not-found', 'projection-behind', 'wrong-code', 'receipt-expired', 'already-signed-up']) {
    expect(codes).toContain(code);
  }
});

it('means one thing by one code and status wherever clients see it', () => {
  const statuses = new Map<string, number>();
  for (const { code, status } of problems) {
    expect({ code, status }).toEqual({ code, status: statuses.get(code) ?? status });
    statuses.set(code, status);
  }
});

describe.each(problems)('$code in $file', ({ code, status, title, detail }) => {
  it('has a speaking code and a status of a refusal', () => {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
  });

  it.each([
    ['title', title],
    ['detail', detail],
  ])('says its %s in both languages, without pressing anybody', (_, text) => {
    expect(Object.keys(text).toSorted()).toEqual([...languages].toSorted());
    expect(text['zh-CN']).toMatch(/\p{Script=Han}/u);
    expect(text['zh-CN']).not.toMatch(/必须|立即|务必|[你!！]/);
    expect(text.en).toMatch(/^[\x20-\x7e‘’“”–—]*[a-z]{2}[\x20-\x7e‘’“”–—]*$/);
    expect(text.en).not.toMatch(/\b(must|immediately|at once)\b|!/i);
    for (const words of Object.values(text)) expect(words).toBe(words.trim());
    expect(placeholdersOf(text.en)).toEqual(placeholdersOf(text['zh-CN']));
  });
});

function placeholdersOf(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).toSorted();
}

/** Read from the files, not from a list: a table made tomorrow is looked at too, exported to other services or not. */
async function allProblems(): Promise<(ProblemType & { file: string })[]> {
  const found: (ProblemType & { file: string })[] = [];
  for (const path of filesWithProblems()) {
    const file = relative(root, path);
    const exported = (await import(path)) as Record<string, unknown>;
    const inFile = Object.values(exported).flatMap(problemsIn);
    if (inFile.length === 0) throw new Error(`${file} defines problems but exports none`);
    found.push(...inFile.map((problem) => ({ ...problem, file })));
  }
  return found;
}

function filesWithProblems(): string[] {
  const sources = ['libs/shared/src', ...readdirSync(join(root, 'apps')).map((app) => `apps/${app}/src`)];
  return sources
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(root, folder, file)),
    )
    .filter((file) => file.endsWith('.ts') && !/\.(spec|conformance|fixture)\.ts$/.test(file))
    .filter((file) => readFileSync(file, 'utf8').includes('= defineProblems('));
}

function problemsIn(table: unknown): ProblemType[] {
  if (typeof table !== 'object' || table === null) return [];
  return Object.values(table).filter(
    (value: unknown): value is ProblemType =>
      typeof value === 'object' && value !== null && 'code' in value && 'status' in value && 'title' in value,
  );
}
