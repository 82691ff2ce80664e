/** The spotlight of the organisation: chosen and walked by keys, told in the tree, on the map and in the chart. */
import { axeTags, axeViolations } from '../axe.ts';
import { expect } from './app.ts';
import { drawnOn, leaving, overlapping, watchDrawing } from './drawn.ts';
import { organisation } from './organisation-screen.ts';
import { test } from './whole-demo.ts';

test('puts people of a role into the spotlight, leads through them, and tells who has the most deleted people', async ({
  demo: { page },
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await watchDrawing(page);
  await organisation(page).entry.click();
  await page.getByRole('group', { name: 'Form' }).getByRole('button', { name: 'Map' }).click();
  const map = page.getByRole('tree', { name: 'Map' });
  const active = map.getByRole('treeitem', { selected: true });
  await expect(active).toHaveCount(1);
  const colour = page.getByRole('button', { name: 'Colour' });
  const legend = page.locator('details');
  const spotlight = page.getByRole('search', { name: 'Spotlight' });
  const texts = async () => (await drawnOn(page)).texts.map(({ text }) => text);
  /** Until what is near by has come, the whole map is drawn below it. */
  const expectReadable = async () => {
    const faults = async () => {
      const drawn = await drawnOn(page);
      return [...overlapping(drawn), ...leaving(drawn)];
    };
    await expect.poll(faults).toEqual([]);
  };

  await test.step('by status the legend names the three divisions with the most deleted people', async () => {
    await colour.click();
    await page.getByRole('menuitemradio', { name: 'Status' }).click();
    await expect(legend).toContainText(/\d+ of 1,200 people are deleted/);
    const most = legend.getByRole('list').last().getByRole('listitem');
    await expect(most).toHaveText([/^髙橋 明36 of 541$/, /14 of 293$/, /6 of 98$/]);
    await expect.poll(texts).toContain('36 of 541 deleted');
    await expectReadable();
  });

  await test.step('a role is chosen by keys, and each heading and row says its share', async () => {
    await colour.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitemradio', { name: /^Spotlight/ }).press('Enter');
    await expect(spotlight.getByRole('combobox')).toBeFocused();
    await page.keyboard.type('data eng');
    await expect(spotlight.getByRole('option')).toHaveText([
      /^Anybody who matches/,
      /^Role: Data Engineer4$/,
      /./,
      /./,
    ]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(spotlight.getByRole('status')).toHaveText('4 of 1,200 people match');
    await expect(legend).toContainText('Role: Data Engineer');
    await expect.poll(texts).toContain('4 of 91');
    await expectReadable();
    await expect(organisation(page).rows.filter({ hasText: 'Rosalind' })).toHaveAccessibleName(/, 4 of 91 match/);
    await expect(organisation(page).tree).toBeFocused();
  });

  await test.step('at 200 % its tools stand in one line, and how many match is read whole', async () => {
    const size = page.viewportSize();
    await page.setViewportSize({ width: 640, height: 400 });
    const tops = await spotlight
      .getByRole('button')
      .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top + one.clientHeight / 2)));
    expect(tops).toHaveLength(3);
    expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(4);
    await expect(spotlight.getByRole('button', { name: /^Next/ })).toBeInViewport({ ratio: 1 });
    await expect(spotlight.getByRole('status').getByText('4 of 1,200')).toBeInViewport({ ratio: 1 });
    const cut = await spotlight.getByRole('status').evaluate((words) => words.scrollWidth - words.clientWidth);
    expect(cut).toBe(0);
    if (size !== null) await page.setViewportSize(size);
  });

  await test.step('keys lead from match to match, round at both ends, in the tree and on the map', async () => {
    await page.keyboard.press('F3');
    await expect(spotlight.getByRole('status')).toHaveText(/1 of 4$/);
    await expect(active).toHaveAccessibleName(/, Data Engineer, matches/);
    await expect(organisation(page).active).toHaveAccessibleName(/, Data Engineer, matches/);
    // However fast they are pressed, the last one is brought into view.
    for (const key of ['F3', 'F3', 'F3', 'Shift+F3', 'Shift+F3']) await page.keyboard.press(key);
    await expect(spotlight.getByRole('status')).toHaveText(/2 of 4$/);
    const isDrawn = async () => {
      const [name = ''] = ((await active.getAttribute('aria-label')) ?? '').split(',');
      return (await texts()).includes(name);
    };
    await expect.poll(isDrawn).toBe(true);
    for (const key of ['Shift+F3', 'Shift+F3']) await page.keyboard.press(key);
    await expect(spotlight.getByRole('status')).toHaveText(/4 of 4$/);
    await map.focus();
    await page.keyboard.press('f');
    await expectReadable();
    await page.keyboard.press('F3');
    await expect(spotlight.getByRole('status')).toHaveText(/1 of 4$/);
  });

  await test.step('it keeps the rules of access, in both themes and in forced colours', async () => {
    for (const media of [{ colorScheme: 'dark' }, { colorScheme: 'light' }, { forcedColors: 'active' }] as const) {
      await page.emulateMedia({ reducedMotion: 'reduce', ...media });
      expect(await axeViolations(page, { runOnly: axeTags }, 'search[aria-label="Spotlight"]')).toEqual([]);
      expect(await axeViolations(page, { runOnly: axeTags }, 'details')).toEqual([]);
    }
  });

  await test.step('the chart marks them too, and Escape clears the spotlight', async () => {
    await page.keyboard.press('Alt+m');
    const inChart = page.getByRole('tree', { name: 'Chart' }).getByRole('treeitem', { selected: true });
    await expect(inChart).toHaveAccessibleName(/, Data Engineer, matches/);
    await organisation(page).tree.focus();
    await page.keyboard.press('Escape');
    await expect(spotlight).toHaveCount(0);
    await expect(inChart).toHaveAccessibleName(/, Data Engineer(, (?!matches)|$)/);
    await page.keyboard.press('Alt+m');
    await expect(colour).toHaveText('Colour: status');
  });
});
