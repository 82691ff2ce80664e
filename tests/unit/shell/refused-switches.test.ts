/** Which switches a packaged app is not started with. */
import { expect, it, vi } from 'vitest';
import { endIfRefused, refusedSwitch } from '../../../electron/shell/refused-switches.ts';

const startedWith = (...names: readonly string[]) => {
  const [exit, box] = [vi.fn(), vi.fn()];
  const app = { exit, commandLine: { hasSwitch: (name: string) => names.includes(name) } };
  return { exit, box, isEnded: endIfRefused(app as never, { showErrorBox: box }) };
};

it.each([
  'remote-debugging-port',
  'remote-debugging-pipe',
  'ignore-certificate-errors',
  'ssl-key-log-file',
  'log-net-log',
  'host-rules',
  'host-resolver-rules',
  'disable-web-security',
  'trace-startup',
  'renderer-cmd-prefix',
])('--%s is named, and ends the app', (name) => {
  const { exit, box, isEnded } = startedWith('user-data-dir', name);
  expect([isEnded, exit.mock.calls]).toEqual([true, [[2]]]);
  expect(box).toHaveBeenLastCalledWith('Rolodesk was not started', expect.stringContaining(`--${name},`));
});

it.each(['proxy-server', 'proxy-pac-url', 'no-proxy-server', 'no-sandbox', 'user-data-dir', 'lang', 'self-check'])(
  '--%s opens nothing',
  (name) => expect(refusedSwitch((one) => one === name)).toBeNull(),
);

it('keys of connections are not written for another program’s sake either', () => {
  vi.stubEnv('SSLKEYLOGFILE', '/tmp/keys');
  expect(startedWith().isEnded).toBe(false);
  expect(process.env.SSLKEYLOGFILE).toBeUndefined();
  vi.unstubAllEnvs();
});
