/** The page of the organisation at 200 % zoom: its tools stay where they are, and what is read has room. */
import type { Locator } from '@playwright/test';
import { expect } from './app.ts';
import { named, someone, test } from './fault-people.ts';
import { frame } from './on-screen.ts';
import { organisation } from './organisation-screen.ts';

const zoomed = { width: 640, height: 400 };
const arabic = 'عبد الرحمن بن محمد بن عبد العزيز آل سعود';

test.beforeEach(({ server }) => {
  server.answer('u-1', someone('u-1', { ...named('Asha Rao'), reportees: ['u-2', 'u-3'] }));
  server.answer('u-2', someone('u-2', { ...named(arabic), reportees: [] }));
  server.answer('u-3', someone('u-3', { ...named('Cem Ak'), reportees: [] }));
});

test('at 200 % the organisation’s tools fit their line, and its tree stays where it is while people are counted', async ({
  connected,
}) => {
  const { page } = await connected('u-1');
  await page.setViewportSize(zoomed);
  await page.keyboard.press('ControlOrMeta+2');
  const { find, note, tree } = organisation(page);
  await expect(tree).toBeVisible();
  for (const form of ['Map', 'Chart'] as const) {
    await page.getByRole('group', { name: 'Form' }).getByRole('button', { name: form }).click();
    await expect(find).toBeInViewport({ ratio: 1 });
    expect((await find.boundingBox())?.width).toBeGreaterThan(60);
  }
  const top = async () => (await tree.boundingBox())?.y;
  const before = await top();
  await note.evaluate((element) => {
    element.textContent =
      '12,345 people · 12 layers · 345 tops · 12,690 only listed (345 not found, 12,345 not fetched yet)';
  });
  expect(await top()).toBe(before);
});

test('at 200 % the first line of how many there are stays where it is with a second', async ({ connected }) => {
  const { page } = await connected('u-1');
  await page.setViewportSize(zoomed);
  await page.keyboard.press('ControlOrMeta+2');
  const { note, tree } = organisation(page);
  await expect(tree).toBeVisible();
  const top = () =>
    note.evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return range.getClientRects()[0]?.top;
    });
  const before = await top();
  await note.evaluate((element) => {
    element.textContent =
      '12,345 people · 12 layers · 345 tops · 12,690 only listed (345 not found, 12,345 not fetched yet)';
  });
  expect(await top()).toBe(before);
});

test('at 200 % the tools stay where they are beside a panel, of which the page scrolls to its end', async ({
  connected,
}) => {
  const { page } = await connected('u-1');
  await page.setViewportSize(zoomed);
  await page.getByRole('button', { name: 'Understood' }).click();
  await page.keyboard.press('ControlOrMeta+2');
  await expect(organisation(page).active).toHaveAttribute('aria-expanded', 'true');
  const places = () =>
    Promise.all(['As of…', 'Save…'].map((name) => page.getByRole('button', { name, exact: true }).boundingBox()));
  const before = await places();
  await page.getByRole('button', { name: 'Spans and layers' }).click();
  const panel = page.getByRole('complementary', { name: 'Spans and layers' });
  await expect(panel).toBeVisible();
  expect(await places()).toEqual(before);
  const save = panel.getByRole('button', { name: 'Save as CSV' });
  await expect(save).toBeAttached();
  // What it says of a branch is read at a glance, and the wheel leads on from its end.
  expect((await panel.boundingBox())?.height).toBeGreaterThan(300);
  await panel.getByText('Layers', { exact: true }).first().hover();
  await page.mouse.wheel(0, 2000);
  await expect(async () => {
    await page.mouse.wheel(0, 2000);
    await expect(save).toBeInViewport({ ratio: 1, timeout: 500 });
  }).toPass();
});

/** In which direction a text is read that stands in a field. */
const readIn = (field: Locator) => field.evaluate((input) => getComputedStyle(input).direction);

test('what is written from right to left begins at the right of its field', async ({ connected }) => {
  const { page } = await connected('u-1');
  await page.keyboard.press('ControlOrMeta+2');
  await expect(organisation(page).tree).toBeVisible();
  await page.keyboard.press('Alt+r');
  const second = page.getByRole('combobox', { name: 'Second person' });
  await second.fill('u-2');
  await expect(page.getByRole('option')).toHaveCount(1);
  await second.press('Enter');
  await expect(second).toHaveValue(arabic);
  expect(await readIn(second)).toBe('rtl');
  expect(await readIn(page.getByRole('combobox', { name: 'First person' }))).toBe('ltr');
  const { find } = organisation(page);
  await find.fill(arabic);
  expect(await readIn(find)).toBe('rtl');
  await frame(page).connection.click();
  await page.getByRole('menuitem', { name: 'Rename…' }).click();
  const name = page.getByRole('dialog').getByRole('textbox', { name: 'Name' });
  await name.fill(arabic);
  expect(await readIn(name)).toBe('rtl');
});
