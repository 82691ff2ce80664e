/** Who else lists somebody: dashed lines on the map while they are selected or pointed at, and another manager beside the chart's centre. */
import { anomaliesOf } from '../../demo/anomalies.ts';
import { createOrganisation } from '../../demo/organisation.ts';
import { expect } from './app.ts';
import { drawnOn, watchDrawing } from './drawn.ts';
import { organisation } from './organisation-screen.ts';
import { test } from './whole-demo.ts';

const demo = createOrganisation({ people: 1200, seed: 1, origin: 'http://127.0.0.1' });
const twoManagers = anomaliesOf(demo)['two-managers'][0] ?? '';
const name = demo.recordOf(demo.indexOf(twoManagers) ?? 0).displayName ?? '';

test('are shown of who is selected, and of who is pointed at, who is related by Shift and a click', async ({
  demo: { page },
}) => {
  await page.setViewportSize({ width: 1600, height: 1000 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await watchDrawing(page);
  const { entry, find, active } = organisation(page);
  await entry.click();
  await find.fill(name);
  await expect(page.getByRole('option').first()).toContainText(name);
  await find.press('Enter');
  await expect(active).toHaveAccessibleName(new RegExp(`^${name}, .*2 managers`));
  const dashed = async () => (await drawnOn(page)).dashed;
  const texts = async () => (await drawnOn(page)).texts.map(({ text }) => text);

  await test.step('in the chart the other manager has a card, and dashed lines lead there', async () => {
    await expect.poll(texts).toEqual(expect.arrayContaining([expect.stringMatching(/^Also lists/)]));
    expect(await dashed()).toBeGreaterThan(0);
  });

  const map = page.getByRole('tree', { name: 'Map' });
  const selected = map.getByRole('treeitem', { selected: true });
  await test.step('on the map a line leads there while they are selected, and none once somebody beside them is', async () => {
    await page.keyboard.press('Alt+m');
    await expect(selected).toHaveAccessibleName(new RegExp(`^${name}`));
    await expect.poll(dashed).toBe(1);
    await map.focus();
    await page.keyboard.press('ArrowRight');
    await expect(selected).not.toHaveAccessibleName(new RegExp(`^${name}`));
    await expect.poll(dashed).toBe(0);
    // Both are in view then.
    for (const key of ['-', '-', '-']) await page.keyboard.press(key);
  });

  await test.step('it does while they are pointed at, with what is said of them', async () => {
    const box = await map.getByRole('treeitem', { name: new RegExp(`^${name}`) }).boundingBox();
    const view = await map.boundingBox();
    if (box === null || view === null) throw new Error('they are not on the page');
    // In the heading, where they lead others.
    const at = { x: box.x + box.width / 2, y: box.y + 4 };
    expect(at.x).toBeLessThan(view.x + view.width);
    await page.mouse.move(at.x, at.y);
    await expect.poll(dashed).toBe(1);
    await expect(page.getByTitle(new RegExp(`^${name}, .*2 managers`))).toBeAttached();
    const beside = await selected.boundingBox();
    await page.mouse.move((beside?.x ?? 0) + 4, (beside?.y ?? 0) + 4);
    await expect.poll(dashed).toBe(0);
    await page.mouse.move(at.x, at.y);
    await page.keyboard.down('Shift');
    await page.mouse.click(at.x, at.y);
    await page.keyboard.up('Shift');
  });

  const panel = page.getByRole('complementary', { name: 'Relation of two' });
  await expect(panel.getByRole('combobox', { name: 'Second person' })).toHaveValue(name);
  await expect(panel.getByRole('status')).toContainText(name);
  await expect(selected).not.toHaveAccessibleName(new RegExp(`^${name}`));
});
