/** One card. What it shows depends on how high it is on the screen: from a grey slip to picture, name, role and status. */
import type { Member } from '../../../contract/organisation.ts';
import type { Box } from '../../../contract/organisation-items.ts';
import { hueOf } from '../../name/hue.ts';
import { initialsOf } from '../../name/initials.ts';
import { memberName } from '../row-words.ts';
import { claimWords, iconOf, isGoneMember, remarksOf, roleOf, statusWordOf } from './card-words.ts';
import { drawIcon, drawText } from './draw-text.ts';
import type { IconName } from './icon-paths.ts';
import { hueColours, type Ink } from './palette.ts';
import type { Pen, Scene } from './scene.ts';

/** Lower than each, a card is: one rectangle, two strokes, a name, a picture with a name, and with the role. */
export const heights = { slip: 6, name: 16, picture: 26, role: 30 } as const;
/** From here on the status is a word as well. */
export const wordScale = 0.9;

export const inkOfIcon: { readonly [I in IconName]: Ink } = {
  active: 'good',
  inactive: 'warn',
  deleted: 'bad',
  'not-found': 'bad',
  unknown: 'quiet',
  waiting: 'quiet',
  failed: 'warn',
  several: 'ink-soft',
};

export type CardLook = {
  readonly isActive: boolean;
  readonly isCentre: boolean;
  readonly isHovered: boolean;
  /** Of another manager, whose claim does not decide: whose centre it is that they list. */
  readonly claims: { readonly centre: Member | undefined } | null;
};

/** `box` is in pixels of the screen. */
export function drawCard(pen: Pen, scene: Scene, member: Member | undefined, box: Box, look: CardLook): void {
  drawGround(pen, member, box, look);
  if (box.h < heights.name) return;
  if (member === undefined) drawWaiting(pen, box);
  else if (box.h < heights.picture) drawNameAlone(pen, member, box);
  else drawPerson(pen, scene, member, box, look);
}

function drawGround({ context, palette, camera }: Pen, member: Member | undefined, box: Box, look: CardLook): void {
  const { isActive, isCentre, isHovered, claims } = look;
  context.beginPath();
  context.roundRect(box.x, box.y, box.w, box.h, Math.max(2, Math.min(12, 8 * camera.k)));
  context.fillStyle = isActive ? palette['accent-ground'] : isHovered ? palette.hover : palette.panel;
  context.fill();
  const isDashed = claims !== null || member?.card === null;
  if (isDashed) context.setLineDash([4, 3]);
  context.lineWidth = isActive || isCentre ? 2 : 1;
  context.strokeStyle =
    isActive || isCentre ? palette.accent : isDashed || isHovered ? palette['line-strong'] : palette.line;
  context.stroke();
  if (isDashed) context.setLineDash([]);
}

/** Keeps the place of what is on the way. */
function drawWaiting({ context, palette, camera }: Pen, { x, y, w, h }: Box): void {
  const left = pictureSide(h) + 2 * padding(h);
  context.fillStyle = palette['quiet-ground'];
  context.beginPath();
  context.arc(x + padding(h) + pictureSide(h) / 2, y + h / 2, pictureSide(h) / 2, 0, 2 * Math.PI);
  context.roundRect(x + left, y + 0.24 * h, 0.42 * w, 0.16 * h, 3 * camera.k);
  context.roundRect(x + left, y + 0.56 * h, 0.3 * w, 0.13 * h, 3 * camera.k);
  context.fill();
}

function drawNameAlone(pen: Pen, member: Member, { x, y, w, h }: Box): void {
  const isGone = isGoneMember(member);
  const room = isGone || member.card === null ? 13 : 0;
  const line = { x: x + 4, y, w: w - 8 - room, h };
  drawText(pen, memberName(member), line, {
    size: 10,
    weight: 500,
    ink: isGone ? 'ink-soft' : 'ink',
    isStruck: isGone,
  });
  if (room > 0) drawIcon(pen, iconOf(member), { x: x + w - room - 2, y, w: 11, h }, inkOfIcon[iconOf(member)]);
}

function drawPerson(pen: Pen, scene: Scene, member: Member, box: Box, { claims }: CardLook): void {
  const { k } = pen.camera;
  const { x, y, w, h } = box;
  drawPicture(pen, scene, member, box);
  const left = x + pictureSide(h) + 2 * padding(h);
  const width = x + w - padding(h) - left;
  const isGone = isGoneMember(member);
  const name = { weight: 600, ink: isGone ? 'ink-soft' : 'ink', isStruck: isGone } as const;
  const icon = iconOf(member);
  const claim = claims === null ? null : claimWords(member, claims.centre);
  const second = claim === null ? roleOf(member) : claim.lists;
  const sizes = { name: Math.max(10, Math.round(13 * k)), role: Math.max(9, Math.round(12 * k)) };
  if (k < wordScale) {
    const side = sizes.name + 1;
    const isTwo = h >= heights.role && second !== '';
    const [nameY, roleY] = isTwo ? [0.33, 0.68] : [0.5, 0];
    drawText(pen, memberName(member), line(left, y + nameY * h, width - side - 3), { size: sizes.name, ...name });
    drawIcon(
      pen,
      icon,
      { x: x + w - padding(h) - side, y: y + nameY * h - side / 2, w: side, h: side },
      inkOfIcon[icon],
    );
    if (isTwo)
      drawText(pen, second, line(left, y + roleY * h, width), { size: sizes.role, weight: 400, ink: 'ink-soft' });
    return;
  }
  const [nameY, roleY, statusY] = second === '' ? [0.34, 0, 0.66] : [0.22, 0.5, 0.78];
  drawText(pen, memberName(member), line(left, y + nameY * h, width), { size: sizes.name, ...name });
  if (second !== '')
    drawText(pen, second, line(left, y + roleY * h, width), { size: sizes.role, weight: 400, ink: 'ink-soft' });
  const size = Math.max(10, Math.round(11 * k));
  const side = size + 2;
  drawIcon(pen, icon, { x: left, y: y + statusY * h - side / 2, w: side, h: side }, inkOfIcon[icon]);
  const wordX = left + side + 4 * k;
  const word = line(wordX, y + statusY * h, left + width - wordX);
  const taken = drawText(pen, statusWordOf(member), word, { size, weight: 500, ink: inkOfIcon[icon] });
  const rest = claim === null ? remarksOf(member) : claim.seen;
  const more = { ...word, x: wordX + taken, w: word.w - taken };
  if (rest !== '') drawText(pen, ` · ${rest}`, more, { size, weight: 400, ink: 'ink-soft' });
}

export function drawPicture(pen: Pen, scene: Pick<Scene, 'pictureOf'>, { id, card }: Member, { x, y, h }: Box): void {
  const { context, palette } = pen;
  const side = pictureSide(h);
  const left = x + padding(h);
  const top = y + (h - side) / 2;
  const picture = scene.pictureOf(id, card?.picture ?? null);
  if (picture !== null) {
    context.drawImage(picture, left, top, side, side);
    return;
  }
  const { ground, ink } = hueColours(palette, hueOf(id));
  context.beginPath();
  context.arc(left + side / 2, top + side / 2, side / 2, 0, 2 * Math.PI);
  context.fillStyle = ground;
  context.fill();
  if (palette.isForced) {
    context.lineWidth = 1;
    context.strokeStyle = ink;
    context.stroke();
  }
  const size = Math.round(side * 0.38);
  if (size < 6) return;
  const initials = card === null ? '?' : initialsOf(memberName({ id, card }));
  const shown = { ...pen, palette: { ...palette, ink } };
  drawText(shown, initials, { x: left, y: top, w: side, h: side }, { size, weight: 600, ink: 'ink', align: 'centre' });
}

export function pictureSide(height: number): number {
  return Math.min(108, 0.62 * height);
}

export function padding(height: number): number {
  return 0.16 * height;
}

/** A line of text around a middle. */
export function line(x: number, middle: number, w: number): Box {
  return { x, y: middle - 8, w, h: 16 };
}
