/** Portraits as circles, ready to be drawn. */
import type { Sha256 } from '../../../contract/ids.ts';

export type Pictures = {
  /** Null: it is not there yet, or it cannot be drawn. */
  readonly of: (picture: Sha256) => HTMLCanvasElement | null;
};

/** Twice the largest at which one is drawn, for screens with two pixels for one. */
const side = 144;
const mostKept = 400;

/** `onLoad`: another one can be drawn. */
export function createPictures(onLoad: () => void): Pictures {
  const kept = new Map<Sha256, HTMLCanvasElement | null>();
  return {
    of: (picture) => {
      const known = kept.get(picture);
      if (known !== undefined) return known;
      if (kept.size >= mostKept) kept.clear();
      kept.set(picture, null);
      const image = new Image();
      image.onload = () => {
        kept.set(picture, round(image));
        onLoad();
      };
      image.src = `/picture/${picture}`;
      return null;
    },
  };
}

/** The middle of it, as the page's own pictures show it. */
function round(image: HTMLImageElement): HTMLCanvasElement | null {
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext('2d');
  const shorter = Math.min(image.naturalWidth, image.naturalHeight);
  if (context === null || shorter === 0) return null;
  context.beginPath();
  context.arc(side / 2, side / 2, side / 2, 0, 2 * Math.PI);
  context.clip();
  const left = (image.naturalWidth - shorter) / 2;
  const top = (image.naturalHeight - shorter) / 2;
  context.drawImage(image, left, top, shorter, shorter, 0, 0, side, side);
  return canvas;
}
