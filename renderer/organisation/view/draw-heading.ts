/** The heading of a manager's territory on the map: the name, then how many are below, then the role, as far as there is room. */
import type { Member } from '../../../contract/organisation.ts';
import { type Box, type Item, personExtra } from '../../../contract/organisation-items.ts';
import type { MapColour } from '../../../contract/organisation-map.ts';
import { count } from '../../words/locale.ts';
import { belowNumber, memberName } from '../row-words.ts';
import { iconOf, isGoneMember, roleOf } from './card-words.ts';
import { inkOfIcon } from './draw-card.ts';
import { drawIcon, drawText, fontOf, type TextStyle } from './draw-text.ts';
import type { HeadingPlace } from './map-levels.ts';
import { headingWords, shareWords } from './map-words.ts';
import type { Pen } from './scene.ts';

/** Between the name and what follows it, for each pixel of the letters. */
const gap = 0.6;

export type HeadingScene = {
  readonly colour: MapColour;
  /** How many are in the organisation. */
  readonly people: number;
  readonly memberOf: (key: number) => Member | undefined;
};

/** Behind a name that stands over what is in the territory. */
const free = 3;

/** A name with its number over what is in the territory, on a ground of its own. */
export function drawLabel(pen: Pen, scene: HeadingScene, item: Item, place: HeadingPlace, ground: string): void {
  const texts = textsOf(scene, item);
  if (texts === null) return;
  const { x, y, w, h } = place.line;
  const { context } = pen;
  context.beginPath();
  context.roundRect(x - free, y, w + 2 * free, h, 3);
  context.globalAlpha = pen.palette.isForced ? 1 : 0.85;
  context.fillStyle = ground;
  context.fill();
  context.globalAlpha = 1;
  drawFirst(pen, place, texts, [texts.below]);
}

/** How wide a name and its number are. */
export function labelWidth(pen: Pen, scene: HeadingScene, item: Item, size: number): number {
  const texts = textsOf(scene, item);
  if (texts === null) return 0;
  const name = pen.text.width(texts.name, fontOf(pen, { size, weight: 600 }));
  const below = pen.text.width(texts.below, fontOf(pen, { size: size - 1, weight: 400 }));
  return Math.ceil(name + gap * size + below) + 2 + (texts.icon === null ? 0 : size + 3);
}

function textsOf({ people, memberOf }: HeadingScene, item: Item): (First & { readonly below: string }) | null {
  if (item.key === 0) return { name: 'Everybody', icon: null, isGone: false, below: count(people) };
  const member = memberOf(item.key);
  if (member === undefined) return null;
  const icon = iconOf(member);
  return {
    name: memberName(member),
    icon: icon === 'active' ? null : icon,
    isGone: isGoneMember(member),
    below: belowNumber(member),
  };
}

export function drawHeading(pen: Pen, scene: HeadingScene, item: Item, place: HeadingPlace): void {
  const share = shareWords(scene.colour, personExtra(item).colour);
  const first = textsOf(scene, item);
  if (first === null) {
    const { x, y, w, h } = place.line;
    pen.context.fillStyle = pen.palette['line-strong'];
    pen.context.fillRect(x, y + 0.4 * h, Math.min(w, 7 * place.size), Math.max(1, 0.25 * h));
    return;
  }
  const member = scene.memberOf(item.key);
  if (place.second === null) {
    drawFirst(pen, place, first, [first.below, share, ...(member === undefined ? [] : [roleOf(member)])]);
  } else {
    drawFirst(pen, place, first, []);
    drawSecond(pen, place, [member === undefined ? `${first.below} people` : headingWords(member), share]);
  }
}

type First = { readonly name: string; readonly icon: ReturnType<typeof iconOf> | null; readonly isGone: boolean };

/** `texts` follow the name, each as a whole or not at all. */
function drawFirst(
  pen: Pen,
  { line, size }: HeadingPlace,
  { name, icon, isGone }: First,
  texts: readonly string[],
): void {
  const { x, y, w, h } = line;
  const end = x + w;
  const side = icon === null ? 0 : Math.min(size, h);
  const room = side === 0 ? 0 : side + 3;
  if (icon !== null && w > 4 * side)
    drawIcon(pen, icon, { x, y: y + (h - side) / 2, w: side, h: side }, inkOfIcon[icon]);
  const style: TextStyle = { size, weight: 600, ink: isGone ? 'ink-soft' : 'ink', isStruck: isGone };
  let at = x + room + drawText(pen, name, { x: x + room, y, w: w - room, h }, style);
  const small: TextStyle = { size: Math.max(8, size - 1), weight: 400, ink: 'ink-soft' };
  for (const text of texts.filter((one) => one !== '')) {
    const from = at + gap * size;
    const width = pen.text.width(text, fontOf(pen, small));
    if (from + width > end) return;
    drawText(pen, text, { x: from, y, w: width + 1, h }, small);
    at = from + width;
  }
}

function drawSecond(pen: Pen, { second }: HeadingPlace, texts: readonly string[]): void {
  if (second === null) return;
  const { line, size } = second;
  const box: Box = line;
  drawText(pen, texts.filter((one) => one !== '').join(' · '), box, { size, weight: 400, ink: 'ink-soft' });
}
