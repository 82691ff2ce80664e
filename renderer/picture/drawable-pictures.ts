/**
 * Pictures as they can be drawn. Each is decoded once before anything shows it, so that one whose pixels are damaged is shown
 * nowhere. A frame waits for all that it shows to be decoded: of a large picture a small one is shown, which is made beside the
 * page's thread, one at a time.
 */
import type { Sha256 } from '../../contract/ids.ts';

/** The picture itself; or the middle of a large one, made small. */
export type Drawn = HTMLImageElement | ImageBitmap;

/** What is known of a picture. `damaged`: it is there, and can never be drawn whole. */
export type Known = 'as-it-is' | ImageBitmap | 'damaged';

export type DrawablePictures = {
  /** Undefined: not yet. */
  readonly known: (picture: Sha256) => Known | undefined;
  /**
   * Tells once, and not at once, whether it can be drawn; null: it is damaged, or it is not there, which may change. What comes
   * back gives it up: what nobody waits for any more is not decoded.
   */
  readonly want: (picture: Sha256, tell: (drawn: Drawn | null) => void) => () => void;
};

export type DrawablePicturesNeeds = {
  /** Resolves once it says its size. Rejects where there is none. */
  readonly load: (picture: Sha256) => Promise<HTMLImageElement>;
  /** Decodes it at once. Rejects where it is damaged. */
  readonly makeSmall: (image: HTMLImageElement) => Promise<ImageBitmap>;
  /** The same of a large one, in its turn. Null where it is not there, or is not wanted any more by then. */
  readonly makeLargeSmall: (
    picture: Sha256,
    image: HTMLImageElement,
    isWanted: () => boolean,
  ) => Promise<ImageBitmap | null>;
};

/** As many pixels as 512 by 512 has: decoding 60 of them takes no longer than a frame may. */
const mostAsItIs = 512 * 512;
/** Of small ones: 25 MB. */
const mostSmall = 200;

const isLarge = (image: HTMLImageElement): boolean => image.naturalWidth * image.naturalHeight > mostAsItIs;

type Waiting = Set<(drawn: Drawn | null) => void>;

export function createDrawablePictures({ load, makeSmall, makeLargeSmall }: DrawablePicturesNeeds): DrawablePictures {
  const known = new Map<Sha256, Known>();
  const waiting = new Map<Sha256, Waiting>();

  const note = (picture: Sha256, what: Known): void => {
    known.set(picture, what);
    if (typeof what === 'string') return;
    const small = [...known].filter(([, one]) => typeof one !== 'string');
    for (const [oldest] of small.slice(0, -mostSmall)) known.delete(oldest);
  };
  const decode = async (picture: Sha256, image: HTMLImageElement): Promise<Drawn | null> => {
    if (!waiting.has(picture)) return null;
    try {
      if (isLarge(image)) {
        const small = await makeLargeSmall(picture, image, () => waiting.has(picture));
        if (small !== null) note(picture, small);
        return small;
      }
      const small = await makeSmall(image);
      note(picture, 'as-it-is');
      small.close();
      return image;
    } catch {
      note(picture, 'damaged');
      return null;
    }
  };
  const draw = async (picture: Sha256): Promise<Drawn | null> => {
    const before = known.get(picture);
    if (before === 'damaged') return null;
    if (before !== undefined && before !== 'as-it-is') return before;
    const image = await load(picture);
    return before === 'as-it-is' ? image : decode(picture, image);
  };
  const begin = (picture: Sha256): Waiting => {
    const those: Waiting = new Set();
    waiting.set(picture, those);
    const end = (drawn: Drawn | null) => {
      if (waiting.get(picture) === those) waiting.delete(picture);
      for (const tell of those) tell(drawn);
    };
    draw(picture).then(end, () => end(null));
    return those;
  };

  return {
    known: (picture) => known.get(picture),
    want: (picture, tell) => {
      const those = waiting.get(picture) ?? begin(picture);
      those.add(tell);
      return () => {
        those.delete(tell);
        if (those.size === 0 && waiting.get(picture) === those) waiting.delete(picture);
      };
    },
  };
}
