/** Counts what the two test runners report in their JSON files. A report that is missing or odd counts as nothing passed. */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

export type Tally = { readonly passed: number; readonly failed: number };
export const noTests: Tally = { passed: 0, failed: 0 };

const VitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
});

/** A test file that could not even be loaded names no failed test, and counts as one. */
export function vitestTally(file: string): Tally {
  const report = read(file, VitestReport);
  if (report === null) return noTests;
  const unloaded = report.testResults.filter(
    (result) => result.status === 'failed' && !result.assertionResults.some(({ status }) => status === 'failed'),
  ).length;
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded };
}

const PlaywrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  errors: z.array(z.unknown()),
});

/** A test that passes only when tried again is a failed one: it would fail somebody one day. */
export function playwrightTally(file: string): Tally {
  const report = read(file, PlaywrightReport);
  if (report === null) return noTests;
  const { expected, unexpected, flaky } = report.stats;
  return { passed: expected, failed: unexpected + flaky + report.errors.length };
}

export function addTallies(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }),
    noTests,
  );
}

function read<T>(file: string, shape: z.ZodType<T>): T | null {
  if (!existsSync(file)) return null;
  try {
    return shape.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}
