/** The buttons of a chart and the words on a circle. Each says something whole or is not drawn: half a number is another one. */
import { type Box, countIn, type Item } from '../../../contract/organisation-items.ts';
import { count } from '../../words/locale.ts';
import { belowNumber, circleWords } from '../row-words.ts';
import { drawText, fontOf, type TextStyle } from './draw-text.ts';
import type { Pen, Scene } from './scene.ts';

/** Letters are never smaller. */
const leastWords = 9;
/** A pill lower than this would hold a triangle that nobody can tell from a dot. */
const leastPill = 6;

export function drawButton(pen: Pen, scene: Scene, item: Item, box: Box, isHovered: boolean): void {
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
    drawFold(pen, box, { text, size, isOpen, isHovered });
    return;
  }
  const style: TextStyle = {
    size,
    weight: 500,
    ink: 'accent-ink',
    align: item.kind === 'between' ? 'centre' : 'left',
  };
  const room = { ...box, x: box.x + 6 * camera.k, w: box.w - 12 * camera.k };
  const words = hasWords ? wordsOf(item).find((one) => isWhole(pen, one, style, room.w)) : undefined;
  if (words === undefined) return;
  if (isHovered) {
    context.beginPath();
    context.roundRect(box.x, box.y, box.w, box.h, box.h / 2);
    context.fillStyle = palette['accent-ground'];
    context.fill();
  }
  drawText(pen, words, room, style);
}

/** The longest first. */
function wordsOf(item: Item): readonly string[] {
  const { count: number, isOpen } = countIn(item);
  const shown = count(number);
  if (item.kind === 'more') return [`${shown} more`, `+${shown}`];
  if (item.kind === 'between') return [`${shown} between`, shown];
  const sign = isOpen ? '−' : '+';
  return [`${sign}${shown} beside`, `${sign}${shown}`];
}

function isWhole(pen: Pen, text: string, style: TextStyle, room: number): boolean {
  return pen.text.width(text, fontOf(pen, style)) <= Math.floor(room);
}

type FoldLook = {
  readonly text: string;
  readonly size: number;
  readonly isOpen: boolean;
  readonly isHovered: boolean;
};

/** A pill with a triangle and how many are below, as wide as its words; with the triangle alone where those have no room. */
function drawFold(pen: Pen, under: Box, { text, size, isOpen, isHovered }: FoldLook): void {
  const { context, palette, camera } = pen;
  const free = 7 * camera.k;
  // Apart from the card, whose ring is seen in between.
  const box = { ...under, y: under.y + 3 * camera.k, h: under.h - 3 * camera.k };
  if (box.h < leastPill) return;
  const ink = isHovered ? 'on-accent' : 'accent-ink';
  const style: TextStyle = { size, weight: 600, ink };
  const gap = 4 * camera.k;
  const mark = Math.round(size * 0.62);
  const words = Math.ceil(pen.text.width(text, fontOf(pen, style)));
  const most = box.w * 1.4;
  const hasWords = box.h >= leastWords && mark + gap + words + 2 * free <= most;
  const side = hasWords ? mark : Math.min(mark, 0.62 * box.h);
  const w = hasWords ? mark + gap + words + 2 * free : Math.max(2 * box.h, side + 2 * free);
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
  const middle = box.y + box.h / 2;
  drawTriangle(pen, hasWords ? x + free + mark / 2 : x + w / 2, middle, side, isOpen, palette[ink]);
  if (hasWords) drawText(pen, text, { x: x + free + mark + gap, y: middle - 8, w: words + 1, h: 16 }, style);
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
