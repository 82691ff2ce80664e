/** The map: everybody at once, in the view of one's choice, by keys, by mouse and in four colours. */
import type { Page } from '@playwright/test';
import { axeTags, axeViolations } from '../axe.ts';
import { expect } from './app.ts';
import { drawnOn, leaving, overlapping, watchDrawing } from './drawn.ts';
import { organisation } from './organisation-screen.ts';
import { test } from './whole-demo.ts';

const mapOf = (page: Page) => {
  const tree = page.getByRole('tree', { name: 'Map' });
  const bar = page.getByRole('group', { name: 'Zoom' });
  const forms = page.getByRole('group', { name: 'Form' });
  return {
    tree,
    active: tree.getByRole('treeitem', { selected: true }),
    called: (name: string) => tree.getByRole('treeitem', { name: new RegExp(`^${name}`) }),
    form: (name: 'Chart' | 'Map') => forms.getByRole('button', { name }),
    zoom: bar.getByRole('button', { name: /zoom to 100 %/ }),
    nearer: bar.getByRole('button', { name: 'Zoom in' }),
    further: bar.getByRole('button', { name: 'Zoom out' }),
    fit: bar.getByRole('button', { name: 'Fit' }),
    frame: bar.getByRole('button', { name: 'Frame the branch' }),
    colour: page.getByRole('button', { name: 'Colour' }),
  };
};

/** Flights are over at once. */
async function showMap(page: Page): Promise<ReturnType<typeof mapOf>> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await watchDrawing(page);
  await organisation(page).entry.click();
  const map = mapOf(page);
  await map.form('Map').click();
  await expect(map.active).toHaveCount(1);
  return map;
}

const texts = async (page: Page) => (await drawnOn(page)).texts.map(({ text }) => text);
const told = (page: Page, text: RegExp) => page.getByRole('status').filter({ hasText: text });
const middleOf = async (map: ReturnType<typeof mapOf>, name: string) => {
  const box = await map.called(name).boundingBox();
  if (box === null) throw new Error(`${name} is not on the page`);
  return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
};

async function expectReadable(page: Page, where: string): Promise<void> {
  const drawn = await drawnOn(page);
  expect.soft(overlapping(drawn), where).toEqual([]);
  expect.soft(leaving(drawn), where).toEqual([]);
}

test('is the other form of the view, walked by keys, and comes back as it was left', async ({ demo: { page } }) => {
  const map = await showMap(page);
  const { tree, active } = map;

  await test.step('all of it is seen at first, with the names of divisions', async () => {
    await expect(active).toHaveAccessibleName(/^Rāwiri Wīneera/);
    await expect.poll(() => texts(page)).toEqual(expect.arrayContaining(['Everybody', 'Rāwiri Wīneera', '髙橋 明']));
  });

  await test.step('the arrow keys go down, beside and up, and the tree goes along', async () => {
    await tree.focus();
    // Cards come first, then territories.
    await page.keyboard.press('ArrowDown');
    await expect(active).toHaveAccessibleName(/^Fiona Ellery/);
    for (let times = 0; times < 3; times += 1) await page.keyboard.press('ArrowRight');
    await expect(active).toHaveAccessibleName(/^Anirban Majumdar/);
    await expect(organisation(page).active).toHaveAccessibleName(/^Anirban Majumdar/);
    await expect(told(page, /^Anirban Majumdar on the map: 1 above, 296 below$/)).toBeAttached();
    await page.keyboard.press('ArrowUp');
    await expect(active).toHaveAccessibleName(/^Rāwiri Wīneera/);
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowDown', 'Home']) await page.keyboard.press(key);
    await expect(active).toHaveAccessibleName(/^Rāwiri Wīneera/);
  });

  await test.step('signs zoom, fit and frame', async () => {
    await page.keyboard.press('0');
    const whole = (await map.zoom.textContent()) ?? '';
    await page.keyboard.press('+');
    await expect(map.zoom).not.toHaveText(whole);
    await page.keyboard.press('-');
    await expect(map.zoom).toHaveText(whole);
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
    await expect(active).toHaveAccessibleName(/^髙橋 明/);
    await page.keyboard.press('f');
    await expect(map.zoom).not.toHaveText(whole);
    await expect.poll(() => texts(page)).toContain('Annegret Möhring');
  });

  await test.step('who is found is selected in the tree and on the map', async () => {
    await organisation(page).find.fill('Anirban Majumdar');
    await page.keyboard.press('Enter');
    await expect(organisation(page).active).toHaveAccessibleName(/^Anirban Majumdar/);
    await expect(active).toHaveAccessibleName(/^Anirban Majumdar/);
    await map.frame.click();
    await expect.poll(() => texts(page)).toContain('Anirban Majumdar');
  });

  await test.step('the chart of the same person, and the map as it was', async () => {
    const zoom = (await map.zoom.textContent()) ?? '';
    const there = await active.boundingBox();
    await map.form('Chart').click();
    await expect(
      page.getByRole('tree', { name: 'Chart' }).getByRole('treeitem', { selected: true }),
    ).toHaveAccessibleName(/^Anirban Majumdar/);
    await page.keyboard.press('Alt+m');
    await expect(active).toHaveAccessibleName(/^Anirban Majumdar/);
    await expect(map.zoom).toHaveText(zoom);
    await expect.poll(() => active.boundingBox()).toEqual(there);
    await tree.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Anirban Majumdar');
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await expect(map.form('Map')).toHaveAttribute('aria-pressed', 'true');
    await expect(active).toHaveAccessibleName(/^Anirban Majumdar/);
    await expect(map.zoom).toHaveText(zoom);
    await expect.poll(() => active.boundingBox()).toEqual(there);
  });
});

test('is pressed, dragged and zoomed by the mouse', async ({ demo: { page } }) => {
  const map = await showMap(page);
  const near = (one: { x: number; y: number }, other: { x: number; y: number }) =>
    Math.abs(one.x - other.x) <= 1 && Math.abs(one.y - other.y) <= 1;
  await map.tree.focus();
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
  await expect(map.active).toHaveAccessibleName(/^髙橋 明/);
  await page.keyboard.press('0');

  await test.step('a territory is its manager, and stays where it is', async () => {
    const box = await map.called('Rosalind Calloway').boundingBox();
    if (box === null) throw new Error('there is no territory');
    await page.mouse.click(box.x + 4, box.y + 4);
    await expect(map.active).toHaveAccessibleName(/^Rosalind Calloway/);
    await expect(organisation(page).active).toHaveAccessibleName(/^Rosalind Calloway/);
    expect(await map.active.boundingBox()).toEqual(box);
  });

  await test.step('a drag moves it, the wheel zooms at the pointer, a double click frames', async () => {
    const before = await middleOf(map, 'Rosalind Calloway');
    await page.mouse.move(before.x, before.y);
    await page.mouse.down();
    await page.mouse.move(before.x - 60, before.y - 90, { steps: 4 });
    await page.mouse.up();
    const after = { x: before.x - 60, y: before.y - 90 };
    expect(near(await middleOf(map, 'Rosalind Calloway'), after)).toBe(true);
    await expect(map.active).toHaveAccessibleName(/^Rosalind Calloway/);
    const zoom = (await map.zoom.textContent()) ?? '';
    await page.mouse.wheel(0, -120);
    await expect(map.zoom).not.toHaveText(zoom);
    expect(near(await middleOf(map, 'Rosalind Calloway'), after)).toBe(true);
    const closer = (await map.zoom.textContent()) ?? '';
    await page.mouse.dblclick(after.x, after.y);
    await expect(map.zoom).not.toHaveText(closer);
  });

  await test.step('the small map moves the view', async () => {
    const small = page.locator('canvas').nth(1);
    const before = await map.active.boundingBox();
    const box = await small.boundingBox();
    if (box === null) throw new Error('there is no small map');
    await page.mouse.click(box.x + 10, box.y + 10);
    expect(await map.active.boundingBox()).not.toEqual(before);
    // A drag leads on, also where it leaves the small map, and ends with the button.
    const placeOf = async () => (await map.active.boundingBox()) ?? { x: 0, y: 0 };
    const at = async (x: number, y: number) => {
      await page.mouse.move(box.x + x, box.y + y);
      return placeOf();
    };
    await at(20, 20);
    await page.mouse.down();
    const begun = await placeOf();
    const once = await at(26, 23);
    const twice = await at(32, 26);
    expect([twice.x - once.x, twice.y - once.y].map(Math.round)).toEqual(
      [once.x - begun.x, once.y - begun.y].map(Math.round),
    );
    expect([once.x < begun.x, once.y < begun.y]).toEqual([true, true]);
    const outside = await at(-20, 26);
    expect(outside.x).toBeGreaterThan(begun.x);
    await page.mouse.up();
    expect(await at(40, 40)).toEqual(outside);
    await map.fit.click();
    await expect(small).toBeHidden();
  });

  await test.step('what encloses the middle of the view is named, and each leads to all of it', async () => {
    const inView = page.getByRole('navigation', { name: 'In view' });
    await expect(inView.getByRole('button').first()).toHaveText('Everybody');
    const whole = (await map.zoom.textContent()) ?? '';
    const inner = (await inView.getByRole('button').last().textContent()) ?? '';
    expect(inner).not.toBe('Everybody');
    await inView.getByRole('button').last().click();
    await expect(map.zoom).not.toHaveText(whole);
    await expect.poll(() => texts(page)).toContain(inner);
    const zoom = (await map.zoom.textContent()) ?? '';
    await inView.getByRole('button', { name: 'Everybody' }).click();
    await expect(map.zoom).not.toHaveText(zoom);
  });

  await test.step('the menu leads to the chart', async () => {
    await map.tree.focus();
    await page.keyboard.press('Home');
    await expect(map.active).toHaveAccessibleName(/^Rāwiri/);
    await page.keyboard.press('Shift+F10');
    const items = ['Open', 'Show their chart', 'Copy e-mail', 'Copy id', 'Relation to…'];
    await expect(page.getByRole('menuitem')).toHaveText(items);
    await page.getByRole('menuitem', { name: 'Show their chart' }).click();
    await expect(map.form('Chart')).toHaveAttribute('aria-pressed', 'true');
  });
});

test('has its legend beside it, where it covers nobody, and is seen whole again in a smaller window', async ({
  demo: { page },
}) => {
  const map = await showMap(page);
  const legend = page.getByRole('complementary', { name: 'What the colours say' });
  const wholeIn = async (size: { width: number; height: number }) => {
    await page.setViewportSize(size);
    await map.tree.focus();
    // The top's territory is nearly all of the map.
    await expect(map.active).toHaveAccessibleName(/^Rāwiri/);
    await expect(async () => {
      const [territory, key, view] = await Promise.all(
        [map.active, legend, map.tree].map(async (one) => await one.boundingBox()),
      );
      if (!territory || !key || !view) throw new Error('the map and its legend are on the page');
      // Below the map, or beside it.
      const isBelow = territory.y + territory.height <= key.y;
      expect(isBelow || territory.x + territory.width <= key.x).toBe(true);
      expect(territory.x).toBeGreaterThanOrEqual(view.x);
      expect(territory.x + territory.width).toBeLessThanOrEqual(view.x + view.width);
      const isFilled = territory.width > view.width * 0.6 || territory.height > view.height * 0.6;
      expect(isFilled).toBe(true);
    }).toPass();
  };
  await wholeIn({ width: 1600, height: 1000 });
  await wholeIn({ width: 1000, height: 640 });
  // Also where it was left so, in a window of another size.
  await map.form('Chart').click();
  await map.form('Map').click();
  await wholeIn({ width: 1600, height: 1000 });
  await map.nearer.click();
  const zoom = (await map.zoom.textContent()) ?? '';
  await page.setViewportSize({ width: 1000, height: 640 });
  await expect(map.zoom).toHaveText(zoom);
});

test('is read at every zoom and in every colour, and by a machine that checks the rules', async ({
  demo: { page },
}) => {
  test.slow();
  const map = await showMap(page);
  await map.tree.focus();
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(key);
  await expect(map.active).toHaveAttribute('aria-level', '3');
  await page.keyboard.press('0');
  for (const colour of ['Division', 'Status', 'Availability', 'Age']) {
    await map.colour.click();
    await page.getByRole('menuitemradio', { name: colour }).click();
    await expect(map.colour).toHaveText(`Colour: ${colour.toLowerCase()}`);
    await expectReadable(page, colour);
  }
  await expect(page.getByText('Fetched within a day')).toBeVisible();
  const active = await middleOf(map, ((await map.active.getAttribute('aria-label')) ?? '').split(',')[0] ?? '');
  await page.mouse.move(active.x, active.y);
  for (let zoom = 0; zoom < 14; zoom += 1) {
    await page.mouse.wheel(0, -150);
    const now = (await map.zoom.textContent()) ?? '';
    await expect.poll(async () => (await texts(page)).length, now).toBeGreaterThan(0);
    await expectReadable(page, now);
  }
  for (const part of ['section[aria-label="Map of the organisation"]', 'fieldset[aria-label="Form"]']) {
    expect(await axeViolations(page, { runOnly: axeTags }, part)).toEqual([]);
  }
});
