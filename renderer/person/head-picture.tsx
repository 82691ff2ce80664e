/** The portrait beside a person's name, which says why there are initials where a picture was refused. */
import type { PersonPage } from '../../contract/person.ts';
import { PersonPicture } from '../picture/person-picture.tsx';
import { usePictureTrouble } from './use-picture-trouble.ts';

export function HeadPicture({ page }: { readonly page: PersonPage }) {
  const { user, card } = page;
  const trouble = usePictureTrouble(page, 'profile');
  // By the name as rows have it, or a very long one would have other initials here.
  const picture = <PersonPicture id={user.id} name={card.name} picture={card.picture} size={88} />;
  if (trouble === null) return picture;
  const words = `Picture not shown: ${trouble}`;
  return (
    <span role="img" aria-label={words} title={words}>
      {picture}
    </span>
  );
}
