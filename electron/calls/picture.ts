/** The handler of `picture.read`: a kept picture in parts, for a page that decodes it beside its own thread. */
import { longestPicturePart } from '../../contract/bounds.ts';
import type { Handlers } from '../../contract/calls.ts';
import { succeeded } from '../../contract/failures.ts';
import type { Sha256 } from '../../contract/ids.ts';
import type { StoredPicture } from '../picture/pictures.ts';

/** `read`: null where it is not there. */
export function createPictureCalls(
  read: (picture: Sha256) => Promise<StoredPicture | null>,
): Pick<Handlers, 'picture.read'> {
  return {
    'picture.read': async ({ picture, from }) => {
      const stored = await read(picture);
      if (stored === null) return succeeded(null);
      const end = from + longestPicturePart;
      // A copy: a view would be sent with all of the bytes that it is a part of.
      return succeeded({ part: stored.bytes.slice(from, end), isLast: end >= stored.bytes.byteLength });
    },
  };
}
