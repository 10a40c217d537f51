// Who may name whom, types included. What code reaches at run time is judged by tools/boundaries/runtime-graph.cjs.
const tests = '\\.(spec|conformance|fixture)\\.ts$|^apps/[^/]+/test/';
const testCode = `${tests}|^libs/shared/src/testing/|^tools/`;
/** Where a process is put together: it reaches into everything, and nothing but a main.ts reaches into it. */
const compositionRoots = '^apps/gateway/src/split/|^apps/standalone/src/deploy/';

/** libs/shared from the bottom up: what each part may know besides itself. */
const sharedLayers = {
  config: [],
  contracts: ['config'],
  channels: ['config', 'contracts'],
  persistence: ['config', 'contracts'],
  security: ['config', 'contracts', 'persistence'],
  messaging: ['config', 'contracts', 'channels', 'persistence', 'security'],
  http: ['config', 'contracts', 'channels', 'persistence', 'security', 'messaging'],
  observability: ['config', 'persistence', 'messaging', 'http'],
  process: ['config', 'contracts', 'channels', 'persistence', 'security', 'messaging', 'http', 'observability'],
  split: [
    'config',
    'contracts',
    'channels',
    'persistence',
    'security',
    'messaging',
    'http',
    'observability',
    'process',
  ],
  testing: ['config', 'contracts', 'channels', 'persistence', 'security', 'messaging', 'http'],
};

const sharedLayerRules = Object.entries(sharedLayers).map(([layer, below]) => ({
  name: `shared-${layer}-knows-only-what-is-below`,
  comment: `libs/shared/src/${layer} stands on ${below.join(', ') || 'nothing'}: turn the dependency round, or move the code up.`,
  severity: 'error',
  from: { path: `^libs/shared/src/${layer}/`, pathNot: tests },
  to: { path: '^libs/shared/src/', pathNot: `^libs/shared/src/(${[layer, ...below].join('|')})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-app-to-another-app',
      comment: 'Services talk by events. Only the composition in apps/standalone knows them all.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: '^apps/standalone/' },
      to: { path: '^apps/[^/]+/', pathNot: '^apps/$1/' },
    },
    {
      name: 'no-app-package-of-another-app',
      comment: 'The same by package name, also where the path behind it does not exist.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: '^apps/standalone/' },
      to: { path: '^@sanxian/', pathNot: '^@sanxian/(shared|$1)(/|$)' },
    },
    {
      name: 'apps-only-through-their-exports',
      comment: 'Who composes services imports @sanxian/<service>/module, never a path into the folder.',
      severity: 'error',
      from: { path: '^(apps/standalone|tools|bench)/' },
      to: { path: '^apps/(?!standalone/)', dependencyTypesNot: ['aliased-workspace'] },
    },
    {
      name: 'shared-knows-no-app',
      comment: 'libs/shared holds mechanisms and contracts; what knows a service belongs into the service.',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/|^@sanxian/(?!shared)' },
    },
    {
      name: 'shared-only-through-its-exports',
      comment: 'Import @sanxian/shared/<subpath>; inside libs/shared use relative paths.',
      severity: 'error',
      from: { path: '^(apps|tools|bench)/' },
      to: { path: '^libs/', dependencyTypesNot: ['aliased-workspace'] },
    },
    {
      name: 'shared-does-not-import-its-own-package',
      comment: 'Inside libs/shared a relative path shows the layer, and a barrel cannot make a circle.',
      severity: 'error',
      from: { path: '^libs/shared/' },
      to: { path: '^libs/shared/', dependencyTypes: ['aliased-workspace'] },
    },
    ...sharedLayerRules,
    {
      name: 'capability-keeps-its-use-cases',
      comment:
        'Another capability of the service may call a use case, or use what lies directly in the folder (entities, the module), but nothing inside a use case.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/src/([^/]+)/', pathNot: `${testCode}|${compositionRoots}` },
      to: {
        path: '^apps/$1/src/[^/]+/[^/]+/',
        pathNot: ['^apps/$1/src/$2/', '\\.(handler|query|worker)\\.ts$'],
      },
    },
    {
      name: 'nothing-stands-on-a-composition-root',
      severity: 'error',
      from: { pathNot: `main\\.ts$|${testCode}|${compositionRoots}` },
      to: { path: compositionRoots },
    },
    {
      name: 'no-test-code-in-production',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: testCode },
      to: { path: testCode },
    },
    {
      name: 'no-development-dependency-in-production',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: testCode },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'kafkajs-only-in-its-driver',
      comment: 'Everything else speaks to the EventBus port; the bench measures against the bare library.',
      severity: 'error',
      from: { pathNot: '^(libs/shared/src/messaging/kafka|bench/messaging)/' },
      to: { path: '(^|/)kafkajs(/|$)' },
    },
    {
      name: 'no-unresolved-import',
      comment: 'An import the tool cannot follow is one no other rule can judge.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Ours alone: many a package lies in a dist of its own, and an excluded import is one no rule sees.
    exclude: { path: '^(apps|libs)/[^/]+/dist/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    tsConfig: { fileName: 'tsconfig.check.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['sanxian:source', 'import', 'node', 'default', 'types'],
    },
  },
};
