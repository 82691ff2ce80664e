/** A picture for a component, once it can be drawn. */
import { useEffect, useMemo, useState } from 'react';
import type { Sha256 } from '../../contract/ids.ts';
import type { Drawn } from './drawable-pictures.ts';
import { pagePictures } from './page-pictures.ts';

type Told = { readonly picture: Sha256; readonly drawn: Drawn | null };

/** Null: there is none, it is on its way, or it cannot be drawn. `as-it-is`: its address shows it. */
export function useDrawable(picture: Sha256 | null): 'as-it-is' | ImageBitmap | null {
  const [told, setTold] = useState<Told | null>(null);
  useEffect(() => {
    if (picture === null || pagePictures.known(picture) !== undefined) return undefined;
    return pagePictures.want(picture, (drawn) => setTold({ picture, drawn }));
  }, [picture]);
  // What is shown stays, also where the page keeps it no longer.
  return useMemo(() => {
    if (picture === null) return null;
    if (told?.picture === picture) return told.drawn instanceof HTMLImageElement ? 'as-it-is' : told.drawn;
    const known = pagePictures.known(picture);
    return known === undefined || known === 'damaged' ? null : known;
  }, [picture, told]);
}
