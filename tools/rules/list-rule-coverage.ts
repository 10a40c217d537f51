// Prints every rule id with the tests about it, out of the very tables the tests are made of. With arguments only the ids
// that begin with one of them: `npm run rules -- CN-INT-PP US-`.
import { listRuleCoverage } from '@sanxian/donations/rule-tables';

const wanted = process.argv.slice(2);
const coverage = listRuleCoverage();
let current = '';
for (const { ruleSetId, enabled, ruleId, tests } of coverage) {
  if (wanted.length > 0 && !wanted.some((prefix) => ruleId.startsWith(prefix))) continue;
  if (ruleSetId !== current) console.log(`\n${ruleSetId}${enabled ? '' : ' (not enabled)'}`);
  current = ruleSetId;
  console.log(`  ${ruleId}  ${tests.length} tests`);
  for (const test of tests) console.log(`    ${test}`);
}
const bare = coverage.filter(({ tests }) => tests.length === 0);
const count = coverage.reduce((sum, { tests }) => sum + tests.length, 0);
console.log(`\n${coverage.length} rules, ${count} tests, ${bare.length} rules without a test`);
process.exitCode = bare.length > 0 ? 1 : 0;
