/** A person's cover picture, in a place that is kept for it: one that comes late, or never, moves nothing. */
import { useState } from 'react';
import type { Sha256 } from '../../contract/ids.ts';
import type { PersonPage } from '../../contract/person.ts';
import own from './person-shown.module.css';

/** Whether there is a place is decided when it is first drawn: give it a key for each visit. */
export function Cover({ page }: { readonly page: PersonPage }) {
  const [isPlaced] = useState(page.user.coverImageUrl !== null);
  const [broken, setBroken] = useState<Sha256 | null>(null);
  const { cover } = page;
  if (!isPlaced) return null;
  return (
    <div className={own.cover}>
      {cover !== null && cover !== broken && (
        <img src={`/picture/${cover}`} alt="" draggable={false} onError={() => setBroken(cover)} />
      )}
    </div>
  );
}
