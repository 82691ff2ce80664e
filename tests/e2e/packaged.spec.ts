/** What only a packaged app does: it refuses switches that would open it, and checks itself. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, runToEnd, test } from './app.ts';

const app = join(import.meta.dirname, 'walled-app');

test('a switch that would open the app is named, and nothing is opened', async ({ newFolder }) => {
  const userData = newFolder();
  const args = [`--user-data-dir=${userData}`, '--ssl-key-log-file=keys'];
  const { code, output } = await runToEnd(app, { args });
  expect(code).toBe(2);
  expect(output).toContain('It was started with --ssl-key-log-file,');
  expect(readdirSync(userData)).toEqual([]);
});

test('it finds somebody in the demo directory, and touches nothing that anybody stored', async ({ newFolder }) => {
  const [userData, home, temporary] = [newFolder(), newFolder(), newFolder()];
  const { code, output } = await runToEnd(app, {
    args: [`--user-data-dir=${userData}`, '--self-check'],
    // One of its own, where no other run leaves anything.
    env: { HOME: home, XDG_CONFIG_HOME: home, TMPDIR: temporary, TEMP: temporary },
  });
  expect(output.match(/^self-check .*$/gm)).toEqual([
    expect.stringMatching(/^self-check passed: .+ was found among \d+ people$/),
  ]);
  expect(code).toBe(0);
  expect(readdirSync(userData)).toEqual([]);
  expect(readdirSync(temporary).filter((name) => name.startsWith('rolodesk-self-check-'))).toEqual([]);
});
