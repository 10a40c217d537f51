import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { sanxian } from './tools/lint/sanxian-plugin.mjs';

const tests = ['**/*.spec.ts', '**/*.conformance.ts', '**/*.fixture.ts', 'apps/*/test/**/*.ts'];

// The house rules are rules of their own (tools/lint) and never options of one shared rule: a later block that sets
// options replaces the earlier ones, and a ban would vanish unseen. Exceptions below therefore only switch rules off.
export default defineConfig(
  globalIgnores(['**/dist/', '**/node_modules/', '**/coverage/', '.sanxian*/']),
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{js,cjs,mjs}'],
    extends: [js.configs.recommended],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'console',
          'process',
          'URL',
          'AbortSignal',
          'fetch',
          'performance',
          'setTimeout',
          'queueMicrotask',
          'clearTimeout',
          'Buffer',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs', globals: { module: 'writable' } } },
  {
    files: ['**/*.ts'],
    extends: [js.configs.recommended, tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.check.json', tsconfigRootDir: import.meta.dirname } },
    plugins: { sanxian },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      // Leaves files with decorators alone: there a type import would take the class out of the metadata Nest injects by.
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A port that answers later may be met by code that answers at once.
      '@typescript-eslint/require-await': 'off',
      // TypeORM names an entity by its constructor, and types that as Function.
      '@typescript-eslint/no-unsafe-function-type': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'sanxian/write-in-unit-of-work': 'error',
      'sanxian/read-database-is-read-only': 'error',
      'sanxian/time-from-clock': 'error',
      'sanxian/environment-at-the-root': 'error',
    },
  },
  {
    files: tests,
    rules: {
      'sanxian/no-sleep-in-tests': 'error',
      'sanxian/no-skipped-tests': 'error',
      // Tests show that the read database refuses to write, and print the seed a run can be had again by.
      'sanxian/read-database-is-read-only': 'off',
      'no-console': 'off',
    },
  },
  {
    files: ['libs/shared/src/persistence/**', 'apps/*/src/migrations/**', 'apps/*/migrations/**'],
    rules: { 'sanxian/write-in-unit-of-work': 'off' },
  },
  {
    files: ['libs/shared/src/config/clock.ts', 'libs/shared/src/testing/**', 'tools/**', 'bench/**', ...tests],
    rules: { 'sanxian/time-from-clock': 'off' },
  },
  {
    files: [
      'libs/shared/src/testing/**',
      '**/*.fixture.ts',
      'apps/*/test/**',
      'apps/*/src/main.ts',
      'apps/standalone/src/**/*.main.ts',
      'tools/**',
      'bench/**',
    ],
    rules: { 'sanxian/environment-at-the-root': 'off' },
  },
  { files: ['tools/**', 'bench/**'], rules: { 'no-console': 'off' } },
);
