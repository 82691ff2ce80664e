/** The card of somebody who leads nobody, on the map: the higher it is, the more it says. */
import type { Member } from '../../../contract/organisation.ts';
import type { Box } from '../../../contract/organisation-items.ts';
import { managersOf, memberName } from '../row-words.ts';
import { iconOf, isGoneMember, remarksOf, roleOf, statusWordOf } from './card-words.ts';
import { drawPicture, inkOfIcon, line, padding, pictureSide } from './draw-card.ts';
import { drawIcon, drawText } from './draw-text.ts';
import type { IconName } from './icon-paths.ts';
import { leafLevel } from './map-levels.ts';
import type { Pen, Scene } from './scene.ts';

/** From this height on the status has a line of its own. */
const threeLines = 54;

/** What stands in it; its ground is drawn with all others. `box` is in pixels of the screen. */
export function drawLeaf(pen: Pen, scene: Pick<Scene, 'pictureOf'>, member: Member | undefined, box: Box): void {
  if (member === undefined) drawWaiting(pen, box);
  else if (leafLevel(box.h) === 'name') drawNameAlone(pen, member, box);
  else drawPerson(pen, scene, member, box);
}

/** Keeps the place of what is on the way. */
function drawWaiting({ context, palette }: Pen, { x, y, w, h }: Box): void {
  const left = pictureSide(h) + 2 * padding(h);
  context.fillStyle = palette['quiet-ground'];
  context.fillRect(x + left, y + 0.3 * h, 0.42 * w, Math.max(1, 0.14 * h));
  context.fillRect(x + left, y + 0.58 * h, 0.3 * w, Math.max(1, 0.12 * h));
}

function drawNameAlone(pen: Pen, member: Member, { x, y, w, h }: Box): void {
  const isGone = isGoneMember(member);
  const icons = iconsOf(member);
  const side = 11;
  const room = icons.length * (side + 3);
  const free = 5;
  drawText(
    pen,
    memberName(member),
    { x: x + free, y, w: w - 2 * free - room, h },
    {
      size: Math.min(11, Math.max(9, Math.round(0.5 * h))),
      weight: 500,
      ink: isGone ? 'ink-soft' : 'ink',
      isStruck: isGone,
    },
  );
  drawIcons(pen, icons, { x: x + w - free - side, y, w: side, h });
}

/** What is told of somebody by an icon where words have no room; the last one stands at the right. */
function iconsOf(member: Member): IconName[] {
  const icon = iconOf(member);
  return [...(managersOf(member) > 1 ? (['several'] as const) : []), ...(icon === 'active' ? [] : [icon])];
}

/** From the right to the left; `at` is the place of the last. */
function drawIcons(pen: Pen, icons: readonly IconName[], at: Box): void {
  for (const [nth, icon] of icons.toReversed().entries()) {
    drawIcon(pen, icon, { ...at, x: at.x - nth * (at.w + 3) }, inkOfIcon[icon]);
  }
}

function drawPerson(pen: Pen, scene: Pick<Scene, 'pictureOf'>, member: Member, box: Box): void {
  const { x, y, w, h } = box;
  drawPicture(pen, scene, member, box);
  const left = x + pictureSide(h) + 2 * padding(h);
  const width = x + w - padding(h) - left;
  const isGone = isGoneMember(member);
  const icon = iconOf(member);
  const name = { weight: 600, ink: isGone ? 'ink-soft' : 'ink', isStruck: isGone } as const;
  const role = roleOf(member);
  if (h < threeLines) {
    const isTwo = leafLevel(h) === 'role' && role !== '';
    const sizes = {
      name: Math.min(14, Math.max(10, Math.round(0.325 * h))),
      role: Math.min(12, Math.max(9, Math.round(0.29 * h))),
    };
    const [nameY, roleY] = isTwo ? [0.32, 0.69] : [0.5, 0];
    const icons = iconsOf(member);
    const side = sizes.name + 1;
    const room = icons.length * (side + 3);
    drawText(pen, memberName(member), line(left, y + nameY * h, width - room), { size: sizes.name, ...name });
    drawIcons(pen, icons, { x: x + w - padding(h) - side, y: y + nameY * h - side / 2, w: side, h: side });
    if (isTwo) {
      drawText(pen, role, line(left, y + roleY * h, width), { size: sizes.role, weight: 400, ink: 'ink-soft' });
    }
    return;
  }
  const sizes = { name: Math.round(0.235 * h), role: Math.round(0.205 * h), status: Math.round(0.19 * h) };
  const [nameY, roleY, statusY] = role === '' ? [0.34, 0, 0.66] : [0.24, 0.51, 0.77];
  drawText(pen, memberName(member), line(left, y + nameY * h, width), { size: sizes.name, ...name });
  drawText(pen, role, line(left, y + roleY * h, width), { size: sizes.role, weight: 400, ink: 'ink-soft' });
  const side = sizes.status + 2;
  drawIcon(pen, icon, { x: left, y: y + statusY * h - side / 2, w: side, h: side }, inkOfIcon[icon]);
  const word = line(left + side + 4, y + statusY * h, width - side - 4);
  const taken = drawText(pen, statusWordOf(member), word, { size: sizes.status, weight: 500, ink: inkOfIcon[icon] });
  const rest = remarksOf(member);
  const more = { ...word, x: word.x + taken, w: word.w - taken };
  if (rest !== '') drawText(pen, ` · ${rest}`, more, { size: sizes.status, weight: 400, ink: 'ink-soft' });
}
