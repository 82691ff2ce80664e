/** A person's cover picture, in a place that is kept for it: one that comes late, is damaged, or never comes, moves nothing. */
import { useEffect, useState } from 'react';
import type { Sha256 } from '../../contract/ids.ts';
import type { PersonPage } from '../../contract/person.ts';
import { decodeWhole } from '../picture/decode-whole.ts';
import { addressOf } from '../picture/page-pictures.ts';
import own from './person-shown.module.css';

/** Whether there is a place is decided when it is first drawn: give it a key for each visit. */
export function Cover({ page }: { readonly page: PersonPage }) {
  const [isPlaced] = useState(page.user.coverImageUrl !== null);
  const { cover } = page;
  const isDecoded = useDecoded(cover);
  if (!isPlaced) return null;
  return (
    <div className={own.cover}>
      {cover !== null && isDecoded && <img src={addressOf(cover)} alt="" draggable={false} />}
    </div>
  );
}

/** Whether a picture was decoded, so that no frame waits for it. */
function useDecoded(picture: Sha256 | null): boolean {
  const [decoded, setDecoded] = useState<Sha256 | null>(null);
  useEffect(() => {
    if (picture === null) return undefined;
    let isWanted = true;
    decodeWhole(picture).then(
      () => {
        if (isWanted) setDecoded(picture);
      },
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [picture]);
  return picture !== null && decoded === picture;
}
