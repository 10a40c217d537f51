import { ban } from './ban.mjs';
import { banTypeormCalls } from './typeorm-calls.mjs';

/** @param {import('typescript').Type} type */
const isReadDatabase = (type) => type.getSymbol()?.getName() === 'ReadDatabase';

/** The house rules no published plugin knows. Each has a planted violation in tools/boundaries. */
export const sanxian = {
  meta: { name: 'sanxian' },
  rules: {
    'write-in-unit-of-work': banTypeormCalls({
      methods: ['transaction', 'createQueryRunner', 'startTransaction', 'save', 'remove', 'softRemove', 'recover'],
      message:
        '`{{method}}` goes around the unit of work: on SQLite it can lose acknowledged rows. Write inside `unitOfWork.run` with `tx.insert`, `tx.update` or `tx.manager.insert/update/delete`.',
    }),
    'read-database-is-read-only': banTypeormCalls({
      methods: ['insert', 'update', 'delete', 'upsert', 'increment', 'decrement', 'clear', 'softDelete', 'restore'],
      on: (receiver, typeOf) => receiver.type === 'MemberExpression' && isReadDatabase(typeOf(receiver.object)),
      message: '`{{method}}` on the read database: write inside `unitOfWork.run`.',
    }),
    'time-from-clock': ban(
      [
        'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
        'NewExpression[callee.name="Date"][arguments.length=0]',
        'CallExpression[callee.name="Date"]',
      ].join(', '),
      'Ask the injected Clock for now: tests turn time by hand.',
    ),
    'environment-at-the-root': ban(
      [
        'MemberExpression[object.name="process"][property.name="env"]',
        'VariableDeclarator[init.name="process"]',
        'ImportDeclaration[source.value=/^(node:)?process$/]',
      ].join(', '),
      'The environment is read once, typed, by the composition root (`readEnvironment`).',
    ),
    'no-sleep-in-tests': ban(
      'CallExpression[callee.name="setTimeout"], CallExpression[callee.property.name="setTimeout"], ImportDeclaration[source.value=/^(node:)?timers\\u002fpromises$/]',
      'No sleeps in tests: probe with `eventually`, or turn the FakeClock.',
    ),
    'no-skipped-tests': ban(
      [
        'MemberExpression[object.name=/^(describe|it|test)$/][property.name=/^(only|skip|todo|failing)$/]',
        'CallExpression[callee.name=/^(fdescribe|fit|xdescribe|xit|xtest)$/]',
      ].join(', '),
      'A skipped or focused test guards nothing: mend it or delete it.',
    ),
  },
};
