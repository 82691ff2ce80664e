/** Why a picture is not shown, in words that follow "Not shown: ". */
import type { PictureTrouble } from '../../contract/picture.ts';

/** `damaged` is seen only where it is drawn. */
export const pictureTroubles: { readonly [T in PictureTrouble | 'damaged']: string } = {
  'bad-address': 'this address cannot be asked for a picture',
  elsewhere: 'pictures are fetched from the directory’s own server alone, by https',
  'not-there': 'the server has no picture at this address',
  'no-picture': 'what the server has at this address is no PNG, JPEG or WebP',
  'too-many-bytes': 'it is larger than 4 MiB',
  'too-many-pixels': 'it has more than 12.5 million pixels, or more than 8,192 along a side',
  'too-slow': 'it would take too long to draw',
  moves: 'it is an animation',
  'repeats-token': 'it has the access token in it',
  damaged: 'it is damaged',
};
