/** Nothing jumps: while a sync runs, a walk through every page moves nothing but what was asked to move. */
import { expect, type Page } from '@playwright/test';
import { startDemoServer } from '../../demo/server.ts';
import { test as base, connect } from './fault-people.ts';
import { frame, person, search, showTab } from './on-screen.ts';
import { organisation as organisationOn } from './organisation-screen.ts';
import { recordShifts } from './shifts.ts';

const people = 1200;
/**
 * The search opens over the page and puts its results in order; who was opened last comes first; a tooltip finds its place. In
 * the rows of the tree other people are drawn: the rows stay. The way to somebody who is walked to is as long as it is.
 */
const mayMove = 'search, [class*="_recents_"], [role="tooltip"], [role="treeitem"] *, [class*="_where_"]';

const test = base.extend<{ organisation: Awaited<ReturnType<typeof startDemoServer>> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
  organisation: async ({}, use) => {
    // Slow enough for the sync to outlast the walk: without a list of users everybody is asked for one by one.
    const server = await startDemoServer({ people, latencyMs: 250, offers: { config: true } });
    await use(server);
    await server.close();
  },
});

/** How many people the rail counts. */
async function counted(page: Page): Promise<number> {
  const text = (await frame(page).people.textContent()) ?? '';
  return Number(text.replace(/\D/g, ''));
}

/** Waits until people have come twice since: what a page counts has followed by then. */
async function grown(page: Page): Promise<void> {
  for (let times = 0; times < 2; times += 1) {
    const before = await counted(page);
    await expect.poll(() => counted(page), { timeout: 30_000 }).toBeGreaterThan(before);
  }
}

test('nothing moves on any page while a sync runs', async ({ start, organisation }) => {
  const { page } = await start();
  const { step, moved } = await recordShifts(page, mayMove);
  await connect(page, { server: organisation.origin, token: organisation.token, startFrom: organisation.start });
  await expect(person(page).status).toBeVisible();
  await grown(page);
  for (const tab of ['E-mails', 'Reports', 'Status history', 'Raw', 'Overview'] as const) {
    await step(tab);
    await showTab(page, tab);
    await grown(page);
  }

  await step('somebody else');
  await showTab(page, 'Reports');
  await person(page).reports.first().getByRole('link').click();
  await expect(person(page).tab('Overview')).toHaveAttribute('aria-selected', 'true');
  await grown(page);
  await step('copying');
  await person(page).panel.getByRole('button', { name: /^Copy/ }).first().click();
  await grown(page);
  await step('refreshing');
  await person(page).refresh.click();
  await grown(page);
  await step('back');
  await frame(page).back.click();
  await grown(page);

  await step('people');
  await frame(page).people.click();
  await expect(page.getByRole('row').nth(3)).toBeVisible();
  await grown(page);
  await step('filtering');
  const filter = page.getByRole('main').getByRole('textbox').first();
  await filter.pressSequentially('mar');
  await grown(page);
  await step('clearing the filter');
  await filter.fill('');
  await grown(page);
  await step('selecting');
  await page.getByRole('grid', { name: 'People' }).focus();
  await page.keyboard.press('Shift+ArrowDown');
  await grown(page);

  await step('the organisation');
  await page.keyboard.press('ControlOrMeta+2');
  const { active, tree } = organisationOn(page);
  await expect(active).toHaveAttribute('aria-expanded', 'true');
  await grown(page);
  await step('walking in the organisation');
  await tree.focus();
  for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(key);
  await expect(active).toHaveAttribute('aria-level', '3');
  const [who, place] = await Promise.all([active.getAttribute('aria-label'), active.boundingBox()]);
  await grown(page);
  // Whatever comes above them.
  expect(await active.boundingBox()).toEqual(place);
  expect((await active.getAttribute('aria-label'))?.split(',')[0]).toBe(who?.split(',')[0]);

  await step('problems');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Problems' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Problems' })).toBeVisible();
  await grown(page);

  await step('searching');
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('an');
  await expect(search(page).options.first()).toBeVisible();
  await grown(page);
  await step('found');
  await page.keyboard.press('Enter');
  await expect(person(page).status).toBeVisible();
  await grown(page);

  expect(await moved()).toEqual([]);
  // Otherwise nothing came while the last pages were looked at.
  expect(await counted(page)).toBeLessThan(people);
});

/** Long words wrap here that fit one line in a wide window. */
for (const tab of ['Overview', 'Reports'] as const) {
  test(`nothing moves at 1,000 px from the first report to the last: ${tab}`, async ({ start }) => {
    const server = await startDemoServer({ people: 150, latencyMs: 60, offers: { config: true } });
    try {
      const { page } = await start();
      await page.setViewportSize({ width: 1000, height: 700 });
      await connect(page, { server: server.origin, token: server.token, startFrom: server.start });
      await expect(person(page).status).toBeVisible();
      await page.getByRole('button', { name: 'Understood' }).click();
      await showTab(page, tab);
      await expect(person(page).panel).toContainText('not fetched yet');
      const { moved } = await recordShifts(page, mayMove);
      await expect(frame(page).state).toContainText('Updates automatically', { timeout: 45_000 });
      await expect(person(page).panel).not.toContainText('not fetched yet');
      expect(await moved()).toEqual([]);
    } finally {
      await server.close();
    }
  });
}

test('nothing moves beside a panel of the organisation while a sync runs', async ({ start, organisation }) => {
  const { page } = await start();
  await page.setViewportSize({ width: 1000, height: 700 });
  await connect(page, { server: organisation.origin, token: organisation.token, startFrom: organisation.start });
  await expect(person(page).status).toBeVisible();
  // What a bar shows is how long it is, and a name that comes in its place is longer than what stood for it.
  const { step, moved } = await recordShifts(page, `${mayMove}, [class*="_bar_"] > span, details li *`);
  await page.keyboard.press('ControlOrMeta+2');
  await expect(organisationOn(page).active).toHaveAttribute('aria-expanded', 'true');
  const open = async (keys: string, name: string) => {
    await page.keyboard.press(keys);
    await expect(page.getByRole('complementary', { name })).toBeVisible();
    // What opens moves what is beside it, once.
    await step('opening');
    await grown(page);
    await step(name);
    await grown(page);
  };
  await open('Alt+l', 'Spans and layers');
  await step('the map');
  await page.keyboard.press('Alt+m');
  await expect(page.locator('details').getByRole('listitem').filter({ hasText: /\p{L}/u })).not.toHaveCount(0);
  await grown(page);
  await open('Alt+r', 'Relation of two');
  await page.keyboard.type('a');
  await expect(page.getByRole('option').nth(2)).toBeVisible();
  await grown(page);
  await page.getByRole('option').nth(2).click();
  await expect(page.getByRole('complementary').getByText('Could approve for both now')).toBeVisible();
  await step('opening');
  await grown(page);
  await step('two related');
  await grown(page);
  expect((await moved()).filter(({ step: at }) => !['start', 'opening'].includes(at))).toEqual([]);
  expect(await counted(page)).toBeLessThan(people);
});
