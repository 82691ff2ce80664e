/** One frame of a chart: what is in view, the lines in one path, the smallest cards in one, then each card and button. */
import { type Box, chartParts, type Item, joins, personExtra } from '../../../contract/organisation-items.ts';
import { statusInMarks } from '../../../contract/organisation-marks.ts';
import { seenBox, toScreen } from './camera.ts';
import { drawButton } from './draw-button.ts';
import { drawCard, heights } from './draw-card.ts';
import { strokeDashed } from './draw-claims.ts';
import { drawMatchBars } from './draw-match.ts';
import type { Pen, Scene } from './scene.ts';
import { isMatch } from './stand-ins.ts';
import { isInStrip } from './strips.ts';

export function drawChart(pen: Pen, scene: Scene): void {
  const { context, palette, size, camera } = pen;
  context.clearRect(0, 0, size.w, size.h);
  const seen = seenBox(camera, size);
  const shown: number[] = [];
  // What a card is joined by is drawn with it: a card just outside may have its line inside.
  const edge = joins.left;
  for (let nth = 0; nth < scene.items.length; nth += 1) {
    const { x, y, w, h } = scene.items[nth] as Item;
    if (x < seen.x + seen.w + edge && x + w > seen.x && y < seen.y + seen.h + edge && y + h > seen.y) shown.push(nth);
  }
  const boxes = new Map(
    shown.flatMap((nth) => {
      const item = scene.items[nth] as Item;
      const box = onScreen(pen, item);
      const high = { y: box.y - edge * camera.k, h: box.h + edge * camera.k };
      // The lines of all other managers meet at the first.
      return item.kind === 'other' || isInStrip(pen, high) ? [[nth, box] as const] : [];
    }),
  );
  drawLines(pen, scene, boxes);
  const slips: Slip[] = [];
  for (const [nth, box] of boxes) {
    const item = scene.items[nth] as Item;
    const isHovered = scene.hovered === nth;
    if (item.kind === 'card' || item.kind === 'other') {
      const isActive = scene.isMarked && item.key === scene.active;
      const isCentre = scene.isMarked && item.key === scene.centre;
      if (box.h < heights.name) slips.push({ box, marks: personExtra(item).marks, isMarked: isActive || isCentre });
      else {
        drawCard(pen, scene, scene.memberOf(item.key), box, {
          isActive: item.kind === 'card' && isActive,
          isCentre: item.kind === 'card' && isCentre,
          isHovered,
          claims: item.kind === 'other' ? { centre: scene.memberOf(scene.centre) } : null,
        });
      }
    } else if (item.kind !== 'line') drawButton(pen, scene, item, box, isHovered);
  }
  drawSlips(pen, slips);
  drawMatchBars(
    pen,
    [...boxes].flatMap(([nth, box]) => (isMatched(scene.items[nth] as Item) ? [box] : [])),
  );
  context.fillStyle = palette.ink;
}

function isMatched(item: Item): boolean {
  return (item.kind === 'card' || item.kind === 'other') && isMatch(item);
}

function onScreen({ camera, size }: Pen, { x, y, w, h }: Box): Box {
  const at = toScreen(camera, size, { x, y });
  return { x: at.x, y: at.y, w: w * camera.k, h: h * camera.k };
}

/** Never thinner than a pixel, and on whole pixels, where they are sharp. */
function drawLines({ context, palette, camera }: Pen, { items }: Scene, boxes: ReadonlyMap<number, Box>): void {
  const thin = Math.max(1, Math.round(camera.k));
  context.beginPath();
  const stroke = (x: number, y: number, w: number, h: number) =>
    context.rect(Math.round(x), Math.round(y), Math.max(thin, w), Math.max(thin, h));
  for (const [nth, { x, y, w, h }] of boxes) {
    const item = items[nth] as Item;
    if (item.kind === 'line') {
      stroke(x, y, item.w > item.h ? w : 0, item.h > item.w ? h : 0);
    } else if (item.kind === 'card' && personExtra(item).level > 1) {
      const part = chartParts[personExtra(item).colour];
      if (part === 'column') stroke(x - joins.left * camera.k, y + h / 2, joins.left * camera.k, 0);
      if (part === 'below') stroke(x + w / 2, y - joins.above * camera.k, 0, joins.above * camera.k);
    }
  }
  context.fillStyle = palette['line-strong'];
  context.fill();
  drawClaims({ context, palette, camera }, items, boxes);
}

/** From other managers to the centre, dashed. */
function drawClaims(
  { context, palette, camera }: Pick<Pen, 'context' | 'palette' | 'camera'>,
  items: readonly Item[],
  boxes: ReadonlyMap<number, Box>,
): void {
  const gap = 24 * camera.k;
  context.beginPath();
  let middle: number | null = null;
  for (const [nth, { x, y, w, h }] of boxes) {
    if (items[nth]?.kind !== 'other') continue;
    middle ??= y + h / 2;
    context.moveTo(x + w, y + h / 2);
    context.lineTo(x + w + gap, y + h / 2);
    context.lineTo(x + w + gap, middle);
    context.lineTo(x + w + 2 * gap, middle);
  }
  if (middle === null) return;
  strokeDashed({ context }, palette['line-strong']);
}

type Slip = {
  readonly box: Box;
  readonly marks: number;
  /** The active person, or the centre. */
  readonly isMarked: boolean;
};

/** By status, what stands for somebody where there is no room to say more. */
const slipInks = ['line-strong', 'warn', 'bad'] as const;

function slipInk(marks: number): (typeof slipInks)[number] {
  const status = statusInMarks(marks);
  if (status === 'deleted' || status === 'not-found') return 'bad';
  return status === 'inactive' ? 'warn' : 'line-strong';
}

function drawSlips({ context, palette }: Pen, slips: readonly Slip[]): void {
  if (slips.length === 0) return;
  context.beginPath();
  for (const { box } of slips) context.rect(box.x, box.y, box.w, box.h);
  context.fillStyle = palette.panel;
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = palette['line-strong'];
  context.stroke();
  const readable = slips.filter(({ box }) => box.h >= heights.slip);
  context.beginPath();
  for (const { box } of readable) {
    const { x, y, w, h } = box;
    context.rect(x + 0.3 * w, y + 0.28 * h, 0.45 * w, 0.14 * h);
    context.rect(x + 0.3 * w, y + 0.58 * h, 0.3 * w, 0.1 * h);
  }
  context.fillStyle = palette['line-strong'];
  context.fill();
  for (const ink of slipInks) {
    context.beginPath();
    for (const { box, marks } of readable) {
      if (slipInk(marks) !== ink) continue;
      const { x, y, w, h } = box;
      // Who is gone is a stroke where others are a square: not told by colour alone.
      if (ink === 'bad') context.rect(x + 0.06 * w, y + 0.44 * h, 0.18 * w, Math.max(1, 0.12 * h));
      else context.rect(x + 0.06 * w, y + 0.2 * h, 0.16 * w, 0.6 * h);
    }
    context.fillStyle = palette[ink];
    context.fill();
  }
  const marked = slips.filter(({ isMarked }) => isMarked);
  if (marked.length === 0) return;
  context.beginPath();
  for (const { box } of marked) context.rect(box.x, box.y, box.w, box.h);
  context.lineWidth = 2;
  context.strokeStyle = palette.accent;
  context.stroke();
}
