/** What a page counts follows what is stored while a sync runs, all of it of one moment, and ends with it. */
import { expect, type Page } from '@playwright/test';
import { type FaultServer, held } from '../fault-server/fault-server.ts';
import { named, someone, test } from './fault-people.ts';
import { frame, person } from './on-screen.ts';

/** Each part is the direct reports of one person. The first of them lists the next part, and is held back until told. */
const parts = 4;
const each = 50;
const people = 1 + parts * each;

const idOf = (part: number, nth: number) => `part-${part}-${nth}`;

function organise(server: FaultServer): void {
  const listed = (part: number) => (part > parts ? [] : Array.from({ length: each }, (_, nth) => idOf(part, nth)));
  server.answer('top-1', someone('top-1', { ...named('Tora Top'), reportees: listed(1) }));
  for (let part = 1; part <= parts; part += 1) {
    for (const [nth, id] of listed(part).entries()) {
      const fields = { ...named(`Person ${part}-${nth}`), reportees: nth === 0 ? listed(part + 1) : [] };
      const answer = someone(id, fields);
      if (nth === 0) server.answer(id, held, answer);
      else server.answer(id, answer);
    }
  }
}

/** How many people are stored while the first of a part is held back. */
const storedBefore = (part: number) => part * each;

/** How many people the rail counts. */
const counted = async (page: Page) => Number(((await frame(page).people.textContent()) ?? '').replace(/\D/g, ''));

test.beforeEach(({ server }) => organise(server));

test('an open person’s counts grow with the directory until they say what is stored', async ({ connected, server }) => {
  const { page } = await connected('top-1');
  const counts = person(page).panel.getByText(/direct · .* in all/);
  const number = async (words: RegExp) =>
    Number(words.exec((await counts.textContent()) ?? '')?.[1]?.replace(/,/g, '') ?? 0);
  const seen: number[] = [];
  const shown = async () => {
    const now = await number(/([\d,]+) in all/);
    if (now !== seen.at(-1)) seen.push(now);
    return [now, await number(/([\d,]+) not fetched/)];
  };
  for (let part = 1; part <= parts; part += 1) {
    // It grows while the sync goes on, and not at its end alone.
    await expect.poll(shown, { timeout: 30_000, intervals: [50] }).toEqual([part * each, 1]);
    server.release();
  }
  await expect.poll(shown, { timeout: 30_000, intervals: [50] }).toEqual([people - 1, 0]);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  await expect(frame(page).state).toContainText('Updates automatically', { timeout: 30_000 });
  const told = await counts.textContent();
  await frame(page).people.click();
  await frame(page).back.click();
  await expect(counts).toHaveText(told ?? '');
});

test('beside the table all figures of people are of one moment while a sync runs', async ({ connected, server }) => {
  const { page } = await connected('top-1');
  await frame(page).people.click();
  await expect(page.getByRole('status').filter({ hasText: / shown$/ })).toBeVisible();
  // Looked at in each frame: what is painted together is told together.
  const looking = page.evaluate(async (last) => {
    const number = (text: string | null | undefined) => Number(/[\d,]+/.exec(text ?? '')?.[0].replace(/,/g, ''));
    const all: string[] = [];
    for (let tries = 0, isDone = false; tries < 6000 && !isDone; tries += 1) {
      const figures = [
        document.querySelector('h1')?.parentElement?.textContent,
        [...document.querySelectorAll('[role=status]')].find((one) => / shown$/.test(one.textContent))?.textContent,
        [...document.querySelectorAll('main button')].find((one) => /^All/.test(one.textContent))?.textContent,
        [...document.querySelectorAll('nav a, nav button')].find((one) => /^People/.test(one.textContent))?.textContent,
      ].map(number);
      // The counts of statuses come after the first rows.
      const told = figures.filter((one) => !Number.isNaN(one)).join(' ');
      if (told !== all.at(-1)) all.push(told);
      isDone = figures.at(-1) === last;
      await new Promise(requestAnimationFrame);
    }
    return all;
  }, people);
  for (let part = 1; part <= parts; part += 1) {
    await expect.poll(() => counted(page), { timeout: 30_000 }).toBe(storedBefore(part));
    server.release();
  }
  const seen = await looking;
  // Each part was shown before the next was sent.
  expect(seen.length).toBeGreaterThanOrEqual(parts);
  expect(seen.filter((told) => new Set(told.split(' ')).size > 1)).toEqual([]);
  expect(seen.at(-1)?.split(' ')).toHaveLength(4);
  expect(Number(seen.at(-1)?.split(' ')[0])).toBe(people);
});
