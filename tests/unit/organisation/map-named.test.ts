/** On the whole map of a demo organisation, as a window shows it, each territory that has room for its name has it. */
import { expect, it } from 'vitest';
import { readItems } from '../../../contract/organisation-items.ts';
import { drawnMap } from '../../../electron/organisation/drawn-map.ts';
import { divisionColours } from '../../../electron/organisation/map-colours.ts';
import { layOutMap } from '../../../electron/organisation/map-layout.ts';
import { createMapViews } from '../../../electron/organisation/map-view.ts';
import { labelsOf } from '../../../renderer/organisation/view/map-labels.ts';
import { leastTerritory } from '../../../renderer/organisation/view/map-levels.ts';
import { wholeOf } from '../../../renderer/organisation/view/map-look.ts';
import { demoManagers, forestFrom } from './forest-from.ts';

const view = { w: 1280, h: 800 };

it.each([1200, 100_000])('of %i people', (people) => {
  const forest = forestFrom(demoManagers(people));
  const { layout } = layOutMap(forest, null);
  const extent = { w: layout.widths[0] ?? 0, h: layout.heights[0] ?? 0 };
  const { k } = wholeOf(extent, view);
  const map = drawnMap(forest, layout, divisionColours(forest, layout), null);
  const headings = readItems(createMapViews()(map, { x: 0, y: 0, ...extent }, k).items)
    .filter(({ kind }) => kind === 'heading')
    .map((item) => ({ item, box: { x: item.x * k, y: item.y * k, w: item.w * k, h: item.h * k } }));
  const named = new Set(labelsOf(headings, k, view, () => 80).map(({ item }) => item.key));
  const roomy = headings.filter(({ box }) => box.w >= leastTerritory.w && box.h >= leastTerritory.h);
  expect(roomy.length).toBeGreaterThan(5);
  expect(roomy.filter(({ item }) => !named.has(item.key)).map(({ item }) => item.key)).toEqual([]);
});
