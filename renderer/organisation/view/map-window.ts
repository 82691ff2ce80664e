/** What of a map is asked for: more than is in view, so that a movement finds it there. Pure. */
import type { Box } from '../../../contract/organisation-items.ts';
import { type Size, seenBox } from './camera.ts';
import type { Camera } from './chart-props.ts';

/** Of what a map was answered: a region, and the scale for which its details were chosen. */
export type MapWindow = { readonly region: Box; readonly scale: number };

/** So many views wide and high. */
const views = 3;
/** The scales at which a window's details are still right, as parts of its own. */
const scalesOf = { least: 0.7, most: 1.4 } as const;
/** Scales of windows are so many to an octave: the same place is mostly asked for at the same scale. */
const perOctave = 2;

export function windowAround(camera: Camera, size: Size): MapWindow {
  const { x, y, w, h } = seenBox(camera, size);
  const more = (views - 1) / 2;
  return {
    region: { x: x - more * w, y: y - more * h, w: views * w, h: views * h },
    scale: rounded(camera.k),
  };
}

/** All of a map, as it is seen where it fits into the view. */
export function wholeWindow(extent: Size, fittedScale: number): MapWindow {
  return { region: { x: 0, y: 0, w: extent.w, h: extent.h }, scale: rounded(fittedScale) };
}

/** Whether a window still does: its middle is looked at, and at about its scale. */
export function isEnough({ region, scale }: MapWindow, camera: Camera, size: Size): boolean {
  const seen = seenBox(camera, size);
  const { least, most } = scalesOf;
  return camera.k >= least * scale && camera.k <= most * scale && isCentred(region, seen);
}

/** Whether all that is in view is in the window, at whatever scale. */
export function covers({ region }: MapWindow, camera: Camera, size: Size): boolean {
  const { x, y, w, h } = seenBox(camera, size);
  return x >= region.x && y >= region.y && x + w <= region.x + region.w && y + h <= region.y + region.h;
}

function rounded(scale: number): number {
  return 2 ** (Math.round(perOctave * Math.log2(scale)) / perOctave);
}

/** The middle of the view is in the middle of the region, and all of the view is in the region. */
function isCentred(region: Box, seen: Box): boolean {
  const part = 2 * views;
  const off = (from: number, length: number, seenFrom: number, seenLength: number) =>
    Math.abs(from + length / 2 - seenFrom - seenLength / 2) > length / part || seenLength > length;
  return !off(region.x, region.w, seen.x, seen.w) && !off(region.y, region.h, seen.y, seen.h);
}
