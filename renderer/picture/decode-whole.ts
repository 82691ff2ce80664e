/** For a picture that is shown as it is, whatever its size: a cover. */
import type { Sha256 } from '../../contract/ids.ts';
import type { Drawn } from './drawable-pictures.ts';
import { load, pagePictures } from './page-pictures.ts';

/** Resolves once it can be shown. `decode` of an image resolves for damaged pixels as well. Rejects where it cannot. */
export async function decodeWhole(picture: Sha256): Promise<void> {
  const drawn = await new Promise<Drawn | null>((tell) => void pagePictures.want(picture, tell));
  if (drawn === null) throw new Error('it cannot be drawn');
  const image = drawn instanceof HTMLImageElement ? drawn : await load(picture);
  await image.decode();
}
