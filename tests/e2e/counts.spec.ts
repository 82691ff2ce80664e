/** What a page counts follows what is stored while a sync runs, all of it of one moment, and ends with it. */
import { expect } from '@playwright/test';
import { startDemoServer } from '../../demo/server.ts';
import { test as base, connect } from './fault-people.ts';
import { frame, person } from './on-screen.ts';

const test = base.extend<{ organisation: Awaited<ReturnType<typeof startDemoServer>> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
  organisation: async ({}, use) => {
    // Without a list of users everybody is asked for one by one.
    const server = await startDemoServer({ people: 300, latencyMs: 150, offers: { config: true } });
    await use(server);
    await server.close();
  },
});

test('an open person’s counts grow with the directory until they say what is stored', async ({
  start,
  organisation,
}) => {
  const { page } = await start();
  await connect(page, { server: organisation.origin, token: organisation.token, startFrom: organisation.start });
  await expect(person(page).status).toBeVisible();
  const counts = person(page).panel.getByText(/direct · .* in all/);
  const notFetched = async () =>
    Number(/([\d,]+) not fetched/.exec((await counts.textContent()) ?? '')?.[1]?.replace(/,/g, '') ?? 0);
  const inAll = async () =>
    Number(/([\d,]+) in all/.exec((await counts.textContent()) ?? '')?.[1]?.replace(/,/g, '') ?? 0);
  const seen = [await inAll()];
  await expect
    .poll(
      async () => {
        const now = await inAll();
        if (now !== seen.at(-1)) seen.push(now);
        return (await notFetched()) === 0 && now > 200;
      },
      { timeout: 60_000, intervals: [50] },
    )
    .toBe(true);
  // It grew in steps while the sync went on, and not at its end alone.
  expect(seen.length).toBeGreaterThan(3);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  await expect(frame(page).state).toContainText('Updates automatically', { timeout: 30_000 });
  const told = await counts.textContent();
  await frame(page).people.click();
  await frame(page).back.click();
  await expect(counts).toHaveText(told ?? '');
});

test('beside the table all figures of people are of one moment while a sync runs', async ({ start, organisation }) => {
  const { page } = await start();
  await connect(page, { server: organisation.origin, token: organisation.token, startFrom: organisation.start });
  await expect(person(page).status).toBeVisible();
  await frame(page).people.click();
  await expect(page.getByRole('status').filter({ hasText: / shown$/ })).toBeVisible();
  // Looked at in each frame: what is painted together is told together.
  const seen = await page.evaluate(async () => {
    const number = (text: string | null | undefined) => Number(/[\d,]+/.exec(text ?? '')?.[0].replace(/,/g, ''));
    const all: string[] = [];
    const isDone = () => document.querySelector('aside')?.textContent.includes('Updates automatically') === true;
    for (let tries = 0; tries < 6000 && !isDone(); tries += 1) {
      const figures = [
        document.querySelector('h1')?.parentElement?.textContent,
        [...document.querySelectorAll('[role=status]')].find((one) => / shown$/.test(one.textContent))?.textContent,
        [...document.querySelectorAll('main button')].find((one) => /^All/.test(one.textContent))?.textContent,
        [...document.querySelectorAll('nav a, nav button')].find((one) => /^People/.test(one.textContent))?.textContent,
      ].map(number);
      // The counts of statuses come after the first rows.
      const told = figures.filter((one) => !Number.isNaN(one)).join(' ');
      if (told !== all.at(-1)) all.push(told);
      await new Promise(requestAnimationFrame);
    }
    return all;
  });
  expect(seen.length).toBeGreaterThan(3);
  expect(seen.filter((told) => new Set(told.split(' ')).size > 1)).toEqual([]);
  expect(seen.at(-1)?.split(' ')).toHaveLength(4);
  expect(Number(seen.at(-1)?.split(' ')[0])).toBeGreaterThan(200);
});
