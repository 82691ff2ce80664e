/** What is taken as a picture, and why something is not. */
import type { PictureTrouble } from '../../contract/picture.ts';
import type { PictureFormat } from './picture-format.ts';

export const limitBytesOfOne = 4 * 1024 * 1024;
/** What telephones take has 12 million. More than that would hold a frame of the page up for too long. */
const limitPixels = 12_500_000;
const limitPixelsASide = 8192;
/** Pixels times passes: sixteen passes of the largest. */
const limitEffort = 16 * limitPixels;

/** Null: it can be shown. One that moves would do so on every card that shows it, and is decoded over and over. */
export function formatTrouble(format: PictureFormat | null): PictureTrouble | null {
  if (format === null) return 'no-picture';
  const { width, height, passes, isAnimated } = format;
  const pixels = width * height;
  if (isAnimated) return 'moves';
  if (pixels === 0) return 'no-picture';
  if (pixels > limitPixels || Math.max(width, height) > limitPixelsASide) return 'too-many-pixels';
  return pixels * passes > limitEffort ? 'too-slow' : null;
}
