/** Portraits as circles, ready to be drawn. */
import type { Sha256 } from '../../../contract/ids.ts';
import type { DrawablePictures, Drawn } from '../../picture/drawable-pictures.ts';
import { middleOf } from '../../picture/page-pictures.ts';

export type Pictures = {
  /** Null: it is not there yet, or it cannot be drawn. */
  readonly of: (picture: Sha256) => HTMLCanvasElement | null;
};

/** Twice the largest at which one is drawn, for screens with two pixels for one. */
const side = 144;
const mostKept = 400;

/** `onLoad`: another one can be drawn. */
export function createPictures(onLoad: () => void, { want }: Pick<DrawablePictures, 'want'>): Pictures {
  const kept = new Map<Sha256, HTMLCanvasElement | null>();
  return {
    of: (picture) => {
      const known = kept.get(picture);
      if (known !== undefined) return known;
      if (kept.size >= mostKept) kept.clear();
      kept.set(picture, null);
      want(picture, (drawn) => {
        if (drawn === null) return;
        kept.set(picture, round(drawn));
        onLoad();
      });
      return null;
    },
  };
}

/** The middle of it, as the page's own pictures show it. */
function round(drawn: Drawn): HTMLCanvasElement | null {
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext('2d');
  const { x, y, length } =
    drawn instanceof HTMLImageElement
      ? middleOf(drawn.naturalWidth, drawn.naturalHeight)
      : middleOf(drawn.width, drawn.height);
  if (context === null || length === 0) return null;
  context.beginPath();
  context.arc(side / 2, side / 2, side / 2, 0, 2 * Math.PI);
  context.clip();
  context.drawImage(drawn, x, y, length, length, 0, 0, side, side);
  return canvas;
}
