/** Where one looks at a drawing, and how near. Pure; lengths on screen are CSS pixels from the view's upper left corner. */
import { interpolateZoom } from 'd3-interpolate';
import type { Box } from '../../../contract/organisation-items.ts';
import type { Camera } from './chart-props.ts';

export type Size = { readonly w: number; readonly h: number };
export type Point = { readonly x: number; readonly y: number };

/** How small and how large anything is drawn; a map may be smaller. */
export const scales = { least: 0.02, most: 3 } as const;
/** Free around what is fitted into the view, in pixels. */
const margin = 32;
/** Under it: the buttons of the zoom stand there, with as much free around them. */
const underneath = 56;
/** A flight takes no longer, however far it leads. */
const longestFlightMs = 600;

export function toScreen({ x, y, k }: Camera, { w, h }: Size, point: Point): Point {
  return { x: (point.x - x) * k + w / 2, y: (point.y - y) * k + h / 2 };
}

export function fromScreen({ x, y, k }: Camera, { w, h }: Size, point: Point): Point {
  return { x: (point.x - w / 2) / k + x, y: (point.y - h / 2) / k + y };
}

/** From the edges of a view to what opens in it. */
const edge = 24;

/** Where in the view something about a point of the drawing opens: there, or where that is out of view, nearest to it. */
export function openingAt(camera: Camera, size: Size, point: Point): Point {
  const { x, y } = toScreen(camera, size, point);
  const within = (at: number, length: number) => Math.max(edge, Math.min(length - edge, at));
  return { x: within(x, size.w), y: within(y, size.h) };
}

/** What of the drawing is in view. */
export function seenBox(camera: Camera, size: Size): Box {
  const { x, y } = fromScreen(camera, size, { x: 0, y: 0 });
  return { x, y, w: size.w / camera.k, h: size.h / camera.k };
}

export function seesAll(camera: Camera, size: Size, { x, y, w, h }: Box): boolean {
  const seen = seenBox(camera, size);
  return x >= seen.x && y >= seen.y && x + w <= seen.x + seen.w && y + h <= seen.y + seen.h;
}

export function boundsOf(boxes: Iterable<Box>): Box | null {
  let [left, top, right, bottom] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, -Infinity, -Infinity];
  for (const { x, y, w, h } of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + w);
    bottom = Math.max(bottom, y + h);
  }
  return left > right ? null : { x: left, y: top, w: right - left, h: bottom - top };
}

/** The whole of it in the middle of what is above the buttons, no larger than `most`, and no smaller than `least`. */
export function fitted(box: Box, size: Size, most = 1, least: number = scales.least): Camera {
  const room = { w: Math.max(1, size.w - 2 * margin), h: Math.max(1, size.h - margin - underneath) };
  const wanted = Math.min(most, room.w / Math.max(1, box.w), room.h / Math.max(1, box.h));
  const k = Math.max(least, Math.min(scales.most, wanted));
  return { x: box.x + box.w / 2, y: box.y + box.h / 2 + (underneath - margin) / 2 / k, k };
}

/** Nearer or further, with one point of the view where it is. */
export function scaled(
  camera: Camera,
  size: Size,
  k: number,
  at: Point = { x: size.w / 2, y: size.h / 2 },
  least: number = scales.least,
): Camera {
  const next = Math.max(least, Math.min(scales.most, k));
  const { x, y } = fromScreen(camera, size, at);
  return { x: x - (at.x - size.w / 2) / next, y: y - (at.y - size.h / 2) / next, k: next };
}

/** Moved no further than it takes to have all of a box in view and above the buttons, where it fits. */
export function revealed(camera: Camera, size: Size, box: Box): Camera {
  const free = margin / camera.k;
  const seen = seenBox(camera, size);
  const shift = (from: number, length: number, seenFrom: number, seenLength: number): number => {
    const room = Math.min(free, Math.max(0, (seenLength - length) / 2));
    if (from - room < seenFrom) return from - room - seenFrom;
    return Math.max(0, from + length + room - seenFrom - seenLength);
  };
  const strip = (underneath - margin) / camera.k;
  const x = camera.x + shift(box.x, box.w, seen.x, seen.w);
  const y = camera.y + shift(box.y, box.h, seen.y, Math.max(seen.h - strip, Math.min(seen.h, box.h)));
  return x === camera.x && y === camera.y ? camera : { x, y, k: camera.k };
}

export type Flight = { readonly ms: number; readonly at: (part: number) => Camera };

/** From one camera to another: out, across and in, as far as it is worth. */
export function flightBetween(from: Camera, to: Camera, { w }: Size): Flight {
  const [across, down] = [to.x - from.x, to.y - from.y];
  // Hardly from the spot: d3's path, which divides by the distance, would lead nowhere.
  const isStill = Math.hypot(across, down) * Math.max(from.k, to.k) < 1;
  const end = isStill ? from : to;
  const between = interpolateZoom([from.x, from.y, w / from.k], [end.x, end.y, w / to.k]);
  return {
    ms: Math.min(longestFlightMs, 200 + between.duration / 4),
    at: (part) => {
      if (part >= 1) return to;
      const [x, y, width] = between(ease(part));
      const left = isStill ? part : 0;
      return { x: x + across * left, y: y + down * left, k: w / width };
    },
  };
}

/** Slow at both ends. */
function ease(part: number): number {
  return part * part * (3 - 2 * part);
}
