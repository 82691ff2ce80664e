/** The pictures of the page, by their hash: served by the app, and kept here as they can be drawn. */
import type { Sha256 } from '../../contract/ids.ts';
import { createDrawablePictures } from './drawable-pictures.ts';

export const addressOf = (picture: Sha256): string => `/picture/${picture}`;

/** Twice the largest at which a portrait is drawn, for screens with two pixels for one. */
const side = 176;

/** The largest square in the middle of a picture, which is what is seen of it; made small. Rejects where the picture is damaged. */
function makeSmall(image: HTMLImageElement): Promise<ImageBitmap> {
  const { x, y, length } = middleOf(image.naturalWidth, image.naturalHeight);
  return createImageBitmap(image, x, y, length, length, {
    resizeWidth: side,
    resizeHeight: side,
    resizeQuality: 'medium',
  });
}

export function middleOf(width: number, height: number) {
  const length = Math.min(width, height);
  return { x: Math.floor((width - length) / 2), y: Math.floor((height - length) / 2), length };
}

/** Resolves once it says its size. Rejects where there is none. */
function load(picture: Sha256): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('there is no such picture'));
    image.src = addressOf(picture);
  });
}

export const pagePictures = createDrawablePictures({
  load,
  makeSmall,
  requestFrame: (work) => requestAnimationFrame(work),
});

/** Resolves once it can be shown as it is, whatever its size. `decode` of an image resolves for damaged pixels as well. Rejects where it cannot. */
export async function decodeWhole(picture: Sha256): Promise<void> {
  const image = await load(picture);
  const small = await makeSmall(image);
  small.close();
  await image.decode();
}
