/** One frame of a chart: what is in view, the lines in one path, the smallest cards in one, then each card and button. */
import { type Box, chartParts, countIn, type Item, joins, personExtra } from '../../../contract/organisation-items.ts';
import { statusInMarks } from '../../../contract/organisation-marks.ts';
import { count } from '../../words/locale.ts';
import { belowNumber, circleWords } from '../row-words.ts';
import { seenBox, toScreen } from './camera.ts';
import { drawCard, heights } from './draw-card.ts';
import { drawText } from './draw-text.ts';
import type { Pen, Scene } from './scene.ts';

/** Buttons whose words would be smaller than this are bars without words. */
const leastWords = 9;

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
  const boxes = new Map(shown.map((nth) => [nth, onScreen(pen, scene.items[nth] as Item)]));
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
  context.fillStyle = palette.ink;
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
  context.setLineDash([4, 3]);
  context.lineWidth = 1;
  context.strokeStyle = palette['line-strong'];
  context.stroke();
  context.setLineDash([]);
}

type Slip = {
  readonly box: Box;
  readonly marks: number;
  /** The active person, or the centre. */
  readonly isMarked: boolean;
};

/** By status, what stands for somebody of whom there is no room to say more. */
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

function drawButton(pen: Pen, scene: Scene, item: Item, box: Box, isHovered: boolean): void {
  const { context, palette, camera } = pen;
  const size = Math.max(leastWords, Math.round(11 * camera.k));
  const { count: number, isOpen } = countIn(item);
  const hasWords = box.h >= leastWords + 2;
  if (item.kind === 'circle') {
    const member = scene.memberOf(item.key);
    if (hasWords && member?.circle) {
      drawText(pen, `In a circle: ${circleWords(member.circle)}`, box, { size, weight: 500, ink: 'warn' });
    }
    return;
  }
  if (item.kind === 'fold') {
    const text = belowNumber({ below: number, notFetched: scene.memberOf(item.key)?.notFetched ?? 0 });
    drawFold(pen, box, { text, size, isOpen, isHovered, hasWords });
    return;
  }
  if (!hasWords) return;
  const words =
    item.kind === 'more'
      ? `${count(number)} more`
      : item.kind === 'between'
        ? `${count(number)} between`
        : `${isOpen ? '−' : '+'}${count(number)} beside`;
  const align = item.kind === 'between' ? 'centre' : 'left';
  if (isHovered) {
    context.beginPath();
    context.roundRect(box.x, box.y, box.w, box.h, box.h / 2);
    context.fillStyle = palette['accent-ground'];
    context.fill();
  }
  const room = { ...box, x: box.x + 6 * camera.k, w: box.w - 12 * camera.k };
  drawText(pen, words, room, { size, weight: 500, ink: 'accent-ink', align });
}

type FoldLook = {
  readonly text: string;
  readonly size: number;
  readonly isOpen: boolean;
  readonly isHovered: boolean;
  readonly hasWords: boolean;
};

/** A pill with a triangle and how many are below, as wide as its words. */
function drawFold(pen: Pen, under: Box, { text, size, isOpen, isHovered, hasWords }: FoldLook): void {
  const { context, palette, camera } = pen;
  const free = 7 * camera.k;
  // Apart from the card, whose ring is seen in between.
  const box = { ...under, y: under.y + 3 * camera.k, h: under.h - 3 * camera.k };
  if (box.h < 4) return;
  const font = `600 ${size}px ${pen.family}`;
  const mark = hasWords ? Math.round(size * 0.62) : 0;
  const wanted = hasWords ? mark + 4 * camera.k + pen.text.width(text, font) + 2 * free : box.w / 2;
  const w = Math.min(box.w * 1.4, wanted);
  const x = box.x + (box.w - w) / 2;
  context.beginPath();
  context.roundRect(x, box.y, w, box.h, box.h / 2);
  context.fillStyle = isHovered ? palette.accent : palette['accent-ground'];
  context.fill();
  if (palette.isForced) {
    context.lineWidth = 1;
    context.strokeStyle = palette.ink;
    context.stroke();
  }
  if (!hasWords) return;
  const ink = isHovered ? 'on-accent' : 'accent-ink';
  const middle = box.y + box.h / 2;
  drawTriangle(pen, x + free + mark / 2, middle, mark, isOpen, palette[ink]);
  const room = { x: x + free + mark + 4 * camera.k, y: middle - 8, w: w - 2 * free - mark - 4 * camera.k + 1, h: 16 };
  drawText(pen, text, room, { size, weight: 600, ink });
}

/** Down where people are shown below, right where they are not. */
function drawTriangle({ context }: Pen, x: number, y: number, side: number, isDown: boolean, colour: string): void {
  const half = side / 2;
  context.beginPath();
  if (isDown) {
    context.moveTo(x - half, y - half * 0.7);
    context.lineTo(x + half, y - half * 0.7);
    context.lineTo(x, y + half * 0.8);
  } else {
    context.moveTo(x - half * 0.7, y - half);
    context.lineTo(x + half * 0.8, y);
    context.lineTo(x - half * 0.7, y + half);
  }
  context.closePath();
  context.fillStyle = colour;
  context.fill();
}
