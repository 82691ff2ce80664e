/**
 * Pictures as they can be drawn. Each is decoded once before anything shows it, so that one whose pixels are damaged is shown
 * nowhere. A frame waits for all that it shows to be decoded: of a large picture a small one is shown, and each is decoded in
 * a frame of its own.
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
  /** Decodes it. Rejects where it is damaged. */
  readonly makeSmall: (image: HTMLImageElement) => Promise<ImageBitmap>;
  /** `requestAnimationFrame`. */
  readonly requestFrame: (work: () => void) => unknown;
};

/** As many pixels as 512 by 512 has: decoding 60 of them takes no longer than a frame may. */
const mostAsItIs = 512 * 512;
/** Of small ones: 25 MB. */
const mostSmall = 200;

type Waiting = Set<(drawn: Drawn | null) => void>;

export function createDrawablePictures({ load, makeSmall, requestFrame }: DrawablePicturesNeeds): DrawablePictures {
  const known = new Map<Sha256, Known>();
  const waiting = new Map<Sha256, Waiting>();
  const large: { readonly picture: Sha256; readonly begin: () => void }[] = [];

  const note = (picture: Sha256, what: Known): void => {
    known.set(picture, what);
    if (typeof what === 'string') return;
    const small = [...known].filter(([, one]) => typeof one !== 'string');
    for (const [oldest] of small.slice(0, -mostSmall)) known.delete(oldest);
  };
  /** Those that nobody waits for any more take no frame. */
  const nextLarge = (): void => {
    for (let one = large.shift(); one !== undefined; one = large.shift()) {
      one.begin();
      if (waiting.has(one.picture)) break;
    }
    if (large.length > 0) requestFrame(nextLarge);
  };
  const ownFrame = (picture: Sha256): Promise<void> =>
    new Promise((begin) => {
      large.push({ picture, begin });
      if (large.length === 1) requestFrame(nextLarge);
    });
  const decode = async (picture: Sha256, image: HTMLImageElement): Promise<Drawn | null> => {
    const isLarge = image.naturalWidth * image.naturalHeight > mostAsItIs;
    if (isLarge) await ownFrame(picture);
    if (!waiting.has(picture)) return null;
    try {
      const small = await makeSmall(image);
      note(picture, isLarge ? small : 'as-it-is');
      if (isLarge) return small;
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
