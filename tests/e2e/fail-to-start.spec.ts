/** Where the app cannot start, it says so and ends: nobody is left with a process that shows nothing. */
import { join } from 'node:path';
import { expect, runToEnd, test } from './app.ts';

test('an app that cannot start says so and ends, without a window', async ({ newFolder }) => {
  const app = join(import.meta.dirname, 'failing-app');
  const { code, output } = await runToEnd(app, { args: [`--user-data-dir=${newFolder()}`] });
  expect(output).toContain('Rolodesk could not start\nNothing that was stored has been changed.');
  expect(output).not.toContain('a window');
  expect(code).toBe(1);
});
