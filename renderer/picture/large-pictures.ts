/**
 * Makes small ones of large pictures, beside the page's thread and one at a time. Between two there is a frame, in which the
 * page is drawn.
 */
import pLimit from 'p-limit';
import type { Sha256 } from '../../contract/ids.ts';
import type { DrawablePicturesNeeds } from './drawable-pictures.ts';
import { readPicture } from './read-picture.ts';

export type LargePicturesNeeds = {
  /** Null where it is not there any more. */
  readonly read: (picture: Sha256) => Promise<Blob | null>;
  /** Of its bytes a picture is decoded beside the page's thread; of an image, in it. Rejects where it is damaged. */
  readonly makeSmall: (picture: Blob, image: HTMLImageElement) => Promise<ImageBitmap>;
  /** `requestAnimationFrame`. */
  readonly requestFrame: (work: () => void) => unknown;
};

export function createLargePictures(needs: LargePicturesNeeds): DrawablePicturesNeeds['makeLargeSmall'] {
  const { read, makeSmall, requestFrame } = needs;
  const inTurn = pLimit(1);
  return (picture, image, isWanted) =>
    inTurn(async () => {
      // Those that nobody waits for any more take no frame.
      if (!isWanted()) return null;
      await new Promise<void>((begin) => requestFrame(begin));
      const bytes = isWanted() ? await read(picture) : null;
      return bytes === null ? null : makeSmall(bytes, image);
    });
}

/** Those of the page. */
export const ofPage = (makeSmall: LargePicturesNeeds['makeSmall']): DrawablePicturesNeeds['makeLargeSmall'] =>
  createLargePictures({ read: readPicture, makeSmall, requestFrame: (work) => requestAnimationFrame(work) });
