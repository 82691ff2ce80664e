/** The pictures of the page, by their hash: served by the app, and kept here as they can be drawn. */
import type { Sha256 } from '../../contract/ids.ts';
import { createDrawablePictures, type DrawablePicturesNeeds } from './drawable-pictures.ts';

export const addressOf = (picture: Sha256): string => `/picture/${picture}`;

/** Twice the largest at which a portrait is drawn, for screens with two pixels for one. */
const side = 176;

/** The largest square in the middle of a picture, which is what is seen of it; made small. Rejects where the picture is damaged. */
function smallOf(picture: ImageBitmapSource, { naturalWidth, naturalHeight }: HTMLImageElement): Promise<ImageBitmap> {
  const { x, y, length } = middleOf(naturalWidth, naturalHeight);
  return createImageBitmap(picture, x, y, length, length, {
    resizeWidth: side,
    resizeHeight: side,
    resizeQuality: 'medium',
  });
}

const makeSmall = (image: HTMLImageElement): Promise<ImageBitmap> => smallOf(image, image);

let largePictures: Promise<DrawablePicturesNeeds['makeLargeSmall']> | null = null;

/** Loaded with the first large one. */
const makeLargeSmall: DrawablePicturesNeeds['makeLargeSmall'] = async (...asked) => {
  largePictures ??= import('./large-pictures.ts').then(({ ofPage }) => ofPage(smallOf));
  const make = await largePictures.catch(() => null);
  return make === null ? null : make(...asked);
};

export function middleOf(width: number, height: number) {
  const length = Math.min(width, height);
  return { x: Math.floor((width - length) / 2), y: Math.floor((height - length) / 2), length };
}

/** Resolves once it says its size. Rejects where there is none. */
export function load(picture: Sha256): Promise<HTMLImageElement> {
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
  makeLargeSmall,
});
