// Nest 12 is ESM only: run through `node --experimental-vm-modules` (see the npm scripts).
// Threads that tests start run from the sources, too.
process.env.SWC_NODE_PROJECT ??= 'tsconfig.check.json';

export default {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['sanxian:source', 'node', 'node-addons'] },
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/tools'],
  testMatch: ['**/*.spec.ts', ...(process.env.TEST_MYSQL_URL ? [] : ['!**/*.mysql.spec.ts'])],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['/dist/'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        module: { type: 'es6' },
        sourceMaps: 'inline',
        jsc: {
          target: 'es2022',
          keepClassNames: true,
          parser: { syntax: 'typescript', decorators: true, dynamicImport: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
      },
    ],
  },
  globalSetup: '<rootDir>/tools/jest/mysql-databases.mjs',
  globalTeardown: '<rootDir>/tools/jest/drop-mysql-databases.mjs',
  testTimeout: 60_000,
  maxWorkers: 2,
};
