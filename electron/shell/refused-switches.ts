/**
 * Switches of Chromium that would open what the app keeps shut: the page to a debugger, the connection to a listener, or
 * the log to the network's contents. A packaged app that is started with one says so and ends, before anything is opened.
 *
 * Not among them: `--proxy-…`, since a proxy on the way sees no more than the host's name and the server's certificate is
 * still checked; and `--no-sandbox`, which the AppImage's own launcher adds where the system forbids Chromium's sandbox.
 */
import type { App, Dialog } from 'electron';

const refused: readonly string[] = [
  // A program that connects to it reads the page and calls what the page can.
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-io-pipes',
  'remote-debugging-address',
  'remote-allow-origins',
  'auto-open-devtools-for-tabs',
  'custom-devtools-frontend',
  'js-flags',
  // The server would no longer be the one that the certificate names, or its name would lead elsewhere.
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
  // What is sent and received would be written down, the token in it or the keys to it.
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
  // The page would be kept in by less.
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
  // Electron tells the page's process by these what a scheme may do and whether workers have Node. It overwrites only some of them.
  'bypasscsp-schemes',
  'code-cache-schemes',
  'cors-schemes',
  'fetch-schemes',
  'secure-schemes',
  'service-worker-schemes',
  'standard-schemes',
  'streaming-schemes',
  'node-integration-in-worker',
  // Other programs would be started in the place of Chromium's own processes, or loaded into them.
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
];

/** Which of the refused ones the app was started with; null: none. */
export function refusedSwitch(hasSwitch: (name: string) => boolean): string | null {
  return refused.find(hasSwitch) ?? null;
}

/** False where it was not started so, and may go on. Called before anything else, and only where the app is packaged. */
export function endIfRefused(app: App, { showErrorBox }: Pick<Dialog, 'showErrorBox'>): boolean {
  // The same as a switch, but often set for other programs, and no reason to end.
  delete process.env.SSLKEYLOGFILE;
  const name = refusedSwitch((one) => app.commandLine.hasSwitch(one));
  if (name === null) return false;
  const detail = `It was started with --${name}, which would let other programs read what it keeps to itself. Start it without.`;
  showErrorBox('Rolodesk was not started', detail);
  app.exit(2);
  return true;
}
