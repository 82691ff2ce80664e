/** One frame of the map: territories from the outermost in, one path for each depth and colour, then cards, then texts. */

import { blockAlpha, blockGround, cardColours, territoryGround, territoryLine } from '../../../contract/map-tints.ts';
import { type Box, type Item, personExtra } from '../../../contract/organisation-items.ts';
import { statusInMarks } from '../../../contract/organisation-marks.ts';
import type { PeopleCount } from '../../../contract/people-count.ts';
import { toScreen } from './camera.ts';
import { drawClaimLines } from './draw-claims.ts';
import { drawHeading, drawLabel, labelWidth } from './draw-heading.ts';
import { drawLeaf } from './draw-leaf.ts';
import { drawMatchBars } from './draw-match.ts';
import type { OtherClaim } from './map-around.ts';
import { labelsOf } from './map-labels.ts';
import { leafLevel } from './map-levels.ts';
import type { MapPart } from './map-store.ts';
import { covers } from './map-window.ts';
import type { Pen, Scene } from './scene.ts';
import { isMatch } from './stand-ins.ts';
import { isInStrip } from './strips.ts';

export type MapScene = Pick<Scene, 'memberOf' | 'pictureOf'> & {
  readonly whole: MapPart | null;
  readonly near: MapPart | null;
  /** How many the organisation has. */
  readonly everybody: PeopleCount;
  /** Who is active, where they are drawn; null: they are not on it. */
  readonly active: Item | null;
  /** What the mouse is over. */
  readonly hovered: Item | null;
  /** Around who is active, and around who is pointed at. */
  readonly claims: readonly OtherClaim[];
};

/** Of the ring around who is active, in pixels. */
const ringWidth = 3;

/** How much of those is seen who are not in the spotlight. */
const pale = 0.5;

type Drawn = { readonly item: Item; readonly box: Box };

export function drawMap(pen: Pen, scene: MapScene): void {
  const { context, size, camera } = pen;
  context.clearRect(0, 0, size.w, size.h);
  const { whole, near } = scene;
  const isCovered = near !== null && covers(near.window, camera, size);
  // Something of the map is always seen, wherever it is looked at.
  if (whole !== null && !isCovered) drawPart(pen, scene, whole);
  if (near !== null) {
    context.save();
    const { x, y, w, h } = onScreen(pen, near.window.region);
    context.beginPath();
    context.rect(x, y, w, h);
    context.clip();
    drawPart(pen, scene, near);
    context.restore();
  }
  drawClaimLines(
    pen,
    scene.claims.map(({ person, manager }) => ({ person: onScreen(pen, person), manager: onScreen(pen, manager) })),
  );
}

function drawPart(pen: Pen, scene: MapScene, part: MapPart): void {
  const seen = inView(pen, part.items);
  const shown = seen.filter(({ box }) => isInStrip(pen, box));
  drawTerritories(pen, part, shown);
  const cards = shown.filter(({ item }) => item.kind === 'card');
  drawCards(pen, part, scene, cards);
  drawRings(pen, scene);
  // Where a name stands depends on all of them.
  drawNames(pen, scene, part, seen);
}

function drawNames(
  pen: Pen,
  { everybody, memberOf, active }: MapScene,
  { colour, shares }: MapPart,
  seen: readonly Drawn[],
): void {
  const headings = seen.filter(({ item }) => item.kind === 'heading');
  const scene = { colour, everybody, memberOf, shares };
  const widthOf = (item: Item, size: number) => labelWidth(pen, scene, item, size);
  const ring = active === null ? null : onScreen(pen, active);
  for (const { item, place, isOver } of labelsOf(headings, pen.camera.k, pen.size, widthOf)) {
    if (!isInStrip(pen, { y: place.line.y, h: place.line.h + (place.second?.line.h ?? 0) })) continue;
    const { level, colour: byte } = personExtra(item);
    const ground = territoryGround(pen.palette, colour, byte, level);
    if (isOver) drawLabel(pen, scene, item, place, ground);
    else if (ring !== null && place.second === null && isCrossed(place.line, ring)) {
      const w = Math.min(place.line.w, labelWidth(pen, scene, item, place.size));
      drawLabel(pen, scene, item, { ...place, line: { ...place.line, w } }, ground);
    } else drawHeading(pen, scene, item, place);
  }
}

/** The upper or the lower line of the ring goes through a text. */
function isCrossed(line: Box, ring: Box): boolean {
  const isBeside = line.x < ring.x + ring.w && ring.x < line.x + line.w;
  const edges = [ring.y, ring.y + ring.h];
  return isBeside && edges.some((edge) => line.y < edge + ringWidth / 2 && edge - ringWidth / 2 < line.y + line.h);
}

function inView(pen: Pen, items: readonly Item[]): Drawn[] {
  const { w, h } = pen.size;
  const shown: Drawn[] = [];
  for (const item of items) {
    const box = onScreen(pen, item);
    if (box.x < w && box.y < h && box.x + box.w > 0 && box.y + box.h > 0) shown.push({ item, box });
  }
  return shown;
}

/** On whole pixels, so that two side by side leave the same line between them. */
function onScreen({ camera, size }: Pen, { x, y, w, h }: Box): Box {
  const from = toScreen(camera, size, { x, y });
  const to = toScreen(camera, size, { x: x + w, y: y + h });
  const [left, top] = [Math.round(from.x), Math.round(from.y)];
  return { x: left, y: top, w: Math.max(1, Math.round(to.x) - left), h: Math.max(1, Math.round(to.y) - top) };
}

/** Outer ones first; of the same depth those of one colour at once. */
export function drawTerritories(
  { context, palette }: Pick<Pen, 'context' | 'palette'>,
  { colour }: MapPart,
  shown: readonly Drawn[],
): void {
  const groups = new Map<number, Drawn[]>();
  for (const one of shown) {
    if (one.item.kind === 'card') continue;
    const { level, colour: byte } = personExtra(one.item);
    const key = (level * 2 + (one.item.kind === 'heading' ? 0 : 1)) * 256 + byte;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  for (const [key, group] of [...groups].sort(([a], [b]) => a - b)) {
    const byte = key % 256;
    const isHeading = Math.floor(key / 256) % 2 === 0;
    context.beginPath();
    for (const { box } of group) context.rect(box.x, box.y, box.w, box.h);
    if (isHeading) {
      context.fillStyle = territoryGround(palette, colour, byte, Math.floor(key / 512));
      context.fill();
      context.beginPath();
      for (const { box } of group) context.rect(box.x + 0.5, box.y + 0.5, box.w - 1, box.h - 1);
      context.lineWidth = 1;
      context.strokeStyle = territoryLine(palette, colour, byte);
      context.stroke();
    } else {
      context.globalAlpha = blockAlpha(palette, colour, byte);
      context.fillStyle = blockGround(palette, colour, byte);
      context.fill();
      context.globalAlpha = 1;
    }
  }
}

function drawCards(pen: Pen, { colour }: MapPart, scene: MapScene, cards: readonly Drawn[]): void {
  const { context, palette } = pen;
  const groups = new Map<number, Drawn[]>();
  for (const one of cards) {
    const byte = personExtra(one.item).colour;
    const group = groups.get(byte);
    if (group === undefined) groups.set(byte, [one]);
    else group.push(one);
  }
  for (const [byte, group] of groups) {
    const { ground, line } = cardColours(palette, colour, byte);
    context.beginPath();
    for (const { box } of group) {
      if (leafLevel(box.h) === 'slip' || leafLevel(box.h) === 'block') context.rect(box.x, box.y, box.w, box.h);
      else context.roundRect(box.x + 0.5, box.y + 0.5, box.w - 1, box.h - 1, Math.min(8, 0.16 * box.h));
    }
    context.globalAlpha = colour === 'spotlight' && byte === 0 ? pale : 1;
    context.fillStyle = ground;
    context.fill();
    context.lineWidth = 1;
    context.strokeStyle = line;
    if (group.some(({ box }) => leafLevel(box.h) !== 'block')) context.stroke();
  }
  const matching = cards.filter(({ item }) => isMatch(item));
  const others = colour === 'spotlight' ? cards.filter(({ item }) => !isMatch(item)) : cards;
  context.globalAlpha = colour === 'spotlight' ? pale : 1;
  drawPeople(pen, scene, others);
  context.globalAlpha = 1;
  drawPeople(pen, scene, matching);
  drawMatchBars(
    pen,
    matching.map(({ box }) => box),
  );
}

function drawPeople(pen: Pen, scene: MapScene, cards: readonly Drawn[]): void {
  const slips = cards.filter(({ box }) => leafLevel(box.h) === 'slip');
  if (slips.length > 0) drawSlips(pen, slips);
  for (const { item, box } of cards) {
    const level = leafLevel(box.h);
    if (level !== 'slip' && level !== 'block') drawLeaf(pen, scene, scene.memberOf(item.key), box);
  }
}

/** Two strokes where the name and the role would be; of who is gone one is through the middle. */
function drawSlips({ context, palette }: Pen, slips: readonly Drawn[]): void {
  context.beginPath();
  for (const { item, box } of slips) {
    const { x, y, w, h } = box;
    const status = statusInMarks(personExtra(item).marks);
    context.rect(x + 0.08 * w, y + Math.round(0.26 * h), 0.5 * w, Math.max(1, Math.round(0.14 * h)));
    context.rect(x + 0.08 * w, y + Math.round(0.6 * h), 0.34 * w, Math.max(1, Math.round(0.1 * h)));
    if (status === 'deleted' || status === 'not-found') {
      context.rect(x + 0.04 * w, y + Math.round(0.46 * h), 0.9 * w, 1);
    }
  }
  context.fillStyle = palette['line-strong'];
  context.fill();
}

/** Around who is active, and around what the mouse is over: below the names, which it would strike through. */
function drawRings(pen: Pen, { active, hovered }: MapScene): void {
  const { context, palette } = pen;
  const ring = (item: Item, width: number, colour: string) => {
    const { x, y, w, h } = onScreen(pen, item);
    context.beginPath();
    if (item.kind === 'card' && h >= 12) context.roundRect(x, y, w, h, Math.min(8, 0.16 * h));
    else context.rect(x, y, w, h);
    context.lineWidth = width;
    context.strokeStyle = colour;
    context.stroke();
  };
  if (hovered !== null && hovered.key !== active?.key) ring(hovered, 1, palette.accent);
  if (active !== null) ring(active, ringWidth, palette.accent);
}
