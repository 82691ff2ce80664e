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
  'remote-debugging-io-pipes',
  'remote-debugging-address',
  'remote-allow-origins',
  'auto-open-devtools-for-tabs',
  'custom-devtools-frontend',
  'js-flags',
  'ignore-certificate-errors',
  'ignore-certificate-errors-spki-list',
  'ignore-urlfetcher-cert-requests',
  'allow-insecure-localhost',
  'unsafely-treat-insecure-origin-as-secure',
  'host-rules',
  'host-resolver-rules',
  'origin-to-force-quic-on',
  'testing-fixed-http-port',
  'testing-fixed-https-port',
  'ssl-key-log-file',
  'log-net-log',
  'net-log-capture-mode',
  'net-log-duration',
  'trace-startup',
  'trace-startup-file',
  'trace-config-file',
  'enable-tracing',
  'enable-tracing-output',
  'enable-tracing-fraction',
  'enable-background-tracing',
  'background-tracing-output-path',
  'disable-web-security',
  'disable-site-isolation-trials',
  'allow-running-insecure-content',
  'allow-file-access-from-files',
  'single-process',
  'in-process-gpu',
  'allow-sandbox-debugging',
  'disable-seccomp-filter-sandbox',
  'disable-gpu-sandbox',
  'disable-gpu-appcontainer',
  'disable-gpu-lpac',
  'add-gpu-appcontainer-caps',
  'no-zygote-sandbox',
  'load-extension',
  'blink-settings',
  'enable-blink-features',
  'disable-blink-features',
  'enable-blink-test-features',
  'enable-experimental-web-platform-features',
  'dom-automation',
  'disable-kill-after-bad-ipc',
  'use-fake-ui-for-media-stream',
  'auto-accept-camera-and-microphone-capture',
  'force-webrtc-ip-handling-policy',
  'disable-webrtc-encryption',
  'bypasscsp-schemes',
  'code-cache-schemes',
  'cors-schemes',
  'fetch-schemes',
  'secure-schemes',
  'service-worker-schemes',
  'standard-schemes',
  'streaming-schemes',
  'node-integration-in-worker',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'zygote-cmd-prefix',
  'enable-service-binary-launcher',
  'gpu-launcher',
  'browser-subprocess-path',
  'widevine-cdm-path',
  'mojo-core-library-path',
  'allow-third-party-modules',
  'test-gl-lib',
  'clear-key-cdm-path-for-testing',
  'webnn-ort-library-path-for-testing',
  'webnn-ort-ep-library-path-for-testing',
])('--%s is named, and ends the app', (name) => {
  const { exit, box, isEnded } = startedWith('user-data-dir', name);
  expect([isEnded, exit.mock.calls]).toEqual([true, [[2]]]);
  expect(box).toHaveBeenLastCalledWith('Rolodesk was not started', expect.stringContaining(`--${name},`));
});

it.each([
  ...['proxy-server', 'proxy-pac-url', 'no-proxy-server', 'no-sandbox', 'user-data-dir', 'lang', 'self-check'],
  ...[
    'enable-features',
    'disable-features',
    'enable-logging',
    'ozone-platform',
    'disable-gpu',
    'force-device-scale-factor',
  ],
])('--%s opens nothing', (name) => expect(refusedSwitch((one) => one === name)).toBeNull());

it('keys of connections are not written for another program’s sake either', () => {
  vi.stubEnv('SSLKEYLOGFILE', '/tmp/keys');
  expect(startedWith().isEnded).toBe(false);
  expect(process.env.SSLKEYLOGFILE).toBeUndefined();
  vi.unstubAllEnvs();
});
