/** The chart: what is drawn of people of any name and any place, and the ways through it by keys and by mouse. */
import type { Page } from '@playwright/test';
import { axeTags, axeViolations } from '../axe.ts';
import { expect } from './app.ts';
import { drawnOn, leaving, overlapping, watchDrawing } from './drawn.ts';
import { named, noSuchUser, notAllowed, someone } from './fault-people.ts';
import { organisation } from './organisation-screen.ts';
import { test } from './whole-demo.ts';

const chartOf = (page: Page) => {
  const tree = page.getByRole('tree', { name: 'Chart' });
  const bar = page.getByRole('group', { name: 'Zoom' });
  return {
    tree,
    people: tree.getByRole('treeitem'),
    active: tree.getByRole('treeitem', { selected: true }),
    called: (name: string) => tree.getByRole('treeitem', { name: new RegExp(`^${name}`) }),
    zoom: bar.getByRole('button', { name: /zoom to 100 %/ }),
    nearer: bar.getByRole('button', { name: 'Zoom in' }),
    further: bar.getByRole('button', { name: 'Zoom out' }),
    fit: bar.getByRole('button', { name: 'Fit' }),
    frame: bar.getByRole('button', { name: 'Frame the branch' }),
    surface: page.locator('canvas'),
  };
};

/** Flights are over at once. */
async function showChart(page: Page): Promise<ReturnType<typeof chartOf>> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await organisation(page).entry.click();
  const chart = chartOf(page);
  await expect(chart.active).toHaveCount(1);
  await watchDrawing(page);
  return chart;
}

/** The chart of the demo directory's top, wherever a test before has left it. */
async function showTop(page: Page): Promise<ReturnType<typeof chartOf>> {
  const chart = await showChart(page);
  await chart.tree.focus();
  for (const key of ['Home', 'Space']) await page.keyboard.press(key);
  // They and their eight reports.
  await expect(chart.people).toHaveCount(9);
  await expect(chart.active).toHaveAccessibleName(/^Rāwiri Wīneera/);
  return chart;
}

const texts = async (page: Page) => (await drawnOn(page)).texts.map(({ text }) => text);
const middleOf = async (chart: ReturnType<typeof chartOf>, name: string) => {
  const box = await chart.called(name).boundingBox();
  if (box === null) throw new Error(`${name} is not on the page`);
  return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
};
const told = (page: Page, text: RegExp) => page.getByRole('status').filter({ hasText: text });

async function expectReadable(page: Page, where: string): Promise<void> {
  const drawn = await drawnOn(page);
  expect.soft(overlapping(drawn), where).toEqual([]);
  expect.soft(leaving(drawn), where).toEqual([]);
}

test('is walked by keys, opened and folded, and comes back as it was left', async ({ demo: { page } }) => {
  const chart = await showTop(page);
  const { tree, active } = chart;
  await tree.focus();

  await test.step('the arrow keys go down, beside and up, and the tree goes along', async () => {
    await page.keyboard.press('ArrowDown');
    await expect(active).toHaveAccessibleName(/^髙橋 明/);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(active).toHaveAccessibleName(/^Sigríður Bjarnadóttir/);
    await expect(active).toHaveAttribute('aria-posinset', '3');
    await expect(organisation(page).active).toHaveAccessibleName(/^Sigríður Bjarnadóttir/);
    await page.keyboard.press('ArrowUp');
    await expect(active).toHaveAccessibleName(/^Rāwiri Wīneera/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await expect(active).toHaveAccessibleName(/^Anirban Majumdar/);
  });

  await test.step('→ goes on to those whom the chart left out', async () => {
    await page.keyboard.press('ArrowLeft');
    await expect(active).toHaveAccessibleName(/^髙橋 明/);
    await page.keyboard.press('ArrowDown');
    await expect(active).toHaveAttribute('aria-posinset', '1');
    for (let nth = 2; nth <= 6; nth += 1) {
      await page.keyboard.press('ArrowRight');
      await expect(active).toHaveAttribute('aria-posinset', String(nth));
    }
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowRight');
    await expect(active).toHaveAccessibleName(/^Anirban Majumdar/);
  });

  await test.step('Space makes somebody the centre, which is told', async () => {
    await page.keyboard.press('Space');
    await expect(told(page, /^Chart of Anirban Majumdar: 1 above, 296 below$/)).toBeAttached();
    await expect(tree).toBeFocused();
    // Of whom the keys went on to, the chart shows the people.
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(active).toHaveAttribute('aria-level', '4');
    await page.keyboard.press('ArrowDown');
    await expect(active).toHaveAttribute('aria-level', '5');
    await page.keyboard.press('Home');
    await expect(active).toHaveAccessibleName(/^Rāwiri Wīneera/);
  });

  await test.step('signs zoom, fit and frame', async () => {
    await chart.zoom.click();
    await expect(chart.zoom).toHaveText('100 %');
    await tree.focus();
    await page.keyboard.press('+');
    await expect(chart.zoom).toHaveText('125 %');
    await page.keyboard.press('-');
    await page.keyboard.press('-');
    await expect(chart.zoom).toHaveText('80 %');
    await page.keyboard.press('0');
    await expect(chart.zoom).not.toHaveText('80 %');
    const whole = await chart.zoom.textContent();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('f');
    await expect(chart.zoom).not.toHaveText(whole ?? '');
  });

  await test.step('the menu opens everybody below, and gives the keys back', async () => {
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await expect(active).toHaveAccessibleName(/^Anirban Majumdar/);
    await page.keyboard.press('Shift+F10');
    await expect(page.getByRole('menuitem')).toHaveText([
      ...['Open', 'Show their chart', 'Copy e-mail', 'Copy id', 'Relation to…', 'Show 7 beside', 'Hide their people'],
      'Open everybody below',
    ]);
    await page.getByRole('menuitem', { name: 'Open everybody below' }).click();
    await expect(tree).toBeFocused();
    for (let level = 3; level <= 5; level += 1) {
      await page.keyboard.press('ArrowDown');
      await expect(active).toHaveAttribute('aria-level', String(level));
    }
  });

  await test.step('of somebody on the way up, everybody below is opened in a chart of theirs', async () => {
    await page.keyboard.press('Home');
    await expect(active).toHaveAccessibleName(/^Rāwiri Wīneera/);
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Open everybody below' }).click();
    await expect(told(page, /^Chart of Rāwiri Wīneera: nobody above, 1,184 below$/)).toBeAttached();
    await page.keyboard.press('ArrowDown');
    for (let level = 3; level <= 6; level += 1) {
      await page.keyboard.press('ArrowDown');
      await expect(active).toHaveAttribute('aria-level', String(level));
    }
  });

  await test.step('another page and back: the chart is as it was', async () => {
    await page.keyboard.press('0');
    await expect(chart.zoom).not.toHaveText('100 %');
    const zoom = await chart.zoom.textContent();
    const name = await active.getAttribute('aria-label');
    const there = await active.boundingBox();
    // What is kept of a chart is what it has come to rest at.
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Organisation');
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await expect(active).toHaveAccessibleName(name ?? '');
    await expect(chart.zoom).toHaveText(zoom ?? '');
    await expect.poll(() => active.boundingBox()).toEqual(there);
  });
});

test('is pressed and dragged by the mouse: what was pressed stays where it is', async ({ demo: { page } }) => {
  // Who is pressed is in view as a whole.
  await page.setViewportSize({ width: 1600, height: 1000 });
  const chart = await showTop(page);
  const near = (one: { x: number; y: number }, other: { x: number; y: number }) =>
    Math.abs(one.x - other.x) <= 1 && Math.abs(one.y - other.y) <= 1;

  await test.step('a card becomes the centre', async () => {
    const before = await middleOf(chart, 'Sigríður');
    await page.mouse.click(before.x, before.y);
    await expect(told(page, /^Chart of Sigríður/)).toBeAttached();
    await expect(chart.active).toHaveAccessibleName(/^Sigríður/);
    expect(near(await middleOf(chart, 'Sigríður'), before)).toBe(true);
    await expect.poll(() => texts(page)).toContain('Chief Product Officer');
  });

  await test.step('a fold hides the people and shows them again', async () => {
    const card = await chart.called('Sigríður').boundingBox();
    if (card === null) throw new Error('there is no card');
    const fold = { x: card.x + card.width / 2, y: card.y + card.height + 6 };
    await page.mouse.click(fold.x, fold.y);
    await expect(chart.called('Sigríður')).toHaveAttribute('aria-expanded', 'false');
    expect(await chart.called('Sigríður').boundingBox()).toEqual(card);
    await page.mouse.click(fold.x, fold.y);
    await expect(chart.called('Sigríður')).toHaveAttribute('aria-expanded', 'true');
    expect(await chart.called('Sigríður').boundingBox()).toEqual(card);
  });

  await test.step('a drag moves it, the wheel zooms at the pointer', async () => {
    const before = await middleOf(chart, 'Sigríður');
    await page.mouse.move(before.x, before.y);
    await page.mouse.down();
    await page.mouse.move(before.x - 60, before.y + 90, { steps: 4 });
    await page.mouse.up();
    const after = { x: before.x - 60, y: before.y + 90 };
    expect(near(await middleOf(chart, 'Sigríður'), after)).toBe(true);
    await expect(chart.active).toHaveAccessibleName(/^Sigríður/);
    const zoom = await chart.zoom.textContent();
    await page.mouse.wheel(0, -120);
    await expect(chart.zoom).not.toHaveText(zoom ?? '');
    expect(near(await middleOf(chart, 'Sigríður'), after)).toBe(true);
  });

  await test.step('a second click opens the page', async () => {
    const { x, y } = await middleOf(chart, 'Rāwiri');
    await page.mouse.dblclick(x, y);
    await expect(page.getByRole('heading', { level: 1, name: 'Rāwiri Wīneera' })).toBeVisible();
  });
});

test('is read at every zoom, and by a machine that checks the rules', async ({ demo: { page } }) => {
  const chart = await showTop(page);
  await chart.tree.focus();
  for (const key of ['ArrowDown', 'Space', 'ArrowDown', 'Space']) await page.keyboard.press(key);
  await expect(told(page, /^Chart of Annegret Möhring/)).toBeAttached();
  await chart.zoom.click();
  for (const zoom of ['195 %', '156 %', '125 %', '100 %', '80 %', '64 %', '51 %', '41 %', '33 %']) {
    while ((await chart.zoom.textContent()) !== zoom) {
      const { nearer, further } = chart;
      const now = Number.parseFloat((await chart.zoom.textContent()) ?? '');
      await (now > Number.parseFloat(zoom) ? further : nearer).click();
    }
    await expect.poll(async () => (await texts(page)).length, zoom).toBeGreaterThan(3);
    await expectReadable(page, zoom);
  }
  const chartAlone = 'section[aria-label="Chart of the organisation"]';
  expect(await axeViolations(page, { runOnly: axeTags }, chartAlone)).toEqual([]);
});

test('shows names of any script and length, and whoever stands oddly', async ({ server, connected }) => {
  const people: readonly (readonly [
    id: string,
    name: string,
    reports: readonly string[],
    more?: Record<string, unknown>,
  ])[] = [
    ['u-1', 'Asha Rao', ['u-2', 'u-3', 'long', 'u-5', 'u-6', 'not-allowed', 'nobody']],
    ['u-2', 'فاطمة الزهراء عبد الرحمن السيد محمود', ['u-7', 'u-8']],
    ['u-3', '石田恵美子林雅婷许宇航孙宇航髙橋明', ['u-7'], { isActive: false }],
    ['long', 'Ana Beatriz '.repeat(50), ['u-9', 'u-6'], { isDeleted: true, deletedAt: 1_700_000_000_000 }],
    ['u-5', '👩‍👩‍👧‍👦👩‍👩‍👧‍👦 Zoe', ['u-5']],
    ['u-6', 'م'.repeat(600), []],
    ['u-7', 'Two Managers', []],
    ['u-8', 'ᠮᠣᠩᠭᠣᠯ ภาษาไทยที่ยาวมาก', []],
    ['u-9', 'Lea Left', []],
  ];
  for (const [id, name, reportees, more] of people)
    server.answer(id, someone(id, { ...named(name.trim()), reportees, ...more }));
  server.answer('not-allowed', notAllowed);
  server.answer('nobody', noSuchUser);
  const { page } = await connected('u-1');
  const chart = await showChart(page);
  await expect(chart.called('not-allowed')).toHaveAccessibleName(/could not be fetched/);
  await expect(chart.called('nobody')).toHaveAccessibleName(/not found/);
  await chart.zoom.click();
  await chart.fit.click();
  for (const press of [chart.fit, chart.zoom, chart.nearer, chart.further, chart.further, chart.further]) {
    await press.click();
    await expect.poll(async () => (await texts(page)).length).toBeGreaterThan(5);
    await expectReadable(page, (await chart.zoom.textContent()) ?? '');
  }
  await chart.fit.click();
  await expect.poll(() => texts(page)).toEqual(expect.arrayContaining(['Asha Rao', 'not-allowed', 'nobody', '≥ 10']));
  await test.step('another manager stands beside the first', async () => {
    await chart.tree.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(chart.active).toHaveAccessibleName(/^(?:Two Managers)/);
    await page.keyboard.press('Space');
    await expect(told(page, /^Chart of Two Managers/)).toBeAttached();
    await chart.fit.click();
    await expect.poll(() => texts(page)).toEqual(expect.arrayContaining([expect.stringMatching(/^Also lists/)]));
    await chart.zoom.click();
    await expectReadable(page, 'another manager');
  });
});
