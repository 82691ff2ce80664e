/** Why a picture of the person on the page is not shown. */
import type { PersonPage } from '../../contract/person.ts';
import { pagePictures } from '../picture/page-pictures.ts';
import { useDrawable } from '../picture/use-drawable.ts';
import { useStore } from '../store/use-store.ts';
import { pictureTroubles } from '../words/picture-words.ts';

/** In words that follow "Not shown: "; null: there is none, it is shown, or it may still come. */
export function usePictureTrouble(
  { user, card, cover, pictureTroubles: told }: PersonPage,
  which: 'profile' | 'cover',
) {
  const arrived = useStore((state) => state.pictures.get(user.id));
  const picture = which === 'cover' ? cover : (arrived ?? card.picture);
  const drawable = useDrawable(picture);
  if (picture === null) return told[which] === null ? null : pictureTroubles[told[which]];
  return drawable === null && pagePictures.known(picture) === 'damaged' ? pictureTroubles.damaged : null;
}
