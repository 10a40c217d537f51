// What code reaches once types are gone: the same tree read after compilation, so a type-only import counts for nothing.
const { options } = require('../../.dependency-cruiser.cjs');

// Folders of rules, where a file that says its kind (`sign-up.handler.ts`) is the use case around the rule.
const pure = ['^apps/.+/(pre-screen|sign-up-rules|matching|texts)/', '\\.(policy|rules)\\.ts$'];
const ofAnotherKind = '/[^/.]+\\.(?!(policy|rules)\\.ts$)[^/]+\\.ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'pure-stays-pure',
      comment:
        'Rules are functions of their arguments: no framework, no database, no network, no files, at any distance.',
      severity: 'error',
      from: { path: pure, pathNot: ofAnotherKind },
      to: {
        path: '(^|/)(@nestjs|typeorm|fastify|better-sqlite3|undici|nodemailer|kafkajs)(/|$)|^(node:)?(fs|http|https|net|child_process|worker_threads)(/|$)',
        reachable: true,
      },
    },
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: { ...options, tsPreCompilationDeps: false },
};
