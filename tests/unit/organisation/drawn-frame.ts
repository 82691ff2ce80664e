/** One frame of a chart, drawn on a canvas that remembers what it was told to draw. */
import { readItems, writeItems } from '../../../contract/organisation-items.ts';
import { layChart } from '../../../electron/organisation/chart-layout.ts';
import type { Forest } from '../../../electron/organisation/forest.ts';
import { boundsOf } from '../../../renderer/organisation/view/camera.ts';
import { linkChart } from '../../../renderer/organisation/view/chart-links.ts';
import { usualShape } from '../../../renderer/organisation/view/chart-shape.ts';
import { drawChart } from '../../../renderer/organisation/view/draw-chart.ts';
import { createTextFitter } from '../../../renderer/organisation/view/fit-text.ts';
import { inks, type Palette } from '../../../renderer/organisation/view/palette.ts';
import type { Scene } from '../../../renderer/organisation/view/scene.ts';

export type Frame = {
  readonly texts: readonly string[];
  /** Rounded ones, with how many texts and closed shapes were drawn until the next. */
  readonly pills: readonly { readonly h: number; readonly holds: number }[];
  /** What lines were drawn with. */
  readonly strokes: ReadonlySet<string>;
  /** How many times dashed lines were drawn. */
  readonly dashed: number;
};

/** As wide as most letters are. */
const letter = 0.56;
const palette = {
  ...Object.fromEntries(inks.map((ink) => [ink, ink])),
  isDark: false,
  isStrong: false,
  isForced: false,
} as Palette;

/** Of the person at a place, with all of the chart in view. */
export function drawnFrame(
  forest: Forest,
  centre: number,
  k: number,
  scene: Partial<Scene> = {},
  others: readonly number[] = [],
): Frame {
  const items = readItems(writeItems(layChart(forest, { centre, shape: usualShape, others }).items));
  const bounds = boundsOf(items) ?? { x: 0, y: 0, w: 1, h: 1 };
  const texts: string[] = [];
  const pills: { h: number; holds: number }[] = [];
  const strokes = new Set<string>();
  let dashes = 0;
  let dashed = 0;
  const hold = () => {
    const last = pills.at(-1);
    if (last !== undefined) last.holds += 1;
  };
  const told: Record<string, unknown> = {
    fillText: (text: string) => {
      texts.push(text.replace(/[\u2068\u2069]/g, ''));
      hold();
    },
    closePath: hold,
    roundRect: (_x: number, _y: number, _w: number, h: number) => pills.push({ h, holds: 0 }),
    setLineDash: (dash: readonly number[]) => {
      dashes = dash.length;
    },
    stroke: () => {
      strokes.add(String(told.strokeStyle));
      if (dashes > 0) dashed += 1;
    },
  };
  const context = new Proxy(told, { get: (of, name) => of[String(name)] ?? (() => undefined) });
  const widthOf = (text: string, font: string) =>
    text.replace(/[\u2068\u2069]/g, '').length * letter * Number.parseFloat(/ ([\d.]+)px/.exec(font)?.[1] ?? '10');
  drawChart(
    {
      context: context as unknown as CanvasRenderingContext2D,
      palette,
      icons: new Map(),
      text: createTextFitter(widthOf),
      family: 'any',
      camera: { x: bounds.x + bounds.w / 2, y: bounds.y + bounds.h / 2, k },
      size: { w: 1e5, h: 1e5 },
    },
    {
      ...{ items, links: linkChart(items, bounds), centre: forest.keys[centre] ?? 0, active: 0, isMarked: true },
      ...{ hovered: -1, memberOf: () => undefined, pictureOf: () => null },
      ...scene,
    },
  );
  return { texts, pills, strokes, dashed };
}
