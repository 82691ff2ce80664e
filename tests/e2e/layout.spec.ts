/** Every view fits its window: nothing scrolls sideways, nothing is cut off without saying so, nothing lies over the bar. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { anomaliesOf } from '../../demo/anomalies.ts';
import { createOrganisation } from '../../demo/organisation.ts';
import { expect } from './app.ts';
import { someone, test } from './fault-people.ts';
import { firstRun, frame, lookUp, person, search, showTab } from './on-screen.ts';
import { organisation } from './organisation-screen.ts';

const demo = createOrganisation({ people: 1200, seed: 1, origin: 'http://127.0.0.1' });
const odd = anomaliesOf(demo);
const kinds = [
  'very-long-name',
  'right-to-left-name',
  'emoji-name',
  'broad-team',
  'wrong-types',
  'two-managers',
] as const;
const tabs = ['Overview', 'E-mails', 'Reports', 'Status history', 'Raw'] as const;
/** A folder for pictures of every view, to be looked at by a person. */
const pictures = process.env.LAYOUT_PICTURES;

/** Each theme, with the sizes of window that every view is looked at in. */
const sizes = {
  Light: [
    { width: 1000, height: 640 },
    { width: 1600, height: 1000 },
  ],
  Dark: [{ width: 1280, height: 800 }],
} as const;

/** What does not fit, in words. */
function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) found.push(`the document is ${root.scrollWidth} wide`);
    if (root.scrollHeight > root.clientHeight) found.push(`the document is ${root.scrollHeight} high`);
    const main = document.querySelector('main');
    if (main !== null && main.scrollWidth > main.clientWidth) found.push(`the content is ${main.scrollWidth} wide`);
    const bar = document.querySelector('header')?.getBoundingClientRect();
    const describe = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} “${element.textContent?.trim().slice(0, 40)}”`;

    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      const isShown = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
      // Words for screen readers alone take up a pixel.
      if (!isShown || box.width <= 1 || box.height <= 1) continue;
      const isCut = element.scrollWidth > element.clientWidth + 1 && /hidden|clip/.test(style.overflowX);
      if (isCut && element.clientWidth > 0) {
        const isSaid = style.textOverflow === 'ellipsis' && element.closest('[title]') !== null;
        const isScript = element instanceof HTMLInputElement;
        if (!isSaid && !isScript) found.push(`cut off: ${describe(element)}`);
      }
      const isText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim() !== '');
      if (!isText) continue;
      // What an ancestor cuts off is that ancestor's matter, and told of it.
      let isWithin = false;
      for (let one = element.parentElement; one !== null && one !== main; one = one.parentElement) {
        isWithin ||= getComputedStyle(one).overflowX !== 'visible';
      }
      if (!isWithin && (box.right > innerWidth + 1 || box.left < -1))
        found.push(`beside the window: ${describe(element)}`);
      if (bar !== undefined && main?.contains(element) && main.getBoundingClientRect().top < bar.bottom - 1) {
        found.push('the content begins under the bar');
      }
      const isUnreadable = Number.parseFloat(style.fontSize) < 11 && element.closest('[aria-hidden]') === null;
      if (isUnreadable) found.push(`too small: ${describe(element)} at ${style.fontSize}`);
    }
    return [...new Set(found)];
  });
}

async function fits(page: Page, view: string): Promise<void> {
  const { width } = page.viewportSize() ?? { width: 0 };
  const scheme = await page.locator('html').getAttribute('data-mantine-color-scheme');
  expect.soft(await misfits(page), `${view} at ${width}, ${scheme}`).toEqual([]);
  if (pictures === undefined) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${view}-${width}-${scheme}.png`), animations: 'disabled' });
}

/** Gives the window another size, and waits until the page has drawn itself for it. */
async function resize(page: Page, size: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(size);
  await page.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, size);
  // What measures itself does so after one frame, and draws what follows from it in the next.
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn)))),
  );
}

async function choose(page: Page, theme: 'Light' | 'Dark'): Promise<void> {
  await page.getByRole('button', { name: 'Theme' }).click();
  await page.getByRole('menuitemradio', { name: theme }).click();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme.toLowerCase());
}

for (const theme of ['Light', 'Dark'] as const) {
  const named = sizes[theme].map(({ width, height }) => `${width} by ${height}`).join(' and ');
  test(`the demo directory fits ${named}`, async ({ start }) => {
    const { page } = await start();
    /** Looks at what is on screen in each size of window. */
    const fitsEach = async (view: string, also: () => Promise<void> = async () => undefined) => {
      for (const size of sizes[theme]) {
        await resize(page, size);
        await fits(page, view);
        await also();
      }
    };
    await expect(firstRun(page).lookAround).toBeVisible();
    await fitsEach('first-run');
    await firstRun(page).lookAround.click();
    await expect(person(page).status).toBeVisible();
    await choose(page, theme);
    for (const kind of kinds) {
      const id = odd[kind][0] ?? '';
      await lookUp(page, id);
      await expect(person(page).panel).toContainText(id);
      for (const tab of kind === 'very-long-name' || kind === 'broad-team' ? tabs : (['Overview'] as const)) {
        await showTab(page, tab);
        if (tab === 'Reports' && kind === 'broad-team') {
          await expect(person(page).reports.getByRole('link').first()).toBeVisible();
        }
        await fitsEach(`${kind}-${tab}`);
      }
    }
    for (const kind of ['very-long-name', 'right-to-left-name', 'two-managers'] as const) {
      await lookUp(page, odd[kind][0] ?? '');
      await expect(person(page).panel).toContainText(odd[kind][0] ?? '');
      await page.keyboard.press('Alt+o');
      await expect(organisation(page).active).toBeInViewport();
      await expect(organisation(page).where.getByRole('link').first()).toBeVisible();
      await fitsEach(`organisation-${kind}`);
    }
    await organisation(page).find.fill('mar');
    await expect(page.getByRole('option').first()).toBeVisible();
    await fitsEach('organisation-found');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+k');
    await search(page).field.fill('a');
    await expect(search(page).options.first()).toBeVisible();
    await fitsEach('search');
    await search(page).field.fill('qqqqzzzz');
    await expect(page.getByText('No one known so far matches')).toBeVisible();
    await fitsEach('search-nobody');
    await page.keyboard.press('Escape');
    await frame(page).people.click();
    await expect(page.getByRole('grid', { name: 'People' }).getByRole('link').first()).toBeVisible();
    await fitsEach('people');
    await page.getByRole('button', { name: /^Theme/ }).focus();
    await frame(page).connection.click();
    await page.getByRole('menuitem', { name: 'Rename…' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await fitsEach('rename', async () => {
      const behind = await page.getByRole('dialog').evaluate((dialog) => {
        const around = dialog.parentElement;
        return around === null ? '' : getComputedStyle(around).backgroundColor;
      });
      expect(behind, 'the page is seen behind a dialog').toBe('rgba(0, 0, 0, 0)');
    });
  });
}

test('the longest of everything fits the smallest window, in either colour', async ({ server, connected }) => {
  const long = 'Nepomuk-Wolfeschlegelsteinhausenbergerdorff '.repeat(5).trim();
  const unbroken = 'Donaudampfschifffahrtsgesellschaftskapitaen'.repeat(6);
  const email = {
    email: `${unbroken.slice(0, 64)}@${'sub.'.repeat(30)}example.com`,
    isVerified: false,
    type: unbroken,
  };
  const fields = {
    displayName: long,
    username: unbroken,
    bio: `${unbroken} ${long}\n\n${'word '.repeat(400)}`,
    team: unbroken,
    role: long,
    timezone: unbroken,
    gender: unbroken,
    availabilityStatus: unbroken,
    phones: [unbroken, '+'.padEnd(60, '1')],
    emails: [email],
    reportees: ['u-2', unbroken.slice(0, 120)],
  };
  server.answer('u-1', someone('u-1', fields, [unbroken, long]));
  server.answer('u-2', someone('u-2', { ...fields, displayName: unbroken, reportees: [] }));
  const { page } = await connected('u-1');
  await page.setViewportSize({ width: 1000, height: 640 });
  for (const theme of ['Light', 'Dark'] as const) {
    await choose(page, theme);
    for (const id of ['u-1', 'u-2']) {
      await lookUp(page, id);
      await expect(person(page).heading).toHaveText(id === 'u-1' ? long : unbroken);
      for (const tab of tabs) {
        await showTab(page, tab);
        await fits(page, `longest-${id}-${tab}`);
      }
    }
    await page.keyboard.press('ControlOrMeta+k');
    await search(page).field.fill('Nepomuk');
    await expect(search(page).options.first()).toBeVisible();
    await fits(page, 'longest-search');
    await page.keyboard.press('Escape');
    await frame(page).people.click();
    await expect(page.getByRole('grid', { name: 'People' }).getByRole('link').first()).toBeVisible();
    await fits(page, 'longest-people');
  }
});

test('pages of many things begin at the same place, however wide the window', async ({ start }) => {
  const { page } = await start();
  await page.setViewportSize({ width: 1600, height: 1000 });
  await firstRun(page).lookAround.click();
  const placeOf = async (name: string) => {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name }).click();
    const heading = page.getByRole('heading', { level: 1, name });
    await expect(heading).toBeVisible();
    const { x, y } = (await heading.boundingBox()) ?? { x: 0, y: 0 };
    return { x, y };
  };
  expect(await placeOf('Problems')).toEqual(await placeOf('People'));
});

test('an e-mail that does not fit its line is broken after the @ or a dot', async ({ connected, server }) => {
  const address = 'maximiliana.alexandrovna@department-of-sorting.acme.example';
  const mail = { id: 'm', createdAt: 0, updatedAt: 0, email: address, normalizedEmail: address, type: '', user: '' };
  server.answer('u-1', someone('u-1', { emails: [{ ...mail, isVerified: true }], primaryEmail: mail }));
  const { page } = await connected('u-1');
  await page.setViewportSize({ width: 1000, height: 700 });
  const shown = person(page).panel.locator('bdi').filter({ hasText: address }).first();
  await expect(shown).toHaveText(address);
  // The lines on which each part stands: one, and not all of them the same.
  const lines = await shown.evaluate((element) =>
    [...element.childNodes].flatMap((node) => {
      if (node.nodeType !== Node.TEXT_NODE) return [];
      const range = document.createRange();
      range.selectNode(node);
      return [[...new Set([...range.getClientRects()].map(({ top }) => Math.round(top)))]];
    }),
  );
  expect(lines.filter((tops) => tops.length !== 1)).toEqual([]);
  expect(new Set(lines.flat()).size).toBeGreaterThan(1);
});
