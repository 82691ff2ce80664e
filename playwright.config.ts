import { defineConfig } from '@playwright/test';

/**
 * They wait more than they work: for deadlines, for a keychain, for a sync that is slow on purpose. So they run beside those
 * that keep two cores busy.
 */
const waiting = [
  'canary.spec.ts',
  'connect.spec.ts',
  'counts.spec.ts',
  'keychain.spec.ts',
  'keychain-frozen.spec.ts',
  'offline.spec.ts',
  'offline-restart.spec.ts',
  'overtaken.spec.ts',
  'rail-line.spec.ts',
  'reports.spec.ts',
  'shift.spec.ts',
  'slow-person.spec.ts',
];

export default defineConfig({
  testDir: 'tests/e2e',
  // For all that tests import: the rooms' own would have Playwright resolve imports by their walls.
  tsconfig: 'tests/tsconfig.json',
  outputDir: 'test-results',
  // Each test starts an app of its own, with a user data folder of its own; where tests share one, the spec says so.
  fullyParallel: true,
  workers: 3,
  projects: [
    // With three of these on two cores, tests that read what a slow page does next failed now and then.
    { name: 'busy', testIgnore: waiting, workers: 2 },
    { name: 'waiting', testMatch: waiting, workers: 1 },
  ],
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
});
