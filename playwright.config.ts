import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  // For all that tests import: the rooms' own would have Playwright resolve imports by their walls.
  tsconfig: 'tests/tsconfig.json',
  outputDir: 'test-results',
  // Each test starts an app of its own, with a user data folder of its own; where tests share one, the spec says so.
  fullyParallel: true,
  // Many tests wait now and then for a deadline or for a page: three keep two cores busy.
  workers: 3,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
});
