/**
 * The page's walls as a person's directory meets them: names and biographies that are code, the headers as they come,
 * the one bridge to the main process, files dropped onto the window, and addresses that are no files of the app.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, wholeChromium } from './app.ts';
import { someone, test } from './fault-people.ts';
import { person, search, showTab } from './on-screen.ts';
import { openOutside } from './safety-outside.ts';

/** Calls that take something. */
const callNames = ['people.open', 'people.raw', 'account.switch', 'account.connect', 'link.write', 'appearance.set'];

const policy = (nonce: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');

test('markup in every field of a person is shown as text, on every view, and reaches nobody', async ({
  server,
  connected,
}) => {
  const outside = await openOutside();
  const [origin = ''] = outside.origins;
  const hostile = `<img src="${origin}/x.png" onerror="document.title='run'"><script>document.title='run'</script>"'><svg onload=alert(1)>`;
  const email = {
    id: 'e-1',
    createdAt: 1_631_817_298_108,
    updatedAt: 1_631_817_298_108,
    email: '"<img/src=x>"@example.com',
    normalizedEmail: hostile,
    type: hostile,
    isVerified: false,
    user: hostile,
  };
  const fields = {
    displayName: hostile,
    firstName: hostile,
    lastName: hostile,
    username: hostile,
    bio: `${hostile} javascript:document.title='run' [x](${origin})`,
    team: hostile,
    role: hostile,
    timezone: hostile,
    gender: hostile,
    availabilityStatus: hostile,
    profileImageUrl: `${origin}/picture.svg`,
    coverImageUrl: "javascript:document.title='run'",
    emails: [email],
    primaryEmail: email,
    data: { [hostile]: hostile },
    reportees: ['u-2'],
  };
  server.answer('u-1', someone('u-1', fields, [{ message: hostile }]));
  server.answer('u-2', someone('u-2', { ...fields, reportees: [] }));

  const { page, app } = await connected('u-1');
  await expect(person(page).heading).toContainText('<script>');
  for (const tab of ['E-mails', 'Reports', 'Status history', 'Raw', 'Overview'] as const) {
    await expect(await showTab(page, tab)).not.toBeEmpty();
    expect(await foreignElements(page), tab).toBe(0);
  }
  await page.keyboard.press('ControlOrMeta+k');
  await search(page).field.fill('img');
  await expect(search(page).options.first()).toContainText('onerror=');
  expect(await foreignElements(page)).toBe(0);
  await page.keyboard.press('Escape');

  expect(await page.title()).not.toBe('run');
  expect(await addressOf(app)).toBe('app://bundle/index.html');
  expect(outside.seen).toEqual([]);
  await outside.close();
});

test('the page comes with the whole policy, and with another nonce each time', async ({ start }) => {
  const { page } = await start();
  const nonces: string[] = [];
  for (let load = 0; load < 2; load += 1) {
    const coming = page.waitForResponse((response) => response.url().endsWith('/index.html'));
    await page.reload();
    const headers = (await coming).headers();
    await expect(person(page).heading).toBeVisible();
    const nonce = await page.evaluate(
      () => document.querySelector<HTMLElement>('meta[property="csp-nonce"]')?.nonce ?? '',
    );
    expect(headers['content-security-policy']).toBe(policy(nonce));
    expect(nonce).toMatch(/^[A-Za-z0-9+/]{24}$/);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
    });
    // What a selector of a style sheet could read is empty.
    expect(await page.locator('meta[property="csp-nonce"]').getAttribute('nonce')).toBe('');
    nonces.push(nonce);
  }
  expect(nonces[0]).not.toBe(nonces[1]);
});

test('ordinary use breaks no rule of the policy, on any view', async ({ server, connected }) => {
  server.answer('u-1', someone('u-1', { reportees: ['u-2', 'u-3'], dob: 'never' }));
  const { page } = await connected('u-1');
  const broken: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') broken.push(message.text());
  });
  page.on('pageerror', (error) => broken.push(error.message));
  await page.addInitScript(() => {
    const directives: string[] = [];
    Object.assign(window, { violated: directives });
    document.addEventListener('securitypolicyviolation', (event) =>
      directives.push(`${event.violatedDirective} ${event.sourceFile}:${event.lineNumber} ${event.sample}`),
    );
  });
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+k');
  await search(page).field.fill('Asha');
  await expect(search(page).options.first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(person(page).heading).toHaveText('Asha Rao');
  for (const tab of ['E-mails', 'Reports', 'Status history', 'Raw', 'Overview'] as const) await showTab(page, tab);
  await page.getByRole('button', { name: 'Copy the e-mail' }).hover();
  await expect(page.getByRole('tooltip')).toBeVisible();
  await page.getByRole('button', { name: 'Theme' }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await page.getByRole('button', { name: 'Settings and help' }).click();
  await page.getByRole('menuitem', { name: 'About Rolodesk' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'People' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible();

  expect(await page.evaluate(() => (window as unknown as { violated: string[] }).violated)).toEqual([]);
  expect(broken).toEqual([]);
});

test('the page has one bridge, frozen, with two functions, and nothing else of Electron or Node', async ({ start }) => {
  const { page } = await start();
  const seen = await page.evaluate(() => {
    const names = [
      'require',
      'process',
      'electron',
      'ipcRenderer',
      'Buffer',
      'module',
      'exports',
      'global',
      '__dirname',
    ];
    const bridge = window.rolodesk as unknown as Record<string, unknown>;
    const attempts = [
      () => {
        (window as unknown as Record<string, unknown>).rolodesk = { call: () => 'forged' };
      },
      () => {
        bridge.call = () => 'forged';
      },
      () => {
        bridge.more = 'forged';
      },
      () => Object.defineProperty(window, 'rolodesk', { value: 'forged' }),
    ];
    for (const attempt of attempts) {
      try {
        attempt();
      } catch {
        // Refused aloud, in strict code.
      }
    }
    return {
      found: names.filter((name) => name in window),
      keys: Object.keys(window.rolodesk).sort(),
      frozen: Object.isFrozen(window.rolodesk),
      forged: JSON.stringify([typeof window.rolodesk, typeof bridge.call, bridge.more]),
      answer: typeof window.rolodesk.call('app.about', null).then,
    };
  });
  expect(seen).toEqual({
    found: [],
    keys: ['call', 'listen'],
    frozen: true,
    forged: '["object","function",null]',
    answer: 'function',
  });
});

test('odd names and inputs come back as failures, and the bridge goes on', async ({ start }) => {
  const { page } = await start();
  const ends = await page.evaluate(async (names) => {
    const call = window.rolodesk.call as (name: unknown, input: unknown) => Promise<{ ok: boolean }>;
    const cycle: Record<string, unknown> = {};
    cycle.self = cycle;
    let deep: unknown = null;
    for (let depth = 0; depth < 5000; depth += 1) deep = [deep];
    const oddNames = [
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      '',
      'people',
      'people.',
      'x'.repeat(1e6),
    ];
    const moreNames = [null, undefined, 7, {}, [], Symbol.iterator, ['app.about'], () => 'app.about', 'App.About'];
    const thrower = Object.defineProperty({}, 'id', {
      enumerable: true,
      get: () => {
        throw new Error('gotten');
      },
    });
    const oddInputs = [
      undefined,
      0,
      Number.NaN,
      'text',
      10n,
      Symbol.iterator,
      () => 'called',
      { id: () => 'called' },
      cycle,
      deep,
      thrower,
      'x'.repeat(2_000_000),
      { id: 'x'.repeat(2_000_000), want: 'known' },
      { id: '../..', want: 'known', __proto__: { id: 'u-1' } },
      JSON.parse('{"__proto__":{"ok":true},"constructor":{"prototype":{"ok":true}}}'),
      new Proxy({}, { ownKeys: () => ['id'] }),
      document.body,
      window,
      new Promise(() => undefined),
      new Map([['id', 'u-1']]),
    ];
    const end = async (name: unknown, input: unknown): Promise<string> => {
      const limit = new Promise<string>((resolve) => setTimeout(() => resolve('hung'), 8000));
      const made = (async () => {
        try {
          const outcome = await call(name, input);
          return outcome?.ok === false ? 'failure' : `answered ${JSON.stringify(outcome)?.slice(0, 80)}`;
        } catch {
          return 'refused';
        }
      })();
      return Promise.race([made, limit]);
    };
    const told: string[] = [];
    for (const name of [...oddNames, ...moreNames]) told.push(`${String(name).slice(0, 20)}: ${await end(name, null)}`);
    for (const input of oddInputs) {
      for (const name of names) told.push(`${name}: ${await end(name, input)}`);
    }
    return told;
  }, callNames);
  expect(ends.filter((end) => !/: (failure|refused)$/.test(end))).toEqual([]);
  expect(ends.length).toBeGreaterThan(100);
  expect(await page.evaluate(async () => (await window.rolodesk.call('app.about', null)).ok)).toBe(true);
});

test('a page that spoils its own prototypes does not spoil the main process', async ({ start }) => {
  const { page, app } = await start();
  await page.evaluate(async () => {
    Object.assign(Object.prototype, { polluted: 'yes', ok: true, theme: 'dark' });
    const call = window.rolodesk.call as (name: string, input: unknown) => Promise<unknown>;
    await call('appearance.set', JSON.parse('{"theme":"light","__proto__":{"polluted":"yes"}}'));
    await call('appearance.get', null);
    await call('appearance.set', {}).catch(() => null);
  });
  const main = await app.evaluate(() => ({
    polluted: 'polluted' in {},
    keys: Object.keys(Object.prototype),
  }));
  expect(main).toEqual({ polluted: false, keys: [] });
  // What was inherited in the page was not taken for given in main.
  await page.reload();
  const theme = await page.evaluate(() => window.rolodesk.call('appearance.get', null));
  expect(theme).toEqual({ ok: true, value: { theme: 'light', isTreeFolded: false } });
});

test('a frame inside the page has no bridge, and no frame with an address opens', async ({ start }) => {
  const { page } = await start();
  const bridges = await page.evaluate(async () => {
    const found: string[] = [];
    for (const src of ['', 'about:blank', '/index.html', 'about:srcdoc']) {
      const frame = document.createElement('iframe');
      if (src !== '') frame.src = src;
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
      document.body.append(frame);
      await loaded;
      try {
        if (frame.contentWindow !== null && 'rolodesk' in frame.contentWindow) found.push(src);
        if (frame.contentDocument?.querySelector('#root')) found.push(`${src} shows the app`);
      } catch {
        // Of another origin: the error page that stands where it was refused.
      }
      frame.remove();
    }
    return found;
  });
  expect(bridges).toEqual([]);
});

test('what is no file of the app is not served to the page', async ({ start }) => {
  const { page } = await start({ env: wholeChromium });
  const answers: string[] = [];
  page.on('response', (response) => answers.push(`${response.status()} ${response.url()}`));
  const paths = [
    '/files.json',
    '/../main/main.js',
    '/%2e%2e/main/main.js',
    '/..%2fmain%2fmain.js',
    '/..%5cmain%5cmain.js',
    '/assets/../../main/main.js',
    '/%2e%2e%2f%2e%2e%2fpackage.json',
    '//etc/passwd',
    '/main.js%00.svg',
    '/assets',
    '/picture/..%2f..%2ficon.svg',
    `/picture/${'a'.repeat(64)}`,
    '/icon.svg/',
    '/ICON.SVG',
  ];
  const served = await page.evaluate(async (all) => {
    const ends: string[] = [];
    for (const path of all) {
      for (const tag of ['img', 'link'] as const) {
        const element = document.createElement(tag);
        const end = new Promise<string>((resolve) => {
          element.onload = () => resolve('served');
          element.onerror = () => resolve('refused');
        });
        if (element instanceof HTMLLinkElement) {
          element.rel = 'stylesheet';
          element.href = path;
        } else element.src = path;
        document.head.append(element);
        if ((await end) === 'served') ends.push(`${tag} ${path}`);
        element.remove();
      }
    }
    return ends;
  }, paths);
  expect(served).toEqual([]);
  // The page's own icon, fonts and what it loads later may still be coming.
  expect(answers.filter((answer) => !/^404 |\/assets\/[\w-]+\.(svg|woff2|js)$/.test(answer))).toEqual([]);
  expect(answers.length).toBeGreaterThan(paths.length);
});

test('a file or a link dropped onto the window does not replace the page', async ({ start, newFolder }) => {
  const { page, app } = await start();
  await expect(person(page).heading).toBeVisible();
  const file = join(newFolder(), 'dropped.html');
  writeFileSync(file, '<title>dropped</title>');
  await page.evaluate(() => Object.assign(window, { stays: true }));
  const session = await page.context().newCDPSession(page);
  const drops = [
    { items: [], files: [file], dragOperationsMask: 1 },
    { items: [{ mimeType: 'text/uri-list', data: 'https://example.com/' }], dragOperationsMask: 1 },
  ];
  for (const data of drops) {
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
    }
  }
  // The window answers to this only after all that came before.
  await page.mouse.click(300, 300);
  await expect(person(page).heading).toBeVisible();
  expect(await page.evaluate(() => (window as unknown as { stays?: boolean }).stays)).toBe(true);
  expect(await addressOf(app)).toBe('app://bundle/index.html');
  expect(page.context().pages()).toHaveLength(1);
});

/** Elements that only somebody's own text could have made. */
function foreignElements(page: Page): Promise<number> {
  return page
    .locator('body script, svg[onload], img[onerror], img[src^="http"], a[href^="http"], a[href^="javascript"]')
    .count();
}

function addressOf(app: ElectronApplication): Promise<string | undefined> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL());
}
