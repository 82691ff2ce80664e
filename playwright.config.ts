import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  // For all that tests import: the rooms' own would have Playwright resolve imports by their walls.
  tsconfig: 'tests/tsconfig.json',
  outputDir: 'test-results',
  // Each test starts an app of its own, with a user data folder of its own; where tests share one, the spec says so.
  fullyParallel: true,
  // With three on two cores, tests that read what a slow page does next failed now and then.
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
});
