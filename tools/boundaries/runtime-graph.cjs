// What code reaches once types are gone: the same tree read after compilation, so a type-only import counts for nothing.
const { options } = require('../../.dependency-cruiser.cjs');

// Folders of rules, where a file that says its kind (`sign-up.handler.ts`) is the use case around the rule.
const pure = ['^apps/.+/(pre-screen|sign-up-rules|matching|texts)/', '\\.(policy|rules)\\.ts$'];
const ofAnotherKind = '/[^/.]+\\.(?!(policy|rules)\\.ts$)[^/]+\\.ts$';

const documentBuilder = '^libs/shared/src/http/open-api/build-open-api-document\\.ts$';
const tests = '\\.spec\\.ts$';

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
      name: 'swagger-only-where-the-document-is-built',
      comment:
        'It costs a start more than any other package. Note with Documented, @nestjs/swagger reads the notes later.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: documentBuilder },
      to: { path: '(^|/)@nestjs/swagger(/|$)' },
    },
    {
      name: 'document-builder-only-on-demand',
      comment: 'A static import would load @nestjs/swagger at every start.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: tests },
      to: { path: documentBuilder, dynamic: false },
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
