/** What the page promises of the sync: that nothing jumps, that no button takes the focus away, that drops are read. */
import assert from 'node:assert/strict';
import type { Page } from '@playwright/test';
import { type Check, focused, made, until } from './check.ts';
import { idOf } from './people.ts';
import { dropFile } from './reach.ts';
import { done, scenes } from './sync-states.ts';

const sync = (page: Page) => page.getByRole('group', { name: 'Sync' });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
export const syncChecks: readonly Check[] = [
  {
    promise: 'the box of the sync is as high in every state',
    scenario: { open: true, remembered: true },
    run: async (page) => {
      await sync(page).getByText('Updates automatically').waitFor();
      const heights = new Set<number | undefined>();
      for (const [name, scene] of Object.entries(scenes)) {
        const state = scene();
        await page.evaluate((data) => window.rolodeskDouble.say({ name: 'sync.changed', data }), state);
        const isShown = state.status === 'running' && state.task !== 'refreshing' ? 1 : 0;
        await until(name, async () => (await sync(page).getByRole('progressbar').count()) === isShown);
        heights.add((await page.getByRole('complementary').locator('> div').last().boundingBox())?.height);
      }
      assert.equal(heights.size, 1, [...heights].join(' '));
    },
  },
  {
    promise: 'pause and resume keep the focus, stop is in the menu, and each is told of once',
    scenario: { open: true, sync: 'running' },
    run: async (page) => {
      await button(page, 'Pause sync').focus();
      await page.keyboard.press('Enter');
      await until('resume focused', async () => (await focused(page)) === 'Resume sync');
      await page.getByRole('status').filter({ hasText: 'The sync is paused at 812' }).waitFor({ state: 'attached' });
      await page.keyboard.press('Enter');
      await until('pause focused', async () => (await focused(page)) === 'Pause sync');
      assert.equal(await sync(page).getByRole('button').count(), 1);
      await page.getByRole('button', { name: /Demo directory/ }).click();
      await page.getByRole('menuitem', { name: 'Stop sync' }).click();
      await button(page, 'Resume sync').waitFor();
      const acts = (await made(page)).map(({ name }) => name).filter((name) => /^sync\.(begin|pause|stop)$/.test(name));
      assert.deepEqual(acts, ['sync.pause', 'sync.begin', 'sync.stop']);
    },
  },
  {
    promise: 'progress is not read out',
    scenario: { open: true, sync: 'running' },
    run: async (page) => {
      await sync(page).getByText('812 of').waitFor();
      const said = await page.evaluate(async (state) => {
        let changes = 0;
        const observer = new MutationObserver(() => {
          changes += 1;
        });
        for (const status of document.querySelectorAll('[role=status], [role=alert], [aria-live]'))
          observer.observe(status, { subtree: true, childList: true, characterData: true });
        for (let fetched = 813; fetched < 900; fetched += 1)
          window.rolodeskDouble.say({ name: 'sync.changed', data: { ...state, fetched } });
        await new Promise((later) => requestAnimationFrame(() => requestAnimationFrame(later)));
        return changes;
      }, scenes.running());
      await sync(page).getByText('899 of').waitFor();
      assert.equal(said, 0);
    },
  },
  {
    promise: 'a sync that wants a token says so once, and leads to where one is given',
    scenario: { open: true, refused: true, sync: 'refused' },
    run: async (page) => {
      const alerts = page.getByRole('alert').filter({ hasText: 'the token was refused' });
      await alerts.waitFor();
      assert.equal(await alerts.count(), 1);
      await alerts.getByRole('button', { name: 'Give the token…' }).click();
      await page.getByRole('dialog').getByRole('textbox', { name: 'Access token' }).waitFor();
    },
  },
  {
    promise: 'a file dropped anywhere opens the dialog with what is in it, and says what was found',
    scenario: { open: true },
    run: async (page) => {
      await sync(page).getByText('Updates automatically').waitFor();
      await dropFile(page, 'ids.csv', [1, 2, 3].map(idOf).join('\n'));
      const field = page.getByRole('textbox', { name: 'Text with ids' });
      await field.waitFor();
      assert.match(await field.inputValue(), /^00000001-.*\n00000002-/);
      await dropFile(page, 'more.csv', idOf(4));
      await until('both files', async () => (await field.inputValue()).includes(idOf(4)));
      await button(page, 'Add').click();
      await page.getByText('4 ids found, 1 new.').waitFor();
      await field.fill('nobody');
      await button(page, 'Add').click();
      await page.getByText('No user id was found').waitFor();
      assert.equal(await field.inputValue(), 'nobody');
    },
  },
  {
    promise: 'a file dropped on the two doors comes into “Start from”',
    scenario: {},
    run: async (page) => {
      await dropFile(page, 'ids.csv', idOf(1));
      const field = page.getByRole('textbox', { name: 'Start from' });
      await until('the id', async () => (await field.inputValue()) === idOf(1));
    },
  },
  {
    promise: 'being offline is said in one place and moves nothing; trying now asks',
    scenario: { open: true, sync: 'waiting' },
    run: async (page) => {
      const first = page.getByRole('grid', { name: 'People' }).getByRole('link').first();
      const before = (await first.boundingBox())?.y;
      const answer = await page.evaluate(() => window.rolodeskDouble.bridge.call('account.overview', null));
      if (!answer.ok || answer.value.open === null) throw new Error('not open');
      const reachability = { state: 'offline', since: Date.now() - 60_000, lookAgainAt: Date.now() + 83_000 } as const;
      const data = { ...answer.value, open: { ...answer.value.open, reachability } };
      await page.evaluate((overview) => {
        window.rolodeskDouble.say({ name: 'account.changed', data: overview });
      }, data);
      await sync(page)
        .getByText(/^Trying again in \d+ s$/)
        .waitFor();
      assert.equal((await first.boundingBox())?.y, before);
      const said = page.getByText(/offline/i).and(page.locator(':not([role=status])'));
      assert.deepEqual(await said.allTextContents(), [await sync(page).locator('span').first().textContent()]);
      await sync(page).getByRole('button', { name: 'Try now' }).click();
      await until('begun', async () => (await made(page)).some(({ name }) => name === 'sync.begin'));
    },
  },
  {
    promise: 'problems are scrolled through without drawing them all, and their people open',
    scenario: { open: true },
    run: async (page) => {
      await page.getByRole('button', { name: /^Problems/ }).click();
      await page
        .getByRole('region', { name: 'Could not be fetched' })
        .getByRole('button', { name: 'Show all 741' })
        .click();
      const grid = page.getByRole('grid', { name: 'Problems' });
      await grid.getByRole('link').first().waitFor();
      await grid.focus();
      await page.keyboard.press('End');
      await grid.locator('[data-at="740"]').getByRole('link').first().waitFor();
      assert.ok((await grid.getByRole('row').count()) < 60);
      await page.keyboard.press('Enter');
      await page
        .getByRole('tab', { name: 'Overview' })
        .or(page.getByRole('heading', { level: 1 }))
        .first()
        .waitFor();
      await page.keyboard.press('Alt+ArrowLeft');
      await grid.locator('[data-at="740"]').waitFor();
    },
  },
  {
    promise: 'a daily budget is chosen by keys alone',
    scenario: { open: true },
    run: async (page) => {
      await page.getByRole('button', { name: /Demo directory/ }).click();
      await page.getByRole('menuitem', { name: /Keep people fresh/ }).click();
      await until('the one chosen', async () =>
        page.getByRole('radio', { name: /^2,000/ }).evaluate((radio) => radio === document.activeElement),
      );
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await until('no dialog', async () => (await page.getByRole('dialog').count()) === 0);
      assert.deepEqual((await made(page)).find(({ name }) => name === 'sync.setBudget')?.input, { perDay: 10_000 });
      assert.equal(done().refresh.perDay, 2000);
    },
  },
];
