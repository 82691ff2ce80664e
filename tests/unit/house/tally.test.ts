/** The last line of `npm test` counts what the runners reported, and never more passes than there were. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addTallies, playwrightTally, vitestTally } from '../../../scripts/tally.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const folder = temporaryFolder();

const report = (content: unknown): string => {
  const file = join(folder, 'report.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
};
const vitestFile = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((one) => ({ status: one })),
});

describe('the count of unit tests', () => {
  it('takes passes and failures as reported', () => {
    const testResults = [vitestFile('failed', 'passed', 'failed'), vitestFile('passed', 'passed')];
    expect(vitestTally(report({ numPassedTests: 2, numFailedTests: 1, testResults }))).toEqual({
      passed: 2,
      failed: 1,
    });
  });

  it('counts a file that could not be loaded as a failure', () => {
    const testResults = [vitestFile('failed'), vitestFile('passed', 'passed')];
    expect(vitestTally(report({ numPassedTests: 1, numFailedTests: 0, testResults }))).toEqual({
      passed: 1,
      failed: 1,
    });
  });
});

describe('the count of end-to-end tests', () => {
  it('counts a test that passed only when tried again as failed', () => {
    const stats = { expected: 5, unexpected: 2, flaky: 1, skipped: 0 };
    expect(playwrightTally(report({ stats, errors: [] }))).toEqual({ passed: 5, failed: 3 });
  });

  it('counts what kept the tests from running', () => {
    const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
    expect(playwrightTally(report({ stats, errors: [{ message: 'No tests found' }] }))).toEqual({
      passed: 0,
      failed: 1,
    });
  });
});

it('counts nothing as passed where a report is missing or broken', () => {
  const none = { passed: 0, failed: 0 };
  expect(vitestTally(join(folder, 'missing.json'))).toEqual(none);
  expect(vitestTally(report('{"numPassedTests": 3'))).toEqual(none);
  expect(playwrightTally(report({ stats: 'fine' }))).toEqual(none);
});

it('adds up', () => {
  expect(
    addTallies([
      { passed: 1, failed: 2 },
      { passed: 3, failed: 4 },
    ]),
  ).toEqual({ passed: 4, failed: 6 });
});
