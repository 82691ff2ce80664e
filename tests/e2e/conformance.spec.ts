/**
 * What Rolodesk relies on in its runtime. It is stated once and holds in Electron and in the development host alike:
 * where this fails in Electron, the statement is wrong; where it fails in the development host, the host is.
 * Sources: electronjs.org/docs (app, context-bridge, ipc-main, protocol, security, sandbox, esm, web-contents).
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { ElectronApplication, JSHandle, Page } from '@playwright/test';
import type { BrowserWindow } from 'electron';
import { test as base, expect, type Launch, type Launched, runToEnd, withFolders, withLauncher } from './app.ts';
import { readPdf } from './read-pdf.ts';

const folder = join(import.meta.dirname, 'conformance-app');

type Attempt = { value?: unknown; refused?: string };

/** What the fixture app's preload exposes, and its page's own tries. */
declare global {
  var bridge: {
    readonly version: number;
    readonly nested: { readonly list: readonly [number, { readonly deep: boolean }] };
    readonly animal: object;
    invoke(channel: string, ...args: unknown[]): Promise<unknown>;
    note(value: unknown): void;
    attempt(kind: string): Promise<Attempt>;
    attemptSend(kind: string): Promise<Attempt>;
    echoIsCircular(): Promise<boolean>;
    require(name: string): Promise<Attempt>;
    seesPageGlobals(): boolean;
    seesNode(): Record<string, unknown>;
    listen(onEvent: (value: unknown) => void): () => void;
    call(callback: (value: unknown) => unknown): unknown;
    same(value: unknown): unknown;
    throwOne(): never;
    rejectOne(): Promise<never>;
    exposeAgain(): Promise<Attempt>;
  };
  var atStart: Record<string, string>;
  var told: string[];
  var inlineScriptRan: boolean | undefined;
  var tries: {
    assign(): boolean[];
    fetch(url: string): Promise<number | string>;
    image(url: string): Promise<string>;
    frame(url: string): void;
    open(url: string): unknown;
    navigate(url: string): void;
  };
}

type Conformance = {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly userData: string;
  readonly told: () => Promise<string[]>;
};

const test = base.extend<
  {
    /** An app of the test's own, for a test that looks at the start of an app or changes more than its page. */
    start: (options?: Launch) => Promise<Conformance>;
    /** The app that the tests of a worker share, with its page loaded again; `told` gives what it has told since. */
    shared: () => Promise<Conformance>;
    server: Server & { requests: string[] };
  },
  { running: Launched & { readonly page: Page } }
>({
  start: async ({ launch }, use) => {
    await use(async (options = {}) => {
      const { app, window, userData } = await launch({ app: folder, ...options });
      const page = await window();
      return { app, page, userData, told: () => app.evaluate(() => globalThis.told) };
    });
  },
  running: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
    async ({}, use) => {
      await withFolders('conformance-shared-', (newFolder) =>
        withLauncher(newFolder, async (launch) => {
          const launched = await launch({ app: folder });
          await use({ ...launched, page: await launched.window() });
        }),
      );
    },
    { scope: 'worker' },
  ],
  shared: async ({ running: { app, page, userData } }, use) => {
    await use(async () => {
      // The app's own doing: a reload by the page is put to the app, which prevents it.
      const loaded = page.waitForEvent('load');
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.loadURL('app://bundle/index.html'));
      await loaded;
      const before = await app.evaluate(() => globalThis.told.length);
      return {
        app,
        page,
        userData,
        told: () => app.evaluate((_electron, from) => globalThis.told.slice(from), before),
      };
    });
  },
  /** A server on loopback that remembers what it was asked. */
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
  server: async ({}, use) => {
    const requests: string[] = [];
    const server = createServer((request, response) => {
      requests.push(`${request.method} ${request.url} ${request.headers.cookie ?? 'no cookie'}`);
      if (request.url === '/redirect') response.writeHead(302, { Location: '/target' }).end();
      else if (request.url === '/drip') response.write('first');
      else if (request.url === '/odd')
        response.writeHead(999, { 'X-Odd': '\xff', 'Content-Type': 'text/plain' }).end('body');
      else response.setHeader('Set-Cookie', 'crumb=1').end('body');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await use(Object.assign(server, { requests }));
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  },
});

const originOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

/** The lines that an app which ran to its end has told, in order. */
const toldLines = (output: string) => [...output.matchAll(/^told: (.*?)\r?$/gm)].map(([, line = '']) => line);

test.describe('the life of an app', () => {
  test('ready comes only after the entry has been evaluated', async ({ start }) => {
    const { told } = await start();
    expect((await told()).slice(0, 4)).toEqual([
      'evaluating, ready: false',
      'evaluated',
      'ready',
      'begun, ready: true',
    ]);
  });

  test('a top-level await of whenReady never ends', async ({ newFolder }) => {
    const { output } = await runToEnd(join(folder, 'waits-for-ready.mjs'), {
      args: [`--user-data-dir=${newFolder()}`],
    });
    expect(output).toContain('before');
    expect(output).toContain('ready: false');
    expect(output).not.toContain('after');
  });

  test('it knows its name, version, data folder and runtime', async ({ shared }) => {
    const { app, userData } = await shared();
    const known = await app.evaluate(({ app }) => ({
      name: app.getName(),
      version: app.getVersion(),
      userData: app.getPath('userData'),
      isPackaged: app.isPackaged,
      electron: process.versions.electron,
      sqlite: typeof process.getBuiltinModule('node:sqlite').DatabaseSync,
    }));
    expect(known).toEqual({
      name: 'Conformance',
      version: '4.5.6',
      userData,
      isPackaged: false,
      electron: expect.stringMatching(/^\d+\.\d+\.\d+/),
      sqlite: 'function',
    });
  });

  test('quitting closes the windows between before-quit and will-quit', async ({ newFolder }) => {
    const args = [`--user-data-dir=${newFolder()}`];
    const { code, output } = await runToEnd(folder, { args, env: { CONFORMANCE: 'quit' } });
    expect(toldLines(output).slice(-5)).toEqual(['before-quit', 'close', 'closed', 'will-quit', 'quit']);
    expect(code).toBe(0);
  });

  test('a prevented before-quit keeps everything open; exit asks nobody and gives its code', async ({ newFolder }) => {
    const args = [`--user-data-dir=${newFolder()}`];
    const { code, output } = await runToEnd(folder, { args, env: { CONFORMANCE: 'prevent-quit' } });
    const lines = toldLines(output);
    expect(lines.filter((line) => line === 'before-quit')).toHaveLength(1);
    expect(lines).not.toContain('will-quit');
    expect(lines).not.toContain('close');
    expect(code).toBe(7);
  });

  test('closing the last window tells so, and the app decides', async ({ newFolder }) => {
    const args = [`--user-data-dir=${newFolder()}`];
    const { code, output } = await runToEnd(folder, { args, env: { CONFORMANCE: 'close' } });
    expect(toldLines(output).slice(-6)).toEqual([
      'close',
      'closed',
      'window-all-closed',
      'before-quit',
      'will-quit',
      'quit',
    ]);
    expect(code).toBe(0);
  });

  test('where nobody listens for it, closing the last window quits', async ({ newFolder }) => {
    const args = [`--user-data-dir=${newFolder()}`];
    const { code, output } = await runToEnd(folder, { args, env: { CONFORMANCE: 'close-unheard' } });
    expect(toldLines(output).slice(-5)).toEqual(['close', 'closed', 'before-quit', 'will-quit', 'quit']);
    expect(code).toBe(0);
  });

  test('a second instance is refused the lock and hands over its arguments', async ({ start }) => {
    const { told, userData } = await start({ env: { CONFORMANCE: 'single' } });
    const second = await runToEnd(folder, {
      args: [`--user-data-dir=${userData}`, 'conformance://user/1'],
      env: { CONFORMANCE: 'single' },
    });
    expect(toldLines(second.output)).toContain('second');
    expect(toldLines(second.output)).not.toContain('begun, ready: true');
    await expect.poll(told).toContain('second-instance true true');
  });
});

test.describe('the wall between page and preload', () => {
  test('neither sees the other: no require, no process, no globals', async ({ shared }) => {
    const { page } = await shared();
    expect(await page.evaluate(() => globalThis.atStart)).toMatchObject({
      bridge: 'object',
      require: 'undefined',
      process: 'undefined',
      preloadSecret: 'undefined',
    });
    expect(await page.evaluate(() => bridge.seesPageGlobals())).toBe(false);
  });

  test('what is exposed is frozen, all the way down', async ({ shared }) => {
    const { page } = await shared();
    expect(await page.evaluate(() => tries.assign())).toEqual(Array(6).fill(false));
    expect(await page.evaluate(() => [bridge.version, bridge.nested.list[1].deep])).toEqual([1, true]);
    expect((await page.evaluate(() => bridge.exposeAgain())).refused).toContain(
      'Cannot bind an API on top of an existing property',
    );
  });

  test('values are copied without their prototypes; functions are proxied both ways', async ({ shared }) => {
    const { page } = await shared();
    const seen = await page.evaluate(() => {
      const mine = { list: [1] };
      const back = bridge.same(mine) as { list: number[] };
      return {
        animal: JSON.stringify(bridge.animal),
        methods: 'speak' in bridge.animal,
        isCopy: back !== mine && back.list[0] === 1,
        called: bridge.call((value) => ({ got: value })),
        ownArray: Object.getPrototypeOf(back.list) === Array.prototype,
      };
    });
    expect(seen).toEqual({
      animal: '{"name":"cat"}',
      methods: false,
      isCopy: true,
      called: { got: { given: 'by the preload' } },
      ownArray: true,
    });
  });

  test('errors cross as plain errors that keep their message and lose what was added', async ({ shared }) => {
    const { page } = await shared();
    const caught = await page.evaluate(async () => {
      const describe = (error: unknown) => ({
        isError: error instanceof Error,
        message: (error as Error).message,
        code: String((error as { code?: unknown }).code),
      });
      let thrown: unknown;
      try {
        bridge.throwOne();
      } catch (error) {
        thrown = error;
      }
      const rejected = await bridge.rejectOne().catch((error: unknown) => error);
      return [describe(thrown), describe(rejected)];
    });
    expect(caught).toEqual([
      { isError: true, message: expect.stringContaining('thrown in the preload'), code: 'undefined' },
      { isError: true, message: expect.stringContaining('rejected in the preload'), code: 'undefined' },
    ]);
  });

  test('a sandboxed preload may require electron, events, timers and url, and nothing else', async ({ shared }) => {
    const { page } = await shared();
    for (const name of ['electron', 'events', 'timers', 'url']) {
      expect(await page.evaluate((module) => bridge.require(module), name)).toHaveProperty('value');
    }
    for (const name of ['fs', 'node:fs', 'child_process', './main.mjs', 'zod']) {
      expect(await page.evaluate((module) => bridge.require(module), name)).toEqual({
        refused: `module not found: ${name}`,
      });
    }
  });
});

test.describe('messages between page and main process', () => {
  test('structured clone carries them both ways', async ({ shared }) => {
    const { app, page } = await shared();
    expect((await page.evaluate(() => bridge.attempt('clonable'))).value).toBe(
      [
        'text: "ü😀"',
        'none: undefined',
        'nothing: null',
        'big: 1180591620717411303424n',
        'odd: [NaN,Infinity,-0]',
        'date: Date 1970-01-02T00:00:00.000Z',
        'map: Map "key"→Set 1,2',
        'bytes: Uint8Array 1,2,255',
        'words: Float64Array 1.5,-2',
        'error: RangeError RangeError too far',
      ].join('; '),
    );
    const heard = await app.evaluate(() => {
      const { map, bytes, big, error } = (globalThis as unknown as { heard: Record<string, unknown> }).heard;
      return [map instanceof Map, bytes instanceof Uint8Array, typeof big, error instanceof RangeError];
    });
    expect(heard).toEqual([true, true, 'bigint', true]);
    expect(await page.evaluate(() => bridge.echoIsCircular())).toBe(true);
  });

  test('what cannot be cloned is refused before it is sent', async ({ shared }) => {
    const { page, told } = await shared();
    for (const kind of ['function', 'nested', 'symbol', 'promise', 'weak', 'node']) {
      const refused = { refused: expect.stringContaining('could not be cloned') };
      expect(await page.evaluate((name) => bridge.attempt(name), kind)).toEqual(refused);
      expect(await page.evaluate((name) => bridge.attemptSend(name), kind)).toEqual(refused);
    }
    await page.evaluate(() => bridge.note('arrived'));
    await expect.poll(told).toContain('noted arrived');
    expect((await told()).filter((line) => line.startsWith('noted'))).toEqual(['noted arrived']);
  });

  test("a handler's error arrives as its words alone", async ({ shared }) => {
    const { page } = await shared();
    const messages = await page.evaluate(() =>
      Promise.all(
        ['fail', 'unclonable', 'nobody'].map((channel) =>
          bridge.invoke(channel).catch((error: Error) => error.message),
        ),
      ),
    );
    expect(messages).toEqual([
      "Error invoking remote method 'fail': TypeError: said so",
      expect.stringMatching(/^Error invoking remote method 'unclonable': .*could not be cloned/),
      expect.stringMatching(/^Error invoking remote method 'nobody': .*No handler registered for 'nobody'/),
    ]);
  });

  test('the main process knows which frame speaks, and none once that has gone', async ({ start }) => {
    const { page, told } = await start({ env: { CONFORMANCE: 'stay' } });
    expect(await page.evaluate(() => bridge.invoke('who'))).toEqual({
      url: 'app://bundle/index.html',
      origin: 'app://bundle',
      isTop: true,
      isMain: true,
    });
    // The page is gone before there is an answer.
    await page.evaluate(() => void bridge.invoke('close-and-look')).catch(() => {});
    await expect.poll(told).toContain('sender frame after closing: null');
  });

  test('the main process is heard until the page stops listening', async ({ shared }) => {
    const { app, page } = await shared();
    const send = (value: unknown) =>
      app.evaluate(
        ({ BrowserWindow }, sent) => BrowserWindow.getAllWindows()[0]?.webContents.send('event', sent),
        value,
      );
    await page.evaluate(() => {
      const heard: unknown[] = [];
      Object.assign(globalThis, { heard, stop: bridge.listen((value) => heard.push(value)) });
    });
    const heard = () => page.evaluate(() => (globalThis as unknown as { heard: unknown[] }).heard);
    await send({ first: true });
    await expect.poll(heard).toEqual([{ first: true }]);
    await page.evaluate(() => (globalThis as unknown as { stop(): void }).stop());
    await send({ second: true });
    await page.evaluate(() => bridge.invoke('echo', null));
    expect(await heard()).toEqual([{ first: true }]);
    await expect(
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.send('event', () => {})),
    ).rejects.toThrow('could not be cloned');
  });
});

test.describe('the page', () => {
  test('it is served under its scheme, with the headers of the app, as a secure context', async ({ shared }) => {
    const { app, page } = await shared();
    expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().map((one) => one.getURL()))).toEqual(
      ['app://bundle/index.html'],
    );
    expect(await page.evaluate(() => isSecureContext)).toBe(true);
    const served = await page.evaluate(async () => {
      const found = await fetch('/page.js');
      return [found.status, found.headers.get('X-Served'), (await fetch('/nowhere')).status];
    });
    expect(served).toEqual([200, 'GET app://bundle/page.js', 404]);
  });

  test('its policy holds: inline scripts, eval and styles without the nonce do nothing', async ({ shared }) => {
    const { page } = await shared();
    expect(await page.evaluate(() => globalThis.inlineScriptRan)).toBeUndefined();
    expect(await page.evaluate(() => globalThis.atStart)).toMatchObject({ eval: 'EvalError' });
    const styles = await page.evaluate(() => {
      const style = getComputedStyle(document.body);
      return [style.getPropertyValue('--with-nonce'), style.getPropertyValue('--without-nonce')];
    });
    expect(styles).toEqual(['applied', '']);
  });

  test('a nonce is new for each answer', async ({ shared }) => {
    const { page } = await shared();
    const nonces = await page.evaluate(async () => {
      const policies = await Promise.all(
        [1, 2].map(async () => (await fetch('/index.html')).headers.get('Content-Security-Policy')),
      );
      return policies.map((policy) => /'nonce-([^']+)'/.exec(policy ?? '')?.[1]);
    });
    expect(nonces[0]).toBeTruthy();
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  test('navigation by script and by link is put to the app, and stays away when prevented', async ({ shared }) => {
    const { page, told } = await shared();
    const before = page.url();
    await page.evaluate(() => tries.navigate('https://elsewhere.example/script'));
    await expect.poll(told).toContain('navigate https://elsewhere.example/script');
    await page.click('#away', { noWaitAfter: true });
    await expect.poll(told).toContain('navigate https://elsewhere.example/');
    expect(page.url()).toBe(before);
    await expect(page.locator('h1')).toHaveText('Conformance');
  });

  test('a frame that would go elsewhere is put to the app', async ({ shared, server }) => {
    const { page, told } = await shared();
    const url = `${originOf(server)}/framed`;
    await page.evaluate((address) => tries.frame(address), url);
    await expect.poll(told).toContain(`frame ${url}`);
    expect(server.requests).toEqual([]);
  });

  test('windows that it opens are put to the app and come to nothing when denied', async ({ shared }) => {
    const { app, page, told } = await shared();
    expect(await page.evaluate(() => tries.open('https://elsewhere.example/opened'))).toBeNull();
    await expect.poll(told).toContain('open https://elsewhere.example/opened');
    await page.click('#blank', { noWaitAfter: true });
    await expect.poll(told).toContain('open https://elsewhere.example/blank');
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  test('permissions that the session denies are denied', async ({ shared }) => {
    const { page } = await shared();
    const answers = await page.evaluate(async () => {
      const located = new Promise((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('located'),
          (error) => resolve(error.code),
        ),
      );
      return {
        notification: await Notification.requestPermission(),
        geolocation: (await navigator.permissions.query({ name: 'geolocation' })).state,
        located: await located,
      };
    });
    expect(answers).toEqual({ notification: 'denied', geolocation: 'denied', located: 1 });
  });

  test("every request that the session's filter cancels stays here", async ({ shared, server }) => {
    const { page, told } = await shared();
    const origin = originOf(server);
    expect(await page.evaluate((url) => tries.fetch(url), `${origin}/fetched`)).toBe('TypeError');
    expect(await page.evaluate((url) => tries.image(url), `${origin}/image.png`)).toBe('failed');
    expect(await told()).toEqual(
      expect.arrayContaining([`cancelled ${origin}/fetched`, `cancelled ${origin}/image.png`]),
    );
    expect(server.requests).toEqual([]);
  });

  test('light and dark follow nativeTheme', async ({ start }) => {
    const { app, page, told } = await start();
    const isDark = () => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
    for (const theme of ['dark', 'light', 'dark'] as const) {
      const shouldBeDark = await app.evaluate(({ nativeTheme }, source) => {
        nativeTheme.themeSource = source;
        return nativeTheme.shouldUseDarkColors;
      }, theme);
      expect(shouldBeDark).toBe(theme === 'dark');
      await expect.poll(isDark).toBe(theme === 'dark');
    }
    expect(await told()).toContain('theme updated');
  });

  test('a page that crashes is told of', async ({ start }) => {
    const { app, told } = await start();
    await app.evaluate(({ webContents }) => webContents.getAllWebContents()[0]?.forcefullyCrashRenderer());
    await expect.poll(told).toEqual(expect.arrayContaining([expect.stringMatching(/^gone (crashed|killed)$/)]));
  });
});

test.describe('windows and menus', () => {
  test('a window has the size it was given, and is found by its contents', async ({ start }) => {
    const { app, page } = await start();
    const window: JSHandle<BrowserWindow> = await app.browserWindow(page);
    expect(await window.evaluate((one) => one.getBounds())).toMatchObject({ width: 900, height: 640 });
    await window.evaluate((one) => one.setBounds({ width: 1000, height: 700 }));
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(1000);
    const isFound = await app.evaluate(({ BrowserWindow }) => {
      const [one] = BrowserWindow.getAllWindows();
      return one !== undefined && BrowserWindow.fromWebContents(one.webContents) === one && !one.isDestroyed();
    });
    expect(isFound).toBe(true);
  });

  test('a window that is not shown draws a page of any size as a PDF, and runs no script where it may not', async ({
    start,
  }) => {
    const { app } = await start();
    const drawn = await app.evaluate(async ({ BrowserWindow, session }) => {
      const drawing = session.fromPartition('drawing');
      const body = '<title>Title</title><p>Drawn</p><script>document.body.append("by script")</script>';
      drawing.protocol.handle('app', () => new Response(body, { headers: { 'Content-Type': 'text/html' } }));
      const webPreferences = { session: drawing, sandbox: true, javascript: false };
      const window = new BrowserWindow({ show: false, webPreferences });
      await window.loadURL('app://drawing/1');
      const margins = { top: 0, bottom: 0, left: 0, right: 0 };
      const pdf = await window.webContents.printToPDF({ pageSize: { width: 190, height: 5 }, margins });
      window.destroy();
      return { pdf: pdf.toString('base64'), windows: BrowserWindow.getAllWindows().length };
    });
    const read = await readPdf(Buffer.from(drawn.pdf, 'base64'));
    expect(read).toMatchObject({ title: 'Title', text: 'Drawn' });
    expect(read.pages.map(({ width, height }) => [Math.round(width / 72), Math.round(height / 72)])).toEqual([
      [190, 5],
    ]);
    expect(drawn.windows).toBe(1);
  });

  test('a menu item is found by its id and does its work when clicked', async ({ shared }) => {
    const { app, told } = await shared();
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('own-item')?.click());
    await expect.poll(told).toContain('clicked');
  });
});

test.describe('a request of net', () => {
  test('gives whatever status and header came, the version of HTTP, and the body piece by piece', async ({
    shared,
    server,
  }) => {
    const { app } = await shared();
    const seen = await app.evaluate(
      ({ net, session }, url) =>
        new Promise((resolve, reject) => {
          const request = net.request({ url, session: session.fromPartition('net'), redirect: 'manual' });
          request.on('error', reject);
          request.on('response', async (message) => {
            const { statusCode, httpVersionMajor, headers } = message;
            let text = '';
            for await (const piece of message as unknown as AsyncIterable<Uint8Array>) text += String(piece);
            resolve([statusCode, httpVersionMajor, typeof headers['x-odd'], headers['content-type'], text]);
          });
          request.end();
        }),
      `${originOf(server)}/odd`,
    );
    expect(seen).toEqual([999, 1, 'string', 'text/plain', 'body']);
  });

  test('tells where a redirect points, and goes no further where it is aborted in the listener', async ({
    shared,
    server,
  }) => {
    const { app } = await shared();
    const seen = await app.evaluate(
      ({ net, session }, url) =>
        new Promise((resolve, reject) => {
          const request = net.request({ url, session: session.fromPartition('net'), redirect: 'manual' });
          request.on('error', reject);
          request.on('redirect', (status, _method, to) => {
            request.on('abort', () => resolve([status, to]));
            request.abort();
          });
          request.end();
        }),
      `${originOf(server)}/redirect`,
    );
    expect(seen).toEqual([302, `${originOf(server)}/target`]);
    expect(server.requests).toEqual(['GET /redirect no cookie']);
  });
});

test.describe("a session's fetch", () => {
  test('follows no redirect when told not to', async ({ shared, server }) => {
    const { app } = await shared();
    const message = await app.evaluate(
      ({ session }, url) =>
        session
          .fromPartition('net')
          .fetch(url, { redirect: 'error' })
          .then(String, (error: Error) => error.message),
      `${originOf(server)}/redirect`,
    );
    expect(message).toContain('redirect');
    expect(server.requests).toEqual(['GET /redirect no cookie']);
  });

  test('sends no cookies when told to omit them', async ({ shared, server }) => {
    const { app } = await shared();
    await app.evaluate(async ({ session }, url) => {
      for (const path of ['/first', '/second']) {
        await (await session.fromPartition('net').fetch(`${url}${path}`, { credentials: 'omit' })).text();
      }
    }, originOf(server));
    expect(server.requests).toEqual(['GET /first no cookie', 'GET /second no cookie']);
  });

  test('gives the body as it comes and stops when aborted, with the reason given', async ({ shared, server }) => {
    const { app } = await shared();
    const seen = await app.evaluate(
      async ({ session }, url) => {
        const controller = new AbortController();
        const response = await session.fromPartition('net').fetch(url, { signal: controller.signal });
        const reader = response.body?.getReader();
        const first = new TextDecoder().decode((await reader?.read())?.value);
        const next = reader?.read().then(
          () => 'went on',
          () => 'stopped',
        );
        controller.abort();
        const early = AbortSignal.abort(new Error('never mind'));
        const refused = session.fromPartition('net').fetch(url, { signal: early });
        return [first, await next, await refused.catch((error: Error) => error.message)];
      },
      `${originOf(server)}/drip`,
    );
    expect(seen).toEqual(['first', 'stopped', 'never mind']);
  });

  test('says that nobody answers', async ({ shared, server }) => {
    const { app } = await shared();
    const url = originOf(server);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    const message = await app.evaluate(
      ({ session }, address) =>
        session
          .fromPartition('net')
          .fetch(address)
          .then(String, (error: Error) => error.message),
      url,
    );
    expect(message).toBe('net::ERR_CONNECTION_REFUSED');
  });
});

test('the clipboard holds an image that was put there, and then a text', async ({ shared }) => {
  const { app } = await shared();
  // One pixel.
  const image = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const held = await app.evaluate(async ({ clipboard, ClipboardItem }, base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    await clipboard.write([new ClipboardItem({ 'image/png': new Blob([bytes], { type: 'image/png' }) })]);
    const [item] = await clipboard.read();
    const blob = await item?.getType('image/png');
    const first = [...new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0)).slice(1, 4)];
    await clipboard.writeText('text');
    return { types: item?.types, first: String.fromCharCode(...first), text: await clipboard.readText() };
  }, image);
  expect(held.types).toContain('image/png');
  expect(held).toMatchObject({ first: 'PNG', text: 'text' });
});
