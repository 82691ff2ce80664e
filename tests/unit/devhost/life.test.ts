/** The host as a process: how it starts, fails and ends, and that it leaves nothing behind. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { hasDevelopmentHost } from '../systems.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const root = join(import.meta.dirname, '../../..');
const opensWindow = `
  import { app, BrowserWindow } from 'electron';
  for (const name of ['before-quit', 'will-quit', 'quit']) app.on(name, () => console.log(name));
  app.whenReady().then(async () => {
    const window = new BrowserWindow();
    await window.loadURL('data:text/html,<h1>open</h1>');
    console.log('open');
  });
`;

let folder = '';
let running: ChildProcess[] = [];

beforeEach(() => {
  folder = temporaryFolder();
  mkdirSync(join(folder, 'tmp'));
});
afterEach(async () => {
  for (const child of running) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  running = [];
  await vi.waitFor(() => expect(chromiumProcesses()).toEqual([]), { timeout: 15_000 });
});

function start(source: string, env: NodeJS.ProcessEnv = {}) {
  const file = join(folder, 'main.mjs');
  writeFileSync(file, source);
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...inherited } = process.env;
  const child = spawn(join(root, 'devhost/electron'), [file, `--user-data-dir=${join(folder, 'data')}`], {
    env: { ...inherited, TMPDIR: join(folder, 'tmp'), ...env },
  });
  running.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  return {
    child,
    output: () => output,
    ended: once(child, 'close').then(([code]) => code as number | null),
    said: (text: string) => vi.waitFor(() => expect(output).toContain(text), { timeout: 30_000 }),
  };
}

/** The processes that use this test's profile. */
function chromiumProcesses(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) =>
      commandLine(pid).some((argument) => argument.startsWith(`--user-data-dir=${folder}/data/devhost-profile`)),
    )
    .map(Number);
}

/** Kills Chromium itself, not the shell that keeps it. */
function killChromium(): void {
  for (const pid of chromiumProcesses()) {
    if (commandLine(String(pid))[0] === '/bin/sh') continue;
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has gone with its parent.
    }
  }
}

function commandLine(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

const profiles = () =>
  existsSync(join(folder, 'data'))
    ? readdirSync(join(folder, 'data')).filter((name) => name.startsWith('devhost-'))
    : [];
const temporaryFiles = () => readdirSync(join(folder, 'tmp'));

describe.runIf(hasDevelopmentHost)('the development host', () => {
  test('says what it is, and quits in order on SIGTERM, leaving nothing', async () => {
    const { child, output, ended, said } = start(opensWindow);
    await said('open');
    expect(profiles()).toHaveLength(1);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(output()).toContain('this is the development host');
    expect(output()).toMatch(/before-quit\nwill-quit\nquit/);
    expect(profiles()).toEqual([]);
    expect(temporaryFiles()).toEqual([]);
    expect(chromiumProcesses()).toEqual([]);
  });

  test('killed outright, it still takes Chromium and its profile along', async () => {
    const { child, ended, said } = start(opensWindow);
    await said('open');
    expect(chromiumProcesses().length).toBeGreaterThan(0);
    child.kill('SIGKILL');
    await ended;
    await vi.waitFor(() => expect([chromiumProcesses(), profiles(), temporaryFiles()]).toEqual([[], [], []]), {
      timeout: 15_000,
    });
  });

  test('killed together with Chromium, it leaves no profile either', async () => {
    const { child, ended, said } = start(opensWindow);
    await said('open');
    child.kill('SIGKILL');
    await ended;
    killChromium();
    await vi.waitFor(() => expect([chromiumProcesses(), profiles(), temporaryFiles()]).toEqual([[], [], []]), {
      timeout: 15_000,
    });
  });

  test('ends with a message when Chromium dies', async () => {
    const { output, ended, said } = start(opensWindow);
    await said('open');
    killChromium();
    expect(await ended).toBe(1);
    expect(output()).toContain('devhost: Chromium has ended unexpectedly');
    await vi.waitFor(() => expect([profiles(), temporaryFiles()]).toEqual([[], []]), { timeout: 15_000 });
  });

  test('closes a page that no window asked for, and keeps its windows', async () => {
    const { child, output, ended, said } = start(`
      import { readFileSync } from 'node:fs';
      import { app, BrowserWindow } from 'electron';
      app.commandLine.appendSwitch('remote-debugging-port', '0');
      app.whenReady().then(async () => {
        const window = new BrowserWindow();
        await window.loadURL('data:text/html,<h1>open</h1>');
        const profile = app.getPath('userData') + '/devhost-profile-' + process.pid;
        const [port] = readFileSync(profile + '/DevToolsActivePort', 'utf8').split('\\n');
        const ask = async (path, method) => (await fetch('http://127.0.0.1:' + port + path, { method })).json();
        const pages = async () => (await ask('/json/list', 'GET')).filter(({ type }) => type === 'page');
        const { id } = await ask('/json/new?about:blank', 'PUT');
        console.log('a page was opened', id.length > 0);
        while ((await pages()).some((page) => page.id === id)) await new Promise((resolve) => setTimeout(resolve, 50));
        console.log('pages left', (await pages()).length, window.isDestroyed());
      });
    `);
    await said('pages left');
    expect(output()).toContain('a page was opened true');
    expect(output()).toContain('pages left 1 false');
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  test('lets Chromium connect nowhere ahead of a click', async () => {
    const { child, ended, said } = start(opensWindow);
    await said('open');
    const [profile = ''] = profiles();
    const preferences = JSON.parse(readFileSync(join(folder, 'data', profile, 'Default/Preferences'), 'utf8'));
    expect(preferences.net.network_prediction_options).toBe(2);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  test('takes the policy for WebRTC that Chromium was started with, and no other', async () => {
    const policy = 'disable_non_proxied_udp';
    const asks = (atStart: string, later: string) => `
      import { app, BrowserWindow } from 'electron';
      const name = 'webrtc-ip-handling-policy';
      if (${JSON.stringify(atStart)}) app.commandLine.appendSwitch(name, ${JSON.stringify(atStart)});
      app.whenReady().then(() => {
        if (${JSON.stringify(later)}) app.commandLine.appendSwitch(name, ${JSON.stringify(later)});
        const { webContents } = new BrowserWindow();
        for (const policy of ['${policy}', 'default']) {
          try {
            webContents.setWebRTCIPHandlingPolicy(policy);
            console.log('taken:', policy);
          } catch (error) { console.log('refused:', policy, error.message); }
        }
        app.exit(0);
      });
    `;
    const told = start(asks(policy, ''));
    expect(await told.ended).toBe(0);
    expect(told.output()).toContain(`taken: ${policy}`);
    expect(told.output()).toContain(
      "refused: default devhost: setWebRTCIPHandlingPolicy('default') is not implemented",
    );
    const late = start(asks('', policy));
    expect(await late.ended).toBe(0);
    expect(late.output()).toContain(`refused: ${policy}`);
  });

  test('names the package to install where there is no Chromium', async () => {
    const { output, ended } = start(opensWindow, { PATH: dirname('/bin/sh'), CHROMIUM_PATH: join(folder, 'nowhere') });
    expect(await ended).toBe(1);
    expect(output()).toContain('apt-get install chromium');
  });

  test('an error while the app is loaded is shown and ends it', async () => {
    const { output, ended } = start("throw new Error('broken from the start');");
    expect(await ended).toBe(1);
    expect(output()).toContain('App threw an error during load');
    expect(output()).toContain('broken from the start');
  });

  test('an uncaught exception is shown and an unhandled rejection warned of, and it goes on, as in Electron', async () => {
    const { child, output, ended, said } = start(`
      ${opensWindow}
      setTimeout(() => { throw new Error('thrown later'); }, 10);
      Promise.reject(new Error('let go'));
    `);
    await said('open');
    await said('thrown later');
    expect(output()).toContain('A JavaScript error occurred in the main process');
    expect(output()).toContain('let go');
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  test('a window can be shown once something is drawn, whether or not all has loaded', async () => {
    const { child, output, ended, said } = start(`
      import { createServer } from 'node:http';
      import { app, BrowserWindow } from 'electron';
      const page = '<h1>drawn</h1><img src="/never.png">';
      const server = createServer((request, response) => {
        if (request.url === '/') response.setHeader('content-type', 'text/html').end(page);
      }).listen(0, '127.0.0.1');
      app.whenReady().then(() => {
        const window = new BrowserWindow({ show: false });
        window.once('ready-to-show', () => console.log('ready to show'));
        window.webContents.once('did-finish-load', () => console.log('loaded'));
        window.loadURL('http://127.0.0.1:' + server.address().port + '/');
      });
    `);
    await said('ready to show');
    expect(output()).not.toContain('loaded');
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  test('what is not implemented fails by name, whichever way electron is imported', async () => {
    const { output, ended } = start(`
      import { createRequire } from 'node:module';
      import electron, { app, Tray, desktopCapturer } from 'electron';
      const required = createRequire(import.meta.url)('electron');
      console.log('same', required === electron, required.app === app);
      for (const use of [() => new Tray(), () => desktopCapturer.getSources(), () => app.getGPUInfo('basic')]) {
        try { use(); } catch (error) { console.log(error.message); }
      }
      console.log('version', process.versions.devhost, /^\\d+/.test(process.versions.electron));
      app.exit(3);
    `);
    expect(await ended).toBe(3);
    expect(output()).toContain('same true true');
    expect(output()).toContain('devhost: new Tray is not implemented');
    expect(output()).toContain('devhost: desktopCapturer.getSources is not implemented');
    expect(output()).toContain('devhost: app.getGPUInfo is not implemented');
    expect(output()).toContain('version 1 true');
  });
});
