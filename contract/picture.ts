/** Why the picture at an address is not shown. */
import { z } from 'zod';
import './no-eval.ts';

export const PictureTrouble = z.enum([
  /** It cannot be asked for, as one with a password in it. */
  'bad-address',
  /** Not on the directory's own server, or not by https. */
  'elsewhere',
  'not-there',
  /** Something else than a PNG, a JPEG or a WebP. */
  'no-picture',
  'too-many-bytes',
  'too-many-pixels',
  /** It has to be gone through too often to be drawn. */
  'too-slow',
  'moves',
  'repeats-token',
]);
export type PictureTrouble = z.infer<typeof PictureTrouble>;

/** Of somebody's two pictures; null: there is none, it is shown, or it may be there later. */
export const PictureTroubles = z.object({ profile: PictureTrouble.nullable(), cover: PictureTrouble.nullable() });
