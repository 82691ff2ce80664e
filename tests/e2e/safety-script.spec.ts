/**
 * What holds a script that should never have got into the page: it runs there among the app's own files, under the
 * page's own policy, and tries to reach out, to run more, to leave, to open windows and frames, and to ask for devices.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { test as base, expect, type Launched, wholeChromium } from './app.ts';
import type { AttackReport } from './safety-attacks.ts';
import { type Breach, hostileBuild } from './safety-hostile-build.ts';
import { type Outside, openOutside } from './safety-outside.ts';

type Attacked = {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly outside: Outside;
  /** Runs one attack against one of the servers outside. */
  readonly attack: (name: string, objection?: boolean) => Promise<AttackReport>;
};

const test = base.extend<{ outside: Outside; attacked: (breach?: Breach) => Promise<Attacked> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
  outside: async ({}, use) => {
    const outside = await openOutside();
    await use(outside);
    await outside.close();
  },
  /** Afterwards nobody outside may have heard a word, and the page must be where and what it was. */
  attacked: async ({ launch, newFolder, outside }, use) => {
    const started: [Launched, Page][] = [];
    await use(async (breach) => {
      const launched = await launch({ app: hostileBuild(join(newFolder(), 'app'), breach), env: wholeChromium });
      const page = await launched.window();
      await page.waitForFunction(() => window.attack !== undefined && document.querySelector('h1') !== null);
      started.push([launched, page]);
      let next = 0;
      return {
        app: launched.app,
        page,
        outside,
        attack: (name, objection = false) => {
          const to = `${outside.origins[next++ % outside.origins.length]}/${name}`;
          return page.evaluate(([what, target, waits]) => window.attack(what, target, waits), [
            name,
            to,
            objection,
          ] as const);
        },
      };
    });
    for (const [{ app }, page] of started) {
      expect(await addressOf(app)).toBe('app://bundle/index.html');
      expect(await page.evaluate(() => window.executed), 'nothing of the attacker’s was run').toEqual([]);
      const about = await page.evaluate(() => window.rolodesk.call('app.about', null));
      expect(about.ok, 'the page still works').toBe(true);
      expect(await windowCount(app)).toBe(1);
    }
    expect(outside.seen, 'nobody outside heard a word').toEqual([]);
  },
});

/** Attacks by the directive that has to object. */
const reachingOut: Readonly<Record<string, string>> = {
  fetch: 'connect-src',
  'fetch-no-cors': 'connect-src',
  xhr: 'connect-src',
  websocket: 'connect-src',
  'event-source': 'connect-src',
  beacon: 'connect-src',
  'web-transport': 'connect-src',
  ping: 'connect-src',
  image: 'img-src',
  srcset: 'img-src',
  picture: 'img-src',
  'css-background': 'img-src',
  'css-sheet': 'img-src',
  'svg-image': 'img-src',
  icon: 'img-src',
  preload: 'img-src',
  font: 'font-src',
  stylesheet: 'style-src-elem',
  prefetch: 'default-src',
  manifest: 'manifest-src',
  video: 'media-src',
  'frame-remote': 'frame-src',
  'import-remote': 'script-src-elem',
  // Trusted Types stand before the other directives here.
  object: 'require-trusted-types-for',
  embed: 'require-trusted-types-for',
  'remote-script': 'require-trusted-types-for',
};

const runningMore: Readonly<Record<string, string>> = {
  eval: 'require-trusted-types-for',
  function: 'require-trusted-types-for',
  'string-timeout': 'require-trusted-types-for',
  'inline-script': 'require-trusted-types-for',
  'inline-handler': 'require-trusted-types-for',
  'error-handler': 'require-trusted-types-for',
  'inner-html': 'require-trusted-types-for',
  'document-write': 'require-trusted-types-for',
  worker: 'require-trusted-types-for',
  'shared-worker': 'require-trusted-types-for',
  'service-worker': 'require-trusted-types-for',
  'frame-srcdoc': 'require-trusted-types-for',
  'trusted-types-policy': 'trusted-types',
  'script-link': 'script-src-elem',
  'script-location': 'script-src-elem',
  'frame-script': 'script-src-elem',
  'import-data': 'script-src-elem',
  'import-blob': 'script-src-elem',
  'web-assembly': 'script-src',
  'style-element': 'style-src-elem',
  'style-attribute': 'style-src-attr',
  'frame-own': 'frame-src',
  'frame-data': 'frame-src',
  'frame-blob': 'frame-src',
  base: 'base-uri',
  'form-get': 'form-action',
  'form-post': 'form-action',
  'form-button': 'form-action',
};

/** What objects where Trusted Types do not, or are not there. */
const withoutTrustedTypes: Readonly<Record<string, string>> = {
  eval: 'script-src',
  function: 'script-src',
  'string-timeout': 'script-src',
  'inline-script': 'script-src-elem',
  'remote-script': 'script-src-elem',
  'inline-handler': 'script-src-attr',
  'error-handler': 'script-src-attr',
  'inner-html': 'script-src-attr',
  worker: 'worker-src',
  'shared-worker': 'worker-src',
  object: 'object-src',
  embed: 'object-src',
};

const succeeded = /^(loaded|opened|granted|styled|moved)$/;

test.describe('A script inside the page', () => {
  test('reaches nobody outside', async ({ attacked }) => {
    const { attack } = await attacked();
    for (const [name, directive] of Object.entries(reachingOut)) {
      const { outcome, directives } = await attack(name, true);
      expect.soft(directives, name).toContain(directive);
      expect.soft(outcome, name).not.toMatch(succeeded);
    }
  });

  test('learns nothing through peers, hints or webviews', async ({ attacked }) => {
    const { attack, page } = await attacked();
    for (const name of ['rtc', 'preconnect', 'webview']) expect.soft((await attack(name)).outcome).not.toBe('loaded');
    expect(await page.evaluate(() => 'getWebContentsId' in document.createElement('webview'))).toBe(false);
  });

  test('can run, frame and style nothing that is not a file of the app', async ({ attacked }) => {
    const { attack } = await attacked();
    for (const [name, directive] of Object.entries(runningMore)) {
      const { outcome, directives } = await attack(name, true);
      expect.soft(directives, name).toContain(directive);
      expect.soft(outcome, name).not.toMatch(succeeded);
    }
  });

  test('is held by the sources of scripts alone where Trusted Types are gone', async ({ attacked }) => {
    const { attack } = await attacked('no-trusted-types');
    for (const [name, directive] of Object.entries(withoutTrustedTypes)) {
      const { outcome, directives } = await attack(name, true);
      expect.soft(directives, name).toContain(directive);
      expect.soft(outcome, name).not.toMatch(succeeded);
    }
  });

  test('cannot lead the window elsewhere', async ({ attacked }) => {
    const { app, page, attack } = await attacked();
    const asked = await listenToNavigations(app);
    const leaving = ['location', 'location-replace', 'navigation-api', 'link', 'link-top', 'meta-refresh'];
    for (const [index, name] of leaving.entries()) {
      await attack(name);
      // The main process was asked, and refused: only then is the next one tried.
      await expect.poll(asked, name).toHaveLength(index + 1);
    }
    expect((await asked()).filter(({ prevented }) => !prevented)).toEqual([]);
    for (const name of ['location-data', 'location-file', 'location-other-app', 'push-state']) await attack(name);
    expect(await page.locator('h1').count()).toBe(1);
  });

  test('cannot open a window', async ({ attacked }) => {
    const { app, attack } = await attacked();
    for (const name of ['open', 'open-blank', 'open-own', 'open-script', 'link-blank']) {
      expect.soft((await attack(name)).outcome, name).not.toBe('opened');
    }
    expect(await windowCount(app)).toBe(1);
  });

  test('cannot save a file', async ({ attacked, newFolder }) => {
    const { app, attack } = await attacked();
    const folder = newFolder();
    await app.evaluate((electron, path) => electron.app.setPath('downloads', path), folder);
    await attack('blob-download');
    await attack('link-download');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is granted no permission', async ({ attacked }) => {
    const { attack, page } = await attacked();
    for (const name of ['notification', 'geolocation', 'clipboard-read', 'camera', 'microphone', 'screen', 'midi']) {
      expect.soft((await attack(name)).outcome, name).toMatch(/^(refused|threw .*)$/);
    }
    const granted = await page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'];
      const states = await Promise.all(names.map((name) => navigator.permissions.query({ name: name as 'midi' })));
      return names.filter((_name, index) => states[index]?.state === 'granted');
    });
    expect(granted).toEqual([]);
  });

  test('is held by the request filter alone where the policy is gone', async ({ attacked }) => {
    const { attack, page } = await attacked('no-policy');
    // Asked of the browser, not of the servers: it may have reasons of its own not to let a page reach this computer.
    const ends = new Map<string, string>();
    page.on('requestfailed', (request) => {
      ends.set(new URL(request.url()).pathname.slice(1), request.failure()?.errorText ?? 'failed');
    });
    page.on('requestfinished', (request) => ends.set(new URL(request.url()).pathname.slice(1), 'finished'));
    const loads = ['fetch', 'fetch-no-cors', 'xhr', 'event-source', 'image', 'srcset', 'svg-image', 'css-background'];
    const more = ['css-sheet', 'font', 'stylesheet', 'prefetch', 'preload', 'video', 'import-remote', 'remote-script'];
    for (const name of [...loads, ...more]) {
      const { outcome, directives } = await attack(name);
      expect.soft(outcome, name).not.toBe('loaded');
      expect.soft(directives, name).toEqual([]);
      await expect.poll(() => ends.get(name), name).toMatch(/^net::ERR_BLOCKED_BY_CLIENT/);
    }
    const quiet = [
      'beacon',
      'picture',
      'icon',
      'manifest',
      'ping',
      'object',
      'embed',
      'frame-remote',
      'link',
      'location',
    ];
    for (const name of [...quiet, 'form-get', 'form-post', 'form-button']) await attack(name);
  });
});

/** What the main process has been asked since, and whether it refused. */
async function listenToNavigations(app: ElectronApplication) {
  type Asked = { url: string; prevented: boolean }[];
  await app.evaluate(({ BrowserWindow }) => {
    const asked: Asked = [];
    Object.assign(globalThis, { asked });
    for (const { webContents } of BrowserWindow.getAllWindows()) {
      webContents.on('will-navigate', (event) => {
        asked.push({ url: event.url, prevented: event.defaultPrevented });
      });
    }
  });
  return () => app.evaluate(() => (globalThis as unknown as { asked: Asked }).asked);
}

function addressOf(app: ElectronApplication): Promise<string | undefined> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL().split('#')[0]);
}

function windowCount(app: ElectronApplication): Promise<number> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
}
