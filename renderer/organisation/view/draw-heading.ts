/** The heading of a manager's territory on the map: the name, then a number, then the role, as far as there is room. */
import type { Colouring } from '../../../contract/map-tints.ts';
import type { Member } from '../../../contract/organisation.ts';
import type { Box, Item } from '../../../contract/organisation-items.ts';
import type { Share } from '../../../contract/organisation-spotlight.ts';
import type { PeopleCount } from '../../../contract/people-count.ts';
import { belowNumber, memberName } from '../row-words.ts';
import { peopleWords } from '../totals-words.ts';
import { iconOf, isGoneMember, roleOf } from './card-words.ts';
import { inkOfIcon } from './draw-card.ts';
import { dotRoom, drawMatchDot } from './draw-match.ts';
import { drawIcon, drawText, fontOf, type TextStyle } from './draw-text.ts';
import type { HeadingPlace } from './map-levels.ts';
import { headingWords, shareForms } from './map-words.ts';
import type { Pen } from './scene.ts';
import { isMatch } from './stand-ins.ts';

/** Between the name and what follows it, for each pixel of the letters. */
const gap = 0.6;
/** So much of a name is left where a share has its place behind it, for each pixel of the letters. */
const leastName = 3;

export type HeadingScene = {
  readonly colour: Colouring;
  /** How many the organisation has. */
  readonly everybody: PeopleCount;
  readonly memberOf: (key: number) => Member | undefined;
  /** What is counted below somebody, by their key. */
  readonly shares: ReadonlyMap<number, Share>;
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
  drawFirst(pen, scene, place, texts, []);
}

/** How wide a name and its number are. */
export function labelWidth(pen: Pen, scene: HeadingScene, item: Item, size: number): number {
  const texts = textsOf(scene, item);
  if (texts === null) return 0;
  const name = pen.text.width(texts.name, fontOf(pen, { size, weight: 600 }));
  const number = pen.text.width(texts.forms[0] ?? '', fontOf(pen, { size: size - 1, weight: 400 }));
  return Math.ceil(name + gap * size + number) + 2 + sideOf(texts, size);
}

type First = {
  readonly name: string;
  readonly icon: ReturnType<typeof iconOf> | null;
  readonly isGone: boolean;
  readonly isMatch: boolean;
  /** The number, the longest way to say it first. */
  readonly forms: readonly string[];
  /** Of the name no more is drawn than leaves room for the number. */
  readonly isCounted: boolean;
};

function textsOf({ colour, everybody, memberOf, shares }: HeadingScene, item: Item): First | null {
  const share = shares.get(item.key);
  const isCounted = share !== undefined;
  const formsOf = (below: string) => (isCounted ? shareForms(colour, share) : [below]);
  if (item.key === 0) {
    return {
      name: 'Everybody',
      icon: null,
      isGone: false,
      isMatch: false,
      forms: formsOf(peopleWords(everybody)),
      isCounted,
    };
  }
  const member = memberOf(item.key);
  if (member === undefined) return null;
  const icon = iconOf(member);
  return {
    name: memberName(member),
    icon: icon === 'active' ? null : icon,
    isGone: isGoneMember(member),
    isMatch: isMatch(item),
    forms: formsOf(belowNumber(member)),
    isCounted,
  };
}

/** What stands before the name. */
function sideOf({ icon, isMatch: isMarked }: First, size: number): number {
  return (icon === null ? 0 : size + 3) + (isMarked ? dotRoom(size) : 0);
}

export function drawHeading(pen: Pen, scene: HeadingScene, item: Item, place: HeadingPlace): void {
  const first = textsOf(scene, item);
  if (first === null) {
    const { x, y, w, h } = place.line;
    pen.context.fillStyle = pen.palette['line-strong'];
    pen.context.fillRect(x, y + 0.4 * h, Math.min(w, 7 * place.size), Math.max(1, 0.25 * h));
    return;
  }
  const member = scene.memberOf(item.key);
  if (place.second === null) {
    drawFirst(pen, scene, place, first, member === undefined ? [] : [roleOf(member)]);
  } else {
    const share = first.isCounted ? [first.forms[0] ?? ''] : [];
    const words = member === undefined ? peopleWords(scene.everybody) : headingWords(member);
    drawFirst(pen, scene, place, { ...first, forms: [], isCounted: false }, []);
    drawSecond(pen, scene, place, [...share, words]);
  }
}

/** On the strong colours of shares letters are no paler than others. */
function softInk({ colour }: HeadingScene): TextStyle['ink'] {
  return colour === 'spotlight' ? 'ink' : 'ink-soft';
}

/** The number and the `texts` follow the name, each as a whole or not at all. */
function drawFirst(pen: Pen, scene: HeadingScene, place: HeadingPlace, first: First, texts: readonly string[]): void {
  const { line, size } = place;
  const { name, icon, isGone, forms, isCounted } = first;
  const { x, y, w, h } = line;
  const end = x + w;
  const side = icon === null ? 0 : Math.min(size, h);
  const dotted = first.isMatch ? dotRoom(size) : 0;
  const room = dotted + (side === 0 ? 0 : side + 3);
  if (first.isMatch) drawMatchDot(pen, line, size);
  if (icon !== null && w > 4 * side)
    drawIcon(pen, icon, { x: x + dotted, y: y + (h - side) / 2, w: side, h: side }, inkOfIcon[icon]);
  const style: TextStyle = { size, weight: 600, ink: isGone ? 'ink-soft' : 'ink', isStruck: isGone };
  const small: TextStyle = { size: Math.max(8, size - 1), weight: 400, ink: softInk(scene) };
  const widthOf = (text: string) => gap * size + pen.text.width(text, fontOf(pen, small)) + 1;
  const wanted = Math.min(pen.text.width(name, fontOf(pen, style)), leastName * size);
  const counted = isCounted ? forms.find((form) => w - room - widthOf(form) >= wanted) : undefined;
  const nameRoom = w - room - (counted === undefined ? 0 : widthOf(counted));
  let at = x + room + drawText(pen, name, { x: x + room, y, w: nameRoom, h }, style);
  const after = counted === undefined ? [...forms.slice(0, 1), ...texts] : [counted, ...texts];
  for (const text of after.filter((one) => one !== '')) {
    const from = at + gap * size;
    const width = pen.text.width(text, fontOf(pen, small));
    if (from + width > end) return;
    drawText(pen, text, { x: from, y, w: width + 1, h }, small);
    at = from + width;
  }
}

function drawSecond(pen: Pen, scene: HeadingScene, { second }: HeadingPlace, texts: readonly string[]): void {
  if (second === null) return;
  const { line, size } = second;
  const box: Box = line;
  drawText(pen, texts.filter((one) => one !== '').join(' · '), box, { size, weight: 400, ink: softInk(scene) });
}
