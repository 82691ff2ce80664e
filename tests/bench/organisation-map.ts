/**
 * Prints what it costs to lay out the organisation, as a map and as a chart, beside d3-hierarchy laying out the same people:
 * `tree`, a drawing as wide as the people are many, and `treemap`, whose cells are of any shape. Times are of the processor:
 * nothing here waits.
 * Usage: node scripts/run.mjs tests/bench/organisation-map.ts [people…]
 */
import { cpus, loadavg } from 'node:os';
import { stratify, tree, treemap } from 'd3-hierarchy';
import type { ChartShape } from '../../contract/organisation.ts';
import { layChart } from '../../electron/organisation/chart-layout.ts';
import { drawnMap } from '../../electron/organisation/drawn-map.ts';
import type { Forest } from '../../electron/organisation/forest.ts';
import { codedColours, divisionColours } from '../../electron/organisation/map-colours.ts';
import { layOutMap, type MapLayout } from '../../electron/organisation/map-layout.ts';
import { memoryToBytes } from '../../electron/organisation/map-memory.ts';
import { createMapViews } from '../../electron/organisation/map-view.ts';
import { demoManagers, forestFrom } from '../unit/organisation/forest-from.ts';
import { coverage } from '../unit/organisation/map-faults.ts';
import { against, format, heading, print, processorTime, quantile, taken, timed } from './figures.ts';

const usualShape: ChartShape = { open: [], closed: [], beside: [], more: [], whole: [] };
const screen = { w: 1280, h: 800 };

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`);
const sizes = process.argv.slice(2).map(Number);
for (const people of sizes.length > 0 ? sizes : [10_000, 100_000, 1_000_000]) {
  const load = loadavg().map((one) => one.toFixed(1));
  heading(`${people.toLocaleString('en')} people\n  load average: ${load.join(', ')}`);
  measure(forestFrom(demoManagers(people)));
}

function measure(forest: Forest): void {
  const { layout, memory } = layOutMap(forest, null);
  const ours = taken(() => layOutMap(forest, null));
  const asBefore = taken(() => layOutMap(forest, memory));
  const { w, h } = { w: layout.widths[0] ?? 0, h: layout.heights[0] ?? 0 };
  const size = `${Math.round(w).toLocaleString('en')} × ${Math.round(h).toLocaleString('en')} px`;
  print({ what: 'layout of the map', value: ours.processor, unit: 'ms', note: went(ours) });
  print({ what: 'the same with what it remembers', value: asBefore.processor, unit: 'ms', note: went(asBefore) });
  print({ what: 'cards cover of the map', value: 100 * coverage(layout, forest), unit: '%', note: size });
  print({ what: 'what it remembers', value: memoryToBytes(memory).length / 1e6, unit: 'MB' });

  const root = ofD3(forest);
  const drawn = tree<number>().nodeSize([208, 120]);
  const theirs = taken(() => drawn(root));
  const xs = root.descendants().map((node) => (node as typeof node & { x: number }).x);
  const across = xs.reduce((most, x) => Math.max(most, x), 0) - xs.reduce((least, x) => Math.min(least, x), 0);
  const wide = `${against(ours.processor, theirs.processor)}; ${Math.round(across).toLocaleString('en')} px wide`;
  print({ what: 'd3-hierarchy: tree', value: theirs.processor, unit: 'ms', note: wide });
  const chart = () =>
    layChart(forest, { centre: 1, shape: { ...usualShape, whole: [forest.keys[1] ?? 0] }, others: [] });
  const { cards, isCut } = chart();
  const charted = taken(chart);
  const each = against(charted.processor / cards, theirs.processor / forest.people);
  const many = `${cards.toLocaleString('en')} cards${isCut ? ', as many as are drawn' : ''}; each ${each}`;
  print({
    what: 'layout of the chart, everybody below the first top',
    value: charted.processor,
    unit: 'ms',
    note: many,
  });
  root.count();
  const cells = treemap<number>().size([w, h]).paddingTop(48).paddingInner(8).paddingOuter(8);
  const mapped = taken(() => cells(root));
  const shapes = root.leaves().map((node) => {
    const { x0, x1, y0, y1 } = node as typeof node & { x0: number; x1: number; y0: number; y1: number };
    return (x1 - x0) / (y1 - y0);
  });
  const usual = shapes.filter((shape) => shape > 2.5 && shape < 10).length / shapes.length;
  const odd = `${against(ours.processor, mapped.processor)}; ${format(100 * usual)} % of the cells could hold a card`;
  print({ what: 'd3-hierarchy: treemap', value: mapped.processor, unit: 'ms', note: odd });

  const colours = divisionColours(forest, layout);
  const codes = new Uint8Array(forest.people + 1);
  const divided = taken(() => divisionColours(forest, layout));
  const coded = taken(() => codedColours(forest, layout.territories, codes));
  print({ what: 'colours by division', value: divided.processor, unit: 'ms', note: went(divided) });
  print({ what: 'colours by a code', value: coded.processor, unit: 'ms', note: went(coded) });
  views(forest, layout, colours);
}

function views(forest: Forest, layout: MapLayout, colours: ReturnType<typeof divisionColours>): void {
  const map = drawnMap(forest, layout, colours);
  const viewOf = createMapViews();
  const w = layout.widths[0] ?? 0;
  const h = layout.heights[0] ?? 0;
  const whole = Math.min(screen.w / w, screen.h / h);
  const walls: number[] = [];
  const processors: number[] = [];
  let most = 0;
  // From the whole to single cards, three windows wide and high around points all over the map. The first time warms it up.
  for (const isMeasured of [false, true]) {
    for (let scale = whole; scale < 2; scale *= Math.SQRT2) {
      for (let nth = 0; nth < 100; nth += 1) {
        const middle = { x: (((nth * 7919) % 1000) / 1000) * w, y: (((nth * 104_729) % 997) / 997) * h };
        const reach = { w: (3 * screen.w) / scale, h: (3 * screen.h) / scale };
        const region = { x: middle.x - reach.w / 2, y: middle.y - reach.h / 2, ...reach };
        let wall = 0;
        const processor = processorTime(() => {
          wall = timed(() => {
            most = Math.max(most, viewOf(map, region, scale).items.length);
          });
        });
        if (!isMeasured) continue;
        walls.push(wall);
        processors.push(processor);
      }
    }
  }
  const quantiles = (share: number) => ({ wall: quantile(walls, share), processor: quantile(processors, share) });
  const usual = quantiles(0.5);
  const slow = quantiles(0.99);
  print({ what: 'a view: median', value: usual.processor, unit: 'ms', note: went(usual) });
  print({ what: 'a view: 99 of 100 below', value: slow.processor, unit: 'ms', note: went(slow) });
  print({ what: 'the largest view', value: most / 1000, unit: 'kB' });
}

function went({ wall }: { readonly wall: number }): string {
  return `${format(wall)} ms went by`;
}

/** Everybody as d3-hierarchy holds them; it asks for children, which places and sizes give. */
function ofD3({ parent }: Forest) {
  return stratify<number>()
    .id((place) => `${place}`)
    .parentId((place) => (place === 0 ? null : `${parent[place]}`))(Array.from(parent, (_, place) => place));
}
