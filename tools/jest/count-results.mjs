import { readFileSync } from 'node:fs';

/**
 * What a run of Jest with `--json --outputFile` came to. A file that could not even be loaded counts as one failure, and so
 * does a run that ended badly without any.
 *
 * @param {string} report
 * @param {number} code
 */
export function countResults(report, code) {
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    return { passed: numPassedTests, failed: failed || (code ? 1 : 0) };
  } catch (error) {
    console.error('Jest left no report:', error);
    return { passed: 0, failed: 1 };
  }
}
