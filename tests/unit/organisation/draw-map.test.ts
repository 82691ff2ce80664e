/** In which order a frame of the map is drawn: names stand above the ring of who is active, which would strike them through. */
import { expect, it } from 'vitest';
import { extraOf, type Item } from '../../../contract/organisation-items.ts';
import { drawMap, type MapScene } from '../../../renderer/organisation/view/draw-map.ts';
import { createTextFitter } from '../../../renderer/organisation/view/fit-text.ts';
import { bandOf, headingPlace } from '../../../renderer/organisation/view/map-levels.ts';
import { inks, type Palette } from '../../../renderer/organisation/view/palette.ts';
import type { Pen } from '../../../renderer/organisation/view/scene.ts';

const view = { w: 800, h: 600 };
/** Half as large on the screen, from its corner on. */
const scale = 0.5;
const heading = (key: number, x: number, y: number, w: number, h: number): Item => ({
  ...{ kind: 'heading', key, x, y, w, h },
  extra: extraOf({ marks: 0, level: key, colour: 0 }),
});
const everybody = heading(0, 0, 0, 800, 600);

/** What was drawn, in order: rings as their upper edge, grounds as their left and right edge, texts. */
function drawn(active: Item): string[] {
  const done: string[] = [];
  let edge = 0;
  const told: Record<string, unknown> = {
    font: '',
    rect: (_x: number, y: number) => {
      edge = y;
    },
    roundRect: (x: number, y: number, w: number) => done.push(`ground ${w < 400 && x < 20 && y < 20}`),
    stroke: () => told.lineWidth === 3 && done.push(`ring ${edge}`),
    fillText: (text: string) => done.push(text.replace(/[\u2068\u2069]/g, '')),
  };
  const context = new Proxy(told, {
    get: (of, name) => of[String(name)] ?? (() => undefined),
    set: (of, name, value) => Reflect.set(of, name, value),
  });
  const palette = { ...Object.fromEntries(inks.map((ink) => [ink, '#000000'])), isDark: false };
  const pen = {
    ...{ context, palette: palette as unknown as Palette, icons: new Map(), family: 'any', size: view },
    text: createTextFitter((text) => text.length * 6),
    camera: { x: view.w, y: view.h, k: scale },
  } as unknown as Pen;
  const whole = { items: [everybody, active], colour: 'division', shares: new Map() };
  const scene = { whole, near: null, everybody: { people: 1200, onlyListed: 0 }, active, hovered: null, claims: [] };
  drawMap(pen, { ...scene, memberOf: () => undefined } as unknown as MapScene);
  return done;
}

it('a name that the ring goes through stands above it, on a ground as wide as the words', () => {
  const line = headingPlace({ ...everybody, w: 400, h: 300 }, bandOf(everybody) * scale, view)?.line;
  if (line === undefined) throw new Error('no heading');
  const edge = Math.round(line.y + line.h / 2);
  expect(drawn(heading(1, 10, edge / scale, 700, 300))).toEqual([
    `ring ${edge}`,
    'ground true',
    'Everybody',
    '1,200 people',
  ]);
});

it('a name that the ring leaves alone has no ground', () => {
  expect(drawn(heading(1, 10, 200, 700, 300))).toEqual(['ring 100', 'Everybody', '1,200 people']);
});
