/** What ends or fails while nobody waits for it: the app goes on, says so once, and logs nothing of what it said. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ElectronApplication, expect } from '@playwright/test';
import { callChannel, eventChannel } from '../../contract/bridge.ts';
import { startAgain } from './app.ts';
import { named, someone, test } from './fault-people.ts';
import { alert, frame, person, showTab } from './on-screen.ts';

test.use({ mayThrow: true });

const logOf = (userData: string) => readFileSync(join(userData, 'logs', 'rolodesk.log'), 'utf8');

/** What the window shows, asked through the main process: Playwright's own page does not survive its process. */
const shown = (app: ElectronApplication) =>
  app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const words = `({
      heading: document.querySelector('h1')?.textContent,
      tab: document.querySelector('[role=tab][aria-selected=true]')?.textContent,
      isTold: document.body.textContent.includes('The page stopped and was loaded again'),
    })`;
    // While its process is away there is nobody to ask.
    if (contents?.isCrashed() || contents?.isLoading()) return null;
    return (await contents?.executeJavaScript(words).catch(() => null)) as unknown;
  });

test('what nobody caught is told once, a view that cannot be drawn says so, and everything else goes on', async ({
  connected,
  server,
}) => {
  server.answer('u-1', someone('u-1', named('Asha Rao')));
  const { app, page, userData } = await connected('u-1');
  await app.evaluate(() => {
    setImmediate(() => {
      throw new RangeError('canary');
    });
    void Promise.reject(new TypeError('canary'));
  });
  await expect(alert(page, 'Something failed in Rolodesk')).toBeVisible();
  await expect.poll(() => logOf(userData)).toContain('"error":"TypeError"');
  expect(logOf(userData)).toMatch(/"event":"uncaught exception","reference":"[0-9a-f]{8}","error":"RangeError"/);
  expect(logOf(userData)).not.toContain('canary');
  await alert(page, 'Something failed').getByRole('button', { name: 'Understood' }).click();
  await expect(alert(page, 'Something failed')).toBeHidden();
  await app.evaluate(() => void Promise.reject(new SyntaxError('canary')));
  await expect.poll(() => logOf(userData)).toContain('"error":"SyntaxError"');
  await showTab(page, 'Raw');
  await expect(alert(page, 'Something failed')).toBeHidden();

  // A view that cannot be drawn says so, and everything around it lives on.
  await app.evaluate(({ BrowserWindow }, channel) => {
    const ipc = BrowserWindow.getAllWindows()[0]?.webContents.ipc;
    // Of one call alone, an answer that the contract does not know.
    ipc?.handle(channel, (_event, name: string) => {
      if (name !== 'problems.overview') return { ok: false, failure: { kind: 'cancelled' } };
      ipc.removeHandler(channel);
      const kinds = [{ kind: 'cycle', count: 1, fresh: 0, aside: 0, first: [{ canary: true }] }];
      return { ok: true, value: { version: 1, kinds, fresh: 0, rereading: null } };
    });
  }, callChannel);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Problems' }).click();
  const failed = alert(page, 'Something failed in Rolodesk');
  await expect(person(page).heading).toHaveText('The problems cannot be shown');
  await expect(failed).toContainText(/ \(\w*Error\).*The log names it under [0-9a-f]{8}/);
  const reference = /under ([0-9a-f]{8})/.exec((await failed.textContent()) ?? '')?.[1] ?? '';
  expect(logOf(userData)).toContain(`"event":"page failed","reference":"${reference}","part":"problems"`);

  await failed.getByRole('button', { name: 'Copy report' }).click();
  await expect(page.getByText('Copied the report')).toBeVisible();
  const report = await app.evaluate(async ({ clipboard }) => String(await clipboard.readText()));
  expect(report.split('\n')).toMatchObject([
    expect.stringMatching(/^Rolodesk [\d.]+, (linux|macos|windows), /),
    expect.stringContaining(reference),
    expect.stringMatching(/^\w*Error in problems$/),
    ...report
      .split('\n')
      .slice(3)
      .map(() => expect.stringMatching(/^ {2}\S*@[\w.-]+:\d+:\d+$/)),
  ]);
  expect(report.split('\n').length).toBeGreaterThan(3);

  await frame(page).people.click();
  await expect(person(page).heading).toHaveText('People');
  await frame(page).back.click();
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(person(page).heading).toHaveText('Problems');
  await expect(failed).toBeHidden();

  await app.evaluate(({ BrowserWindow }, channel) => {
    // A kind of trouble that the page has no words for.
    const event = { name: 'app.trouble', data: { kind: 'canary' } };
    BrowserWindow.getAllWindows()[0]?.webContents.send(channel, event);
  }, eventChannel);
  await expect(alert(page, 'Messages cannot be shown')).toBeVisible();
  await expect(person(page).heading).toHaveText('Problems');
});

test('a page that is lost or hangs comes back where it was, twice a minute; then a person is asked', async ({
  connected,
  server,
}) => {
  server.answer('u-1', someone('u-1', named('Asha Rao')));
  const { app, page, userData } = await connected('u-1');
  await showTab(page, 'Status history');
  const questions = () => app.evaluate(() => (globalThis as unknown as { asked?: string[] }).asked ?? []);
  await app.evaluate(({ dialog, BrowserWindow }) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    dialog.showMessageBox = (async (...given: unknown[]) => {
      const { message } = given.at(-1) as { message: string };
      asked.push(message);
      return { response: message === 'The page does not answer' ? 1 : 0, checkboxChecked: false };
    }) as typeof dialog.showMessageBox;
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
  });
  const again = { heading: 'Asha Rao', tab: 'Status history', isTold: true };
  await expect.poll(() => shown(app)).toEqual(again);
  expect(await questions()).toEqual([]);

  await app.evaluate(({ BrowserWindow }) => void BrowserWindow.getAllWindows()[0]?.emit('unresponsive'));
  await expect.poll(() => logOf(userData).match(/"event":"page lost"/g)?.length).toBe(2);
  await expect.poll(() => shown(app)).toEqual(again);
  expect(await questions()).toEqual(['The page does not answer']);

  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
  await expect.poll(() => shown(app)).toMatchObject({ heading: 'People', isTold: false });
  expect(await questions()).toEqual(['The page does not answer', 'The page keeps stopping']);
});

test('a link that is followed while a page is lost opens once there is a page again', async ({ connected, server }) => {
  server.answer('u-1', someone('u-1', named('Asha Rao')));
  server.answer('linked-2', someone('linked-2', named('Lina Linked')));
  const { app, userData } = await connected('u-1');
  await app.evaluate(({ dialog }) => {
    dialog.showMessageBox = (() =>
      new Promise((resolve) => {
        Object.assign(globalThis, { answer: () => resolve({ response: 0, checkboxChecked: false }) });
      })) as typeof dialog.showMessageBox;
  });
  const lose = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
  for (let nth = 0; nth < 2; nth += 1) {
    await lose();
    await expect.poll(() => shown(app)).toMatchObject({ heading: 'Asha Rao' });
  }
  await lose();
  await expect.poll(() => app.evaluate(() => 'answer' in globalThis)).toBe(true);
  expect(await startAgain(userData, 'rolodesk://user/linked-2')).toBe(0);
  await app.evaluate(() => (globalThis as unknown as { answer: () => void }).answer());
  await expect.poll(() => shown(app)).toMatchObject({ heading: 'Lina Linked' });
});

test('a link that is followed while a page hangs opens once the page has been loaded again', async ({
  connected,
  server,
}) => {
  server.answer('u-1', someone('u-1', named('Asha Rao')));
  server.answer('linked-2', someone('linked-2', named('Lina Linked')));
  const { app, page, userData } = await connected('u-1');
  // Until its process is ended. What the page is told comes to it, and stays unheard.
  const hanging = page
    .evaluate(() => {
      for (;;);
    })
    .catch(() => 'ended');
  expect(await startAgain(userData, 'rolodesk://user/linked-2')).toBe(0);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
  expect(await hanging).toBe('ended');
  await expect.poll(() => shown(app)).toMatchObject({ heading: 'Lina Linked' });
});

test('an export whose page is lost is saved whole', async ({ connected, server, newFolder }) => {
  server.answer('u-1', someone('u-1', named('Asha Rao')));
  const { app, page } = await connected('u-1');
  const file = join(newFolder(), 'people.csv');
  await frame(page).people.click();
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () =>
      new Promise((resolve) => {
        Object.assign(globalThis, { save: () => resolve({ canceled: false, filePath }) });
      });
  }, file);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name: /CSV/ }).click();
  await expect.poll(() => app.evaluate(() => 'save' in globalThis)).toBe(true);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
  await expect.poll(() => shown(app)).toMatchObject({ isTold: true });
  await app.evaluate(() => (globalThis as unknown as { save: () => void }).save());
  await expect.poll(() => existsSync(file) && readFileSync(file, 'utf8')).toContain('Asha Rao');
});
